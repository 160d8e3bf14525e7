import { syllableOf, type Syllable } from './syllables.ts';

/** One word of a query. `raw` keeps case and digits, because both tell something. */
export interface Word {
  readonly raw: string;
  readonly syllable: Syllable;
  readonly isCapital: boolean;
  /** A full stop follows a single letter: an initial. */
  readonly isInitial: boolean;
  /** A break stands before this word: comma, bracket, dash with spaces, new line. */
  readonly isBreak: boolean;
  /** Letters hidden by the bank: "P*****". */
  readonly isMasked: boolean;
}
export interface WordList { readonly words: readonly Word[]; readonly isSpaced: boolean; readonly isJoined: boolean }

/** A message of 2,000 characters has some 450 words. */
const MAX_WORDS = 450;
const WORD = /[\p{L}\p{N}\p{M}@$!*]+/gu;

/** Cuts clean text into words; "V ă n" and "NguyenVanHung" are mended. */
export function wordsOf(text: string): WordList {
  const spaced = joinSpaced(text);
  const source = spaced ?? text;
  const words: Word[] = [];
  let last = 0;
  let isJoined = false;
  for (const match of source.matchAll(WORD)) {
    if (words.length >= MAX_WORDS) break;
    const between = source.slice(last, match.index);
    last = match.index + match[0].length;
    const parts = splitCamel(match[0].replace(/^[!*]+|!+$/g, ''));
    if (parts.length > 1) isJoined = true;
    parts.forEach((raw, k) => {
      if (/^[@$!\d]*$/.test(raw)) return;
      words.push(wordOf(raw, k === 0 && isBreak(between, words.at(-1)?.raw), k === parts.length - 1 && source[last] === '.'));
    });
  }
  return { words, isSpaced: spaced !== null, isJoined };
}

function wordOf(raw: string, isBreak: boolean, isDotted: boolean): Word {
  const first = raw[0] ?? '';
  return { raw, syllable: syllableOf(raw), isCapital: first !== first.toLowerCase() || (/^\d/.test(first) && /\p{L}/u.test(raw) && raw === raw.toUpperCase()), isInitial: isDotted && raw.length === 1, isBreak, isMasked: raw.includes('*') };
}

function isBreak(between: string, previous: string | undefined): boolean {
  if (previous === undefined || between === ' ') return false;
  if (/[,;:()|\n"]|\s[-/]|[-/]\s|\?|%/.test(between)) return true;
  return /[.!]\s/.test(between) && previous.length > 1;
}

/** "NguyenVanHung" → three words, "BảoGĐ" → two. Capitals in a row ("PGĐ") stay together; a piece without a vowel in front ("ttThị") is a slip, not a word. */
function splitCamel(raw: string): string[] {
  if (raw.length < 4 || !/\p{Ll}\p{Lu}/u.test(raw)) return [raw];
  const parts = raw.split(/(?<=\p{L}\p{Ll})(?=\p{Lu}\p{L})/u);
  return /[aeiouyăâêôơư]/i.test(parts[0]?.normalize('NFD') ?? '') ? parts : [raw];
}

/** "L ê   T h ị" → "Lê Thị". Needs six single letters in a row, or wide gaps between groups; initials have fewer. */
function joinSpaced(text: string): string | null {
  const pieces = text.trim().split(/(\s+)/);
  const letters = pieces.filter((p, i) => i % 2 === 0 && /^\p{L}\p{M}*[.]?$/u.test(p)).length;
  const all = Math.ceil(pieces.length / 2);
  if (all < 4 || letters < 4 || letters / all < 0.8) return null;
  const gaps = pieces.filter((_, i) => i % 2 === 1).map((g) => g.length);
  const wide = Math.max(...gaps);
  const narrow = Math.min(...gaps);
  if (wide === narrow && letters < 6) return null;
  return pieces.map((p, i) => (i % 2 === 0 ? p : p.length > narrow ? ' ' : '')).join('');
}
