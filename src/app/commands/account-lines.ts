import { parse } from 'csv-parse/sync';
import { foldName } from '#engine/names/index.ts';
import { parseLine, tooLong } from './json-lines.ts';
import { readLines } from './text-lines.ts';

/** One account of a list: what it calls itself and where it is. `fault`: why the line is none. */
export interface AccountLine { readonly number: number; readonly name: string; readonly link: string | null; readonly fault: string | null }

/** Column heads, folded as names are. */
const NAMES = new Set(['NAME', 'TEN', 'TEN TAI KHOAN', 'TEN HIEN THI', 'DISPLAY NAME', 'ACCOUNT', 'ACCOUNT NAME', 'QUERY']);
const LINKS = new Set(['LINK', 'URL', 'DUONG DAN', 'LIEN KET', 'PROFILE', 'DIA CHI']);
/** No network lets an account be called by more. */
const MAX_NAME = 2000;
interface Columns { readonly name: number; readonly link: number; readonly delimiter: string }

/** JSON Lines {name, link?} or a table with a head (comma, semicolon or tab), told by the first line. One line is one account; every broken line is given as a fault. */
export async function* readAccounts(input: AsyncIterable<Buffer | string>): AsyncGenerator<AccountLine> {
  let columns: Columns | 'json' | null = null;
  for await (const { number, text } of readLines(input)) {
    if (text === null) { yield broken(number, tooLong()); continue; }
    if (columns === null) {
      columns = text.replace(/^\uFEFF/, '').trimStart().startsWith('{') ? 'json' : columnsOf(text);
      if (columns === null) { yield broken(number, 'dòng đầu phải có cột “tên” (và “link”) / the first line needs a column "name" (and "link")'); return; }
      if (columns !== 'json') continue;
    }
    yield columns === 'json' ? ofJson(text, number) : ofTable(text, number, columns);
  }
}

const broken = (number: number, fault: string): AccountLine => ({ number, name: '', link: null, fault });
const checked = (number: number, name: unknown, link: unknown): AccountLine => {
  if (typeof name !== 'string' || name.trim() === '') return broken(number, 'thiếu tên tài khoản / the account name is missing');
  if (name.length > MAX_NAME) return broken(number, `tên dài quá ${MAX_NAME} ký tự / the name is longer than ${MAX_NAME} characters`);
  return { number, name, link: typeof link === 'string' && link.trim() !== '' ? link.trim().slice(0, MAX_NAME) : null, fault: null };
};

function ofJson(text: string, number: number): AccountLine {
  const { value, fault } = parseLine(text.replace(/^\uFEFF/, ''), number);
  return value ? checked(number, value['name'] ?? value['query'], value['link'] ?? value['url']) : broken(number, fault ?? '');
}

function columnsOf(head: string): Columns | null {
  for (const delimiter of ['\t', ';', ',']) {
    const cells = cellsOf(head.replace(/^\uFEFF/, ''), delimiter)?.map((cell) => foldName(cell)) ?? [];
    const name = cells.findIndex((cell) => NAMES.has(cell));
    if (name >= 0) return { name, link: cells.findIndex((cell) => LINKS.has(cell)), delimiter };
  }
  return null;
}

function ofTable(text: string, number: number, { name, link, delimiter }: Columns): AccountLine {
  const cells = cellsOf(text, delimiter);
  return cells ? checked(number, cells[name], link < 0 ? null : cells[link]) : broken(number, 'dấu nháy không khép / unclosed quote');
}

/** Most lines have no quotes; asking the parser a million times for those would take a minute. */
function cellsOf(text: string, delimiter: string): readonly string[] | null {
  const line = text.endsWith('\r') ? text.slice(0, -1) : text;
  if (!line.includes('"')) return line.split(delimiter);
  try {
    const [cells] = parse(line, { delimiter, relax_column_count: true });
    return Array.isArray(cells) ? cells.map(String) : null;
  } catch {
    return null;
  }
}
