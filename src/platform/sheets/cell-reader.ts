import { showDay } from '#kernel/dates.ts';
import { dayOf, isScientific, serialDay } from './cells.ts';
import { wordKey, type Header } from './columns.ts';
import type { Faults } from './faults.ts';
import type { TableRow } from './table.ts';

/** Reads the cells of one line as what they mean. A cell that is not that gets its fault and reads as null; an empty one reads as undefined. */
export interface CellReader<Key extends string> {
  text(key: Key): string | undefined;
  /** A code or number typed as text: refused when the spreadsheet has turned it into 9.12E+08. */
  code(key: Key): string | undefined | null;
  day(key: Key): string | undefined | null;
  /** One of some words, compared folded: "Sáp nhập" → `merge`. */
  word<Word extends string>(key: Key, words: Readonly<Record<Word, readonly string[]>>): Word | undefined | null;
}

export function cellReader<Key extends string>(row: TableRow<Key>, header: Header<Key>, faults: Faults): CellReader<Key> {
  const fault = (key: Key, code: string, params: Record<string, string | number> = {}): null => { faults.add(row.line, header.title(key), code, params); return null; };
  const text = (key: Key): string | undefined => row.get(key) || undefined;
  return {
    text,
    code: (key) => { const value = text(key); return value !== undefined && isScientific(value) ? fault(key, 'sheet.scientific', { value }) : value; },
    day: (key) => {
      const value = text(key);
      if (value === undefined) return undefined;
      const serial = serialDay(value);
      return dayOf(value) ?? (serial ? fault(key, 'sheet.serial-day', { proposal: showDay(serial) }) : fault(key, 'sheet.not-a-day'));
    },
    word: (key, words) => {
      const value = text(key);
      return value === undefined ? undefined : (findWord(value, words) ?? fault(key, 'sheet.unknown-word', { known: knownWords(words) }));
    },
  };
}

/** The word that `value` is or is an alias of. */
export function findWord<Word extends string>(value: string, words: Readonly<Record<Word, readonly string[]>>): Word | null {
  const wanted = wordKey(value);
  for (const word in words) if (word === value.trim().toLowerCase() || words[word].some((alias) => wordKey(alias) === wanted)) return word;
  return null;
}

/** The first alias of each word: what a person should write. */
export function knownWords(words: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(words).map(([word, aliases]) => aliases[0] ?? word).join(', ');
}
