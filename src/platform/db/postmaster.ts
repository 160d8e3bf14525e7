import { spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DomainError } from '#kernel/domain-error.ts';
import { SUPERUSER, writeWhole, type Place, type Secrets } from './cluster.ts';
import { explainConnection, explainServerLog } from './explain.ts';

export interface Connection { readonly host: string; readonly port: number; readonly user: string; readonly password: string; readonly database: string }
/** One running PostgreSQL server and how to reach it. */
export interface Running { readonly child: ChildProcess; readonly connection: Connection }

const ROLE = 'chinhdanh';
/** Rotated at the start when larger: a server that runs for years must not fill the disk with its own log. */
const LOG_LIMIT = 8 * 1024 * 1024;
/** Somebody else takes the chosen port, or the last workers of a killed server are still letting go of its shared memory: both pass. */
const PASSING = new Set(['db.port-taken', 'db.cluster-in-use']);
const LAUNCH_TRIES = 20;

export async function launchServer(place: Place, secrets: Secrets, signal: AbortSignal): Promise<Running> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      return await launchOn(place, secrets, port, signal);
    } catch (error) {
      if (!(error instanceof DomainError && PASSING.has(error.code)) || attempt >= LAUNCH_TRIES || signal.aborted) throw error;
      await sleep(250);
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

/**
 * Small on purpose: service and database together stay under 512 MB (design/quality). fsync and full_page_writes stay on: evidence outlives a power cut.
 * The server's log gets what the operator needs (LOG, FATAL, PANIC) and nothing of statements: an ERROR repeats the value it stumbled over, and values are phones and accounts.
 */
const SERVER_SETTINGS = [
  'shared_buffers=64MB', 'max_connections=60', 'work_mem=4MB', 'maintenance_work_mem=32MB', 'max_wal_size=256MB', 'jit=off', 'huge_pages=off', 'max_parallel_workers_per_gather=0',
  'log_min_messages=log', 'log_error_verbosity=terse', 'log_min_error_statement=panic', 'log_parameter_max_length=0', 'log_parameter_max_length_on_error=0', 'log_checkpoints=off', 'log_statement=none', 'log_min_duration_statement=-1',
  'unix_socket_directories=', 'listen_addresses=127.0.0.1', 'password_encryption=scram-sha-256', 'timezone=UTC', 'log_timezone=UTC', 'logging_collector=off', 'log_destination=stderr',
];

async function launchOn(place: Place, secrets: Secrets, port: number, signal: AbortSignal): Promise<Running> {
  if (existsSync(place.log) && statSync(place.log).size > LOG_LIMIT) renameSync(place.log, `${place.log}.old`);
  const from = existsSync(place.log) ? statSync(place.log).size : 0;
  const log = openLog(place);
  const args = ['-D', place.cluster, '-p', String(port), ...SERVER_SETTINGS.flatMap((s) => ['-c', s])];
  // Detached: Ctrl-C in the terminal reaches us alone, and we stop the server after the last request.
  const child = place.launch(place.binaries.postgres, args, { stdio: ['ignore', log, log], detached: true });
  closeSync(log);
  const connection = { host: '127.0.0.1', port, user: ROLE, password: secrets.role, database: ROLE };
  const waiting = new AbortController();
  const exited = new Promise<'exited'>((done) => { child.once('exit', () => done('exited')); child.once('error', () => done('exited')); });
  const admin = { ...connection, user: SUPERUSER, password: secrets.superuser, database: 'postgres' };
  const outcome = await Promise.race([exited, untilReady(admin, secrets.role, place.dir, AbortSignal.any([signal, waiting.signal]))]);
  waiting.abort();
  if (outcome !== 'ready') {
    await stopChild(child, 'SIGQUIT');
    throw outcome instanceof DomainError ? outcome : explainServerLog(readFileSync(place.log).subarray(from).toString('utf8'), place.dir);
  }
  writeWhole(join(place.dir, 'connection.json'), JSON.stringify(connection), place);
  return { child, connection };
}

function openLog(place: Place): number {
  try { return openSync(place.log, 'a', 0o600); } catch (cause) { throw new DomainError('data.not-writable', { dir: place.dir }, { cause }); }
}

/** Recovery after a crash may take a while on a slow disk; longer than this (about a minute) is a fault to be shown. */
const READY_TRIES = 1200;
/** The password is wrong for good, not because a foreign server answered on our port for a moment. */
const REFUSALS = 20;
/** Not there yet: no listener, connection cut, starting up, shutting down. */
const NOT_YET = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P03', '57P01', '57P02', '']);

async function untilReady(connection: Connection, rolePassword: string, dir: string, signal: AbortSignal): Promise<'ready' | 'late' | DomainError> {
  let refusals = 0;
  for (let i = 0; i < READY_TRIES && !signal.aborted; i += 1) {
    const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5000, ssl: false });
    client.on('error', () => {});
    try {
      await client.connect();
      await ensureRole(client, rolePassword);
      return 'ready';
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (code === '28P01') { refusals += 1; if (refusals >= REFUSALS) return new DomainError('db.secrets-missing', { dir }); }
      else if (!NOT_YET.has(code)) return explainConnection(error, dir);
      await sleep(50);
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

/** SIGINT = fast shutdown: sessions are ended, everything is written. SIGQUIT = at once; the next start recovers from the log. */
export function stopChild(child: ChildProcess, how: 'SIGINT' | 'SIGQUIT' = 'SIGINT'): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) { done(); return; }
    const force = setTimeout(() => child.kill('SIGQUIT'), 30_000);
    child.once('exit', () => { clearTimeout(force); done(); });
    child.kill(how);
  });
}

/** A server left behind by a killed process still holds the cluster: we hold the folder's lock, so it has no owner and is stopped. */
export async function stopOrphan(place: Place): Promise<void> {
  const pid = readPid(place);
  if (pid === null || !isOurServer(pid, place)) return;
  for (const [how, tries] of [['SIGINT', 300], ['SIGQUIT', 100]] as const) {
    try { process.kill(pid, how); } catch { return; }
    for (let i = 0; i < tries && isOurServer(pid, place); i += 1) await sleep(50);
  }
  if (isOurServer(pid, place)) throw new DomainError('db.cluster-in-use', { dir: place.dir, detail: `pid ${pid}` });
}

function readPid(place: Place): number | null {
  let text: string;
  try { text = readFileSync(join(place.cluster, 'postmaster.pid'), 'utf8'); } catch { return null; }
  const pid = Number(text.split('\n')[0]);
  return Number.isInteger(pid) && pid > 1 ? pid : null;
}

/** Pids are used again after a reboot, perhaps by another PostgreSQL: only the server that works in our cluster's folder is ours to stop. */
function isOurServer(pid: number, place: Place): boolean {
  if (process.platform === 'win32') return false; // it cannot be told there; the server's own lock file then refuses the start
  try { process.kill(pid, 0); } catch { return false; }
  if (process.platform !== 'linux') return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.includes(place.cluster) ?? false;
  try {
    if (readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')) return false;
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(place.cluster);
  } catch {
    return false;
  }
}

export function forgetConnection(place: Place): void {
  rmSync(join(place.dir, 'connection.json'), { force: true });
}
