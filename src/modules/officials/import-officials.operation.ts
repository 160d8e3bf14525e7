import type { Kysely } from 'kysely';
import { Compile } from 'typebox/compile';
import type { Context } from '#kernel/context.ts';
import { loadTimeline } from '#modules/org/index.ts';
import { newId } from '#platform/crypto/index.ts';
import type { UnitOfWork } from '#platform/db/index.ts';
import { createFaults, readTable, runImport, type Faults, type ImportFault, type ImportOptions, type ImportOutcome, type SheetSource } from '#platform/sheets/index.ts';
import { accountKey } from './channel.rules.ts';
import { OfficialRow } from './official.contract.ts';
import { planOfficials } from './official-plan.rules.ts';
import { authorizeOfficials } from './official.policy.ts';
import { readOfficialRow, type Lined, type OfficialSpec, type Titles } from './official-row.rules.ts';
import { isOfficialSheet, OFFICIAL_COLUMNS, officialRowOf } from './official-sheet.rules.ts';
import { loadOfficials, lockRegister, writeOfficials } from './official.store.ts';
import { explain } from './register.rules.ts';

export interface OfficialsDeps { readonly db: Kysely<unknown>; readonly uow: UnitOfWork }
export type ImportedParts = 'officials' | 'positions' | 'channels' | 'declarations';
interface Prepared { readonly rows: readonly Lined<OfficialRow>[]; readonly total: number; readonly faults: Faults; readonly notices: readonly ImportFault[]; readonly titles: Titles }

const isOfficialRow = Compile(OfficialRow);

/** Rows from a program. A row that is not of the shape is a fault of its line, like any other. */
export async function importOfficials(deps: OfficialsDeps, ctx: Context, rows: readonly OfficialRow[], options: ImportOptions): Promise<ImportOutcome<ImportedParts>> {
  authorizeOfficials(ctx, 'import-officials', rows);
  const faults = createFaults();
  const sound = rows.map((row, i) => ({ line: i + 1, row })).filter(({ line, row }) => {
    if (isOfficialRow.Check(row)) return true;
    faults.add(line, null, 'officials.row-malformed', { at: isOfficialRow.Errors(row)[0]?.instancePath.slice(0, 100) ?? '' });
    return false;
  });
  return run(deps, ctx, { rows: sound, total: rows.length, faults, notices: [], titles: (field) => field }, options);
}

/**
 * A file, whole or not at all. Exits: `imported`, `dry-run`, `refused` with every fault by line and column; DomainError `sheet.*` for a file that is no table,
 * `import.cancelled`, `officials.forbidden`.
 */
export async function importOfficialsFile(deps: OfficialsDeps, ctx: Context, source: SheetSource, options: ImportOptions): Promise<ImportOutcome<ImportedParts>> {
  authorizeOfficials(ctx, 'import-officials', source);
  const faults = createFaults();
  const { header, headerLine, rows } = await readTable(source, OFFICIAL_COLUMNS, faults, { ...options, isWanted: isOfficialSheet });
  const notices = header.extra.map((name) => ({ line: headerLine, column: name, code: 'sheet.column-extra', params: {} }));
  const read = rows.map((line) => ({ line: line.line, ...officialRowOf(line, header, faults) }));
  for (const row of read) if (!row.isWhole) readOfficialRow(row, ctx.clock.now(), faults, header.title); // for its other faults
  return run(deps, ctx, { rows: read.filter((row) => row.isWhole), total: rows.length, faults, notices, titles: header.title }, options);
}

function run(deps: OfficialsDeps, ctx: Context, input: Prepared, options: ImportOptions): Promise<ImportOutcome<ImportedParts>> {
  return runImport(deps.uow, ctx, { rows: input.total, faults: input.faults, notices: input.notices, options }, async (work, faults) => {
    await lockRegister(work.db);
    const now = ctx.clock.now();
    const specs = input.rows.map((row) => readOfficialRow(row, now, faults, input.titles)).filter((s): s is OfficialSpec => s !== null);
    options.onProgress?.({ phase: 'check', done: specs.length, total: input.total });
    const accounts = specs.flatMap((s) => s.channels.map((c) => accountKey(c.type, c.value)));
    const snapshot = await loadOfficials(work.db, [...new Set(specs.map((s) => s.code))], [...new Set(accounts)]);
    const plan = planOfficials(specs, { snapshot, org: await loadTimeline(work.db), now, newId: () => newId(now) }, faults, input.titles);
    const changes = plan.people.length + plan.positions.length + plan.channels.length + plan.declared.length + plan.withdrawn.length;
    return {
      counts: plan.counts, notices: plan.notices,
      write: async () => {
        await writeOfficials(work.db, authorizeOfficials(ctx, 'import-officials', plan), now, options).catch(explain);
        await work.audit({ action: 'officials.imported', subjectType: 'officials', subjectId: 'register', details: { rows: input.total, changes, ...flat(plan.counts) } });
        if (changes > 0) await work.notify('register-changed', 'officials');
      },
    };
  });
}

function flat(counts: Readonly<Record<string, object>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).flatMap(([what, of]) => Object.entries(of).map(([how, n]) => [`${what}_${how}`, Number(n)])));
}
