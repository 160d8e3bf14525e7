import { foldCodePoint, isMark, lowerKeepingLength } from './letters.ts';
import { repair } from './repair.ts';
import { joinSpaced } from './spaced.ts';

/** Text made comparable, with the way back: every folded character knows which part of the given text it came from. */
export interface Folded {
  /** Lower case, without marks. */
  readonly text: string;
  /** Same length and characters as `text`, case kept. */
  readonly cased: string;
  /** UTF-16 range on the given text for each UTF-16 unit of `text`; both rise monotonically. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Folds a text: characters (letters.ts), then spaced-out words (spaced.ts), then digits in words and letters in numbers (repair.ts). */
export function fold(text: string): Folded {
  const chars = foldCharacters(text);
  const joined = joinSpacedOut(chars);
  const cased = repair(joined.out);
  return { text: lowerKeepingLength(cased), cased, starts: joined.starts, ends: joined.ends };
}

interface Mapped { readonly out: string; readonly starts: Uint32Array; readonly ends: Uint32Array }

function foldCharacters(text: string): Mapped {
  const parts: string[] = [];
  let starts = new Uint32Array(text.length + 32);
  let ends = new Uint32Array(text.length + 32);
  let size = 0;
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0;
    const next = at + (code > 0xffff ? 2 : 1);
    const folded = foldCodePoint(code);
    if (folded === '') {
      if (size > 0 && ends[size - 1] === at && isMark(code)) markBelongs(ends, starts, size, next);
    } else {
      if (size + folded.length > starts.length) { starts = grown(starts); ends = grown(ends); }
      for (let i = 0; i < folded.length; i += 1) { starts[size] = at; ends[size] = next; size += 1; }
      parts.push(folded);
    }
    at = next;
  }
  return { out: parts.join(''), starts: starts.slice(0, size), ends: ends.slice(0, size) };
}

/** A ligature may have given several characters: the mark belongs to all of them. */
function markBelongs(ends: Uint32Array, starts: Uint32Array, size: number, end: number): void {
  const of = starts[size - 1];
  for (let i = size - 1; i >= 0 && starts[i] === of; i -= 1) ends[i] = end;
}
function grown(of: Uint32Array): Uint32Array<ArrayBuffer> {
  const out = new Uint32Array(of.length * 2);
  out.set(of);
  return out;
}

function joinSpacedOut(mapped: Mapped): Mapped {
  const joined = joinSpaced(mapped.out);
  if (!joined) return mapped;
  const { out, from } = joined;
  const starts = new Uint32Array(from.length);
  const ends = new Uint32Array(from.length);
  for (let i = 0; i < from.length; i += 1) { const at = from[i] ?? 0; starts[i] = mapped.starts[at] ?? 0; ends[i] = mapped.ends[at] ?? 0; }
  return { out, starts, ends };
}

/** Range of the given text that a range of folded text came from. An empty range stays empty. */
export function originalSpan(folded: Folded, start: number, end: number): { start: number; end: number } {
  const size = folded.text.length;
  if (size === 0 || start >= size) { const last = size === 0 ? 0 : (folded.ends[size - 1] ?? 0); return { start: last, end: last }; }
  const from = folded.starts[start] ?? 0;
  return { start: from, end: end <= start ? from : (folded.ends[Math.min(end, size) - 1] ?? from) };
}
