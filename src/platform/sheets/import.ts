/** Words shared by everything that is imported from a table. No domain in here: a module says what its columns mean. */

/** One thing wrong with one place of a table. `code` is a locale key `error.<code>`, `params` fill its sentence. */
export interface ImportFault {
  /** Line of the file as a person counts it in the spreadsheet (header = 1). For rows handed in by a program: index + 1. */
  readonly line: number;
  /** Header as written in the file; null when the whole line is meant. */
  readonly column: string | null;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}
export interface ImportCounts { readonly created: number; readonly updated: number; readonly unchanged: number; readonly ended: number }
export interface ImportProgress { readonly phase: 'read' | 'check' | 'write'; readonly done: number; readonly total: number | null }
export interface ImportOptions {
  /** Everything is done, constraints included, and rolled back. */
  readonly isDryRun?: boolean;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Aborting throws DomainError `import.cancelled`; nothing is kept. */
  readonly signal?: AbortSignal;
}
/** `refused`: at least one fault, and nothing was written. `faults` lists the first MAX_FAULTS of `faultCount`. Notices are things done or left as they were that a person should know. */
export type ImportOutcome<What extends string> =
  | { readonly kind: 'imported' | 'dry-run'; readonly rows: number; readonly counts: Readonly<Record<What, ImportCounts>>; readonly notices: readonly ImportFault[] }
  | { readonly kind: 'refused'; readonly rows: number; readonly faultCount: number; readonly faults: readonly ImportFault[]; readonly notices: readonly ImportFault[] };

/** A person mends a screenful at a time; beyond this the file is the wrong file, and only the count is of use. */
export const MAX_FAULTS = 1000;

/** A file on this machine or bytes handed in. `name` gives the format by its ending (.csv, .tsv, .txt, .xlsx); absent: that of the path. */
export type SheetSource = { readonly path: string } | { readonly bytes: Uint8Array; readonly name: string };
