import { createHash } from 'node:crypto';
import { accessSync, closeSync, constants, mkdirSync, openSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '#kernel/domain-error.ts';

/**
 * One process per data folder. The lock is a listening local socket, so the kernel releases it when the process dies, kill -9 included; a pid file could lie.
 * On Linux there are two: an abstract one (no file that could be left behind, so no race over leftovers), and a file in the folder itself, because containers that share a
 * folder do not share abstract names, nor pids, and two PostgreSQL servers on one cluster destroy it. Whoever comes second asks the socket who holds the folder.
 */
export interface Holder { readonly pid: number; readonly since: string; readonly url: string | null }
export interface Lock {
  /** Tells later comers where the service answers. */
  announce(url: string): void;
  release(): Promise<void>;
}

const IS_LINUX = process.platform === 'linux';

function addressOf(dir: string): string {
  const name = `chinhdanh-${createHash('sha256').update(realpathSync(dir)).digest('hex').slice(0, 32)}`;
  if (IS_LINUX) return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

/** Throws DomainError `data.locked` {dir, pid, since, url} when another process holds the folder, `data.not-writable` when it cannot be made. */
export async function lockFolder(dir: string, now: () => Date): Promise<Lock> {
  const { address, folder } = openFolder(dir);
  let holder: Holder = { pid: process.pid, since: now().toISOString(), url: null };
  const says = (): string => JSON.stringify(holder);
  const first = doorkeeper(says);
  const second = IS_LINUX ? doorkeeper(says) : null;
  try {
    await claim(first, dir, address, !IS_LINUX && process.platform !== 'win32');
    if (second && folder !== null) await claim(second, dir, fileAddress(folder), true);
  } catch (error) {
    await close(first);
    if (folder !== null) closeSync(folder);
    throw error;
  }
  return {
    announce: (url) => { holder = { ...holder, url }; },
    release: async () => {
      // The file goes first: while the abstract name is ours nobody can have put his own in its place.
      if (second) await close(second);
      if (folder !== null) { rmSync(fileAddress(folder), { force: true }); closeSync(folder); }
      await close(first);
    },
  };
}

function openFolder(dir: string): { address: string; folder: number | null } {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    accessSync(dir, constants.W_OK);
    return { address: addressOf(dir), folder: IS_LINUX ? openSync(dir, constants.O_RDONLY | constants.O_DIRECTORY) : null };
  } catch (cause) {
    throw new DomainError('data.not-writable', { dir }, { cause });
  }
}

/** Socket paths end at 107 bytes, data folders do not: the folder's descriptor is a short name for it. */
const fileAddress = (folder: number): string => `/proc/self/fd/${folder}/lock.sock`;

function doorkeeper(says: () => string): Server {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    // Destroyed after the answer: a visitor who stays must not hold up our stop.
    socket.end(says(), () => socket.destroy());
  });
  server.unref();
  return server;
}
const close = (server: Server): Promise<void> => new Promise((done) => { server.close(() => done()); });

/** `mayBeLeftOver`: a socket file without a listener was left by a killed process. */
async function claim(server: Server, dir: string, address: string, mayBeLeftOver: boolean): Promise<void> {
  const outcome = await listens(server, address, dir);
  if (outcome === 'ours' || outcome === 'impossible') return;
  const other = await ask(address);
  if (other.answered || !mayBeLeftOver) throw lockedError(dir, other.holder);
  rmSync(address, { force: true });
  if ((await listens(server, address, dir)) === 'taken') throw lockedError(dir, (await ask(address)).holder);
}

function lockedError(dir: string, holder: Holder | null): DomainError {
  return new DomainError('data.locked', { dir, pid: holder?.pid ?? 0, since: holder?.since ?? '', url: holder?.url ?? '' });
}

/** `impossible`: the file system carries no sockets (some network and shared folders); then the other lock must do. */
function listens(server: Server, address: string, dir: string): Promise<'ours' | 'taken' | 'impossible'> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE') resolve('taken');
      else if (!address.startsWith('\0') && ['EOPNOTSUPP', 'ENOTSUP', 'EPERM', 'EINVAL', 'ENOSYS', 'ENOENT'].includes(error.code ?? '')) resolve('impossible');
      else reject(error.code === 'EACCES' || error.code === 'EROFS' || error.code === 'ENOSPC' ? new DomainError('data.not-writable', { dir }, { cause: error }) : error);
    };
    server.once('error', onError);
    server.listen(address, () => { server.off('error', onError); resolve('ours'); });
  });
}

/** Who holds the folder; null when nobody does. */
export async function askHolder(dir: string): Promise<Holder | null> {
  let address: string;
  try { address = addressOf(dir); } catch { return null; }
  const first = await ask(address);
  if (first.answered || !IS_LINUX) return first.holder;
  let folder: number;
  try { folder = openSync(dir, constants.O_RDONLY | constants.O_DIRECTORY); } catch { return null; }
  try { return (await ask(fileAddress(folder))).holder; } finally { closeSync(folder); }
}

interface Answer { readonly answered: boolean; readonly holder: Holder | null }

/** `answered`: somebody listens there, also when he says nothing. A file that we may not even ask is another account's; its database would not open for us either. */
function ask(address: string): Promise<Answer> {
  return new Promise((resolve) => {
    let text = '';
    let isConnected = false;
    const socket = connect(address);
    socket.setTimeout(2000, () => socket.destroy());
    socket.on('connect', () => { isConnected = true; });
    socket.on('data', (chunk: Buffer) => { if (text.length < 4096) text += chunk.toString(); });
    socket.on('error', (error: NodeJS.ErrnoException) => resolve({ answered: isConnected || error.code === 'EAGAIN', holder: parseHolder(text) }));
    socket.on('close', () => resolve({ answered: isConnected, holder: parseHolder(text) }));
  });
}

function parseHolder(text: string): Holder | null {
  try {
    const value = JSON.parse(text) as Partial<Holder>; // written by a doorkeeper; each field is checked
    return typeof value.pid === 'number' && typeof value.since === 'string' ? { pid: value.pid, since: value.since, url: typeof value.url === 'string' ? value.url : null } : null;
  } catch {
    return null;
  }
}
