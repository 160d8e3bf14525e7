import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { DomainError } from '#kernel/domain-error.ts';

/** PostgreSQL refuses to run as root, so root's service runs it under an unprivileged account. Null: we are not root and run it as ourselves. */
export interface Account { readonly name: string; readonly uid: number; readonly gid: number }

const OURS = ['chinhdanh', 'postgres', 'nobody'];

/** `dir`: the database folder, if it exists already: the account that made it keeps it, also when a better one has been created since. */
export function chooseAccount(dir: string): Account | null {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return null;
  const owner = ownerOf(dir);
  if (owner !== null && owner !== 0) {
    const name = accounts().find((a) => a.uid === owner)?.name ?? String(owner);
    const account = findAccount(name);
    // The folder of an ordinary person: root taking it over would lock that person out of his own data.
    if (!account || !OURS.includes(name)) throw new DomainError('data.wrong-owner', { dir, account: name });
    return account;
  }
  const found = findAccount('chinhdanh') ?? findAccount('postgres');
  if (found) return found;
  spawnSync('useradd', ['--system', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', 'chinhdanh'], { stdio: 'ignore' });
  const account = findAccount('chinhdanh') ?? findAccount('nobody');
  if (!account) throw new DomainError('db.no-account');
  return account;
}

function ownerOf(dir: string): number | null {
  try { return statSync(dir).uid; } catch { return null; }
}

function accounts(): Account[] {
  let passwd: string;
  try { passwd = readFileSync('/etc/passwd', 'utf8'); } catch { return []; }
  return passwd.split('\n').map((l) => l.split(':')).filter((f) => f.length >= 4).map((f) => ({ name: f[0] ?? '', uid: Number(f[2]), gid: Number(f[3]) }));
}
const findAccount = (name: string): Account | null => accounts().find((a) => a.name === name) ?? null;

/** How programs are started for the account: plainly, or with the one capability to pass parent folders that it may not read. */
export type Launcher = (file: string, args: readonly string[], options: SpawnOptions) => ChildProcess;

/**
 * Nothing of our environment reaches the server: PGOPTIONS, LD_LIBRARY_PATH or a secret in it are none of its business, and LC_ALL=C keeps its messages in the
 * language that `explain.ts` reads. Windows programs need their environment to start at all.
 */
const CLEAN: SpawnOptions = process.platform === 'win32' ? {} : { env: { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' } };

/**
 * A data folder below a 0700 folder (/root, mktemp -d) belongs to the account but lies behind closed doors. `dac_read_search` opens exactly those;
 * containers often drop it and keep the wider `dac_override`, so that comes second.
 */
export function chooseLauncher(account: Account | null, dir: string): Launcher {
  if (!account) return (file, args, options) => spawn(file, args, { ...CLEAN, ...options });
  const { uid, gid, name } = account;
  if (spawnSync('ls', [dir], { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0) return (file, args, options) => spawn(file, args, { ...CLEAN, ...options, uid, gid, cwd: '/' });
  for (const capability of ['dac_read_search', 'dac_override']) {
    const prefix = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', `--inh-caps=+${capability}`, `--ambient-caps=+${capability}`];
    if (spawnSync('setpriv', [...prefix, 'ls', dir], { cwd: '/', stdio: 'ignore' }).status === 0) {
      return (file, args, options) => spawn('setpriv', [...prefix, file, ...args], { ...CLEAN, ...options, cwd: '/' });
    }
  }
  throw new DomainError('db.folder-unreachable', { dir, account: name });
}
