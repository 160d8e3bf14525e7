import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The built program as a child process, as it is started in an office. */
const MAIN = join(import.meta.dirname, '..', '..', 'dist', 'app', 'main.js');

export interface ServerOptions {
  /** Default: a new folder, removed by stopAll. */
  readonly dataDir?: string;
  /** Default: the embedded server in the data folder. */
  readonly databaseUrl?: string;
  /** Added to the defaults of a test: a free port, no limit that a test client would meet. */
  readonly env?: Readonly<Record<string, string>>;
}
/** For a test that needs no sample province: loading it takes most of a first start. `startServer({ ...bare, … })` */
export const bare: ServerOptions = { env: { SAMPLE: 'off' } };
export interface Exit { readonly code: number | null; readonly signal: NodeJS.Signals | null }
export interface RunningServer {
  readonly url: string;
  readonly child: ChildProcess;
  readonly dataDir: string;
  readonly exited: Promise<Exit>;
  /** As the operator does it. */
  stop(signal?: 'SIGTERM' | 'SIGINT'): Promise<Exit>;
  /** As a power cut does it; the embedded PostgreSQL stays behind, as it would. */
  kill9(): Promise<void>;
  /** What it wrote to standard error. */
  logs(): string;
}
export interface Outcome extends Exit { readonly out: string; readonly err: string }

const children = new Set<ChildProcess>();
const folders = new Set<string>();

export function newDataDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'chinhdanh-flow-'));
  folders.add(dir);
  return dir;
}

/** Nothing of this process' own settings reaches the program: a DATABASE_URL in the developer's shell must not be written to. */
function environment({ databaseUrl, env = {} }: ServerOptions, dataDir: string): Record<string, string> {
  const { PATH = '', HOME = '/', TMPDIR } = process.env;
  return {
    PATH, HOME, ...(TMPDIR ? { TMPDIR } : {}), CHINHDANH_DATA: dataDir, PORT: '0', RATE_PER_MINUTE: '1000000', CHECKS_PER_IDENTIFIER: '1000000',
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}), ...env,
  };
}

function launch(args: readonly string[], options: ServerOptions, dataDir: string): { child: ChildProcess; exited: Promise<Exit>; out: () => string; err: () => string } {
  // A process group of its own, as in a terminal: Ctrl-C reaches the program and whatever it left in the group.
  const child = spawn(process.execPath, [MAIN, ...args], { env: environment(options, dataDir), cwd: tmpdir(), stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  children.add(child);
  let out = '';
  let err = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => { out += text; });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => { err += text; });
  const exited = new Promise<Exit>((done) => { child.once('close', (code, signal) => { children.delete(child); done({ code, signal }); }); });
  return { child, exited, out: () => out, err: () => err };
}

/** Runs a command to its end. */
export async function runCommand(args: readonly string[], options: ServerOptions = {}): Promise<Outcome> {
  const { exited, out, err } = launch(args, options, options.dataDir ?? newDataDir());
  return { ...(await exited), out: out(), err: err() };
}

/** Starts `serve` and waits until it says where it listens. Throws with everything it said when it ends before. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const dataDir = options.dataDir ?? newDataDir();
  const { child, exited, err } = launch(['serve'], options, dataDir);
  const listening = new Promise<number>((done) => {
    child.stderr?.on('data', () => { const port = listeningPort(err()); if (port !== null) done(port); });
  });
  const port = await Promise.race([listening, exited.then(({ code, signal }) => { throw new Error(`the server ended before it listened (${code ?? signal}):\n${err()}`); })]);
  const send = async (signal: NodeJS.Signals): Promise<Exit> => { child.kill(signal); return exited; };
  return { url: `http://127.0.0.1:${port}`, child, dataDir, exited, stop: (signal = 'SIGTERM') => send(signal), kill9: async () => { await send('SIGKILL'); }, logs: err };
}

/** From the log line {"msg":"server.listening","port":N}. */
function listeningPort(log: string): number | null {
  for (const line of log.split('\n')) {
    if (!line.includes('"server.listening"')) continue;
    try {
      const { msg, port } = JSON.parse(line) as { msg?: unknown; port?: unknown };
      if (msg === 'server.listening' && typeof port === 'number') return port;
    } catch { /* not whole yet */ }
  }
  return null;
}

/** The embedded server's process, or null. */
export function databasePid(dataDir: string): number | null {
  try { return Number(readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]); } catch { return null; }
}
/** A process that has ended but whom nobody has buried yet (its parent was killed) is not alive. */
export function isAlive(pid: number): boolean {
  try { process.kill(pid, 0); } catch { return false; }
  try { return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z '); } catch { return process.platform !== 'linux'; }
}

/** For afterAll: ends what a test started, also the databases that killed programs left behind, and removes their folders. */
export async function stopAll(): Promise<void> {
  for (const child of children) child.kill('SIGKILL');
  for (const dir of folders) {
    const pid = databasePid(dir);
    if (pid !== null && isAlive(pid)) {
      process.kill(pid, 'SIGQUIT');
      for (let i = 0; i < 200 && isAlive(pid); i += 1) await sleep(50);
    }
    rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
  folders.clear();
}
