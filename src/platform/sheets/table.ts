import { DomainError } from '#kernel/domain-error.ts';
import { isErrorValue } from './cells.ts';
import { countKnown, readHeader, type Column, type Header } from './columns.ts';
import type { Faults } from './faults.ts';
import type { ImportOptions, SheetSource } from './import.ts';
import { LIMITS } from './limits.ts';
import { readSheet, type SheetRow } from './read.ts';

/** A line of a table with its cells by column. `get` gives '' for a cell that is empty, missing or already reported as faulty. */
export interface TableRow<Key extends string> { readonly line: number; get(key: Key): string }
export interface Table<Key extends string> { readonly header: Header<Key>; readonly headerLine: number; readonly rows: readonly TableRow<Key>[] }

/** Offices put titles above their tables; the header is looked for in so many lines. */
const HEADER_WITHIN = 10;

/** Reads a whole table. What is wrong with its form goes into `faults`, cell by cell; what is no table at all is thrown (`sheet.*`). */
export async function readTable<Key extends string>(source: SheetSource, columns: readonly Column<Key>[], faults: Faults, options: ImportOptions & { isWanted(sheetName: string): boolean }): Promise<Table<Key>> {
  const waiting: SheetRow[] = [];
  const rows: TableRow<Key>[] = [];
  let table: Table<Key> | null = null;
  const begin = (head: SheetRow, rest: readonly SheetRow[]): Table<Key> => {
    const header = readHeader(head.line, head.cells, columns, faults);
    for (const row of rest) rows.push(tableRow(row, header, columns, faults));
    return { header, headerLine: head.line, rows };
  };
  for await (const row of readSheet(source, options.isWanted)) {
    if (options.signal?.aborted) throw new DomainError('import.cancelled');
    if (!table) {
      waiting.push(row);
      const [first = row] = waiting;
      if (countKnown(row.cells, columns) >= 2) table = begin(row, []);
      else if (waiting.length >= HEADER_WITHIN) table = begin(first, waiting.slice(1));
      continue;
    }
    rows.push(tableRow(row, table.header, columns, faults));
    if (rows.length > LIMITS.rows) throw new DomainError('sheet.too-many-rows', { max: LIMITS.rows });
    if (rows.length % 500 === 0) options.onProgress?.({ phase: 'read', done: rows.length, total: null });
  }
  const [first] = waiting;
  if (!first) throw new DomainError('sheet.empty');
  table ??= begin(first, waiting.slice(1));
  options.onProgress?.({ phase: 'read', done: rows.length, total: rows.length });
  return table;
}

function tableRow<Key extends string>(row: SheetRow, header: Header<Key>, columns: readonly Column<Key>[], faults: Faults): TableRow<Key> {
  const values = new Map<Key, string>();
  for (const { key, isRequired } of columns) {
    const at = header.at(key);
    const value = at === undefined ? '' : (row.cells[at] ?? '');
    if (value.length > LIMITS.cellLength) faults.add(row.line, header.title(key), 'sheet.cell-too-long', { max: LIMITS.cellLength });
    else if (isErrorValue(value)) faults.add(row.line, header.title(key), 'sheet.error-value', { value });
    else if (value !== '') values.set(key, value);
    else if (isRequired && at !== undefined) faults.add(row.line, header.title(key), 'sheet.cell-required', {});
  }
  return { line: row.line, get: (key) => values.get(key) ?? '' };
}
