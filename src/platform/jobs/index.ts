import { runMigrations, run, type Runner, Logger, type JobHelpers } from 'graphile-worker';
import type pg from 'pg';
import { sql, type Kysely } from 'kysely';
import type { Tx } from '#platform/db/index.ts';

/** Runs inside a transaction of its own together with the mark "handled": done exactly once for an event, even when the job is delivered twice. */
export type JobHandler = (tx: Tx, payload: Readonly<Record<string, unknown>>) => Promise<void>;
interface Note { readonly warn: (event: string, fields?: Record<string, string | number>) => void; readonly error: (event: string, fields?: Record<string, string | number>) => void }

export interface Worker { stop(): Promise<void> }

const CONCURRENCY = 4;

/** Tables of graphile-worker; must exist before a unit of work may enqueue. */
export async function prepareJobs(pool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: pool, logger: silent });
}

/** Its own logger prints payloads; ours prints names and counts. */
const silent = new Logger(() => () => {});

/** `cron`: task name → crontab time ("0 * * * *"); such a task gets no event id and runs as it is. */
export async function startWorker(options: { pool: pg.Pool; db: Kysely<unknown>; handlers: Readonly<Record<string, JobHandler>>; cron: Readonly<Record<string, string>> }, note: Note): Promise<Worker> {
  const taskList = Object.fromEntries(Object.entries(options.handlers).map(([name, handler]) => [name, async (payload: unknown, helpers: JobHelpers) => {
    const values = typeof payload === 'object' && payload !== null ? Object.fromEntries(Object.entries(payload)) : {};
    try {
      await options.db.transaction().execute(async (tx) => {
        if (await isFirst(tx, values['eventId'], name)) await handler(tx, values);
      });
    } catch (error) {
      note.warn('job.failed', { task: name, attempt: helpers.job.attempts });
      throw error;
    }
  }]));
  const crontab = Object.entries(options.cron).map(([task, time]) => `${time} ${task}`).join('\n');
  const runner: Runner = await run({ pgPool: options.pool, concurrency: CONCURRENCY, noHandleSignals: true, pollInterval: 2000, taskList, crontab, logger: silent });
  runner.promise.catch(() => note.error('worker.stopped'));
  return { stop: () => runner.stop() };
}

async function isFirst(tx: Tx, eventId: unknown, handler: string): Promise<boolean> {
  if (typeof eventId !== 'string') return true;
  const { rows } = await sql`insert into handled_event (event_id, handler) values (${eventId}, ${handler}) on conflict do nothing returning 1`.execute(tx);
  return rows.length > 0;
}
