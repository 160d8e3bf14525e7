// Shared by start, test, build, check: plain Node, no package needed, because it runs before `npm ci`.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMPS = join(ROOT, 'node_modules', '.chinhdanh');

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Cần Node.js ≥ 20.19, máy này có ${process.versions.node}.\nNode.js ≥ 20.19 is needed, this is ${process.versions.node}.`);
  process.exit(2);
}

/** Runs a command in the project folder; on failure ends this process with its exit code. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32', ...options });
  if (result.error) { console.error(`${command}: ${result.error.message}`); process.exit(70); }
  if (result.status !== 0 && !options.mayFail) process.exit(result.status ?? 70);
  return result;
}

/** The binary of a development tool, by file, so that no shell and no PATH is needed. */
export const tool = (path) => join(ROOT, 'node_modules', path);

function digest(paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}
function walk(dir) {
  return readdirSync(dir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((e) => (e.isDirectory() ? walk(join(dir, e.name)) : [join(dir, e.name)]));
}
const readStamp = (name) => (existsSync(join(STAMPS, name)) ? readFileSync(join(STAMPS, name), 'utf8') : '');
function writeStamp(name, value) { mkdirSync(STAMPS, { recursive: true }); writeFileSync(join(STAMPS, name), value); }

/** Installs exactly the lockfile when node_modules is missing or belongs to another lockfile or Node major version. */
export function ensureInstalled() {
  const wanted = `${digest([join(ROOT, 'package-lock.json')])} ${process.platform}-${process.arch}`;
  if (readStamp('installed') === wanted) return;
  // A node_modules that npm itself filled from this lockfile is as good as ours: npm keeps its own copy of the lockfile inside.
  const fresh = existsSync(join(ROOT, 'node_modules', '.package-lock.json'))
    && statSync(join(ROOT, 'node_modules', '.package-lock.json')).mtimeMs >= statSync(join(ROOT, 'package-lock.json')).mtimeMs;
  if (!fresh) {
    console.error('Đang cài các gói cần thiết (npm ci)… / Installing packages (npm ci)…');
    // --include=dev: the build needs the compiler even where NODE_ENV=production is set.
    run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  writeStamp('installed', wanted);
}

/** Compiles src/ to dist/ when any source, or the compiler's settings, changed since the last build. */
export function ensureBuilt() {
  const inputs = [...walk(join(ROOT, 'src')), join(ROOT, 'tsconfig.json'), join(ROOT, 'tsconfig.build.json'), join(ROOT, 'package-lock.json'), join(ROOT, 'scripts', 'build.mjs')];
  const wanted = digest(inputs);
  if (existsSync(join(ROOT, 'dist')) && readStamp('built') === wanted) return;
  console.error('Đang dựng chương trình… / Building…');
  run(process.execPath, [join(ROOT, 'scripts', 'build.mjs')]);
  writeStamp('built', wanted);
}
