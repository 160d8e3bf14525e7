import { sql, type Kysely } from 'kysely';
import type { Locale } from '#kernel/context.ts';

export interface GuidanceRow { key: string; locale: Locale; text: string; source: string; checked_on: string | null }
type Db = Kysely<unknown>;

export async function listGuidance(db: Db): Promise<GuidanceRow[]> {
  const { rows } = await sql<GuidanceRow>`select key, locale, text, source, checked_on from guidance order by key, locale`.execute(db);
  return rows;
}

/** Writes rows; with `onlyNew` what an administrator has written stays. Returns how many were written. */
export async function saveGuidance(db: Db, rows: readonly GuidanceRow[], by: string, now: Date, onlyNew: boolean): Promise<number> {
  const result = await sql`
    insert into guidance (key, locale, text, source, checked_on, updated_at, updated_by)
    select key, locale, text, source, checked_on, ${now}, ${by}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(key text, locale text, text text, source text, checked_on date)
    on conflict (key, locale) do update set text = excluded.text, source = excluded.source, checked_on = excluded.checked_on, updated_at = excluded.updated_at, updated_by = excluded.updated_by
      where not ${onlyNew}::boolean and (guidance.text, guidance.source, guidance.checked_on) is distinct from (excluded.text, excluded.source, excluded.checked_on)
    returning 1`.execute(db);
  return result.rows.length;
}
