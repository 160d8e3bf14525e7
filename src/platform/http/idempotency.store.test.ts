import { sql } from 'kysely';
import { Type } from 'typebox';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ANONYMOUS } from '#kernel/actor.ts';
import { fixedClock } from '#kernel/clock.ts';
import type { Context } from '#kernel/context.ts';
import { DomainError } from '#kernel/domain-error.ts';
import { createKeys } from '#platform/crypto/index.ts';
import { createUnitOfWork } from '#platform/db/index.ts';
import { createI18n } from '#platform/i18n/index.ts';
import { createLog } from '#platform/log/index.ts';
import { createMetrics } from '#platform/metrics/index.ts';
import { databases, freshDatabase, type FreshDatabase } from '../../../tests/helpers/database.ts';
import { createHttpServer, createIdempotencyStore, PUBLIC, type HttpServer, type RouteDefinition } from './index.ts';

const keys = createKeys(Buffer.alloc(32, 5));
const KEY = 'a-key-of-one-client';

describe.each(databases())('on $name', (server) => {
  let database: FreshDatabase;
  const clock = fixedClock('2026-11-24T00:00:00Z');
  const running: HttpServer[] = [];
  let urls: string[] = [];
  /** What the handler does between its deed and its answer. */
  let after: () => Promise<void> = async () => {};
  beforeAll(async () => {
    database = await freshDatabase(server);
    await database.pool.query('create table deed (id serial primary key, word text not null)');
    const uow = createUnitOfWork(database.db);
    const post = { method: 'POST', policy: PUBLIC, kind: 'api', isIdempotent: true, summary: 'test', schema: { body: Type.Object({ word: Type.String() }) } } as const;
    const routes: RouteDefinition[] = [
      {
        // A deed that must never happen twice: its reference is kept in its own transaction.
        ...post, path: '/api/v1/deeds/:kind', handler: async (ctx, { body, once }) => {
          const { word } = body as { word: string };
          if (word === 'refused') throw new DomainError('deed.refused', { field: 'word' });
          const id = once?.done ?? await uow(ctx, async (work) => {
            const { rows } = await sql<{ id: number }>`insert into deed (word) values (${word}) returning id`.execute(work.db);
            await once?.mark(work.db, String(rows[0]!.id));
            return String(rows[0]!.id);
          });
          await after();
          return { status: 201, body: { id }, headers: { location: `/api/v1/deeds/${id}` } };
        },
      },
    ];
    for (let i = 0; i < 2; i += 1) {
      running.push(createHttpServer({
        routes, errors: { 'deed.refused': { status: 422 } }, clock, i18n: createI18n({ vi: {}, en: {} }), log: createLog('silent'), metrics: createMetrics(), idempotency: createIdempotencyStore(database.db, keys),
        renderError: () => '', limits: { ratePerMinute: 10_000_000, maxRequests: 64, requestTimeoutMs: 15_000 }, trustProxy: [], isHttps: false,
      }));
    }
    urls = await Promise.all(running.map((s) => s.listen('127.0.0.1', 0)));
  });
  beforeEach(async () => { after = async () => {}; await database.pool.query('truncate deed; delete from idempotency_key'); });
  afterAll(async () => { for (const s of running) await s.stop(100); await database.drop(); });
  const deeds = async (): Promise<string[]> => (await database.pool.query<{ word: string }>('select word from deed order by id')).rows.map((r) => r.word);
  const send = (key: string | null, word: string, which = 0, path = '/api/v1/deeds/a'): Promise<Response> =>
    fetch(`${urls[which]}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...(key === null ? {} : { 'idempotency-key': key }) }, body: JSON.stringify({ word }) });
  const code = async (response: Response): Promise<unknown> => ((await response.json()) as { code: unknown }).code;

  test('the first answer is given again, by the other server too, and the deed is done once', async () => {
    const first = await send(KEY, 'one');
    const again = await send(KEY, 'one', 1);
    expect([first.status, again.status, again.headers.get('idempotent-replayed'), again.headers.get('location')]).toEqual([201, 201, 'true', first.headers.get('location')]);
    expect(await again.json()).toEqual(await first.json());
    expect(await deeds()).toEqual(['one']);
  });
  test('without a key each request is a deed', async () => {
    await send(null, 'one');
    await send(null, 'one');
    expect(await deeds()).toEqual(['one', 'one']);
  });
  test('the same key with another body, path or query is refused', async () => {
    await send(KEY, 'one');
    for (const other of [await send(KEY, 'two'), await send(KEY, 'one', 0, '/api/v1/deeds/b'), await send(KEY, 'one', 1, '/api/v1/deeds/a?x=1')]) {
      expect([other.status, await code(other)]).toEqual([422, 'idempotency.mismatch']);
    }
    expect(await deeds()).toEqual(['one']);
  });
  test.each(['short', 'x'.repeat(256), 'with space in it'])('key %j is refused', async (key) => {
    expect(await code(await send(key, 'one'))).toBe('idempotency.malformed');
    expect(await deeds()).toEqual([]);
  });
  test('twenty at once on two servers: one deed, one answer, the rest are asked to come back or get it', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, (_, i) => send(KEY, 'one', i % 2)));
    expect(await deeds()).toEqual(['one']);
    const ids = new Set<unknown>();
    for (const response of all) {
      if (response.status === 201) ids.add(((await response.json()) as { id: unknown }).id);
      else { expect([response.status, response.headers.get('retry-after'), await code(response)]).toEqual([409, '2', 'idempotency.in-flight']); }
    }
    expect(ids.size).toBe(1);
  });
  test('a refused request frees its key', async () => {
    expect((await send(KEY, 'refused')).status).toBe(422);
    expect((await send(KEY, 'one')).status).toBe(201);
    expect(await deeds()).toEqual(['one']);
  });
  test('death between deed and answer: the next try presents the deed and does it no second time', async () => {
    await send(KEY, 'one');
    await database.pool.query('update idempotency_key set sealed = null'); // as after a kill: the answer was never kept
    const again = await send(KEY, 'one', 1);
    expect(again.status).toBe(201);
    expect(await deeds()).toEqual(['one']);
  });
  test('a failure after the deed: likewise', async () => {
    after = async () => { throw new Error('boom'); };
    expect((await send(KEY, 'one')).status).toBe(500);
    after = async () => {};
    expect((await send(KEY, 'one')).status).toBe(201);
    expect(await deeds()).toEqual(['one']);
  });
  test('death before the deed: after a minute the same request may try again, another may not', async () => {
    const store = createIdempotencyStore(database.db, keys);
    expect((await store.begin('k', 'f', clock.now())).kind).toBe('new');
    expect((await store.begin('k', 'f', clock.now())).kind).toBe('in-flight');
    const later = new Date(clock.now().getTime() + 61_000);
    expect((await store.begin('k', 'other', later)).kind).toBe('mismatch');
    expect((await store.begin('k', 'f', later)).kind).toBe('new');
  });
  test('a try that was overtaken can no longer commit its deed', async () => {
    const ctx: Context = { actor: ANONYMOUS, requestId: 'test', clock, locale: 'vi' };
    const store = createIdempotencyStore(database.db, keys);
    const slow = await store.begin('k', 'f', clock.now());
    const quick = await store.begin('k', 'f', new Date(clock.now().getTime() + 61_000));
    if (slow.kind !== 'new' || quick.kind !== 'new') throw new Error('both must hold the key in turn');
    const commit = (attempt: Buffer, word: string): Promise<void> => createUnitOfWork(database.db)(ctx, async (work) => {
      await sql`insert into deed (word) values (${word})`.execute(work.db);
      await store.mark(work.db, 'k', attempt, word);
    });
    await expect(commit(slow.attempt, 'slow')).rejects.toMatchObject({ code: 'idempotency.in-flight' });
    await commit(quick.attempt, 'quick');
    expect(await deeds()).toEqual(['quick']);
    await store.abandon('k', slow.attempt); // nor can it set the key free
    expect((await store.begin('k', 'f', clock.now())).kind).toBe('new');
    expect(await store.begin('k', 'f', clock.now())).toMatchObject({ done: 'quick' });
  });
  test('after a day the key is forgotten; until then nothing of it can be read in the table', async () => {
    await send(KEY, 'one');
    const { rows } = await database.pool.query<Record<string, unknown>>('select * from idempotency_key');
    const text = JSON.stringify(rows.map((r) => Object.values(r).map((v) => (Buffer.isBuffer(v) ? v.toString('latin1') : String(v)))));
    expect(text).not.toContain(KEY);
    expect(text).not.toContain('/api/v1/deeds');
    const store = createIdempotencyStore(database.db, keys);
    await store.expire(new Date(clock.now().getTime() + 23 * 3_600_000));
    expect((await database.pool.query('select 1 from idempotency_key')).rowCount).toBe(1);
    await store.expire(new Date(clock.now().getTime() + 24 * 3_600_000));
    expect((await database.pool.query('select 1 from idempotency_key')).rowCount).toBe(0);
  });
});
