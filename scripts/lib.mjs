// Shared by start, test, build, check: plain Node, no package needed, because it runs before `npm ci`.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
/** Inside dist/: a dist that was copied from elsewhere brings its own stamp and is not taken for ours. */
export const STAMP = '.built-from';

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
  for (const path of paths) hash.update(relative(ROOT, path).split(sep).join('/')).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}
function walk(dir) {
  return readdirSync(dir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((e) => (e.isDirectory() ? walk(join(dir, e.name)) : [join(dir, e.name)]));
}
const readStamp = (path) => { try { return readFileSync(path, 'utf8'); } catch { return ''; } };

const isAlive = (pid) => { try { process.kill(pid, 0); return true; } catch (error) { return error.code === 'EPERM'; } };
const pause = (ms) => { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms); };

/**
 * Two starts at once on one checkout must not install or build into each other. A folder is the lock (made by exactly one); its holder's pid stands in it.
 * Waiting is bounded, and a lock whose holder has died is taken away.
 */
export function withLock(name, act) {
  const lock = join(ROOT, '.tmp', `${name}.lock`);
  mkdirSync(join(ROOT, '.tmp'), { recursive: true });
  for (let waited = 0; !take(lock); waited += 200) {
    if (waited === 1000) console.error(`Đang chờ một tiến trình khác (${name})… / Waiting for another process (${name})…`);
    if (waited > 600_000) { console.error(`${lock}: quá lâu / held too long`); process.exit(70); }
    pause(200);
  }
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.once('exit', release); // run() ends the process on failure
  try { return act(); } finally { process.off('exit', release); release(); }
}

function take(lock) {
  // The pid is in the folder before the folder has the name that others look for.
  const mine = `${lock}.${process.pid}`;
  rmSync(mine, { recursive: true, force: true });
  mkdirSync(mine);
  writeFileSync(join(mine, 'pid'), String(process.pid));
  try { renameSync(mine, lock); return true; } catch { rmSync(mine, { recursive: true, force: true }); }
  const holder = readStamp(join(lock, 'pid'));
  if (holder !== '' && !isAlive(Number(holder))) bury(lock, holder);
  return false;
}

/** Moved away before it is deleted: two who find the same dead lock must not delete the one that the quicker of them has taken since. */
function bury(lock, holder) {
  const grave = `${lock}.dead.${process.pid}`;
  try { renameSync(lock, grave); } catch { return; }
  if (readStamp(join(grave, 'pid')) === holder) rmSync(grave, { recursive: true, force: true });
  else try { renameSync(grave, lock); } catch { rmSync(grave, { recursive: true, force: true }); }
}

/** Installs exactly the lockfile when node_modules is missing or belongs to another lockfile or kind of machine. */
export function ensureInstalled() {
  const stamp = join(ROOT, 'node_modules', '.chinhdanh-installed');
  const isCurrent = () => readStamp(stamp) === `${digest([join(ROOT, 'package-lock.json')])} ${process.platform}-${process.arch}`;
  if (isCurrent()) return;
  withLock('install', () => {
    if (isCurrent()) return;
    // A node_modules that npm itself filled from this lockfile is as good as ours: npm keeps its own copy of the lockfile inside.
    const npms = join(ROOT, 'node_modules', '.package-lock.json');
    const isFresh = existsSync(npms) && statSync(npms).mtimeMs >= statSync(join(ROOT, 'package-lock.json')).mtimeMs;
    if (!isFresh) {
      console.error('Đang cài các gói cần thiết (npm ci)… / Installing packages (npm ci)…');
      // --include=dev: the build needs the compiler even where NODE_ENV=production is set.
      run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
    }
    writeFileSync(stamp, `${digest([join(ROOT, 'package-lock.json')])} ${process.platform}-${process.arch}`);
  });
}

/** What a build depends on. Tests and notes are not compiled, so editing them makes nothing stale. */
export function sourceDigest() {
  const sources = walk(join(ROOT, 'src')).filter((path) => !/(?:\.test\.tsx?|\.md)$/.test(path));
  return digest([...sources, ...['tsconfig.json', 'tsconfig.build.json', 'package.json', 'package-lock.json', 'scripts/build.mjs'].map((name) => join(ROOT, name))]);
}

/** Compiles src/ to dist/ when any source, or the compiler's settings, changed since the last build. */
export function ensureBuilt() {
  const isCurrent = () => readStamp(join(ROOT, 'dist', STAMP)) === sourceDigest();
  if (isCurrent()) return;
  withLock('build', () => {
    if (isCurrent()) return;
    console.error('Đang dựng chương trình… / Building…');
    run(process.execPath, [join(ROOT, 'scripts', 'build.mjs')]);
  });
}
