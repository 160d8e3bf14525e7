import { parse, CsvError } from 'csv-parse/sync';
import { DomainError } from '#kernel/domain-error.ts';
import { LIMITS } from './limits.ts';
import type { SheetRow } from './read.ts';

/** Rows of a text table: UTF-8 with or without mark, or UTF-16 as Excel's "Unicode text" writes it; separated by ; , or tab, whichever the first lines use. */
export function* readCsv(bytes: Buffer): Generator<SheetRow> {
  const text = decode(bytes);
  const declared = /^sep=(.)\r?\n/i.exec(text);
  const body = declared ? text.slice(declared[0].length) : text;
  let line = declared ? 2 : 1;
  for (const { record, lines } of records(body, declared?.[1] ?? separatorOf(body))) {
    if (record.length > LIMITS.columns) throw new DomainError('sheet.too-many-columns', { line, max: LIMITS.columns });
    yield { line, cells: record };
    line = lines + (declared ? 2 : 1);
  }
}

/** Legacy 8-bit Vietnamese code pages (TCVN3, Windows-1258) cannot be told apart with certainty; a name read wrongly would protect nobody, so they are refused. */
function decode(bytes: Buffer): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (text.includes('\u0000')) throw new DomainError('sheet.unreadable', { why: 'binary' });
    return text;
  } catch (error) {
    throw error instanceof DomainError ? error : new DomainError('sheet.not-utf8', { line: bytes.subarray(0, firstBadByte(bytes)).toString('latin1').split('\n').length });
  }
}

/** Where UTF-8 stops being valid, found by halving: it names the line for the person who must mend it. */
function firstBadByte(bytes: Buffer): number {
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    try { new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true }); low = middle; } catch { high = middle - 1; }
  }
  return low;
}

/** The separator that the first lines use most outside quotes. */
function separatorOf(text: string): string {
  const head = text.slice(0, 20_000).replace(/"[^"]*"/g, '').split('\n').slice(0, 10).join('\n');
  const [best] = [';', ',', '\t'].map((separator) => ({ separator, count: head.split(separator).length })).sort((a, b) => b.count - a.count);
  return best?.separator ?? ',';
}

interface CsvRecord { readonly record: string[]; readonly lines: number }

function records(text: string, delimiter: string): CsvRecord[] {
  try {
    // One more than allowed, so that too many is seen by the caller. A record is bounded, or one lost quote would swallow the file into one cell.
    const parsed: unknown = parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, to: LIMITS.rows + 20, max_record_size: LIMITS.columns * LIMITS.cellLength, info: true });
    return (parsed as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({ record, lines: info.lines })); // csv-parse's shape with `info: true`
  } catch (cause) {
    const line = cause instanceof CsvError && typeof cause['lines'] === 'number' ? cause['lines'] : 0;
    throw new DomainError('sheet.unreadable', { why: `csv, line ${line}` }, { cause });
  }
}
