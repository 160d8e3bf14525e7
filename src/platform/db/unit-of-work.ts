import { sql, type Kysely, type Transaction } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { newId } from '#platform/crypto/index.ts';

export type Tx = Transaction<unknown>;

export interface AuditEntry {
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** Codes, counts, dates: never message text, phones or account numbers. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}
export interface Work {
  readonly db: Tx;
  audit(entry: AuditEntry): Promise<void>;
  /** Adds a job in this transaction: it exists exactly if the rows do. */
  enqueue(task: string, payload: Readonly<Record<string, unknown>>): Promise<void>;
  /** The same for many (a dispatch goes to 20,000 recipients) in few statements. */
  enqueueMany(task: string, payloads: readonly Readonly<Record<string, unknown>>[]): Promise<void>;
  /** Tells every process after the commit (LISTEN/NOTIFY). */
  notify(channel: string, payload?: string): Promise<void>;
}
/** Rows, audit entry and outgoing job in one transaction. `fn` may run again after a serialization failure, so it must not touch the world. */
export type UnitOfWork = <T>(ctx: Context, fn: (work: Work) => Promise<T>) => Promise<T>;

const ATTEMPTS = 4;
const AGAIN = new Set(['40001', '40P01']); // serialization failure, deadlock

export function createUnitOfWork(db: Kysely<unknown>): UnitOfWork {
  return async (ctx, fn) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await db.transaction().execute((tx) => fn(workOn(tx, ctx)));
      } catch (error) {
        const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
        if (!AGAIN.has(code) || attempt >= ATTEMPTS) throw error;
      }
    }
  };
}

function workOn(tx: Tx, ctx: Context): Work {
  return {
    db: tx,
    audit: async (entry) => {
      const actor = ctx.actor.kind === 'anonymous' ? 'anonymous' : `${ctx.actor.kind}:${ctx.actor.name}`;
      await sql`insert into audit_entry (id, at, actor, action, subject_type, subject_id, details, request_id)
        values (${newId(ctx.clock.now())}, ${ctx.clock.now()}, ${actor}, ${entry.action}, ${entry.subjectType}, ${entry.subjectId}, ${JSON.stringify(entry.details ?? {})}::jsonb, ${ctx.requestId})`.execute(tx);
    },
    enqueue: (task, payload) => enqueueMany(tx, ctx, task, [payload]),
    enqueueMany: (task, payloads) => enqueueMany(tx, ctx, task, payloads),
    notify: async (channel, payload = '') => { await sql`select pg_notify(${channel}, ${payload})`.execute(tx); },
  };
}

/** With growing pauses these are over after two and a half days. */
const JOB_ATTEMPTS = 12;
/** Jobs a statement: one statement for all would be a text of many megabytes. */
const BATCH = 5000;

async function enqueueMany(tx: Tx, ctx: Context, task: string, payloads: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  for (let from = 0; from < payloads.length; from += BATCH) {
    const events = payloads.slice(from, from + BATCH).map((payload) => ({ ...payload, eventId: newId(ctx.clock.now()) }));
    await sql`select count(*) from graphile_worker.add_jobs(array(
      select (${task}, payload, null, null, ${JOB_ATTEMPTS}::smallint, null, null, null)::graphile_worker.job_spec from json_array_elements(${JSON.stringify(events)}::json) as payload))`.execute(tx);
  }
}
