import { Readable } from 'node:stream';
import exceljs from 'exceljs';
import { DomainError } from '#kernel/domain-error.ts';
import { LIMITS } from './limits.ts';
import type { SheetRow } from './read.ts';
import { repackWorkbook } from './zip.ts';

/** What exceljs gives for a cell, as far as we read it; checked field by field. */
interface CellObject { readonly text?: unknown; readonly result?: unknown; readonly error?: unknown; readonly richText?: unknown }

/** Compound file: Excel before 2007, or a workbook behind a password. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Rows of the first sheet whose name `isWanted`, of the only sheet otherwise. Texts as shown; days as ISO. */
export async function* readXlsx(bytes: Buffer, isWanted: (name: string) => boolean): AsyncGenerator<SheetRow> {
  if (bytes.subarray(0, 8).equals(COMPOUND)) throw new DomainError('sheet.old-xls');
  const { packed, sheets: names } = await repackWorkbook(bytes);
  const wanted = names.find((n) => isWanted(n)) ?? (names.length === 1 ? names[0] : undefined);
  if (wanted === undefined) throw new DomainError('sheet.no-such-sheet', { found: names.slice(0, 10).join(', ').slice(0, 200) });
  try {
    for await (const sheet of open(packed)) {
      if (nameOf(sheet) !== wanted) { for await (const row of sheet) if (row.number < 0) break; continue; }
      for await (const row of sheet) yield { line: row.number, cells: cellsOf(row) };
      return;
    }
  } catch (error) {
    throw error instanceof DomainError ? error : new DomainError('sheet.unreadable', { why: 'xml' }, { cause: error });
  }
}

function open(packed: Buffer): exceljs.stream.xlsx.WorkbookReader {
  // 64 KB pieces, so that a large sheet is parsed as it is read.
  return new exceljs.stream.xlsx.WorkbookReader(Readable.from(pieces(packed)), { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore', entries: 'ignore' });
}
function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

// The published types leave out the name, which the reader sets from workbook.xml.
const nameOf = (sheet: object): string => ('name' in sheet ? String(sheet.name) : '');

function cellsOf(row: exceljs.Row): string[] {
  const values = Array.isArray(row.values) ? row.values : [];
  if (values.length - 1 > LIMITS.columns) throw new DomainError('sheet.too-many-columns', { line: row.number, max: LIMITS.columns });
  return Array.from({ length: Math.max(0, values.length - 1) }, (_, i) => textOf(values[i + 1]));
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '#DATE' : value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return '';
  const cell: CellObject = value;
  if (Array.isArray(cell.richText)) return cell.richText.map((part: unknown) => (typeof part === 'object' && part !== null && 'text' in part ? String(part.text) : '')).join('');
  if (cell.error !== undefined) return String(cell.error);
  return textOf(cell.text ?? cell.result);
}

/** Excel keeps 15 digits: a longer number is no longer what was typed, so it is shown as Excel shows it and refused where a number matters. */
function numberText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) >= 1e15 ? value.toExponential().toUpperCase() : String(value);
}
