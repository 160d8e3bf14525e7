import { sql, type Kysely } from 'kysely';
import { sha256, type Keys } from '#platform/crypto/index.ts';

/** draft-ietf-httpapi-idempotency-key-header: the first answer to a key is given again; the same key with another body is refused. */
export interface KeptAnswer { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }
export type Begin = { readonly kind: 'new' } | { readonly kind: 'replay'; readonly answer: KeptAnswer } | { readonly kind: 'in-flight' } | { readonly kind: 'mismatch' };
export interface IdempotencyStore {
  begin(key: string, fingerprint: string, now: Date): Promise<Begin>;
  finish(key: string, answer: KeptAnswer): Promise<void>;
  /** The request failed on our side: the key is free again. */
  abandon(key: string): Promise<void>;
  expire(now: Date): Promise<void>;
}
const KEEP_MS = 24 * 3_600_000;
/** A first request whose process was killed never finishes; after this its key may be used again. */
const ABANDONED_MS = 60_000;

export function createIdempotencyStore(db: Kysely<unknown>, keys: Keys): IdempotencyStore {
  return {
    begin: (key, fingerprint, now) => begin(db, keys, key, fingerprint, now),
    finish: async (key, answer) => {
      const sealed = keys.seal('idempotency', Buffer.from(JSON.stringify(answer)), 'idempotency_key', key);
      await sql`update idempotency_key set sealed = ${sealed} where key = ${sha256(key)}`.execute(db);
    },
    abandon: async (key) => { await sql`delete from idempotency_key where key = ${sha256(key)} and sealed is null`.execute(db); },
    expire: async (now) => { await sql`delete from idempotency_key where expires_at <= ${now}`.execute(db); },
  };
}

async function begin(db: Kysely<unknown>, keys: Keys, key: string, fingerprint: string, now: Date): Promise<Begin> {
  const abandoned = new Date(now.getTime() - ABANDONED_MS);
  const inserted = await sql`
    insert into idempotency_key (key, fingerprint, created_at, expires_at) values (${sha256(key)}, ${sha256(fingerprint)}, ${now}, ${new Date(now.getTime() + KEEP_MS)})
    on conflict (key) do update set created_at = excluded.created_at, fingerprint = excluded.fingerprint, expires_at = excluded.expires_at, sealed = null
      where idempotency_key.expires_at <= ${now} or (idempotency_key.sealed is null and idempotency_key.created_at <= ${abandoned})
    returning 1`.execute(db);
  if (inserted.rows.length > 0) return { kind: 'new' };
  const { rows } = await sql<{ fingerprint: Buffer; sealed: Buffer | null }>`select fingerprint, sealed from idempotency_key where key = ${sha256(key)}`.execute(db);
  const row = rows[0];
  if (!row) return { kind: 'in-flight' };
  if (!row.fingerprint.equals(sha256(fingerprint))) return { kind: 'mismatch' };
  if (!row.sealed) return { kind: 'in-flight' };
  // Sealed by finish() above under the same context.
  return { kind: 'replay', answer: JSON.parse(keys.open('idempotency', row.sealed, 'idempotency_key', key).toString()) as KeptAnswer };
}
