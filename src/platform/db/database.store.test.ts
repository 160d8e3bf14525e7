import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANONYMOUS } from '#kernel/actor.ts';
import type { Context } from '#kernel/context.ts';
import { fixedClock } from '#kernel/clock.ts';
import { createKeys } from '#platform/crypto/index.ts';
import { startWorker } from '#platform/jobs/index.ts';
import { createLog } from '#platform/log/index.ts';
import { databases, freshDatabase, type FreshDatabase } from '../../../tests/helpers/database.ts';
import { createListener, createUnitOfWork, migrate, verifyKeys } from './index.ts';

const ctx: Context = { actor: ANONYMOUS, requestId: 'test', clock: fixedClock('2026-11-24T00:00:00Z'), locale: 'vi' };
const note = { warn: () => {}, error: () => {} };

describe.each(databases())('on $name', (server) => {
  let database: FreshDatabase;
  beforeAll(async () => { database = await freshDatabase(server); });
  afterAll(() => database.drop());
  const count = async (table: string): Promise<number> => Number((await database.pool.query(`select count(*) as n from ${table}`)).rows[0].n);

  test('migrating again does no harm, and eight processes at once apply each file once', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'migrations-'));
    writeFileSync(join(dir, '0001_a.sql'), '-- why\ncreate table a (n int); insert into a values (1);');
    writeFileSync(join(dir, '0002_b.sql'), '-- why\ninsert into a values (2);');
    await database.pool.query('create schema m');
    const url = new URL(database.url);
    url.searchParams.set('options', '-c search_path=m');
    const pools = Array.from({ length: 8 }, () => new pg.Pool({ connectionString: url.href, max: 1 }));
    const results = await Promise.all(pools.map((pool) => migrate(pool, dir)));
    expect(results.flatMap((r) => r.applied).sort()).toEqual(['0001_a.sql', '0002_b.sql']);
    expect(await count('m.a')).toBe(2);

    writeFileSync(join(dir, '0002_b.sql'), '-- why\ninsert into a values (3);');
    await expect(migrate(pools[0]!, dir)).rejects.toMatchObject({ code: 'migrate.edited', params: { name: '0002_b.sql' } });
    rmSync(join(dir, '0002_b.sql'));
    await expect(migrate(pools[0]!, dir)).rejects.toMatchObject({ code: 'migrate.newer-database' });
    writeFileSync(join(dir, '0002_b.sql'), '-- why\ninsert into a values (2);');
    writeFileSync(join(dir, '0003_c.sql'), '-- why\ncreate table c (n int); insert into nowhere values (1);');
    await expect(migrate(pools[0]!, dir)).rejects.toMatchObject({ code: 'migrate.failed' });
    expect((await database.pool.query("select to_regclass('m.c') as t")).rows[0].t).toBeNull();
    await Promise.all(pools.map((pool) => pool.end()));
    rmSync(dir, { recursive: true });
  });

  test('a unit of work that fails leaves neither rows nor audit nor job', async () => {
    const uow = createUnitOfWork(database.db);
    const attempt = uow(ctx, async (work) => {
      await sql`insert into check_count values ('2026-11-24', 'unverified', 'api', 1)`.execute(work.db);
      await work.audit({ action: 'x', subjectType: 'y', subjectId: 'z' });
      await work.enqueue('ping', {});
      throw new Error('power cut');
    });
    await expect(attempt).rejects.toThrow('power cut');
    expect([await count('check_count'), await count('audit_entry'), await count('graphile_worker.jobs')]).toEqual([0, 0, 0]);
  });

  test('a deadlock is tried again until both are done', async () => {
    await database.pool.query('create table pair (id int primary key, n int); insert into pair values (1, 0), (2, 0)');
    const uow = createUnitOfWork(database.db);
    let arrived = 0;
    let open: () => void = () => {};
    const both = new Promise<void>((done) => { open = done; });
    const add = (first: number, second: number) => uow(ctx, async (work) => {
      await sql`update pair set n = n + 1 where id = ${first}`.execute(work.db);
      arrived += 1;
      if (arrived >= 2) open();
      await both;
      await sql`update pair set n = n + 1 where id = ${second}`.execute(work.db);
    });
    await Promise.all([add(1, 2), add(2, 1)]);
    expect((await database.pool.query('select n from pair order by id')).rows).toEqual([{ n: 2 }, { n: 2 }]);
  });

  test('a job is handled once although it is delivered twice, and only after its transaction', async () => {
    const uow = createUnitOfWork(database.db);
    const seen: string[] = [];
    let done: () => void = () => {};
    const finished = new Promise<void>((resolve) => { done = resolve; });
    await uow(ctx, async (work) => {
      await work.enqueue('ping', { word: 'once' });
      await sql`insert into graphile_worker._private_jobs (task_id, payload) select task_id, payload from graphile_worker._private_jobs`.execute(work.db);
      await work.enqueue('last', {});
    });
    const handlers = {
      ping: async (_tx: unknown, payload: Readonly<Record<string, unknown>>) => { seen.push(String(payload['word'])); },
      last: async () => { done(); },
    };
    const worker = await startWorker({ pool: database.pool, db: database.db, handlers, cron: {} }, note);
    await finished;
    await worker.stop();
    expect(seen).toEqual(['once']);
  });

  test('a connection that is cut in the middle of a unit of work fails that one and ends nothing else', async () => {
    const uow = createUnitOfWork(database.db);
    const attempt = uow(ctx, async (work) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(work.db);
      await database.pool.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
      await new Promise((done) => { setTimeout(done, 100); }); // the loss is noticed while nothing is being asked
      await work.audit({ action: 'x', subjectType: 'y', subjectId: 'z' });
    });
    await expect(attempt).rejects.toThrow();
    expect(await count('audit_entry')).toBe(0);
  });
  test('a process with another key file does not start on this database', async () => {
    const ours = createKeys(Buffer.alloc(32, 1));
    await Promise.all([verifyKeys(database.db, ours, 'a.json'), verifyKeys(database.db, ours, 'a.json')]);
    await expect(verifyKeys(database.db, createKeys(Buffer.alloc(32, 2)), 'b.json')).rejects.toMatchObject({ code: 'keys.differ', params: { file: 'b.json' } });
    await verifyKeys(database.db, ours, 'a.json');
  });
  test('an error of the driver that repeats a phone reaches no log line with it', async () => {
    await database.pool.query("create table phone (value text primary key); insert into phone values ('0900000101')");
    let out = '';
    const log = createLog('debug', (line) => { out += line; });
    const error: unknown = await database.pool.query("insert into phone values ('0900000101')").catch((e: unknown) => e);
    expect(JSON.stringify(error)).toContain('0900000101');
    log.error('store.failed', {}, error);
    log.warn(String(error), { code: String(error), name: JSON.stringify(error) });
    expect(out).toContain('23505');
    expect(out).not.toContain('0900000101');
  });

  test('a listener hears notices and, after its connection was cut, that it may have missed some', async () => {
    const listener = createListener(() => database.url);
    const heard: (string | null)[] = [];
    let wake: () => void = () => {};
    const until = async (wanted: number): Promise<void> => { while (heard.length < wanted) await new Promise<void>((resolve) => { wake = resolve; }); };
    listener.on('register-changed', (payload) => { heard.push(payload); wake(); });
    await listener.start();
    await until(1);
    await createUnitOfWork(database.db)(ctx, (work) => work.notify('register-changed', 'officials'));
    await until(2);
    await database.pool.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'chinhdanh-listen' and datname = current_database()");
    await until(3);
    await listener.stop();
    expect(heard).toEqual([null, 'officials', null]);
  });
});
