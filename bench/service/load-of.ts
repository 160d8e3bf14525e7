import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Order, Result } from './load.ts';

/** Starts a generator process for one order. */
export async function loadOf(order: Order): Promise<Result> {
  const child = fork(join(import.meta.dirname, 'load.js'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.send(order);
  const [result] = await firstMessage<Result>(child);
  return result;
}

/** Fastify alone on another port; `size` is that of our own answers. */
export async function startBare(size: number): Promise<{ url: string; stop: () => void }> {
  const child = fork(join(import.meta.dirname, 'bare-fastify.js'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.send(size);
  const [url] = await firstMessage<string>(child);
  return { url, stop: () => { child.kill('SIGTERM'); } };
}

async function firstMessage<T>(child: ChildProcess): Promise<[T]> {
  const died = once(child, 'exit').then(([code]) => { throw new Error(`helper process ended with ${String(code)}`); });
  died.catch(() => {});
  return Promise.race([once(child, 'message') as Promise<[T]>, died]); // our own processes send what their files say
}
