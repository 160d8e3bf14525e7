import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { DomainError } from '#kernel/domain-error.ts';
import { newToken } from '#platform/crypto/index.ts';
import { chooseAccount, chooseLauncher, type Account, type Launcher } from './account.ts';
import { findBinaries, type Binaries } from './binaries.ts';
import { explainServerLog } from './explain.ts';

/** The supervised embedded server. `connection` changes only when it had to move to another port. */
export interface EmbeddedServer {
  connection(): Connection;
  stop(): Promise<void>;
}
export interface Connection { readonly host: string; readonly port: number; readonly user: string; readonly password: string; readonly database: string }
interface Note { readonly warn: (event: string, fields?: Record<string, string | number>) => void }

const ROLE = 'chinhdanh';
const SUPERUSER = 'postgres';
/** Rotated at the start when larger: a server that runs for years must not fill the disk with its own log. */
const LOG_LIMIT = 8 * 1024 * 1024;

interface Place { readonly dir: string; readonly cluster: string; readonly log: string; readonly account: Account | null; readonly launch: Launcher; readonly binaries: Binaries }

/** Written 0600 beside the cluster, so that the command line can reach the running server's database. */
export function readConnection(dataDir: string): Connection | null {
  try {
    return JSON.parse(readFileSync(join(dataDir, 'postgres', 'connection.json'), 'utf8')) as Connection; // written by this file
  } catch {
    return null;
  }
}

export async function startEmbedded(dataDir: string, note: Note): Promise<EmbeddedServer> {
  const place = prepare(dataDir);
  const secrets = readSecrets(place);
  if (!existsSync(join(place.cluster, 'PG_VERSION'))) await initCluster(place, secrets.superuser);
  checkVersion(place);
  await stopOrphan(place);
  const state = { child: await launchServer(place, secrets), isStopping: false, restarts: 0 };
  const watch = (running: Running): void => {
    running.child.once('exit', () => { if (!state.isStopping) void restart(); });
  };
  /** A crashed server is started again, slower each time, for as long as we live: the pool reconnects by itself. */
  async function restart(): Promise<void> {
    state.restarts += 1;
    note.warn('db.server-died', { restarts: state.restarts });
    await new Promise((done) => { setTimeout(done, Math.min(200 * 2 ** state.restarts, 10_000)); });
    if (state.isStopping) return;
    try {
      state.child = await launchServer(place, secrets);
      state.restarts = 0;
      watch(state.child);
    } catch {
      await restart();
    }
  }
  watch(state.child);
  return {
    connection: () => state.child.connection,
    stop: async () => { state.isStopping = true; await stopChild(state.child.child); rmSync(join(place.dir, 'connection.json'), { force: true }); },
  };
}

function prepare(dataDir: string): Place {
  const account = chooseAccount();
  const dir = join(dataDir, 'postgres');
  try {
    mkdirSync(dataDir, { recursive: true });
    // The account passes through our folder; what is secret in it is 0600 by itself.
    if (account) chmodSync(dataDir, 0o711);
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    if (account && statSync(dir).uid !== account.uid) chownSync(dir, account.uid, account.gid);
  } catch (cause) {
    throw new DomainError('data.not-writable', { dir: dataDir }, { cause });
  }
  if (!account && process.getuid && statSync(dir).uid !== process.getuid()) throw new DomainError('data.wrong-owner', { dir });
  return { dir, cluster: join(dir, 'cluster'), log: join(dir, 'server.log'), account, launch: chooseLauncher(account, dir), binaries: findBinaries(account) };
}

interface Secrets { readonly superuser: string; readonly role: string }

