import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, runMigrations, runTaskList, type JobHelpers, type TaskList, type WorkerEvents, type WorkerPool } from 'graphile-worker';
import { sql, type Kysely } from 'kysely';
import type pg from 'pg';
import type { Tx } from '#platform/db/index.ts';
import { startTimetable } from './timetable.ts';

/** Runs inside a transaction of its own together with the mark "handled": done exactly once for an event, even when the job is delivered twice. */
export type JobHandler = (tx: Tx, payload: Readonly<Record<string, unknown>>) => Promise<void>;
interface Note { readonly warn: (event: string, fields?: Record<string, string | number>) => void; readonly error: (event: string, fields?: Record<string, string | number>) => void }

export interface Worker { stop(): Promise<void> }
export interface WorkerOptions {
  readonly pool: pg.Pool;
  readonly db: Kysely<unknown>;
  readonly handlers: Readonly<Record<string, JobHandler>>;
  /** Task name → crontab time in UTC ("0 * * * *"); such a task gets no event id and runs as it is, once for each time in the whole installation. */
  readonly cron: Readonly<Record<string, string>>;
  /** No other process works on this database (the embedded one): whatever is locked at the start was locked by a process that is dead. */
  readonly isAlone?: boolean;
}

const CONCURRENCY = 4;
const POLL_MS = 2000;
/** Between two questions whether the database is back. */
const PAUSE_MS = 250;
/** The worker's own housekeeping: jobs of killed processes are set free, marks that no job can meet any more are deleted. */
const HOUSEKEEPING = 'platform.housekeeping';
/** Twelve attempts are over after two and a half days. */
const KEEP_MARKS_DAYS = 30;
/** No job takes that long; a job that is locked longer lost its process. graphile-worker alone would wait four hours. Done twice it is not: the mark prevents that. */
const LOST_AFTER_MINUTES = 10;
/** A handler that hangs must not hold up the stop for ever; its transaction is rolled back and the job comes again. */
const STOP_GRACE_MS = 10_000;

/** Any fixed number: processes that start at once take turns at making graphile-worker's tables. */
const LOCK = 7_205_420_543;

/** Tables of graphile-worker; must exist before a unit of work may enqueue. */
export async function prepareJobs(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await runMigrations({ pgPool: pool, logger: silent });
  } finally {
    client.release(true); // the session ends, and with it the lock
  }
}

/** Its own logger prints payloads; ours prints names and counts. One place of the library goes past its logger and traces the driver's error, details and values included. */
const silent = new Logger(() => () => {});
console.trace = () => {};

export async function startWorker(options: WorkerOptions, note: Note): Promise<Worker> {
  const { db, pool, cron, isAlone = false } = options;
  await setLostJobsFree(db, isAlone ? 0 : LOST_AFTER_MINUTES);
  const timetable = startTimetable(db, { ...cron, [HOUSEKEEPING]: '*/5 * * * *' }, () => new Date(), note);
  const taskList = tasksOf(options, note);
  let isStopping = false;
  let workers = hire();

  function hire(): WorkerPool {
    const events: WorkerEvents = new EventEmitter();
    const team = runTaskList({ concurrency: CONCURRENCY, noHandleSignals: true, pollInterval: POLL_MS, logger: silent, events }, taskList, pool);
    let isLost = false;
    const lose = (workerId: string | null): void => {
      if (isStopping || isLost) return;
      isLost = true;
      void replace(team, workerId);
    };
    events.on('worker:fatalError', ({ worker }) => lose(worker.workerId));
    events.on('worker:getJob:error', () => lose(null));
    team.promise.catch(() => note.error('worker.stopped'));
    return team;
  }

  /**
   * The library does not recover by itself from a database that was away at the wrong moment: a worker that cannot report its job as done or failed gives up and is not
   * replaced, and a set that starts during the outage remembers for ever that it could not read its task names, and asks for no job again. Answers would go on and follow-up
   * work would silently stand still. So whoever met an error is replaced with his whole set, once the database answers.
   */
  async function replace(team: WorkerPool, workerId: string | null): Promise<void> {
    note.warn('worker.restarts', { count: CONCURRENCY });
    await untilBack(db, () => isStopping);
    if (!isStopping) workers = hire();
    await dismiss(team);
    if (workerId !== null) await unlock(db, [workerId]).catch(() => {}); // housekeeping will do it later
  }
  return {
    stop: async () => {
      isStopping = true;
      await Promise.race([Promise.all([timetable.stop(), dismiss(workers)]), sleep(STOP_GRACE_MS, undefined, { ref: false })]);
    },
  };
}

async function untilBack(db: Kysely<unknown>, isGivenUp: () => boolean): Promise<void> {
  for (let isBack = false; !isBack && !isGivenUp();) {
    await sleep(PAUSE_MS, undefined, { ref: false });
    isBack = await sql`select 1`.execute(db).then(() => true, () => false);
  }
}

/** Waits for the jobs in hand. */
async function dismiss(team: WorkerPool): Promise<void> {
  await team.gracefulShutdown().catch(() => {});
}

function tasksOf({ db, handlers }: WorkerOptions, note: Note): TaskList {
  const tasks = Object.entries(handlers).map(([name, handler]) => [name, async (payload: unknown, helpers: JobHelpers) => {
    const values = typeof payload === 'object' && payload !== null ? Object.fromEntries(Object.entries(payload)) : {};
    const failure = await attempt(() => db.transaction().execute(async (tx) => { if (await isFirst(tx, values['eventId'], name)) await handler(tx, values); }));
    if (failure === null) return;
    const { attempts, max_attempts: most } = helpers.job;
    note.warn('job.failed', { task: name, attempt: attempts, code: failure });
    if (attempts >= most) note.error('job.given-up', { task: name, attempt: attempts, code: failure });
    // The queue keeps this message with the job; the original may repeat a phone or an account.
    throw new Error(failure);
  }] as const);
  return { ...Object.fromEntries(tasks), [HOUSEKEEPING]: () => keepHouse(db) };
}

/** Null when it went well, otherwise the error's code or name. */
async function attempt(act: () => Promise<void>): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (error) {
    if (!(error instanceof Error)) return 'unknown';
    return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  }
}

async function isFirst(tx: Tx, eventId: unknown, handler: string): Promise<boolean> {
  if (typeof eventId !== 'string') return true;
  const { rows } = await sql`insert into handled_event (event_id, handler) values (${eventId}, ${handler}) on conflict do nothing returning 1`.execute(tx);
  return rows.length > 0;
}

async function keepHouse(db: Kysely<unknown>): Promise<void> {
  await setLostJobsFree(db, LOST_AFTER_MINUTES);
  await sql`delete from handled_event where handled_at < now() - make_interval(days => ${KEEP_MARKS_DAYS})`.execute(db);
}

async function setLostJobsFree(db: Kysely<unknown>, minutes: number): Promise<void> {
  const { rows } = await sql<{ id: string }>`select distinct locked_by as id from graphile_worker.jobs where locked_by is not null and locked_at <= now() - make_interval(mins => ${minutes})`.execute(db);
  await unlock(db, rows.map((r) => r.id));
}

async function unlock(db: Kysely<unknown>, workerIds: readonly string[]): Promise<void> {
  if (workerIds.length > 0) await sql`select graphile_worker.force_unlock_workers(${[...workerIds]}::text[])`.execute(db);
}
