import { foldLatin } from '#engine/identifiers/index.ts';
import type { Faults } from './faults.ts';

/** A column that a table may have. Headers are compared without case, marks and punctuation, in any order. */
export interface Column<Key extends string> {
  readonly key: Key;
  readonly vi: string;
  readonly en: string;
  readonly aliases?: readonly string[];
  readonly isRequired?: boolean;
  /** For the template's help sheet. */
  readonly help: { readonly vi: string; readonly en: string };
  readonly example: string;
}
export interface Header<Key extends string> {
  /** Cell position of a column, undefined when the file has no such column. */
  at(key: Key): number | undefined;
  /** Header as written in the file; the Vietnamese one when the file has no such column. */
  title(key: Key): string;
  readonly extra: readonly string[];
}

/** "Điện thoại (*)" → "dien thoai". */
export function wordKey(text: string): string {
  return foldLatin(text.slice(0, 200)).replace(/[^a-z0-9]+/g, ' ').trim();
}

/** Which cell is which column. Adds a fault for each required column that is missing and each that is there twice. */
export function readHeader<Key extends string>(line: number, cells: readonly string[], columns: readonly Column<Key>[], faults: Faults): Header<Key> {
  const keys = keysOf(columns);
  const positions = new Map<Key, number>();
  const extra: string[] = [];
  for (const [i, cell] of cells.entries()) {
    const column = keys.get(wordKey(cell));
    if (!column) { if (cell !== '') extra.push(cell.slice(0, 80)); continue; }
    if (positions.has(column)) faults.add(line, cell, 'sheet.column-twice', {});
    else positions.set(column, i);
  }
  for (const column of columns) if (column.isRequired && !positions.has(column.key)) faults.add(line, column.vi, 'sheet.column-missing', { name: `${column.vi} / ${column.en}` });
  const titleOf = new Map(columns.map((c) => [c.key, c.vi]));
  return {
    at: (key) => positions.get(key),
    title: (key) => { const at = positions.get(key); return (at === undefined ? undefined : cells[at]) ?? titleOf.get(key) ?? key; },
    extra,
  };
}

/** How many cells of a line are known headers: titles above a table have none. */
export function countKnown<Key extends string>(cells: readonly string[], columns: readonly Column<Key>[]): number {
  const keys = keysOf(columns);
  return cells.filter((cell) => keys.has(wordKey(cell))).length;
}

function keysOf<Key extends string>(columns: readonly Column<Key>[]): Map<string, Key> {
  return new Map(columns.flatMap((c) => [c.vi, c.en, ...(c.aliases ?? [])].map((name) => [wordKey(name), c.key] as const)));
}
