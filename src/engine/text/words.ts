import type { Folded } from './fold.ts';
import { HOMOGRAPHS, SHORTHAND } from './words.data.ts';

/**
 * A word of the message. `plain` is what patterns are looked up by; `marked` is the word with its marks when it has any, so that "gấp" (at once) is not
 * read as "gặp" (to meet) where the writer typed marks, and both are possible where he did not.
 */
export interface Word {
  readonly plain: string;
  readonly marked: string;
  /** Offsets on folded text. */
  readonly start: number;
  readonly end: number;
  /** What stands before the word: 0 nothing, 1 a comma or bracket, 2 the end of a sentence or line. */
  readonly gap: 0 | 1 | 2;
}
/** A stretch already read as an entity: it takes part in patterns as one word, "#money", "#account" … */
export interface Slot { readonly start: number; readonly end: number; readonly kind: string }

export interface Words { readonly list: readonly Word[]; readonly isMarked: boolean }

const WORD = /[a-z]+|\d+/g;

export function splitWords(folded: Folded, original: string, slots: readonly Slot[]): Words {
  const list: Word[] = [];
  let previous = 0;
  let next = 0;
  let marks = 0;
  let plain = 0;
  for (const match of folded.text.matchAll(WORD)) {
    const start = match.index;
    if (start < previous) continue;
    while ((slots[next]?.end ?? Infinity) <= start) next += 1;
    const slot = slots[next];
    const end = start + match[0].length;
    const gap = gapBetween(folded.text, previous, start);
    if (slot && slot.start < end && slot.end > start) {
      list.push({ plain: `#${slot.kind}`, marked: '', start: slot.start, end: slot.end, gap });
      previous = slot.end;
      continue;
    }
    const word = wordOf(match[0], folded, original, start, end, gap);
    if (word.marked && word.marked !== word.plain) marks += 1; else plain += 1;
    list.push(word);
    previous = end;
  }
  return { list, isMarked: marks * 3 >= plain * 2 };
}

function gapBetween(text: string, from: number, to: number): 0 | 1 | 2 {
  let gap: 0 | 1 | 2 = from === 0 ? 2 : 0;
  for (let i = from; i < to; i += 1) {
    const c = text.charCodeAt(i);
    // . ! ? ; newline … end a thought; the dot in "12.5" never gets here, because numbers with it are one slot or one run.
    if (c === 46 || c === 33 || c === 63 || c === 59 || c === 10) return 2;
    if (c === 44 || c === 58 || c === 40 || c === 41 || c === 34 || c === 45) gap = gap === 0 ? 1 : gap;
  }
  return gap;
}

function wordOf(plain: string, folded: Folded, original: string, start: number, end: number, gap: 0 | 1 | 2): Word {
  const from = folded.starts[start] ?? 0;
  const to = folded.ends[end - 1] ?? from;
  // Longer than its folded form by more than marks and separators can explain: full of invisible characters; its marks say nothing.
  const given = to - from <= (end - start) * 4 ? original.slice(from, to).normalize('NFC').toLowerCase() : plain;
  const raw = given.length > plain.length ? given.replace(/[^\p{L}\p{N}]/gu, '') : given;
  const marked = raw === plain ? '' : newTonePlacement(raw);
  // "à" is no "a" (anh), "nhà" no "nha" (nhé): a short form is looked up as it was typed.
  const long = SHORTHAND.get(raw);
  return long ? { plain: long.plain, marked: long.marked, start, end, gap } : { plain, marked, start, end, gap };
}

const OLD_TONES: readonly (readonly [RegExp, string])[] = [[/òa$/, 'oà'], [/óa$/, 'oá'], [/ỏa$/, 'oả'], [/õa$/, 'oã'], [/ọa$/, 'oạ'], [/òe$/, 'oè'], [/óe$/, 'oé'], [/ùy$/, 'uỳ'], [/úy$/, 'uý'], [/ủy$/, 'uỷ'], [/ũy$/, 'uỹ'], [/ụy$/, 'uỵ']];
/** "hóa" and "hoá" are one word; patterns and messages are both brought to the second form. */
export function newTonePlacement(word: string): string {
  for (const [pattern, to] of OLD_TONES) if (pattern.test(word)) return word.replace(pattern, to);
  return word;
}

/** Does a word of the message stand for a word of a pattern (with its marks)? */
export function stands(word: Word, marked: string, isMarkedText: boolean): boolean {
  if (word.marked === '') return marked === word.plain || !(isMarkedText && HOMOGRAPHS.has(word.plain));
  // Other marks are a slip or OCR damage, unless they make another common word.
  return word.marked === marked || !HOMOGRAPHS.has(word.marked);
}
