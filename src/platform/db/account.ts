import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { DomainError } from '#kernel/domain-error.ts';

/** PostgreSQL refuses to run as root, so root's service runs it under an unprivileged account. Null: we are not root and run it as ourselves. */
export interface Account { readonly name: string; readonly uid: number; readonly gid: number }

export function chooseAccount(): Account | null {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return null;
  const found = findAccount('chinhdanh') ?? findAccount('postgres');
  if (found) return found;
  spawnSync('useradd', ['--system', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', 'chinhdanh'], { stdio: 'ignore' });
  const account = findAccount('chinhdanh') ?? findAccount('nobody');
  if (!account) throw new DomainError('db.no-account');
  return account;
}

function findAccount(name: string): Account | null {
  let passwd: string;
  try { passwd = readFileSync('/etc/passwd', 'utf8'); } catch { return null; }
  const fields = passwd.split('\n').map((l) => l.split(':')).find((f) => f[0] === name);
  return fields ? { name, uid: Number(fields[2]), gid: Number(fields[3]) } : null;
}

/** How programs are started for the account: plainly, or with the one capability to pass parent folders that it may not read. */
export type Launcher = (file: string, args: readonly string[], options: SpawnOptions) => ChildProcess;

/**
 * A data folder below a 0700 folder (/root, mktemp -d) belongs to the account but lies behind closed doors. `dac_read_search` opens exactly those;
 * containers often drop it and keep the wider `dac_override`, so that comes second.
 */
export function chooseLauncher(account: Account | null, dir: string): Launcher {
  if (!account) return (file, args, options) => spawn(file, args, options);
  const { uid, gid, name } = account;
  if (spawnSync('ls', [dir], { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0) return (file, args, options) => spawn(file, args, { ...options, uid, gid, cwd: '/' });
  for (const capability of ['dac_read_search', 'dac_override']) {
    const prefix = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', `--inh-caps=+${capability}`, `--ambient-caps=+${capability}`];
    if (spawnSync('setpriv', [...prefix, 'ls', dir], { cwd: '/', stdio: 'ignore' }).status === 0) {
      return (file, args, options) => spawn('setpriv', [...prefix, file, ...args], { ...options, cwd: '/' });
    }
  }
  throw new DomainError('db.folder-unreachable', { dir, account: name });
}
