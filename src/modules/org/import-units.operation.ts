import type { Kysely } from 'kysely';
import { Compile } from 'typebox/compile';
import type { Context } from '#kernel/context.ts';
import { DomainError } from '#kernel/domain-error.ts';
import { newId } from '#platform/crypto/index.ts';
import type { UnitOfWork } from '#platform/db/index.ts';
import { createFaults, readTable, runImport, type Faults, type ImportFault, type ImportOptions, type ImportOutcome, type SheetSource } from '#platform/sheets/index.ts';
import { UnitRow } from './org.contract.ts';
import { authorizeOrg } from './org.policy.ts';
import { loadOrg, lockOrg, writeUnits } from './org.store.ts';
import { planUnits } from './unit-plan.rules.ts';
import { canonicalCode, readUnitRow, type Lined, type Titles, type UnitField, type UnitSpec } from './unit-row.rules.ts';
import { isUnitSheet, UNIT_COLUMNS, unitRowOf } from './unit-sheet.rules.ts';

export interface OrgDeps { readonly db: Kysely<unknown>; readonly uow: UnitOfWork }
/** `partial`: lines with an unreadable cell, read on for their other faults and never written. */
interface Prepared { readonly rows: readonly Lined<UnitRow>[]; readonly partial: readonly Lined<UnitRow>[]; readonly total: number; readonly faults: Faults; readonly notices: readonly ImportFault[]; readonly titles: Titles<UnitField>; readonly broken: ReadonlySet<string> }

const isUnitRow = Compile(UnitRow);

/** Rows from a program. A row that is not of the shape is a fault of its line, like any other. */
export async function importUnits(deps: OrgDeps, ctx: Context, rows: readonly UnitRow[], options: ImportOptions): Promise<ImportOutcome<'units'>> {
  authorizeOrg(ctx, 'import-units', rows);
  const faults = createFaults();
  const lined = rows.map((row, i) => ({ line: i + 1, row }));
  const sound = lined.filter(({ line, row }) => {
    if (isUnitRow.Check(row)) return true;
    faults.add(line, null, 'org.row-malformed', { at: isUnitRow.Errors(row)[0]?.instancePath.slice(0, 100) ?? '' });
    return false;
  });
  return run(deps, ctx, { rows: sound, partial: [], total: rows.length, faults, notices: [], titles: (field) => field, broken: new Set() }, options);
}

/**
 * A file, whole or not at all. Exits: `imported`, `dry-run`, `refused` with every fault by line and column; DomainError `sheet.*` for a file that is no table,
 * `import.cancelled`, `org.forbidden`.
 */
export async function importUnitsFile(deps: OrgDeps, ctx: Context, source: SheetSource, options: ImportOptions): Promise<ImportOutcome<'units'>> {
  authorizeOrg(ctx, 'import-units', source);
  const faults = createFaults();
  const { header, headerLine, rows } = await readTable(source, UNIT_COLUMNS, faults, { ...options, isWanted: isUnitSheet });
  const notices = header.extra.map((name) => ({ line: headerLine, column: name, code: 'sheet.column-extra', params: {} }));
  const read = rows.map((line) => ({ line: line.line, code: line.get('code'), ...unitRowOf(line, header, faults) }));
  const [whole, partial] = [read.filter((r) => r.isWhole), read.filter((r) => !r.isWhole)];
  const broken = new Set(partial.map((r) => canonicalCode(r.code)));
  return run(deps, ctx, { rows: whole, partial, total: rows.length, faults, notices, titles: header.title, broken }, options);
}

function run(deps: OrgDeps, ctx: Context, input: Prepared, options: ImportOptions): Promise<ImportOutcome<'units'>> {
  return runImport(deps.uow, ctx, { rows: input.total, faults: input.faults, notices: input.notices, options }, async (work, faults) => {
    await lockOrg(work.db);
    const snapshot = await loadOrg(work.db);
    const broken = new Set(input.broken);
    for (const row of input.partial) readUnitRow(row, snapshot.systems, faults, input.titles);
    const specs = input.rows.map((row) => readUnitRow(row, snapshot.systems, faults, input.titles) ?? (broken.add(canonicalCode(row.row.code)), null)).filter((s): s is UnitSpec => s !== null);
    options.onProgress?.({ phase: 'check', done: specs.length, total: input.total });
    const now = ctx.clock.now();
    const plan = planUnits(specs, snapshot, () => newId(now), quietAbout(broken, faults), input.titles);
    const changes = plan.versions.length + plan.codes.length + plan.endings.length;
    return {
      counts: { units: plan.counts }, notices: plan.notices,
      write: async () => {
        await writeUnits(work.db, authorizeOrg(ctx, 'import-units', plan), now, options).catch(explain);
        await work.audit({ action: 'org.units-imported', subjectType: 'org', subjectId: 'units', details: { rows: input.total, ...plan.counts } });
        if (changes > 0) await work.notify('register-changed', 'org');
      },
    };
  });
}

/** A row that could not be read is not there for the others; that they miss it is no second fault. */
function quietAbout(broken: ReadonlySet<string>, faults: Faults): Faults {
  if (broken.size === 0) return faults;
  return {
    get count() { return faults.count; },
    list: () => faults.list(),
    add: (line, column, code, params = {}) => {
      if ((code === 'org.parent-unknown' || code === 'org.successor-unknown') && broken.has(String(params['code']))) return;
      faults.add(line, column, code, params);
    },
  };
}

/** The rules decide before the database does; where it still refuses, its constraint is the name of the trouble. */
function explain(error: unknown): never {
  const constraint = typeof error === 'object' && error !== null && 'constraint' in error ? String(error.constraint) : '';
  if (constraint.startsWith('org_')) throw new DomainError('org.inconsistent', { constraint }, { cause: error });
  throw error;
}
