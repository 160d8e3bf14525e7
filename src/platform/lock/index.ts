import { createServer, connect, type Server } from 'node:net';
import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '#kernel/domain-error.ts';

/**
 * One process per data folder. The lock is a listening local socket, so the kernel releases it when the process dies, kill -9 included; a pid file could lie.
 * On Linux the socket is abstract (no file that could be left behind). Whoever comes second asks the socket who holds it.
 */
export interface Holder { readonly pid: number; readonly since: string; readonly url: string | null }
export interface Lock {
  /** Tells later comers where the service answers. */
  announce(url: string): void;
  release(): Promise<void>;
}

function addressOf(dir: string): string {
  const name = `chinhdanh-${createHash('sha256').update(realpathSync(dir)).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

/** Throws DomainError `data.locked` {dir, pid, since, url} when another process holds the folder. */
export async function lockFolder(dir: string, now: () => Date): Promise<Lock> {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const address = addressOf(dir);
  let holder: Holder = { pid: process.pid, since: now().toISOString(), url: null };
  const server = createServer((socket) => { socket.on('error', () => {}); socket.end(JSON.stringify(holder)); });
  if (!(await listens(server, address))) {
    const other = await askHolder(dir);
    // A socket file without a listener is a leftover of a killed process (macOS, BSD only).
    if (other || process.platform === 'linux' || process.platform === 'win32') throw lockedError(dir, other);
    rmSync(address, { force: true });
    if (!(await listens(server, address))) throw lockedError(dir, await askHolder(dir));
  }
  server.unref();
  return {
    announce: (url) => { holder = { ...holder, url }; },
    release: () => new Promise((done) => { server.close(() => done()); }),
  };
}

function lockedError(dir: string, holder: Holder | null): DomainError {
  return new DomainError('data.locked', { dir, pid: holder?.pid ?? 0, since: holder?.since ?? '', url: holder?.url ?? '' });
}

function listens(server: Server, address: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => { if (error.code === 'EADDRINUSE') resolve(false); else reject(error); };
    server.once('error', onError);
    server.listen(address, () => { server.off('error', onError); resolve(true); });
  });
}

/** Who holds the folder; null when nobody does. */
export function askHolder(dir: string): Promise<Holder | null> {
  return new Promise((resolve) => {
    let text = '';
    let address: string;
    try { address = addressOf(dir); } catch { resolve(null); return; }
    const socket = connect(address);
    socket.setTimeout(2000, () => socket.destroy());
    socket.on('data', (chunk: Buffer) => { if (text.length < 4096) text += chunk.toString(); });
    socket.on('error', () => resolve(null));
    socket.on('close', () => resolve(parseHolder(text)));
  });
}

function parseHolder(text: string): Holder | null {
  try {
    const value = JSON.parse(text) as Partial<Holder>; // written by announce() above; each field is checked
    return typeof value.pid === 'number' && typeof value.since === 'string' ? { pid: value.pid, since: value.since, url: typeof value.url === 'string' ? value.url : null } : null;
  } catch {
    return null;
  }
}
