// Takes the pictures of the front pages again, from a running sample province: node docs/images/take.mjs http://127.0.0.1:8080
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [url = 'http://127.0.0.1:8080'] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH || '/usr/bin/chromium', args: ['--no-sandbox'] });

/** The start page; with `sample`, the answer to one of the ten things to try. */
async function take(name, { width, height, scale, sample, lang = 'vi' }) {
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale, locale: lang, colorScheme: 'light' });
  const page = await context.newPage();
  await page.goto(`${url}/?lang=${lang}${sample ? `&vi-du=${sample}` : ''}`);
  if (sample) {
    await page.locator('#check button.pri').click();
    await page.waitForURL('**/k/*');
  }
  await page.evaluate(() => document.fonts.ready);
  const path = join(import.meta.dirname, `${name}.png`);
  await page.screenshot({ path });
  console.log(`${name}.png ${Math.round(statSync(path).size / 1024)} KB`);
  await context.close();
}

await take('check-1440', { width: 1440, height: 900, scale: 1 });
await take('answer-390', { width: 390, height: 844, scale: 2, sample: 'own-name-account' });
await take('answer-en-1440', { width: 1440, height: 1000, scale: 1, sample: 'no-facebook', lang: 'en' });
await browser.close();
