// npm test: everything – unit, store, flow, contract and browser tests. Last line: `N passed, N failed, N skipped`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT, ensureBuilt, ensureInstalled, requireNode, tool } from './lib.mjs';

requireNode();
ensureInstalled();
ensureBuilt();

/** Chromium by CHROME_PATH, on PATH, or – on Debian as root – from apt. Null: the browser part is skipped, loudly. */
function findChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const onPath = () => (process.env.PATH ?? '').split(delimiter).flatMap((dir) => names.map((n) => join(dir, n))).find((p) => existsSync(p));
  if (process.env.CHROME_PATH) return existsSync(process.env.CHROME_PATH) ? process.env.CHROME_PATH : null;
  const found = onPath();
  if (found) return found;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  console.error('Chromium chưa có, đang cài bằng apt… / Chromium is missing, installing it with apt…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  return onPath() ?? null;
}

const chromium = findChromium();
if (!chromium) {
  console.error('\n*** SKIPPED: browser tests. No Chromium found: set CHROME_PATH or install chromium. ***\n*** BỎ QUA: kiểm thử trình duyệt, vì không tìm thấy Chromium. ***\n');
}
const report = join(ROOT, '.tmp', `report.${process.pid}.json`);
mkdirSync(join(ROOT, '.tmp'), { recursive: true });
const result = spawnSync(process.execPath, [tool('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)], {
  cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...(chromium ? { CHROME_PATH: chromium } : { CHROME_PATH: '' }) },
});
let summary = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, numFailedTestSuites: 0 };
try { summary = JSON.parse(readFileSync(report, 'utf8')); } catch { console.error('no test report was written'); }
rmSync(report, { force: true });
// A suite that could not even load counts as one failure: it must never look like zero.
const failed = summary.numFailedTests || (result.status === 0 ? 0 : 1);
if (!chromium) console.error('*** SKIPPED: browser tests (no Chromium) ***');
console.log(`${summary.numPassedTests} passed, ${failed} failed, ${summary.numPendingTests + summary.numTodoTests} skipped`);
process.exitCode = result.status === 0 && summary.numPassedTests > 0 ? 0 : 1;
