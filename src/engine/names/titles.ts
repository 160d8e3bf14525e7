import { syllableOf } from './syllables.ts';
import { ADDRESS, BODIES, COMPANIES, POSITIONS, UNITS } from './titles.data.ts';
import type { Word } from './words.ts';

export type WordRole = 'address' | 'position' | 'unit' | 'company';

interface Phrase { readonly folds: readonly string[]; readonly toned: readonly string[]; readonly role: WordRole }
/** First word → phrases, longest first, so that "phó giám đốc" is read before "phó". */
const PHRASES = new Map<string, Phrase[]>();
for (const [list, role] of [[POSITIONS, 'position'], [ADDRESS, 'address'], [UNITS, 'unit'], [COMPANIES, 'company']] as const) {
  for (const text of list) {
    const words = text.split(' ').map((w) => syllableOf(w));
    const phrase: Phrase = { folds: words.map((w) => w.fold), toned: words.map((w) => w.toned), role };
    const first = phrase.folds[0] ?? '';
    PHRASES.set(first, [...(PHRASES.get(first) ?? []), phrase].sort((a, b) => b.folds.length - a.folds.length));
  }
}

export interface Found {
  readonly length: number;
  readonly roles: readonly WordRole[];
  /** May be a name as well: a single word that is written like one, or whose marks are not shown. */
  readonly isDoubtful: boolean;
}

/** The longest title, unit or firm phrase that begins at word `at`. In a text that shows marks, a word without them is another word ("Chu" is not "chú"). */
export function phraseAt(words: readonly Word[], at: number, isMarkedText: boolean): Found | null {
  const known = PHRASES.get(words[at]?.syllable.fold ?? '');
  if (!known) return null;
  const fits = known.filter((p) => p.folds.every((fold, k) => saysWord(words[at + k], fold, p.toned[k] ?? '', isMarkedText, k > 0)));
  const length = fits[0]?.folds.length ?? 0;
  if (length === 0) return null;
  const word = words[at];
  const isShort = (word?.raw.length ?? 0) <= 1 || !/[aeiouy]/.test(word?.syllable.fold ?? '');
  // "anh Tuan": small before a capital is an address, not a name.
  const isSmallBefore = word?.isCapital === false && words[at + length]?.isCapital === true;
  const isDoubtful = !isShort && !isSmallBefore && (length === 1 ? word?.isCapital === true || !isMarkedText || !words.some((w) => w.isCapital) : length === 2 && !isMarkedText);
  return { length, roles: fits.filter((p) => p.folds.length === length).map((p) => p.role), isDoubtful };
}

function saysWord(word: Word | undefined, fold: string, toned: string, isMarkedText: boolean, isInside: boolean): boolean {
  if (!word || word.syllable.fold !== fold || (isInside && word.isBreak)) return false;
  if (/[\d@$!]/.test(word.raw)) return false;
  if (word.syllable.toned === toned) return true;
  // Abbreviations are often typed without the bar of Đ ("PGD").
  return !word.syllable.isMarked && (!isMarkedText || !/[aeiouy]/.test(fold));
}

/** Trades that are also names or everyday words count only in a phrase. */
const AMBIGUOUS = new Set(['quan', 'quy', 'hoi', 'com', 'bun', 'auto', 'spa', 'mobile', 'vang', 'dn', 'so']);
const FIRM = new Set([...COMPANIES.map((text) => text.split(' ').map((w) => syllableOf(w).fold).join(' ')), ...BODIES].filter((f) => !AMBIGUOUS.has(f)));

/** Folded holder name of a firm or body? */
export function isFirm(folds: readonly string[]): boolean {
  for (let i = 0; i < folds.length; i += 1) {
    for (let n = 1; n <= 4 && i + n <= folds.length; n += 1) if (FIRM.has(folds.slice(i, i + n).join(' '))) return true;
  }
  return false;
}
