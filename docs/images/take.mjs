// Takes the pictures of the front pages again, from a running sample province: node docs/images/take.mjs http://127.0.0.1:8080
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [url = 'http://127.0.0.1:8080'] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH || '/usr/bin/chromium', args: ['--no-sandbox'] });

/** Fills in a sample message, asks, and takes the answer; or takes the start page when no message is given. */
async function take(name, { width, height, scale, message, lang = 'vi' }) {
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale, locale: lang, colorScheme: 'light' });
  const page = await context.newPage();
  await page.goto(`${url}/?lang=${lang}`);
  if (message) {
    await page.locator('textarea').first().fill(message);
    await page.locator('form button[type=submit]').first().click();
    await page.waitForURL('**/k/*');
  }
  await page.evaluate(() => document.fonts.ready);
  const path = join(import.meta.dirname, `${name}.png`);
  await page.screenshot({ path });
  console.log(`${name}.png ${Math.round(statSync(path).size / 1024)} KB`);
  await context.close();
}

const MESSAGE = 'Anh Hùng giám đốc sở đây, anh đang họp, em chuyển gấp 30 triệu vào 0123456789 MB NGUYEN VAN A, chiều anh trả';
await take('check-1440', { width: 1440, height: 900, scale: 1 });
await take('check-390', { width: 390, height: 844, scale: 2 });
await take('answer-1440', { width: 1440, height: 1000, scale: 1, message: MESSAGE });
await take('answer-390', { width: 390, height: 844, scale: 2, message: MESSAGE });
await browser.close();
