import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, parseCronItems, run, runMigrations, type JobHelpers, type Runner, type TaskList } from 'graphile-worker';
import { sql, type Kysely } from 'kysely';
import type pg from 'pg';
import type { Tx } from '#platform/db/index.ts';

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

/** Its own logger prints payloads; ours prints names and counts. */
const silent = new Logger(() => () => {});

export async function startWorker(options: WorkerOptions, note: Note): Promise<Worker> {
  await setLostJobsFree(options.db, options.isAlone ? 0 : LOST_AFTER_MINUTES);
  const taskList = tasksOf(options, note);
  // Items, not crontab text: that refuses names with dots.
  const parsedCronItems = parseCronItems(Object.entries({ ...options.cron, [HOUSEKEEPING]: '*/5 * * * *' }).map(([task, match]) => ({ task, match, identifier: task })));
  const begin = (): Promise<Runner> => run({ pgPool: options.pool, concurrency: CONCURRENCY, noHandleSignals: true, pollInterval: POLL_MS, taskList, parsedCronItems, logger: silent });
  const stopping = new AbortController();
  let runner = await begin();
  const watched = watch();

  /** A runner that gave up (its database was away) is replaced, for as long as we live: otherwise answers would go on and follow-up work would silently stop. */
  async function watch(): Promise<void> {
    for (;;) {
      await runner.promise.catch(() => {});
      for (let attempt = 1; !stopping.signal.aborted; attempt += 1) {
        note.warn('worker.restarts', { attempt });
        await sleep(Math.min(500 * attempt, 10_000), undefined, { signal: stopping.signal }).catch(() => {});
        if (stopping.signal.aborted) return;
        try { runner = await begin(); break; } catch { /* the next attempt comes */ }
      }
      if (stopping.signal.aborted) return;
    }
  }
  return {
    stop: async () => {
      stopping.abort();
      const stopped = runner.stop().catch(() => {}); // "already stopped" is what we want
      await Promise.race([Promise.all([stopped, watched]), sleep(STOP_GRACE_MS, undefined, { ref: false })]);
    },
  };
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
  await sql`select graphile_worker.force_unlock_workers(array(
    select distinct locked_by from graphile_worker.jobs where locked_by is not null and locked_at <= now() - make_interval(mins => ${minutes})))`.execute(db);
}
