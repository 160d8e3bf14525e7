import { chromium, type Browser, type BrowserContext } from 'playwright-core';

/** Set by npm test (CHROME_PATH, PATH, or installed); empty: the browser part is skipped, loudly. `describe.skipIf(!hasBrowser)`. */
const executablePath = process.env['CHROME_PATH'] ?? '';
export const hasBrowser = executablePath !== '';
if (!hasBrowser) console.error('*** SKIPPED: browser tests. No Chromium: set CHROME_PATH. / BỎ QUA: kiểm thử trình duyệt. ***');

/** Nothing but the page under test: no updates, no syncing, no look-ups of its own. */
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];

export interface ContextOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly javaScriptEnabled?: boolean;
  readonly locale?: string;
  readonly reducedMotion?: 'reduce' | 'no-preference';
}
export interface TestBrowser { newContext(options?: ContextOptions): Promise<BrowserContext>; close(): Promise<void> }

/** One Chromium for a test file; a fresh context (cookies, cache) for each page or test. The phone of most people is the default view. */
export async function launchBrowser(): Promise<TestBrowser> {
  const browser: Browser = await chromium.launch({ executablePath, args: ARGS });
  return {
    newContext: (options = {}) => browser.newContext({ viewport: { width: 360, height: 740 }, colorScheme: 'light', locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options }),
    close: () => browser.close(),
  };
}
