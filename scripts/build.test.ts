import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
let project = '';
/** A small project with our own scripts and settings. */
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'build-'));
  for (const name of ['scripts', 'tsconfig.json', 'tsconfig.build.json', 'package.json', 'package-lock.json']) cpSync(join(ROOT, name), join(project, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'));
  mkdirSync(join(project, 'src', 'kernel'), { recursive: true });
  writeFileSync(join(project, 'src', 'kernel', 'a.ts'), 'export const word: string = \'first\';\n');
  writeFileSync(join(project, 'src', 'kernel', 'words.json'), '{}');
  writeFileSync(join(project, 'src', 'kernel', 'a.test.ts'), 'export {};\n');
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

interface Outcome { readonly status: number | null; readonly said: string }
function node(code: string): Promise<Outcome> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  child.stderr.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  return new Promise((done) => { child.once('close', (status) => done({ status, said })); });
}
const ensureBuilt = (): Promise<Outcome> => node(`import { ensureBuilt } from ${JSON.stringify(join(project, 'scripts', 'lib.mjs'))}; ensureBuilt();`);
const builds = (outcomes: readonly Outcome[]): number => outcomes.filter((o) => o.said.includes('Building')).length;
const word = (): string => readFileSync(join(project, 'dist', 'kernel', 'a.js'), 'utf8');
const clutter = (): string[] => [...readdirSync(project).filter((n) => n.startsWith('dist.')), ...readdirSync(join(project, '.tmp'))];

test('four starts at once on a fresh clone build once, and all find it whole', async () => {
  const outcomes = await Promise.all(Array.from({ length: 4 }, ensureBuilt));
  expect(outcomes.map((o) => o.status)).toEqual([0, 0, 0, 0]);
  expect(builds(outcomes)).toBe(1);
  expect(word()).toContain('first');
  expect(existsSync(join(project, 'dist', 'kernel', 'words.json'))).toBe(true);
  expect(existsSync(join(project, 'dist', 'kernel', 'a.test.js'))).toBe(false);
  expect(clutter()).toEqual([]);
});
test('a changed source is built again, a changed test is not', async () => {
  writeFileSync(join(project, 'src', 'kernel', 'a.test.ts'), 'export const changed = 1;\n');
  expect(builds([await ensureBuilt()])).toBe(0);
  writeFileSync(join(project, 'src', 'kernel', 'a.ts'), 'export const word: string = \'second\';\n');
  expect(builds([await ensureBuilt()])).toBe(1);
  expect(word()).toContain('second');
});
test('a dist that was built elsewhere is not taken for this one', async () => {
  writeFileSync(join(project, 'dist', '.built-from'), 'f'.repeat(64));
  writeFileSync(join(project, 'dist', 'kernel', 'a.js'), 'export const word = \'foreign\';\n');
  expect(builds([await ensureBuilt()])).toBe(1);
  expect(word()).toContain('second');
});
test('a build with an error leaves the old one in place and says so', async () => {
  writeFileSync(join(project, 'src', 'kernel', 'a.ts'), 'export const word: string = 5;\n');
  const { status, said } = await ensureBuilt();
  expect(status).not.toBe(0);
  expect(said).toContain('TS2322');
  expect(word()).toContain('second');
  expect(clutter()).toEqual([]);
  writeFileSync(join(project, 'src', 'kernel', 'a.ts'), 'export const word: string = \'third\';\n');
});
test('the lock of a killed build does not hold up the next one', async () => {
  mkdirSync(join(project, '.tmp', 'build.lock'), { recursive: true });
  writeFileSync(join(project, '.tmp', 'build.lock', 'pid'), '4194303');
  expect((await ensureBuilt()).status).toBe(0);
  expect(word()).toContain('third');
});
