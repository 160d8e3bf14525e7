import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';

const made: string[] = [];
afterEach(() => { for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true }); });

/** Runs the walls command on a planted tree. */
function walls(files: Record<string, string>): { status: number | null; out: string } {
  const root = mkdtempSync(join(tmpdir(), 'walls-'));
  made.push(root);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, 'src', name)), { recursive: true });
    writeFileSync(join(root, 'src', name), text);
  }
  const run = spawnSync(process.execPath, [join(import.meta.dirname, 'walls.mjs'), root], { encoding: 'utf8' });
  return { status: run.status, out: run.stdout };
}

test('a tree that keeps to its rooms passes', () => {
  const result = walls({
    'kernel/clock.ts': 'export interface Clock { now(): Date }\n',
    'engine/text/index.ts': "import type { Clock } from '#kernel/clock.ts';\nexport type X = Clock;\n",
    'modules/org/index.ts': "import { x } from '#platform/db/index.ts';\nexport { x };\n",
    'modules/officials/index.ts': "import { x } from '#modules/org/index.ts';\nexport { x };\n",
    'platform/db/index.ts': "import pg from 'pg';\nexport const x = pg;\n",
    'web/public/page.ts': "import type { V } from '#modules/org/org.contract.ts';\nexport type P = V;\n",
    'modules/org/org.contract.ts': 'export interface V { a: string }\n',
    'app/compose.ts': "import { x } from '#modules/officials/index.ts';\nexport const now = Date.now();\nexport { x };\n",
  });
  expect(result.out).toBe('');
  expect(result.status).toBe(0);
});

const BREACHES: [string, Record<string, string>, RegExp][] = [
  ['kernel imports a package', { 'kernel/a.ts': "import x from 'pg';\nexport { x };\n" }, /kernel imports package 'pg'/],
  ['kernel imports engine', { 'kernel/a.ts': "import { x } from '#engine/b.ts';\nexport { x };\n", 'engine/b.ts': 'export const x = 1;\n' }, /kernel imports engine/],
  ['engine does I/O', { 'engine/a.ts': "import { readFileSync } from 'node:fs';\nexport { readFileSync };\n" }, /engine imports 'node:fs'/],
  ['engine loads a file dynamically', { 'engine/a.ts': "export const x = () => import('node:fs');\n" }, /engine imports 'node:fs'/],
  ['engine imports platform by a relative path', { 'engine/t/a.ts': "import { x } from '../../platform/db.ts';\nexport { x };\n", 'platform/db.ts': 'export const x = 1;\n' }, /engine imports platform/],
  ['platform knows a module', { 'platform/a.ts': "import type { x } from '#modules/org/index.ts';\nexport type Y = x;\n", 'modules/org/index.ts': 'export type x = 1;\n' }, /platform imports modules/],
  ['a module reaches into another', { 'modules/checks/a.ts': "import { s } from '#modules/officials/official.store.ts';\nexport { s };\n", 'modules/officials/official.store.ts': 'export const s = 1;\n' }, /reaches into modules\/officials\/official\.store\.ts/],
  ['a module calls against the arrows', { 'modules/org/a.ts': "import { s } from '#modules/checks/index.ts';\nexport { s };\n", 'modules/checks/index.ts': 'export const s = 1;\n' }, /org calls checks against the arrows/],
  ['a route sees the store', { 'modules/org/org.routes.ts': "import { s } from './org.store.ts';\nexport { s };\n", 'modules/org/org.store.ts': 'export const s = 1;\n' }, /adapter imports its store/],
  ['a page calls an operation', { 'web/public/a.ts': "import { s } from '#modules/org/index.ts';\nexport { s };\n", 'modules/org/index.ts': 'export const s = 1;\n' }, /web\/public imports modules/],
  ['a module re-exports from web', { 'modules/org/index.ts': "export { s } from '#web/public/a.ts';\n", 'web/public/a.ts': 'export const s = 1;\n' }, /modules imports web/],
  ['a clock of its own', { 'modules/org/a.ts': 'export const now = () => new Date();\n' }, /ask ctx\.clock/],
  ['environment read outside config', { 'platform/db/a.ts': 'export const url = process.env.DATABASE_URL;\n' }, /platform\/config/],
  ['network from a module', { 'modules/org/a.ts': "export const go = () => fetch('http://127.0.0.1');\n" }, /platform\/channels/],
  ['randomness in the engine', { 'engine/a.ts': 'export const r = Math.random();\n' }, /ask platform\/crypto/],
  ['a file of 400 lines', { 'kernel/a.ts': 'export {};\n'.repeat(400) }, /longer than 300 lines/],
];
test.each(BREACHES)('%s is refused with what to do instead', (_name, files, expected) => {
  const result = walls(files);
  expect(result.out).toMatch(expected);
  expect(result.out).toContain('instead:');
  expect(result.status).toBe(1);
});

test('what stands only in a comment or a test is no breach', () => {
  const result = walls({
    'kernel/a.ts': '// new Date() is not allowed here\n/* Date.now() neither */\nexport const a = 1;\n',
    'engine/a.test.ts': "import { test } from 'vitest';\ntest('x', () => {});\n",
  });
  expect(result).toEqual({ status: 0, out: '' });
});
