import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launch } from './chromium.ts';
import { audit, bottomOfFirstButton, focused, overflow, paper, readClipboard, smallTargets, unfold } from './in-page.mjs';
import { PAGES, startSite, type PageName, type Site } from './site.ts';

/** The public pages in a real browser, with answers as the operation gives them. */
const chromePath = findChromium();
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const KB = 1024;

describe.skipIf(!chromePath)('public pages in Chromium', () => {
  let site: Site;
  let browser: Browser;
  let context: BrowserContext;
  let plain: BrowserContext;
  let problems: string[];

  beforeAll(async () => {
    site = await startSite();
    browser = await launch(chromePath ?? '');
    // Without motion: colours are measured right after the scheme was changed.
    context = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
    plain = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  });
  afterAll(async () => { await browser?.close(); await site?.close(); });

  /** Opens a page and collects whatever the browser complains about: a blocked script or style is a fault of ours. */
  async function open(path: string, { width = 390, from = context }: { width?: number; from?: BrowserContext } = {}): Promise<Page> {
    problems = [];
    const page = await from.newPage();
    page.on('console', (m) => { if (m.type() === 'error' || m.type() === 'warning') problems.push(m.text()); });
    page.on('pageerror', (e) => { problems.push(e.message); });
    page.on('request', (r) => { if (!r.url().startsWith(site.origin) && !r.url().startsWith('data:')) problems.push(`foreign host: ${r.url()}`); });
    page.on('dialog', (d) => { problems.push(`dialog: ${d.message()}`); void d.dismiss(); });
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`${site.origin}/${path}`);
    return page;
  }

  describe.each(PAGES)('%s', (name) => {
    it.each(['vi', 'en'])('%s: axe finds nothing in either scheme, nothing scrolls sideways at 320, 360 and 390 px', async (lang) => {
      const page = await open(`${name}?lang=${lang}&sample=1`);
      await page.evaluate(unfold);
      await page.evaluate(AXE);
      for (const theme of ['light', 'dark']) expect({ theme, found: await page.evaluate(audit, theme) }).toEqual({ theme, found: [] });
      for (const width of [320, 360, 390]) {
        await page.setViewportSize({ width, height: 844 });
        expect({ width, ...await page.evaluate(overflow) }).toEqual({ width, sideways: 0, reaching: [] });
      }
      expect(problems).toEqual([]);
      await page.close();
    });

    it('weighs at most 30 KB with style and script, without fonts', () => {
      for (const locale of ['vi', 'en'] as const) expect(site.bytesOf(name, locale)).toBeLessThanOrEqual(30 * KB);
    });
  });

  it('the start page works without JavaScript: fold out, fill in, send', async () => {
    const page = await open('home?sample=1', { from: plain });
    await page.getByLabel('Nội dung cần kiểm tra').fill('\nEm chuyển gấp 5 triệu & trả <sau>');
    await page.locator('summary').click();
    await page.getByLabel('Họ xưng là ai?').fill('Lê Trọng Khuê');
    await page.getByLabel('Tin đến qua đâu?').selectOption('zalo');
    await page.getByLabel('Đường liên kết hoặc số').fill('0500 127 318');
    await page.getByLabel('Tên chủ tài khoản').fill('LE TRONG KHUE');
    await page.getByRole('button', { name: 'Kiểm tra' }).click();
    await page.waitForURL('**/answer-evidence');
    expect(Object.fromEntries(new URLSearchParams(site.posts.at(-1)))).toEqual({ text: '\r\nEm chuyển gấp 5 triệu & trả <sau>', official: 'Lê Trọng Khuê', platform: 'zalo', channel: '0500 127 318', holder: 'LE TRONG KHUE' });
    expect(await page.locator('h1').innerText()).toContain('DỪNG');
    expect(await page.locator('.copy:visible').count()).toBe(0);
    await page.close();
  });

  it('theme and language are plain links without JavaScript', async () => {
    const page = await open('answer-unverified', { from: plain });
    await page.getByRole('link', { name: 'Nền tối' }).click();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('h1').innerText()).toMatch(/NOT\s+VERIFIED/);
    await page.close();
  });

  it('the theme switch changes the page at once and is remembered', async () => {
    const page = await open('home');
    await page.getByRole('link', { name: 'Nền tối' }).click();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.reload();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.getByRole('link', { name: 'Nền sáng' }).click();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
    await page.context().clearCookies();
    await page.close();
  });

  it('a refused form keeps everything that was typed, names the field and proposes the repair', async () => {
    const page = await open('home-fault', { from: plain });
    expect(await page.getByLabel('Nội dung cần kiểm tra').inputValue()).toContain('<vào đây>');
    expect(await page.getByLabel('Họ xưng là ai?').inputValue()).toBe('Lê Trọng Khuê, Giám đốc Sở Xây dựng');
    expect(await page.getByLabel('Tin đến qua đâu?').inputValue()).toBe('zalo');
    expect(await page.getByLabel('Tên chủ tài khoản').inputValue()).toBe('LE TRONG "KHUE"');
    const bad = page.getByLabel('Đường liên kết hoặc số');
    expect(await bad.getAttribute('aria-invalid')).toBe('true');
    const described = (await bad.getAttribute('aria-describedby') ?? '').split(' ');
    const words = await page.locator(described.map((id) => `#${id}`).join(',')).allInnerTexts();
    expect(words.join(' ')).toContain('Có chữ l ở vị trí 5. Đổi thành số 1?');
    await page.getByRole('link', { name: /^Sửa ô/ }).click();
    expect((await page.evaluate(focused)).name).toBe('channel');
    await page.close();
  });

  it('keyboard: skip link, head, box, fold, button, in the order in which they are read', async () => {
    const page = await open('home');
    const order: string[] = [];
    for (let i = 0; i < 7; i += 1) {
      await page.keyboard.press('Tab');
      order.push((await page.evaluate(focused)).name);
    }
    expect(order).toEqual(['skip', 'brand', 'tl', 'tl', 'text', 'SUMMARY', 'btn pri big']);
    await page.getByLabel('Nội dung cần kiểm tra').fill('0800 1273 1846');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL('**/answer-evidence');
    await page.close();
  });

  it('keyboard: the skip link leads into the answer, whose first stop is the first thing to do', async () => {
    const page = await open('answer-evidence');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect((await page.evaluate(focused)).text).toMatch(/Báo\scông\san/);
    await page.close();
  });

  it('on a phone the first screen of an answer holds the verb, the reason in one line and the button', async () => {
    for (const name of ['answer-evidence', 'answer-denied', 'answer-unverified', 'answer-genuine', 'answer-quiet'] satisfies PageName[]) {
      const page = await open(name);
      await page.evaluate(unfold);
      const bottom = await page.evaluate(bottomOfFirstButton);
      await page.close();
      expect({ name, isSeen: bottom <= 844 }).toEqual({ name, isSeen: true });
    }
  });

  it('the title of an answer says the outcome, before the name of the house', async () => {
    const page = await open('answer-denied');
    expect(await page.title()).toMatch(/^DỪNG LẠI – chính người đó xác nhận không phải mình/);
    await page.close();
  });

  it('"I have already paid" stands on every answer that is not genuine, and on no genuine one', async () => {
    for (const name of PAGES.filter((p) => p.startsWith('answer-'))) {
      const page = await open(name, { from: plain });
      expect({ name, count: await page.locator('main a[href="/da-chuyen-tien"]').count() }).toEqual({ name, count: name.includes('genuine') ? 0 : 1 });
      await page.close();
    }
  });

  it('a bare account number is never answered quietly: nobody can say that nothing was asked for', async () => {
    const page = await open('answer-bare-account', { from: plain });
    expect(await page.locator('.out.quiet').count()).toBe(0);
    expect(await page.locator('.why').innerText()).toContain('Đừng chuyển');
    await page.close();
  });

  it('an answer that has turned since says so', async () => {
    const page = await open('answer-changed', { from: plain });
    expect(await page.getByRole('heading', { name: 'Kết luận đã đổi từ lúc bạn kiểm tra' }).count()).toBe(1);
    expect(await page.locator('.changed').innerText()).toContain('CHƯA XÁC MINH');
    await page.close();
  });

  it('each reason\'s number stands at its words, and nowhere else', async () => {
    const page = await open('answer-evidence', { from: plain });
    const marks = await page.locator('mark').evaluateAll((all) => all.map((m) => [m.firstChild?.textContent, [...m.querySelectorAll('.n')].map((n) => n.childNodes[1]?.textContent)]));
    expect(marks).toEqual([
      ['Anh đang họp, không tiện nghe máy.', ['4']], ['Em chuyển giúp anh 48.000.000 đ', ['3']], ['0800 1273 1846', ['1']], ['LE TRONG KHUE', ['2']], ['Chiều anh gửi lại.', ['6']], ['Việc tế nhị, đừng nói với ai.', ['5']],
    ]);
    await page.close();
  });

  it('a criminal\'s message is inert: no element, no script, no link comes of it; hidden characters are shown', async () => {
    const page = await open('answer-hostile');
    expect(problems).toEqual([]);
    expect(await page.locator('.msg img, .msg script, .msg a, main script, [onmouseover], a[href^="javascript"]').count()).toBe(0);
    expect(await page.locator('.msg').innerText()).toContain('<script>alert(1)</script>\n</blockquote><img src=x onerror=alert(1)>&lt; "\' `');
    expect(await page.locator('.hid').allInnerTexts()).toEqual(['ẩn', 'ẩn ×3', 'ẩn', 'ẩn']);
    expect(await page.locator('.msg').innerText()).not.toMatch(/[\u200b\u202a-\u202e]/);
    await page.close();
  });

  it('copies an account number without its spaces', async () => {
    const page = await open('answer-evidence');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
    await page.getByRole('button', { name: 'Chép 0800 1273 1846' }).click();
    await page.getByText('Đã chép').waitFor();
    expect(await page.evaluate(readClipboard)).toBe('080012731846');
    await page.close();
  });

  it('offline: nothing is sent, and the page says what to do', async () => {
    const page = await open('home');
    const before = site.posts.length;
    await page.context().setOffline(true);
    await page.getByText('Đừng chuyển tiền. Gọi số bạn đã lưu.').waitFor();
    await page.getByLabel('Nội dung cần kiểm tra').fill('tin');
    await page.getByRole('button', { name: 'Kiểm tra' }).click();
    expect(page.url()).toContain('/home');
    await page.context().setOffline(false);
    await page.locator('#offline').waitFor({ state: 'hidden' });
    expect(site.posts.length).toBe(before);
    await page.close();
  });

  it('prints black on white from the dark page too; the sign stays, buttons go, folded reasons and the whole message come', async () => {
    const page = await open('answer-many?theme=dark');
    await page.emulateMedia({ media: 'print' });
    const seen = await page.evaluate(paper);
    await page.close();
    expect(seen).toEqual({ page: 'rgb(255, 255, 255)', ink: 'rgb(0, 0, 0)', banner: ['rgba(0, 0, 0, 0)', 'rgb(0, 0, 0)'], buttons: 'none', sign: 90, isWhole: true, reasons: 11 });
  });

  it('every target that is no link inside a sentence is at least 44 px high on a phone', async () => {
    for (const name of ['home', 'home-fault', 'answer-many', 'info-paid', 'error-404'] satisfies PageName[]) {
      const page = await open(`${name}?sample=1`);
      const small = await page.evaluate(smallTargets);
      await page.close();
      expect({ name, small }).toEqual({ name, small: [] });
    }
  });
});
