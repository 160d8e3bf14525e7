import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';

/** What this database was made for: decided once, at the first start, and kept. */
export interface Installation { readonly isSample: boolean; readonly province: string }

export async function readInstallation(db: Db): Promise<Installation | null> {
  const { rows } = await sql<{ is_sample: boolean; province: string }>`select is_sample, province from installation`.execute(db);
  return rows[0] ? { isSample: rows[0].is_sample, province: rows[0].province } : null;
}

/** The first writer wins; everybody reads what it wrote. */
export async function keepInstallation(db: Db, wanted: Installation, now: Date): Promise<Installation> {
  await sql`insert into installation (is_sample, province, created_at) values (${wanted.isSample}, ${wanted.province}, ${now}) on conflict do nothing`.execute(db);
  return (await readInstallation(db)) ?? wanted;
}
