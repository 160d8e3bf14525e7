import { sql, type Kysely } from 'kysely';
import type { Authorized } from '#kernel/authorized.ts';
import type { AccountPlatform, ChannelPlatform } from './official.contract.ts';
import { CHANNEL_COLUMNS_SQL } from './official.store.ts';
import type { ChannelRecord, DeclarationRow } from './register.types.ts';

/** SQL of single channels, statements and declarations, and of what a check asks. */
type Db = Kysely<unknown>;

export async function findOfficialId(db: Db, code: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from official where code = ${code}`.execute(db);
  return rows[0]?.id ?? null;
}

/** The official's channel of that value, the living one before retired ones; locked until the end of the transaction. */
export async function findChannel(db: Db, officialId: string, type: string, value: string): Promise<ChannelRecord | null> {
  const { rows } = await sql<ChannelRecord>`
    select ${CHANNEL_COLUMNS_SQL} from genuine_channel c where c.official_id = ${officialId} and c.type = ${type} and c.value = ${value}
    order by (c.state = 'retired'), c.retired_at desc limit 1 for update`.execute(db);
  return rows[0] ?? null;
}

export async function insertChannel(db: Db, c: Authorized<ChannelRecord, 'change-channel'>): Promise<void> {
  await sql`insert into genuine_channel (id, official_id, platform, type, value, state, source, confirmed_at, expires_at, registered_at)
    values (${c.id}, ${c.officialId}, ${c.platform}, ${c.type}, ${c.value}, ${c.state}, ${c.source}, ${c.confirmedAt}, ${c.expiresAt}, ${c.registeredAt})`.execute(db);
  await settle(db);
}

export async function updateChannel(db: Db, c: Authorized<ChannelRecord, 'change-channel'>): Promise<void> {
  await sql`update genuine_channel set state = ${c.state}, source = ${c.source}, confirmed_at = ${c.confirmedAt}, expires_at = ${c.expiresAt}, hijacked_at = ${c.hijackedAt},
    retired_at = ${c.retiredAt}, retired_by = ${c.retiredBy}, reason = ${c.reason} where id = ${c.id}`.execute(db);
  await settle(db);
}

export async function insertDeclaration(db: Db, d: Authorized<DeclarationRow, 'declare'>): Promise<void> {
  await sql`insert into no_account_declaration (official_id, platform, source, declared_at) values (${d.officialId}, ${d.platform}, ${d.source}, ${d.declaredAt})
    on conflict (official_id, platform) do update set source = excluded.source, declared_at = excluded.declared_at`.execute(db);
  await settle(db);
}

/** False: there was none. */
export async function deleteDeclaration(db: Db, d: Authorized<{ readonly officialId: string; readonly platform: AccountPlatform }, 'declare'>): Promise<boolean> {
  const { rows } = await sql`delete from no_account_declaration where official_id = ${d.officialId} and platform = ${d.platform} returning 1`.execute(db);
  return rows.length > 0;
}

export interface StatementRow { readonly id: string; readonly officialId: string; readonly kind: 'declared-fake' | 'denied'; readonly type: string; readonly value: string; readonly at: Date }
/** Said twice is said once. False: it was there. */
export async function insertStatement(db: Db, s: Authorized<StatementRow, 'declare'>): Promise<boolean> {
  const { rows } = await sql`insert into official_statement (id, official_id, kind, type, value, stated_at) values (${s.id}, ${s.officialId}, ${s.kind}, ${s.type}, ${s.value}, ${s.at})
    on conflict (official_id, kind, type, value) where withdrawn_at is null do nothing returning 1`.execute(db);
  await settle(db);
  return rows.length > 0;
}

/** Lets the deferred checks speak now, where the operation can still explain them. */
async function settle(db: Db): Promise<void> {
  await sql`set constraints all immediate`.execute(db);
}

export interface FactRow {
  readonly type: string; readonly value: string; readonly officialId: string;
  readonly platform: ChannelPlatform | null; readonly state: 'current' | 'retired' | 'hijacked' | null; readonly confirmedAt: Date | null; readonly expiresAt: Date | null; readonly hijackedAt: Date | null;
  readonly kind: 'declared-fake' | 'denied' | null; readonly statedAt: Date | null;
}
/**
 * Channels and statements under these identifiers, in one query. Who holds no position that day has no channel that speaks for an office: it counts as retired. What is said against a phone, or its
 * hijack, is said of the Zalo account bound to it too, and the other way; that one is genuine says nothing of the other. ":NUMBER" finds statements about that number at any bank.
 */
export async function findFactRows(db: Db, keys: readonly { type: string; value: string }[], day: string): Promise<FactRow[]> {
  const { rows } = await sql<FactRow>`
    with asked as (
      select distinct type, value, account_key(type, value) as account, case when type = 'bank_account' and value like ':%' then substr(value, 2) end as number
      from unnest(${keys.map((k) => k.type)}::text[], ${keys.map((k) => k.value)}::text[]) as k(type, value))
    select a.type, a.value, c.official_id as "officialId", c.platform,
      case when c.state = 'current' and not exists (select from official_position p where p.official_id = c.official_id and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to > ${day}))
        then 'retired' else c.state end as state,
      c.confirmed_at as "confirmedAt", c.expires_at as "expiresAt", c.hijacked_at as "hijackedAt", null as kind, null::timestamptz as "statedAt"
    from asked a join genuine_channel c on c.account = a.account where (c.type = a.type and c.value = a.value) or c.state = 'hijacked'
    union all
    select a.type, a.value, s.official_id, null, null, null, null, null, s.kind, s.stated_at
    from asked a join official_statement s on s.account = a.account where s.withdrawn_at is null
    union all
    select s.type, s.value, s.official_id, null, null, null, null, null, s.kind, s.stated_at
    from asked a join official_statement s on s.type = 'bank_account' and split_part(s.value, ':', 2) = a.number where s.withdrawn_at is null and s.value <> a.value
    order by "statedAt" desc nulls first`.execute(db);
  return rows;
}

export interface DirectoryRow { readonly id: string; readonly fullName: string; readonly gender: 'male' | 'female'; readonly title: string; readonly unitId: string; readonly noAccountOn: AccountPlatform[] }
/** Everybody with a position that day, in his first one. */
export async function listDirectoryRows(db: Db, day: string): Promise<DirectoryRow[]> {
  const { rows } = await sql<DirectoryRow>`
    select distinct on (o.id) o.id, o.full_name as "fullName", o.gender, p.title, p.unit_id as "unitId",
      coalesce((select array_agg(d.platform order by d.platform) from no_account_declaration d where d.official_id = o.id), '{}') as "noAccountOn"
    from official o join official_position p on p.official_id = o.id and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to > ${day})
    order by o.id, p.rank, p.valid_from`.execute(db);
  return rows;
}
