import type { ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '#kernel/domain-error.ts';
import { newToken } from '#platform/crypto/index.ts';
import { chooseAccount, chooseLauncher, type Account, type Launcher } from './account.ts';
import { findBinaries, type Binaries } from './binaries.ts';
import { explainServerLog } from './explain.ts';

/** The embedded server's folder on disk: who owns it, where its parts are, how it is made. */
export interface Place { readonly dir: string; readonly cluster: string; readonly log: string; readonly account: Account | null; readonly launch: Launcher; readonly binaries: Binaries }
export interface Secrets { readonly superuser: string; readonly role: string }

export const SUPERUSER = 'postgres';

export function preparePlace(dataDir: string): Place {
  const dir = join(dataDir, 'postgres');
  const account = chooseAccount(dir);
  try {
    mkdirSync(dataDir, { recursive: true });
    if (account) openDoor(dataDir);
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    if (account && statSync(dir).uid !== account.uid) chownSync(dir, account.uid, account.gid);
  } catch (cause) {
    throw new DomainError('data.not-writable', { dir: dataDir }, { cause });
  }
  if (!account && process.getuid && statSync(dir).uid !== process.getuid()) throw new DomainError('data.wrong-owner', { dir, account: String(statSync(dir).uid) });
  return { dir, cluster: join(dir, 'cluster'), log: join(dir, 'server.log'), account, launch: chooseLauncher(account, dir), binaries: findBinaries(account) };
}

/** The account passes through our folder; what is secret in it is 0600 by itself. Only the missing bits are added: somebody may have named a shared folder. */
function openDoor(dataDir: string): void {
  const mode = statSync(dataDir).mode & 0o7777;
  if ((mode & 0o011) !== 0o011) chmodSync(dataDir, mode | 0o011);
}

/** Passwords of the two database roles, made once. Written aside and renamed: a power cut must not leave an empty file beside a living cluster. */
export function readSecrets(place: Place): Secrets {
  const file = join(place.dir, 'secrets.json');
  if (existsSync(file)) return parseSecrets(readText(file, place.dir), place.dir);
  if (existsSync(join(place.cluster, 'PG_VERSION'))) throw new DomainError('db.secrets-missing', { dir: place.dir });
  const secrets = { superuser: newToken(24), role: newToken(24) };
  writeWhole(file, JSON.stringify(secrets), place);
  return secrets;
}

function readText(file: string, dir: string): string {
  try { return readFileSync(file, 'utf8'); } catch (cause) { throw new DomainError('data.wrong-owner', { dir, account: '' }, { cause }); }
}

function parseSecrets(text: string, dir: string): Secrets {
  try {
    const { superuser, role } = JSON.parse(text) as Partial<Secrets>; // written by readSecrets; both fields are checked
    if (typeof superuser === 'string' && typeof role === 'string') return { superuser, role };
  } catch { /* falls through to the error below */ }
  throw new DomainError('db.secrets-missing', { dir });
}

/** Writes a file 0600 whole or not at all. */
export function writeWhole(file: string, text: string, place: Place): void {
  const part = `${file}.part`;
  try {
    rmSync(part, { force: true });
    writeFileSync(part, text, { mode: 0o600, flush: true });
    renameSync(part, file);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : '';
    throw new DomainError(code === 'ENOSPC' || code === 'EDQUOT' ? 'db.disk-full' : 'data.not-writable', { dir: place.dir, detail: String(code) }, { cause });
  }
}

/** Makes the cluster when there is none. A first start that was killed half-way would leave half a cluster: built aside and renamed, it is whole or absent. */
export async function ensureCluster(place: Place, secrets: Secrets): Promise<void> {
  if (!existsSync(join(place.cluster, 'PG_VERSION'))) await initCluster(place, secrets.superuser);
  const made = readText(join(place.cluster, 'PG_VERSION'), place.dir).trim();
  const have = place.binaries.version.split('.')[0] ?? '';
  if (made !== have) throw new DomainError('db.version-differs', { made, have, dir: place.dir });
}

async function initCluster(place: Place, password: string): Promise<void> {
  // Files without PG_VERSION are somebody's damaged data, not ours to replace.
  if (existsSync(place.cluster) && readdirSync(place.cluster).length > 0) throw new DomainError('db.start-failed', { dir: place.dir, detail: 'PG_VERSION is missing' });
  const part = `${place.cluster}.new`;
  rmSync(part, { recursive: true, force: true });
  const passwordFile = join(place.dir, 'initdb.pw');
  writeWhole(passwordFile, `${password}\n`, place);
  try {
    if (place.account) chownSync(passwordFile, place.account.uid, place.account.gid);
    // The builtin provider needs no locale of the operating system, so that every machine sorts and folds alike.
    const args = ['-D', part, '-U', SUPERUSER, '-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '--no-instructions'];
    const { code, output } = await runToEnd(place.launch(place.binaries.initdb, args, { stdio: ['ignore', 'pipe', 'pipe'] }));
    if (code !== 0) throw explainServerLog(output, place.dir);
    renameSync(part, place.cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(part, { recursive: true, force: true });
  }
}

function runToEnd(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    let output = '';
    const add = (chunk: Buffer): void => { if (output.length < 65_536) output += chunk.toString(); };
    child.stdout?.on('data', add);
    child.stderr?.on('data', add);
    child.on('error', (error) => resolve({ code: 70, output: `${output}${error.message}` }));
    child.on('close', (code) => resolve({ code, output }));
  });
}
