import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** A server process as an office runs it: the command, its own data folder, a port of the loopback address. */
export interface RunningServer { readonly url: string; readonly pid: number; /** Milliseconds from the call of the command until /readyz answered 200. */ readonly readyMs: number; stop(): Promise<number> }
export type Settings = Readonly<Record<string, string>>;

/** One generator is one address, and it asks for few identifiers often: limits made for people would measure themselves. */
export const RAISED: Settings = { RATE_PER_MINUTE: '1000000', CHECKS_PER_IDENTIFIER: '1000000' };
const COMMAND = join('bin', 'chinhdanh');
const START_LIMIT_MS = 60_000;

/** Only what every program needs of the environment: DATABASE_URL or PORT of the shell must not decide what is measured. */
export const environment = (settings: Settings): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: 'C.UTF-8', ...settings });

export async function startServer(dataDir: string, settings: Settings = {}): Promise<RunningServer> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const began = performance.now();
  const child = spawn(process.execPath, [COMMAND, 'serve'], { env: environment({ CHINHDANH_DATA: dataDir, PORT: new URL(url).port, LOG_LEVEL: 'info', ...settings }), stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => { said = (said + chunk.toString()).slice(-2000); });
  try {
    await untilReady(url, child, began);
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`the server did not get ready: ${said}`, { cause: error });
  }
  return { url, pid: child.pid ?? 0, readyMs: performance.now() - began, stop: () => stop(child) };
}

async function untilReady(url: string, child: ChildProcess, began: number): Promise<void> {
  while (performance.now() - began < START_LIMIT_MS) {
    if (child.exitCode !== null) throw new Error(`exit code ${child.exitCode}`);
    const isReady = await fetch(`${url}/readyz`).then(async (r) => { await r.arrayBuffer(); return r.status === 200; }, () => false);
    if (isReady) return;
    await new Promise((done) => { setTimeout(done, 10); });
  }
  throw new Error(`not ready after ${START_LIMIT_MS} ms`);
}

/** Milliseconds until the process was gone. */
async function stop(child: ChildProcess): Promise<number> {
  const began = performance.now();
  const gone = child.exitCode === null ? once(child, 'exit') : Promise.resolve();
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await gone;
  clearTimeout(late);
  return performance.now() - began;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  server.close();
  await once(server, 'close');
  return typeof at === 'object' && at ? at.port : 0;
}

/** Runs one command to its end; its standard output. */
export async function runCommand(args: readonly string[], settings: Settings): Promise<{ code: number; ms: number; stdout: string; stderr: string }> {
  const began = performance.now();
  const child = spawn(process.execPath, [COMMAND, ...args], { env: environment(settings), stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => { stdout += chunk.toString(); });
  child.stderr.on('data', (chunk: Buffer) => { stderr = (stderr + chunk.toString()).slice(-20_000); });
  await once(child, 'close');
  return { code: child.exitCode ?? 70, ms: performance.now() - began, stdout, stderr };
}

const MIB = 2 ** 20;

/** Resident memory of one process, MiB. Linux only; NaN elsewhere. */
export function residentMiB(pid: number): number {
  try {
    return (Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024) / MIB;
  } catch {
    return Number.NaN;
  }
}

/** PostgreSQL below the server: proportional set sizes, because a page of shared buffers that ten processes map is one page. MiB, NaN where the kernel does not say. */
export function postgresMiB(serverPid: number): number {
  const pids = descendants(serverPid);
  if (pids.length === 0) return Number.NaN;
  try {
    return pids.reduce((sum, pid) => sum + Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]) * 1024, 0) / MIB;
  } catch {
    return Number.NaN;
  }
}

export interface CpuTime { readonly node: number; readonly postgres: number }

/** Milliseconds of processor time that the server and its PostgreSQL have used so far. Waiting for other people's work is not in it, so it holds on a busy machine too. */
export const cpuTime = (serverPid: number): CpuTime => ({ node: ticksOf(serverPid), postgres: descendants(serverPid).reduce((sum, pid) => sum + ticksOf(pid), 0) });

/** The kernel counts in hundredths of a second. */
function ticksOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}

function descendants(root: number): number[] {
  const parents = new Map<number, number>();
  try {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
      } catch { /* gone meanwhile */ }
    }
  } catch { return []; }
  const isBelow = (pid: number): boolean => { const parent = parents.get(pid); return parent === root || (parent !== undefined && parent > 1 && isBelow(parent)); };
  return [...parents.keys()].filter(isBelow);
}
