import { sql, type Kysely } from 'kysely';
import type { Authorized } from '#kernel/authorized.ts';
import { inBatches, type ImportOptions } from '#platform/sheets/index.ts';
import type { OfficialsPlan } from './official-plan.rules.ts';
import type { ChannelRecord, DeclarationRow, OfficialsSnapshot, PersonRow, PositionRow } from './register.types.ts';

/** SQL of an import: what it must know, and its writing, set by set. */
type Db = Kysely<unknown>;

/** Any fixed number: whoever registers a channel or declares something waits for the others. Marking a hijack does not: it must not wait for an import. */
const LOCK = 7_205_420_011;
export async function lockRegister(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK}::bigint)`.execute(db);
}

export const CHANNEL_COLUMNS_SQL = sql`c.id, c.official_id as "officialId", c.platform, c.type, c.value, c.state, c.source, c.confirmed_at as "confirmedAt", c.expires_at as "expiresAt",
  c.hijacked_at as "hijackedAt", c.retired_at as "retiredAt", c.retired_by as "retiredBy", c.reason, c.registered_at as "registeredAt"`;

/** The people with these codes, all that is theirs, and who else holds or has declared fake one of these accounts. */
export async function loadOfficials(db: Db, codes: readonly string[], accounts: readonly string[]): Promise<OfficialsSnapshot> {
  const people = await sql<PersonRow>`select id, code, full_name as "fullName", gender from official where code = any(${[...codes]}::text[])`.execute(db);
  const ids = people.rows.map((p) => p.id);
  const positions = await sql<PositionRow>`
    select id, official_id as "officialId", unit_id as "unitId", title, rank, valid_from as "from", valid_to as "until"
    from official_position where official_id = any(${ids}::uuid[]) order by valid_from`.execute(db);
  const channels = await sql<ChannelRecord & { ownerCode: string }>`
    select ${CHANNEL_COLUMNS_SQL}, o.code as "ownerCode" from genuine_channel c join official o on o.id = c.official_id
    where c.official_id = any(${ids}::uuid[]) or (c.state <> 'retired' and c.account = any(${[...accounts]}::text[]))`.execute(db);
  const declarations = await sql<DeclarationRow>`
    select official_id as "officialId", platform, source, declared_at as "declaredAt" from no_account_declaration where official_id = any(${ids}::uuid[])`.execute(db);
  const fake = await sql<{ account: string }>`
    select distinct account from official_statement where kind = 'declared-fake' and withdrawn_at is null and account = any(${[...accounts]}::text[])`.execute(db);
  return { people: people.rows, positions: positions.rows, channels: channels.rows, declarations: declarations.rows, fakeAccounts: fake.rows.map((f) => f.account) };
}

export async function writeOfficials(db: Db, plan: Authorized<OfficialsPlan, 'import-officials'>, now: Date, options: ImportOptions): Promise<void> {
  const retired = plan.channels.filter((c) => c.state === 'retired');
  const alive = plan.channels.filter((c) => c.state !== 'retired');
  const total = { done: 0, all: plan.people.length + plan.positions.length + plan.channels.length + plan.declared.length };
  await sql`set constraints all deferred`.execute(db);
  await inBatches(plan.people, options, total, (rows) => writePeople(db, rows, now));
  await inBatches(plan.positions, options, total, (rows) => writePositions(db, rows));
  await withdraw(db, plan.withdrawn);
  // What becomes free must be free before somebody else takes it.
  await inBatches(retired, options, total, (rows) => writeChannels(db, rows));
  await inBatches(alive, options, total, (rows) => writeChannels(db, rows));
  await inBatches(plan.declared, options, total, async (rows) => {
    await sql`insert into no_account_declaration (official_id, platform, source, declared_at)
      select "officialId", platform, source, "declaredAt" from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("officialId" uuid, platform text, source text, "declaredAt" timestamptz)`.execute(db);
  });
  await sql`set constraints all immediate`.execute(db);
}

async function writePeople(db: Db, rows: readonly PersonRow[], now: Date): Promise<void> {
  await sql`
    insert into official (id, code, full_name, gender, created_at, updated_at)
    select id, code, "fullName", gender, ${now}, ${now} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, code text, "fullName" text, gender text)
    on conflict (id) do update set full_name = excluded.full_name, gender = excluded.gender, updated_at = excluded.updated_at`.execute(db);
}

async function writePositions(db: Db, rows: readonly PositionRow[]): Promise<void> {
  await sql`
    insert into official_position (id, official_id, unit_id, title, rank, valid_from, valid_to)
    select id, "officialId", "unitId", title, rank, "from", "until"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "officialId" uuid, "unitId" uuid, title text, rank int, "from" date, "until" date)
    on conflict (id) do update set title = excluded.title, valid_from = excluded.valid_from, valid_to = excluded.valid_to`.execute(db);
}

/** A channel that was marked hijacked since the plan was made stays hijacked. */
async function writeChannels(db: Db, rows: readonly ChannelRecord[]): Promise<void> {
  await sql`
    insert into genuine_channel (id, official_id, platform, type, value, state, source, confirmed_at, expires_at, hijacked_at, retired_at, retired_by, reason, registered_at)
    select id, "officialId", platform, type, value, state, source, "confirmedAt", "expiresAt", "hijackedAt", "retiredAt", "retiredBy", reason, "registeredAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "officialId" uuid, platform text, type text, value text, state text, source text,
      "confirmedAt" timestamptz, "expiresAt" timestamptz, "hijackedAt" timestamptz, "retiredAt" timestamptz, "retiredBy" text, reason text, "registeredAt" timestamptz)
    on conflict (id) do update set state = excluded.state, confirmed_at = excluded.confirmed_at, expires_at = excluded.expires_at, retired_at = excluded.retired_at, retired_by = excluded.retired_by
    where genuine_channel.state <> 'hijacked'`.execute(db);
}

async function withdraw(db: Db, rows: OfficialsPlan['withdrawn']): Promise<void> {
  if (rows.length === 0) return;
  await sql`delete from no_account_declaration d using unnest(${rows.map((r) => r.officialId)}::uuid[], ${rows.map((r) => r.platform)}::text[]) as w(official_id, platform)
    where d.official_id = w.official_id and d.platform = w.platform`.execute(db);
}
