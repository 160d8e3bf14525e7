import { sql, type Kysely } from 'kysely';
import { DomainError } from '#kernel/domain-error.ts';
import type { Keys } from '#platform/crypto/index.ts';

/**
 * Throws DomainError `keys.differ` when this database was begun with another key file. Without this a database restored without its keys, or a second process
 * with a data folder of its own, would make new keys in silence, and what was sealed before could never be opened again.
 */
export async function verifyKeys(db: Kysely<unknown>, keys: Keys, file: string): Promise<void> {
  const token = keys.blind('key-check', '');
  await sql`insert into key_check (token) values (${token}) on conflict do nothing`.execute(db);
  const { rows } = await sql<{ token: Buffer }>`select token from key_check`.execute(db);
  if (!rows[0]?.token.equals(token)) throw new DomainError('keys.differ', { file });
}
