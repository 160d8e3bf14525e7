import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLES } from '#app/demo/examples.ts';
import { hasBrowser, launchBrowser, type TestBrowser } from '../helpers/browser.ts';
import { startServer, stopAll, type RunningServer } from '../helpers/server.ts';

/** A person with a phone before the running program: the whole way from the box to the answer. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const KB = 1024;
const SCAM = 'Anh Hùng giám đốc sở đây, anh đang họp, em chuyển gấp 30 triệu vào 0123456789 MB NGUYEN VAN A, chiều anh trả';
const TITLES = { 'stop-evidence': /^DỪNG LẠI – có bằng chứng lừa đảo/, 'stop-denied': /^DỪNG LẠI – chính người đó/, unverified: /^CHƯA XÁC MINH/, 'genuine-channel': /^Kênh đã đăng ký/ };

describe.skipIf(!hasBrowser)('the running program in Chromium', () => {
  let server: RunningServer;
  let browser: TestBrowser;
  beforeAll(async () => { server = await startServer(); browser = await launchBrowser(); });
  afterAll(async () => { await browser?.close(); await server?.stop(); await stopAll(); });

  /** A page of its own; whatever the browser complains about (blocked script, foreign host) fails the test. */
  async function onPage(options: Parameters<TestBrowser['newContext']>[0], act: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('console', (m) => { if (m.type() === 'error' && !/status of (?:404|422)/.test(m.text())) problems.push(m.text()); });
    page.on('pageerror', (e) => { problems.push(e.message); });
    page.on('request', (r) => { if (!r.url().startsWith(server.url) && !r.url().startsWith('data:')) problems.push(`foreign host: ${r.url()}`); });
    await act(page);
    expect(problems).toEqual([]);
    await context.close();
  }
  async function axe(page: Page): Promise<string[]> {
    await page.evaluate(AXE);
    return page.evaluate("axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ')).join(', ')))");
  }
  async function submit(page: Page, text: string): Promise<void> {
    await page.goto(server.url);
    await page.fill('textarea[name=text]', text);
    await page.click('form button');
    await page.waitForURL('**/k/*');
  }

  test('without JavaScript: paste, press, answer; the address opens again', async () => {
    await onPage({ javaScriptEnabled: false }, async (page) => {
      await submit(page, SCAM);
      expect(await page.title()).toMatch(TITLES.unverified);
      expect(await page.locator('mark').allTextContents()).toEqual(expect.arrayContaining([expect.stringContaining('30 triệu')]));
      const address = page.url();
      await page.goto(server.url);
      await page.goto(address);
      expect(await page.textContent('blockquote')).toContain('NGUYEN VAN A');
    });
  });

  test('each of the ten examples of the start page gives the answer it promises, by clicks alone', async () => {
    await onPage({}, async (page) => {
      for (const { id, title, expected } of EXAMPLES) {
        await page.goto(server.url);
        await page.click(`a[href*="vi-du=${id}"]`);
        await page.click('form button');
        await page.waitForURL('**/k/*');
        expect(await page.title(), title.vi).toMatch(TITLES[expected.outcome]);
      }
    });
  });

  test('by keyboard alone', async () => {
    await onPage({}, async (page) => {
      await page.goto(server.url);
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('#main');
      await page.keyboard.press('Enter');
      for (let i = 0; i < 12 && (await page.evaluate('document.activeElement.name')) !== 'text'; i += 1) await page.keyboard.press('Tab');
      await page.keyboard.type('0900000710 MB');
      await page.keyboard.press('Control+Enter');
      await page.waitForURL('**/k/*');
      expect(await page.title()).toMatch(TITLES['stop-evidence']);
    });
  });

  test('what was typed stays when a field cannot be read, and the field says how to mend it', async () => {
    await onPage({}, async (page) => {
      await page.goto(server.url);
      await page.fill('textarea[name=text]', 'Chiều họp nhé');
      await page.click('summary');
      await page.fill('input[name=channel]', 'so la');
      await page.evaluate("document.querySelector('form').requestSubmit()");
      await page.waitForURL('**/kiem-tra');
      expect(await page.inputValue('textarea[name=text]')).toBe('Chiều họp nhé');
      expect(await page.inputValue('input[name=channel]')).toBe('so la');
      expect(await page.getAttribute('input[name=channel]', 'aria-invalid')).toBe('true');
      expect(await axe(page)).toEqual([]);
    });
  });

  test.each(['vi', 'en'])('axe finds nothing on any page (%s), in both schemes, at 360 px', async (lang) => {
    await onPage({}, async (page) => {
      await submit(page, SCAM);
      const answer = new URL(page.url()).pathname;
      for (const path of ['/', '/?vi-du=quiet', answer, '/da-chuyen-tien', '/bao-cong-an', '/cach-hoat-dong', '/quyen-rieng-tu', '/k/khong-co']) {
        for (const theme of ['light', 'dark']) {
          await page.goto(`${server.url}${path}${path.includes('?') ? '&' : '?'}lang=${lang}&theme=${theme}`);
          expect({ path, theme, found: await axe(page) }).toEqual({ path, theme, found: [] });
          expect({ path, overflow: await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth') }).toEqual({ path, overflow: 0 });
          expect(await page.getAttribute('html', 'lang')).toBe(lang);
        }
      }
    });
  });

  test('start page and answer weigh at most 30 KB compressed, without fonts', async () => {
    await onPage({}, async (page) => {
      const loaded = new Set<string>();
      page.on('response', (r) => { if (r.status() === 200 && !r.url().endsWith('.woff2')) loaded.add(r.url()); });
      const weigh = async (): Promise<number> => {
        await page.waitForLoadState('networkidle');
        const sizes = await Promise.all([...loaded].map(async (url) => gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length));
        loaded.clear();
        return sizes.reduce((a, b) => a + b, 0);
      };
      await page.goto(server.url);
      expect(await weigh()).toBeLessThanOrEqual(30 * KB);
      await submit(page, SCAM);
      loaded.clear();
      await page.reload();
      expect(await weigh()).toBeLessThanOrEqual(30 * KB);
    });
  });

  test('a criminal’s text is inert', async () => {
    await onPage({}, async (page) => {
      await submit(page, '<script>document.title="x"</script><img src=x onerror=alert(1)> "><a href=javascript:alert(1)>bấm</a> chuyển gấp 5 triệu vào 0900000777 MB');
      expect(await page.title()).toMatch(TITLES.unverified);
      expect(await page.locator('blockquote img, blockquote script, a[href^="javascript"]').count()).toBe(0);
      expect(await page.textContent('blockquote')).toContain('<script>');
    });
  });
});
