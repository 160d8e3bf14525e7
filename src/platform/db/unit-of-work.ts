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
    enqueue: async (task, payload) => {
      const eventId = newId(ctx.clock.now());
      await sql`select graphile_worker.add_job(${task}, payload => ${JSON.stringify({ ...payload, eventId })}::json, max_attempts => 12)`.execute(tx);
    },
    notify: async (channel, payload = '') => { await sql`select pg_notify(${channel}, ${payload})`.execute(tx); },
  };
}
