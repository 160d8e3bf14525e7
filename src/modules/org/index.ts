import type { Context } from '#kernel/context.ts';
import type { ImportOptions, ImportOutcome, SheetSource } from '#platform/sheets/import.ts';
import type { Succession, UnitNode, UnitRow, UnitView } from './org.contract.ts';

export * from './org.contract.ts';

export interface Org {
  /** Rows from a program (sample province, other systems). Same rules and outcome as a file. */
  importUnits(ctx: Context, rows: readonly UnitRow[], options?: ImportOptions): Promise<ImportOutcome<'units'>>;
  importUnitsFile(ctx: Context, source: SheetSource, options?: ImportOptions): Promise<ImportOutcome<'units'>>;
  /** Who held that code on that day (ISO). Null: nobody. */
  unitAsOf(ctx: Context, key: { readonly codeSystem?: string; readonly code: string; readonly date: string }): Promise<UnitView | null>;
  /** The whole tree on that day; roots in order of code. */
  tree(ctx: Context, date: string): Promise<readonly UnitNode[]>;
  /** Who answers on `date` for what `unitId` was. */
  successors(ctx: Context, unitId: string, date: string): Promise<Succession>;
}
