import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Outcome } from '#kernel/outcome.ts';

/** All SQL on the tables of this module. */
export interface KnownIdentifierRow {
  type: string; value: string; number: string | null; report_count: number; last_reported_at: Date | null;
  published_at: Date | null; proposed_by: string | null; approved_by: string | null; reason: string | null; delisted_at: Date | null; delisted_reason: string | null;
}
export type Entry = 'page' | 'api' | 'cli';
export interface AnswerRow { key: Buffer; sealed: Buffer; outcome: Outcome; entry: Entry; created_at: Date; expires_at: Date }
export interface KnownIdentifierInput {
  readonly type: string; readonly value: string; readonly reportCount: number; readonly lastReportedAt: Date | null;
  readonly published: { readonly at: Date; readonly proposedBy: string; readonly approvedBy: string; readonly reason: string } | null;
}
type Db = Kysely<unknown>;

/** What is known of these identifiers, in one round trip. An account without its bank (":123") also finds that number at any bank. */
export async function findKnown(db: Db, identifiers: readonly { type: string; value: string }[]): Promise<KnownIdentifierRow[]> {
  if (identifiers.length === 0) return [];
  const types = identifiers.map((i) => i.type);
  const values = identifiers.map((i) => i.value);
  const numbers = identifiers.filter((i) => i.type === 'bank_account' && i.value.startsWith(':')).map((i) => i.value.slice(1));
  const { rows } = await sql<KnownIdentifierRow>`
    select k.type, k.value, k.number, k.report_count, k.last_reported_at, k.published_at, k.proposed_by, k.approved_by, k.reason, k.delisted_at, k.delisted_reason
    from unnest(${types}::text[], ${values}::text[]) as asked(type, value) join known_identifier k using (type, value)
    union
    select k.type, k.value, k.number, k.report_count, k.last_reported_at, k.published_at, k.proposed_by, k.approved_by, k.reason, k.delisted_at, k.delisted_reason
    from known_identifier k where k.number = any(${numbers}::text[]) and k.number is not null`.execute(db);
  return rows;
}

/** One statement, one commit, for all answers given at the same time. */
export async function saveAnswers(db: Db, rows: readonly AnswerRow[]): Promise<void> {
  const column = <K extends keyof AnswerRow>(name: K): AnswerRow[K][] => rows.map((r) => r[name]);
  await sql`insert into check_answer (key, sealed, outcome, entry, created_at, expires_at)
    select * from unnest(${column('key')}::bytea[], ${column('sealed')}::bytea[], ${column('outcome')}::text[], ${column('entry')}::text[], ${column('created_at')}::timestamptz[], ${column('expires_at')}::timestamptz[])`.execute(db);
}

export async function findAnswer(db: Db, key: Buffer, now: Date): Promise<AnswerRow | null> {
  const { rows } = await sql<AnswerRow>`select key, sealed, outcome, entry, created_at, expires_at from check_answer where key = ${key} and expires_at > ${now}`.execute(db);
  return rows[0] ?? null;
}

/** Deletes expired answers and adds them to the day's counters, in one statement: a row is counted exactly once. Returns how many went. */
export async function expireAnswers(db: Db, now: Date): Promise<number> {
  const { rows } = await sql<{ gone: string }>`
    with gone as (delete from check_answer where expires_at <= ${now} returning outcome, entry, created_at),
    counted as (
      insert into check_count (day, outcome, entry, checks)
      select (created_at at time zone 'Asia/Ho_Chi_Minh')::date, outcome, entry, count(*) from gone group by 1, 2, 3
      on conflict (day, outcome, entry) do update set checks = check_count.checks + excluded.checks
      returning 1)
    select (select count(*) from gone) as gone, (select count(*) from counted)`.execute(db);
  return Number(rows[0]?.gone ?? 0);
}

/** Inserts or refreshes known identifiers (sample province, hand-over from reports and cases). */
export async function upsertKnown(db: Db, rows: readonly KnownIdentifierInput[]): Promise<void> {
  const json = JSON.stringify(rows.map((r) => ({
    type: r.type, value: r.value, report_count: r.reportCount, last_reported_at: r.lastReportedAt, published_at: r.published?.at ?? null,
    proposed_by: r.published?.proposedBy ?? null, approved_by: r.published?.approvedBy ?? null, reason: r.published?.reason ?? null,
  })));
  await sql`
    insert into known_identifier (type, value, report_count, last_reported_at, published_at, proposed_by, approved_by, reason)
    select type, value, report_count, last_reported_at, published_at, proposed_by, approved_by, reason
    from jsonb_to_recordset(${json}::jsonb) as r(type text, value text, report_count int, last_reported_at timestamptz, published_at timestamptz, proposed_by text, approved_by text, reason text)
    on conflict (type, value) do update set report_count = excluded.report_count, last_reported_at = excluded.last_reported_at, published_at = excluded.published_at,
      proposed_by = excluded.proposed_by, approved_by = excluded.approved_by, reason = excluded.reason, delisted_at = null, delisted_reason = null`.execute(db);
}