function readSecrets(place: Place): Secrets {
  const file = join(place.dir, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets; // written two lines below
  const secrets = { superuser: newToken(24), role: newToken(24) };
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

async function initCluster(place: Place, password: string): Promise<void> {
  // A first start that was killed half-way leaves a cluster without PG_VERSION's siblings: built aside and renamed, it is whole or absent.
  const part = `${place.cluster}.new`;
  rmSync(part, { recursive: true, force: true });
  const passwordFile = join(place.dir, 'initdb.pw');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (place.account) chownSync(passwordFile, place.account.uid, place.account.gid);
  const args = ['-D', part, '-U', SUPERUSER, '-E', 'UTF8', '--locale-provider=builtin', '--locale=C.UTF-8', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '--no-instructions'];
  const { code, output } = await runToEnd(place.launch(place.binaries.initdb, args, { stdio: ['ignore', 'pipe', 'pipe'] }));
  rmSync(passwordFile, { force: true });
  if (code !== 0) throw explainServerLog(output, place.dir);
  renameSync(part, place.cluster);
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

function checkVersion(place: Place): void {
  const made = readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8').trim();
  const have = place.binaries.version.split('.')[0] ?? '';
  if (made !== have) throw new DomainError('db.version-differs', { made, have, dir: place.dir });
}

/** A server left behind by a killed process still holds the cluster: we hold the folder's lock, so it has no owner and is stopped. */
async function stopOrphan(place: Place): Promise<void> {
  let pid: number;
  try { pid = Number(readFileSync(join(place.cluster, 'postmaster.pid'), 'utf8').split('\n')[0]); } catch { return; }
  if (!Number.isInteger(pid) || pid <= 1 || !isPostgres(pid)) return;
  process.kill(pid, 'SIGINT');
  for (let i = 0; i < 300 && isPostgres(pid); i += 1) await new Promise((done) => { setTimeout(done, 50); });
  if (isPostgres(pid)) process.kill(pid, 'SIGQUIT');
}

function isPostgres(pid: number): boolean {
  try { process.kill(pid, 0); } catch { return false; }
  // Pids are used again after a reboot: never signal somebody else's process.
  try { return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres'); } catch { return process.platform !== 'linux'; }
}

interface Running { readonly child: ChildProcess; readonly connection: Connection }

async function launchServer(place: Place, secrets: Secrets): Promise<Running> {
  for (let attempt = 0; ; attempt += 1) {
    const port = await freePort();
    try {
      return await launchOn(place, secrets, port);
    } catch (error) {
      // Between choosing a free port and using it somebody else may take it.
      if (!(error instanceof DomainError && error.code === 'db.port-taken') || attempt >= 4) throw error;
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Small on purpose: service and database together stay under 512 MB (design/quality). fsync and full_page_writes stay on: evidence outlives a power cut. */
const SERVER_SETTINGS = ['shared_buffers=64MB', 'max_connections=60', 'work_mem=4MB', 'maintenance_work_mem=32MB', 'max_wal_size=256MB', 'jit=off', 'huge_pages=off', 'log_min_messages=warning', 'log_min_error_statement=panic', 'log_parameter_max_length=0', 'log_parameter_max_length_on_error=0', 'unix_socket_directories=', 'listen_addresses=127.0.0.1', 'password_encryption=scram-sha-256', 'timezone=UTC'];

async function launchOn(place: Place, secrets: Secrets, port: number): Promise<Running> {
  if (existsSync(place.log) && statSync(place.log).size > LOG_LIMIT) renameSync(place.log, `${place.log}.old`);
  const from = existsSync(place.log) ? statSync(place.log).size : 0;
  const log = openSync(place.log, 'a', 0o600);
  const args = ['-D', place.cluster, '-p', String(port), ...SERVER_SETTINGS.flatMap((s) => ['-c', s])];
  const child = place.launch(place.binaries.postgres, args, { stdio: ['ignore', log, log], detached: true });
  closeSync(log);
  const exited = new Promise<'exited'>((done) => { child.once('exit', () => done('exited')); child.once('error', () => done('exited')); });
  const connection = { host: '127.0.0.1', port, user: ROLE, password: secrets.role, database: ROLE };
  const ready = await Promise.race([exited, untilReady({ ...connection, user: SUPERUSER, password: secrets.superuser, database: 'postgres' }, secrets.role)]);
  if (ready !== 'ready') {
    child.kill('SIGQUIT');
    throw explainServerLog(readFileSync(place.log, 'utf8').slice(from), place.dir);
  }
  writeFileSync(join(place.dir, 'connection.json'), JSON.stringify(connection), { mode: 0o600 });
  return { child, connection };
}

/** Recovery after a crash may take a while on a slow disk; longer than this is a fault to be shown. */
const READY_TRIES = 1200;

async function untilReady(connection: Connection, rolePassword: string): Promise<'ready' | 'late'> {
  for (let i = 0; i < READY_TRIES; i += 1) {
    const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await ensureRole(client, rolePassword);
      return 'ready';
    } catch {
      await new Promise((done) => { setTimeout(done, 50); });
    } finally {
      await client.end().catch(() => {});
    }
  }
  return 'late';
}

/** The application is an ordinary role that owns its database; the superuser is used only here. */
async function ensureRole(client: pg.Client, password: string): Promise<void> {
  const role = await client.query('select 1 from pg_roles where rolname = $1', [ROLE]);
  const quoted = client.escapeLiteral(password);
  await client.query(role.rowCount ? `alter role ${ROLE} password ${quoted}` : `create role ${ROLE} login password ${quoted}`);
  const database = await client.query('select 1 from pg_database where datname = $1', [ROLE]);
  if (!database.rowCount) await client.query(`create database ${ROLE} owner ${ROLE}`);
}

/** SIGINT = fast shutdown: sessions are ended, everything is written. */
function stopChild(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) { done(); return; }
    const force = setTimeout(() => child.kill('SIGQUIT'), 30_000);
    child.once('exit', () => { clearTimeout(force); done(); });
    child.kill('SIGINT');
  });
}
