import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ANONYMOUS } from '#kernel/actor.ts';
import { fixedClock } from '#kernel/clock.ts';
import type { Context } from '#kernel/context.ts';
import { createUnitOfWork, openServer, type Database, type UnitOfWork } from '#platform/db/index.ts';
import { databases, freshDatabase, type FreshDatabase } from '../../../tests/helpers/database.ts';
import { prepareJobs, startWorker, type JobHandler, type Worker } from './index.ts';
import { addOnce, startTimetable } from './timetable.ts';

const ctx: Context = { actor: ANONYMOUS, requestId: 'test', clock: fixedClock('2026-11-24T00:00:00Z'), locale: 'vi' };

describe.each(databases())('on $name', (server) => {
  let database: FreshDatabase;
  let uow: UnitOfWork;
  const workers: Worker[] = [];
  let said: [string, Record<string, string | number>][] = [];
  const note = { warn: (event: string, fields = {}) => { said.push([event, fields]); }, error: (event: string, fields = {}) => { said.push([event, fields]); } };
  beforeAll(async () => { database = await freshDatabase(server); uow = createUnitOfWork(database.db); });
  beforeEach(async () => {
    said = [];
    await database.pool.query('delete from graphile_worker._private_jobs; delete from handled_event');
  });
  afterEach(async () => { for (const worker of workers.splice(0)) await worker.stop(); });
  afterAll(() => database.drop());
  async function work(handlers: Record<string, JobHandler>, from: Database = database): Promise<Worker> {
    const worker = await startWorker({ pool: from.pool, db: from.db, handlers, cron: {} }, note);
    workers.push(worker);
    return worker;
  }
  const jobs = async (): Promise<Record<string, unknown>[]> => (await database.pool.query('select id::int, attempts::int, last_error, locked_by from graphile_worker._private_jobs order by id')).rows;

  test('four hundred jobs added at once are all done, each once, by two workers', async () => {
    const second = await openServer(database.url, note);
    await uow(ctx, (w) => w.enqueueMany('deliver', Array.from({ length: 400 }, (_, n) => ({ n }))));
    const seen: number[] = [];
    let finish: () => void = () => {};
    const finished = new Promise<void>((done) => { finish = done; });
    const handlers: Record<string, JobHandler> = { deliver: async (_tx, payload) => { seen.push(Number(payload['n'])); if (seen.length === 400) finish(); } };
    await work(handlers);
    await work(handlers, second);
    await finished;
    for (const worker of workers.splice(0)) await worker.stop();
    await second.stop();
    expect(new Set(seen).size).toBe(400);
    expect(seen).toHaveLength(400);
    expect(await jobs()).toEqual([]);
  });
  test('adding none is no error', async () => {
    await uow(ctx, (w) => w.enqueueMany('deliver', []));
    expect(await jobs()).toEqual([]);
  });
  test('a handler that fails leaves no trace of its attempt, no value in queue or notes, and is tried again', async () => {
    await database.pool.query('create table if not exists done (n int)');
    await uow(ctx, (w) => w.enqueue('flaky', {}));
    let attempts = 0;
    let finish: () => void = () => {};
    const finished = new Promise<void>((done) => { finish = done; });
    const failedOnce = new Promise<void>((done) => {
      void work({
        flaky: async (tx) => {
          attempts += 1;
          await sql`insert into done values (1)`.execute(tx);
          if (attempts === 1) { setImmediate(done); throw new Error('không gửi được tới 0900000101'); }
          finish();
        },
      });
    });
    await failedOnce;
    // The queue waits before it tries again; the waiting is not what is tested.
    for (let moved = 0; moved === 0;) moved = (await database.pool.query('update graphile_worker._private_jobs set run_at = now() where attempts = 1 and locked_by is null')).rowCount ?? 0;
    expect((await jobs())[0]?.['last_error']).toBe('Error');
    await finished;
    for (const worker of workers.splice(0)) await worker.stop();
    expect((await database.pool.query('select n from done')).rows).toEqual([{ n: 1 }]);
    expect(said.map(([event]) => event)).toContain('job.failed');
    expect(JSON.stringify(said)).not.toContain('0900000101');
  });
  test('stopping waits for the job in hand, and takes no new one', async () => {
    await uow(ctx, (w) => w.enqueueMany('slow', Array.from({ length: 30 }, () => ({}))));
    const state = { begun: 0, ended: 0 };
    let release: () => void = () => {};
    const gate = new Promise<void>((done) => { release = done; });
    let begun: () => void = () => {};
    const first = new Promise<void>((done) => { begun = done; });
    const worker = await work({ slow: async () => { state.begun += 1; begun(); await gate; state.ended += 1; } });
    await first;
    const stopped = worker.stop();
    workers.length = 0;
    release();
    await stopped;
    expect(state.ended).toBe(state.begun);
    expect(state.begun).toBeLessThan(30);
    expect(await jobs()).toHaveLength(30 - state.ended);
    expect((await jobs()).filter((j) => j['locked_by'] !== null)).toEqual([]);
  });
  test('a job whose process was killed is taken up again: at once where nobody else can hold it, otherwise after ten minutes', async () => {
    const lock = (age: string): Promise<unknown> => database.pool.query("update graphile_worker._private_jobs set locked_by = 'worker-dead', locked_at = now() - $1::interval, attempts = 1", [age]);
    await uow(ctx, (w) => w.enqueue('lost', {}));
    await lock('1 minute');
    let finish: () => void = () => {};
    let finished = new Promise<void>((done) => { finish = done; });
    await work({ lost: async () => finish() });
    expect((await jobs())[0]?.['locked_by']).toBe('worker-dead');
    for (const worker of workers.splice(0)) await worker.stop();
    await lock('11 minutes');
    await work({ lost: async () => finish() });
    await finished;
    for (const worker of workers.splice(0)) await worker.stop();

    await uow(ctx, (w) => w.enqueue('lost', {}));
    await lock('1 second');
    finished = new Promise<void>((done) => { finish = done; });
    workers.push(await startWorker({ pool: database.pool, db: database.db, handlers: { lost: async () => finish() }, cron: {}, isAlone: true }, note));
    await finished;
  });
  test('a set of workers that began while the database was away works as soon as it is back', async () => {
    await database.pool.query(`
      create function away() returns trigger language plpgsql as $$ begin raise exception 'no' using errcode = '57P01'; end $$;
      create trigger away before insert on graphile_worker._private_tasks for each statement execute function away()`);
    let finish: () => void = () => {};
    const finished = new Promise<void>((done) => { finish = done; });
    let notice: () => void = () => {};
    const noticed = new Promise<void>((done) => { notice = done; });
    workers.push(await startWorker({ pool: database.pool, db: database.db, handlers: { ping: async () => { finish(); } }, cron: {} }, { warn: (event) => { if (event === 'worker.restarts') notice(); }, error: () => {} }));
    await noticed;
    await database.pool.query('drop trigger away on graphile_worker._private_tasks; drop function away()');
    await uow(ctx, (w) => w.enqueue('ping', {}));
    await finished;
  });
  test('the worker outlives the loss of all its connections', async () => {
    let seen = 0;
    let wake: () => void = () => {};
    const next = (): Promise<void> => new Promise<void>((done) => { wake = done; });
    await work({ ping: async () => { seen += 1; wake(); } });
    let heard = next();
    await uow(ctx, (w) => w.enqueue('ping', {}));
    await heard;
    await database.pool.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()').catch(() => {});
    heard = next();
    await uow(ctx, (w) => w.enqueue('ping', {})).catch(() => uow(ctx, (w) => w.enqueue('ping', {})));
    await heard;
    expect(seen).toBeGreaterThanOrEqual(2);
  });
  test('workers that cannot report what they did are replaced, and nothing is done twice', async () => {
    await database.pool.query(`
      create table done_once (n int);
      create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no' using errcode = '57P01'; end $$;
      create trigger refuse before delete on graphile_worker._private_jobs for each row execute function refuse()`);
    let seen = 0;
    let enough: () => void = () => {};
    const all = new Promise<void>((done) => { enough = done; });
    let finish: () => void = () => {};
    const finished = new Promise<void>((done) => { finish = done; });
    await work({
      stubborn: async (tx) => { await sql`insert into done_once values (1)`.execute(tx); seen += 1; if (seen === 8) enough(); },
      last: async () => finish(),
    });
    await uow(ctx, (w) => w.enqueueMany('stubborn', Array.from({ length: 8 }, () => ({}))));
    await all; // eight times a worker gave up; there are four
    await database.pool.query('drop trigger refuse on graphile_worker._private_jobs; drop function refuse()');
    await uow(ctx, (w) => w.enqueue('last', {}));
    await finished;
    expect((await database.pool.query('select 1 from done_once')).rowCount).toBe(8);
    expect(said.map(([event]) => event)).toContain('worker.restarts');
  });
  test('the timetable: each time once in the whole installation, missed minutes made up for, a database that is away survived', async () => {
    const clock = fixedClock('2026-11-24T10:03:30Z');
    const times = { 'checks.expire': '*/5 * * * *', 'other.task': '0 * * * *' };
    const both = [startTimetable(database.db, times, clock.now, note), startTimetable(database.db, times, clock.now, note)];
    const broken = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new pg.Pool({ host: '127.0.0.1', port: 1 }) }) });
    const away = startTimetable(broken, times, clock.now, note);
    clock.set('2026-11-24T10:16:01Z');
    const queued = async (): Promise<string[]> => (await database.pool.query<{ t: string }>('select task_identifier as t from graphile_worker.jobs order by id')).rows.map((r) => r.t);
    while ((await queued()).length < 3 || !said.some(([event]) => event === 'timetable.late'));
    for (const one of [...both, away]) await one.stop();
    await broken.destroy();
    expect(await queued()).toEqual(['checks.expire', 'checks.expire', 'checks.expire']); // 10:05, 10:10, 10:15
    expect(await Promise.all(Array.from({ length: 6 }, () => addOnce(database.db, 'x', new Date(0))))).toEqual(expect.arrayContaining([true, false]));
    expect((await queued()).filter((t) => t === 'x')).toHaveLength(1);
    await expect(startWorker({ pool: database.pool, db: database.db, handlers: {}, cron: { 'checks.expire': 'hourly' } }, note)).rejects.toThrow();
  });
  test('the tables of the queue can be made by several processes at once', async () => {
    await database.pool.query('drop schema graphile_worker cascade');
    await Promise.all(Array.from({ length: 5 }, () => prepareJobs(database.pool)));
    await uow(ctx, (w) => w.enqueue('ping', {}));
    expect(await jobs()).toHaveLength(1);
  });
});
