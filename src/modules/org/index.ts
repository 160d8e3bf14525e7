import type { Context } from '#kernel/context.ts';
import type { ImportOptions, ImportOutcome, SheetSource } from '#platform/sheets/index.ts';
import { importUnits, importUnitsFile, type OrgDeps } from './import-units.operation.ts';
import type { Succession, UnitNode, UnitRow, UnitView } from './org.contract.ts';
import { successorsAsOf, treeAsOf, unitAsOf } from './read-units.operation.ts';

export * from './org.contract.ts';
export { ORG_ERRORS, ORG_FAULTS, ORG_NOTICES } from './org.errors.ts';
export { loadTimeline } from './read-units.operation.ts';
export { canonicalCode } from './unit-row.rules.ts';
export { UNIT_TEMPLATE } from './unit-sheet.rules.ts';
export { holds, lastDay, type OrgTimeline, type Span } from './unit-timeline.rules.ts';

export interface Org {
  /** Rows from a program (sample province, other systems). Same rules and outcome as a file. */
  importUnits(ctx: Context, rows: readonly UnitRow[], options?: ImportOptions): Promise<ImportOutcome<'units'>>;
  importUnitsFile(ctx: Context, source: SheetSource, options?: ImportOptions): Promise<ImportOutcome<'units'>>;
  /** Who held that code on that day (ISO). Null: nobody. */
  unitAsOf(ctx: Context, key: { readonly codeSystem?: string; readonly code: string; readonly date: string }): Promise<UnitView | null>;
  /** The whole tree on that day; siblings in order of code. */
  tree(ctx: Context, date: string): Promise<readonly UnitNode[]>;
  /** Who answers on `date` for what `unitId` was. */
  successors(ctx: Context, unitId: string, date: string): Promise<Succession>;
}

export function createOrg(deps: OrgDeps): Org {
  return {
    importUnits: (ctx, rows, options = {}) => importUnits(deps, ctx, rows, options),
    importUnitsFile: (ctx, source, options = {}) => importUnitsFile(deps, ctx, source, options),
    unitAsOf: (ctx, key) => unitAsOf(deps.db, ctx, key),
    tree: (ctx, date) => treeAsOf(deps.db, ctx, date),
    successors: (ctx, unitId, date) => successorsAsOf(deps.db, ctx, unitId, date),
  };
}
