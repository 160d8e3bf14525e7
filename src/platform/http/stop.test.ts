import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { expect, test } from 'vitest';
import { fixedClock } from '#kernel/clock.ts';
import { createKeys } from '#platform/crypto/index.ts';
import { createI18n } from '#platform/i18n/index.ts';
import { createLog } from '#platform/log/index.ts';
import { createMetrics } from '#platform/metrics/index.ts';
import { parseReply, raw, request } from '../../../tests/helpers/http.ts';
import { createHttpServer, createIdempotencyStore, PUBLIC, type HttpServer } from './index.ts';

/** A server whose only slow route waits until the test lets go. */
function build(): { server: HttpServer; entered: Promise<void>; release: () => void; done: () => number } {
  let release: () => void = () => {};
  let enter: () => void = () => {};
  let done = 0;
  const gate = new Promise<void>((resolve) => { release = resolve; });
  const entered = new Promise<void>((resolve) => { enter = resolve; });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new pg.Pool({ host: '127.0.0.1', port: 1 }) }) });
  const api = { policy: PUBLIC, kind: 'api', summary: 'test', method: 'GET' } as const;
  const server = createHttpServer({
    routes: [
      { ...api, path: '/api/v1/slow', handler: async () => { enter(); await gate; done += 1; return { status: 200, body: { done: true } }; } },
      { ...api, path: '/api/v1/quick', handler: async () => { done += 1; return { status: 200, body: { done: true } }; } },
    ],
    errors: {}, clock: fixedClock('2026-11-24T01:00:00Z'), i18n: createI18n({ vi: {}, en: {} }), log: createLog('silent'), metrics: createMetrics(), idempotency: createIdempotencyStore(db, createKeys(Buffer.alloc(32, 1))),
    renderError: () => '', limits: { ratePerMinute: 10_000_000, maxRequests: 256, requestTimeoutMs: 15_000 }, trustProxy: [], isHttps: false,
  });
  return { server, entered, release, done: () => done };
}

test('a request in work is answered, an idle connection is closed, a new one is refused', async () => {
  const { server, entered, release } = build();
  const url = await server.listen('127.0.0.1', 0);
  const { port } = new URL(url);
  const idle = connect({ host: '127.0.0.1', port: Number(port) });
  idle.on('error', () => {});
  const idleClosed = new Promise((done) => { idle.once('close', done); });
  idle.write('GET /api/v1/quick HTTP/1.1\r\nhost: x\r\n\r\n');
  await new Promise((done) => { idle.once('data', done); });
  const inWork = raw(url, 'GET /api/v1/slow HTTP/1.1\r\nhost: x\r\n\r\n'); // asks to keep the connection
  await entered;
  const stopped = server.stop(30_000);
  expect(server.isStopping()).toBe(true);
  await idleClosed;
  expect(await raw(url, request('GET /api/v1/quick'))).toBe('');
  release();
  const reply = parseReply(await inWork);
  expect([reply.status, reply.body, reply.headers['connection']]).toEqual([200, '{"done":true}', 'close']);
  await stopped;
});

test('what takes longer than the grace is cut off, so that a stop ends', async () => {
  const { server, entered, release } = build();
  const url = await server.listen('127.0.0.1', 0);
  const inWork = raw(url, request('GET /api/v1/slow'));
  await entered;
  await server.stop(300);
  expect(await inWork).toBe('');
  release();
});

test('somebody who dribbles his request does not hold up the stop beyond the grace', async () => {
  const { server, release } = build();
  const { port } = new URL(await server.listen('127.0.0.1', 0));
  release();
  const socket = connect({ host: '127.0.0.1', port: Number(port), allowHalfOpen: true });
  socket.on('error', () => {});
  await new Promise((done) => { socket.write('GET /api/v1/quick HTTP/1.1\r\nhost: x\r\nx-', () => done(undefined)); });
  const closed = new Promise((done) => { socket.once('close', done); socket.once('end', () => socket.destroy()); socket.resume(); });
  await server.stop(500);
  await closed;
});

test('twenty clients that ask without a pause on open connections lose nothing by a stop', async () => {
  const { server, done } = build();
  const url = await server.listen('127.0.0.1', 0);
  const count = { answered: 0, lost: 0, refused: 0 };
  let enough: () => void = () => {};
  const underWay = new Promise<void>((resolve) => { enough = resolve; });
  const clients = Array.from({ length: 20 }, async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let goOn = true; goOn;) {
      const outcome = await ask(`${url}/api/v1/quick`, agent);
      count[outcome] += 1;
      if (outcome === 'refused') goOn = false;
      if (count.answered === 500) enough();
    }
    agent.destroy();
  });
  await underWay;
  await server.stop(10_000);
  await Promise.all(clients);
  expect(count).toEqual({ answered: done(), lost: 0, refused: 20 });
});

function ask(url: string, agent: Agent): Promise<'answered' | 'refused' | 'lost'> {
  return new Promise((resolve) => {
    const sent = httpRequest(url, { agent }, (response) => { response.resume(); response.once('end', () => resolve(response.statusCode === 200 ? 'answered' : 'lost')); });
    sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED' ? 'refused' : 'lost'));
    sent.end();
  });
}
