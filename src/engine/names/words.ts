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
  /** Where it stands in the clean text. */
  readonly start: number;
  readonly end: number;
}
export interface WordList { readonly words: readonly Word[]; readonly isSpaced: boolean; readonly isJoined: boolean }

/** A message of 2,000 characters has some 450 words. */
const MAX_WORDS = 450;
const WORD = /[\p{L}\p{N}\p{M}@$!*]+/gu;

/** Cuts clean text into words; "V ă n", "v.ă.n", "vĂn" and "NguyenVanHung" are mended. */
export function wordsOf(text: string): WordList {
  const spaced = joinSpaced(text) ?? joinDotted(text);
  const source = calmCase(spaced?.text ?? text);
  const words: Word[] = [];
  let last = 0;
  let isJoined = false;
  for (const match of source.matchAll(WORD)) {
    if (words.length >= MAX_WORDS) break;
    const between = source.slice(last, match.index);
    last = match.index + match[0].length;
    const raw = match[0].replace(/^[!*]+|!+$/g, '');
    const parts = splitCamel(raw);
    if (parts.length > 1) isJoined = true;
    let at = match.index + match[0].indexOf(raw);
    parts.forEach((part, k) => {
      const start = at;
      at += part.length;
      if (/^[@$!\d]*$/.test(part)) return;
      const word = wordOf(part, k === 0 && isBreak(between, words.at(-1)?.raw), k === parts.length - 1 && source[last] === '.');
      words.push({ ...word, start: spaced?.from[start] ?? start, end: (spaced?.from[at - 1] ?? at - 1) + 1 });
    });
  }
  return { words: isPartedThroughout(words) ? words.map((w) => ({ ...w, isBreak: false })) : words, isSpaced: spaced !== null, isJoined };
}

/** "Lê | Trọng | Khuê": a bar or heart behind every word parts nothing. */
const isPartedThroughout = (words: readonly Word[]): boolean => words.length >= 3 && words.length <= 6 && words.every((w, k) => k === 0 || w.isBreak);

function wordOf(raw: string, isBreak: boolean, isDotted: boolean): Omit<Word, 'start' | 'end'> {
  const first = raw[0] ?? '';
  return { raw, syllable: syllableOf(raw), isCapital: first !== first.toLowerCase() || (/^\d/.test(first) && /\p{L}/u.test(raw) && raw === raw.toUpperCase()), isInitial: isDotted && raw.length === 1, isBreak, isMasked: raw.includes('*') };
}

function isBreak(between: string, previous: string | undefined): boolean {
  if (previous === undefined || between === ' ') return false;
  if (/[,;:()|\n"]|\s[-/]|[-/]\s|\?|%/.test(between)) return true;
  return /[.!]\s/.test(between) && previous.length > 1 && !isShortened(previous);
}

/** "NguyenVanHung" → three words, "BảoGĐ" → two. Capitals in a row ("PGĐ") stay together; a piece without a vowel in front ("ttThị") is a slip, not a word. */
function splitCamel(raw: string): string[] {
  if (raw.length < 4 || !/\p{Ll}\p{Lu}/u.test(raw)) return [raw];
  const parts = raw.split(/(?<=\p{L}\p{Ll})(?=\p{Lu}\p{L})/u);
  return /[aeiouyăâêôơư]/i.test(parts[0]?.normalize('NFD') ?? '') ? parts : [raw];
}

/** "Ng." for Nguyễn, "Tr." for Trần: consonants only. */
export const isShortened = (raw: string): boolean => /^[bcdđghklmnpqrstvx]{2,3}$/i.test(raw);

interface Mended { readonly text: string; /** Per place, where it was before. */ readonly from: readonly number[] }

function mendedOf(pieces: readonly (readonly [string, number])[]): Mended {
  return { text: pieces.map(([piece]) => piece).join(''), from: pieces.flatMap(([piece, at]) => Array.from({ length: piece.length }, (_, k) => at + k)) };
}

/** "L ê   T h ị" → "Lê Thị". Needs six single letters in a row, or wide gaps between groups; initials have fewer. */
function joinSpaced(text: string): Mended | null {
  const lead = text.length - text.trimStart().length;
  const pieces = text.trim().split(/(\s+)/);
  const letters = pieces.filter((p, i) => i % 2 === 0 && /^\p{L}\p{M}*[.]?$/u.test(p)).length;
  const all = Math.ceil(pieces.length / 2);
  if (all < 4 || letters < 4 || letters / all < 0.8) return null;
  const gaps = pieces.filter((_, i) => i % 2 === 1).map((g) => g.length);
  const wide = Math.max(...gaps);
  const narrow = Math.min(...gaps);
  if (wide === narrow && letters < 6) return null;
  let at = lead;
  return mendedOf(pieces.map((p, i) => { const start = at; at += p.length; return [i % 2 === 0 ? p : p.length > narrow ? ' ' : '', start] as const; }));
}

/** "n.g.u.y.ễ.n v.ă.n": every word is letters with dots between. One such word alone ("N.V.H.") is initials. */
function joinDotted(text: string): Mended | null {
  if (!/^\s*\p{L}\p{M}*[.\-_]/u.test(text)) return null;
  const pieces = text.split(/(\s+)/);
  const words = pieces.filter((p) => p.trim() !== '');
  if (words.length < 2 || words.length > 8 || !words.every((w) => /^\p{L}\p{M}*(?:[.\-_]\p{L}\p{M}*)*\.?$/u.test(w)) || !words.some((w) => w.length >= 5)) return null;
  return mendedOf(text.split('').map((c, at) => [/[.\-_]/.test(c) ? '' : c, at] as const));
}

/** "nGuYễN vĂn": capitals in turn with small letters say nothing; words begin with a capital then. Length is kept. */
function calmCase(text: string): string {
  if (!/\p{Ll}\p{Lu}\p{Ll}/u.test(text) && !/\p{Lu}\p{Ll}\p{Lu}/u.test(text)) return text;
  const words = text.match(/\p{L}+/gu)?.filter((w) => w.length >= 3) ?? [];
  const isTurning = (w: string): boolean => (w.match(/\p{Ll}(?=\p{Lu})|\p{Lu}(?=\p{Ll})/gu)?.length ?? 0) >= w.length - 1 - (w.length > 4 ? 1 : 0);
  if (words.length === 0 || !words.every(isTurning)) return text;
  const calm = text.replace(/\p{L}+/gu, (w) => w.charAt(0).toUpperCase() + w.slice(1).toLowerCase());
  return calm.length === text.length ? calm : text;
}
