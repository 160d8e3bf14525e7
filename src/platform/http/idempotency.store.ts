import { randomBytes } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { DomainError } from '#kernel/domain-error.ts';
import { sha256, type Keys } from '#platform/crypto/index.ts';

/** draft-ietf-httpapi-idempotency-key-header: the first answer to a key is given again; the same key with another request is refused. */
export interface KeptAnswer { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }
/** `done`: what an earlier try, cut off before its answer, has already made (see Once). */
export type Begin =
  | { readonly kind: 'new'; readonly attempt: Buffer; readonly done: string | null }
  | { readonly kind: 'replay'; readonly answer: KeptAnswer }
  | { readonly kind: 'in-flight' }
  | { readonly kind: 'mismatch' };
export interface IdempotencyStore {
  begin(key: string, fingerprint: string, now: Date): Promise<Begin>;
  /** In the deed's transaction. Throws when another try has taken over, so that the deed is rolled back. */
  mark(tx: Kysely<unknown>, key: string, attempt: Buffer, reference: string): Promise<void>;
  finish(key: string, attempt: Buffer, answer: KeptAnswer): Promise<void>;
  /** The request failed and did nothing: the key is free again. */
  abandon(key: string, attempt: Buffer): Promise<void>;
  expire(now: Date): Promise<void>;
}
const KEEP_MS = 24 * 3_600_000;
/** A first request whose process was killed never finishes; after this its key may be used again. Longer than a request may take. */
const ABANDONED_MS = 60_000;
const PURPOSE = 'idempotency';
const ANSWER = 'idempotency_key';
const REFERENCE = 'idempotency_key.reference';

export function createIdempotencyStore(db: Kysely<unknown>, keys: Keys): IdempotencyStore {
  return {
    begin: (key, fingerprint, now) => begin(db, keys, key, fingerprint, now),
    mark: async (tx, key, attempt, reference) => {
      const sealed = keys.seal(PURPOSE, Buffer.from(reference), REFERENCE, key);
      const { rows } = await sql`update idempotency_key set reference = ${sealed} where key = ${sha256(key)} and attempt = ${attempt} returning 1`.execute(tx);
      if (rows.length === 0) throw new DomainError('idempotency.in-flight');
    },
    finish: async (key, attempt, answer) => {
      const sealed = keys.seal(PURPOSE, Buffer.from(JSON.stringify(answer)), ANSWER, key);
      await sql`update idempotency_key set sealed = ${sealed} where key = ${sha256(key)} and attempt = ${attempt}`.execute(db);
    },
    abandon: async (key, attempt) => { await sql`delete from idempotency_key where key = ${sha256(key)} and attempt = ${attempt} and sealed is null and reference is null`.execute(db); },
    expire: async (now) => { await sql`delete from idempotency_key where expires_at <= ${now}`.execute(db); },
  };
}

async function begin(db: Kysely<unknown>, keys: Keys, key: string, fingerprint: string, now: Date): Promise<Begin> {
  const attempt = randomBytes(16);
  // Blinded: a plain hash of a short question (a phone) could be guessed back from a copy of the database.
  const print = keys.blind('idempotency-fingerprint', fingerprint);
  const abandoned = new Date(now.getTime() - ABANDONED_MS);
  // An expired key starts afresh. A key without an answer is taken over by the same request: at once when the deed is known to be done, otherwise when its first try must be dead.
  const taken = await sql<{ reference: Buffer | null }>`
    insert into idempotency_key as kept (key, fingerprint, attempt, created_at, expires_at) values (${sha256(key)}, ${print}, ${attempt}, ${now}, ${new Date(now.getTime() + KEEP_MS)})
    on conflict (key) do update set attempt = excluded.attempt, created_at = excluded.created_at, fingerprint = excluded.fingerprint, expires_at = excluded.expires_at, sealed = null,
        reference = case when kept.expires_at > ${now} then kept.reference end
      where kept.expires_at <= ${now} or (kept.sealed is null and kept.fingerprint = excluded.fingerprint and (kept.reference is not null or kept.created_at <= ${abandoned}))
    returning reference`.execute(db);
  const mine = taken.rows[0];
  if (mine) return { kind: 'new', attempt, done: mine.reference ? keys.open(PURPOSE, mine.reference, REFERENCE, key).toString() : null };
  const { rows } = await sql<{ fingerprint: Buffer; sealed: Buffer | null }>`select fingerprint, sealed from idempotency_key where key = ${sha256(key)}`.execute(db);
  const row = rows[0];
  if (!row) return { kind: 'in-flight' };
  if (!row.fingerprint.equals(print)) return { kind: 'mismatch' };
  if (!row.sealed) return { kind: 'in-flight' };
  // Sealed by finish() above under the same context.
  return { kind: 'replay', answer: JSON.parse(keys.open(PURPOSE, row.sealed, ANSWER, key).toString()) as KeptAnswer };
}
