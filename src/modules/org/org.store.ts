import { sql, type Kysely } from 'kysely';
import type { Authorized } from '#kernel/authorized.ts';
import { inBatches, type ImportOptions } from '#platform/sheets/index.ts';
import type { UnitPlan } from './unit-plan.rules.ts';
import type { CodeRow, OrgSnapshot, SuccessionRow, VersionRow } from './unit-timeline.rules.ts';

/** All SQL on the tables of this module. */
type Db = Kysely<unknown>;

/** Any fixed number: two imports of units would each decide on what the other is changing. */
const LOCK = 7_205_420_010;
export async function lockOrg(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK}::bigint)`.execute(db);
}

/** Everything, over all time: some thousands of rows for a province. */
export async function loadOrg(db: Db): Promise<OrgSnapshot> {
  const systems = await sql<OrgSnapshot['systems'][number]>`select key, valid_from as "from", valid_to as "until" from org_code_system order by key`.execute(db);
  const versions = await sql<VersionRow>`select unit_id as "unitId", valid_from as "from", valid_to as "until", name, kind, parent_id as "parentId", phone from org_unit_version`.execute(db);
  const codes = await sql<CodeRow>`select system, code, valid_from as "from", valid_to as "until", unit_id as "unitId" from org_unit_code`.execute(db);
  const successions = await sql<SuccessionRow>`select unit_id as "unitId", change, on_day as "onDay", successor_id as "successorId" from org_succession`.execute(db);
  return { systems: systems.rows, versions: versions.rows, codes: codes.rows, successions: successions.rows };
}

/** Writes a plan in whatever order is simplest; the constraints look at the result only. */
export async function writeUnits(db: Db, plan: Authorized<UnitPlan, 'import-units'>, now: Date, options: ImportOptions): Promise<void> {
  const total = { done: 0, all: plan.newUnits.length + plan.versions.length + plan.codes.length };
  await sql`set constraints all deferred`.execute(db);
  await inBatches(plan.newUnits, options, total, async (ids) => {
    await sql`insert into org_unit (id, created_at) select id, ${now} from unnest(${[...ids]}::uuid[]) as u(id)`.execute(db);
  });
  await inBatches(plan.versions, options, total, async (rows) => {
    await sql`
      insert into org_unit_version (unit_id, valid_from, valid_to, name, kind, parent_id, phone)
      select "unitId", "from", "until", name, kind, "parentId", phone
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("unitId" uuid, "from" date, "until" date, name text, kind text, "parentId" uuid, phone text)
      on conflict (unit_id, valid_from) do update set valid_to = excluded.valid_to, name = excluded.name, kind = excluded.kind, parent_id = excluded.parent_id, phone = excluded.phone`.execute(db);
  });
  await inBatches(plan.codes, options, total, async (rows) => {
    await sql`
      insert into org_unit_code (system, code, valid_from, valid_to, unit_id)
      select system, code, "from", "until", "unitId" from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(system text, code text, "from" date, "until" date, "unitId" uuid)
      on conflict (system, code, valid_from) do update set valid_to = excluded.valid_to, unit_id = excluded.unit_id`.execute(db);
  });
  await writeEndings(db, plan.endings);
  await sql`set constraints all immediate`.execute(db);
}

async function writeEndings(db: Db, endings: UnitPlan['endings']): Promise<void> {
  if (endings.length === 0) return;
  await sql`delete from org_succession where unit_id = any(${endings.map((e) => e.unitId)}::uuid[])`.execute(db);
  await sql`
    insert into org_succession (unit_id, change, on_day, successor_id)
    select "unitId", change, "onDay", "successorId"
    from jsonb_to_recordset(${JSON.stringify(endings.flatMap((e) => e.rows))}::jsonb) as r("unitId" uuid, change text, "onDay" date, "successorId" uuid)`.execute(db);
}
