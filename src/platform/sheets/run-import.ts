import type { Context } from '#kernel/context.ts';
import { DomainError } from '#kernel/domain-error.ts';
import type { UnitOfWork, Work } from '#platform/db/index.ts';
import { createFaults, type Faults } from './faults.ts';
import type { ImportCounts, ImportFault, ImportOptions, ImportOutcome } from './import.ts';

/** What a module has decided about an import: figures, and the writing that makes them true. */
export interface Decided<What extends string> { readonly counts: Readonly<Record<What, ImportCounts>>; readonly notices: readonly ImportFault[]; readonly write: () => Promise<void> }
export interface ImportInput { readonly rows: number; readonly faults: Faults; readonly notices: readonly ImportFault[]; readonly options: ImportOptions }

class RolledBack<What extends string> extends Error {
  readonly outcome: ImportOutcome<What>;
  constructor(outcome: ImportOutcome<What>) { super('rolled back'); this.outcome = outcome; }
}

/**
 * Runs one import in one unit of work: `decide` reads the register and adds faults; with none it is written, with any nothing is.
 * A dry run writes too, so that the constraints of the database have spoken, and is then rolled back.
 */
export async function runImport<What extends string>(uow: UnitOfWork, ctx: Context, input: ImportInput, decide: (work: Work, faults: Faults) => Promise<Decided<What>>): Promise<ImportOutcome<What>> {
  const { rows, options } = input;
  try {
    return await uow(ctx, async (work): Promise<ImportOutcome<What>> => {
      // A unit of work may run again after a conflict: each run starts from the faults of the file alone.
      const faults = createFaults(input.faults);
      const decided = await decide(work, faults);
      const notices = [...input.notices, ...decided.notices].sort((a, b) => a.line - b.line);
      if (faults.count > 0) return { kind: 'refused', rows, faultCount: faults.count, faults: faults.list(), notices };
      checkCancelled(options);
      await decided.write();
      checkCancelled(options);
      const done: ImportOutcome<What> = { kind: options.isDryRun ? 'dry-run' : 'imported', rows, counts: decided.counts, notices };
      if (options.isDryRun) throw new RolledBack(done);
      return done;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.outcome as ImportOutcome<What>; // thrown above, in this call
    throw error;
  }
}

export function checkCancelled(options: ImportOptions): void {
  if (options.signal?.aborted) throw new DomainError('import.cancelled');
}

/** Rows of one statement: enough to be fast, few enough that progress moves and cancelling is heard. */
const BATCH = 1000;

/** Writes `rows` piece by piece, reporting how far it is. */
export async function inBatches<T>(rows: readonly T[], options: ImportOptions, total: { done: number; readonly all: number }, write: (piece: readonly T[]) => Promise<void>): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) {
    checkCancelled(options);
    const piece = rows.slice(at, at + BATCH);
    await write(piece);
    total.done += piece.length;
    options.onProgress?.({ phase: 'write', done: total.done, total: total.all });
  }
}
