import { MAX_FAULTS, type ImportFault } from './import.ts';

/** Collects all faults of one import: the first thousand by place, the rest by number. */
export interface Faults {
  add(line: number, column: string | null, code: string, params?: ImportFault['params']): void;
  readonly count: number;
  /** In the order of the file. */
  list(): ImportFault[];
}

/** A new list, beginning with those of `prior`. */
export function createFaults(prior?: Faults): Faults {
  const kept: ImportFault[] = prior?.list() ?? [];
  let count = prior?.count ?? 0;
  return {
    get count() { return count; },
    add: (line, column, code, params = {}) => {
      count += 1;
      if (kept.length < MAX_FAULTS) kept.push({ line, column, code, params });
    },
    list: () => [...kept].sort((a, b) => a.line - b.line),
  };
}
