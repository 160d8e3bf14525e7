import type { Entries } from './entries.ts';
import type { Span } from './spans.ts';
import type { Variant } from './vocabulary.ts';
import { isShortened, type Word } from './words.ts';

/** One word of a span with the register's syllables that it may stand for. */
export interface AskedWord {
  readonly word: Word;
  readonly fold: string;
  readonly variants: readonly Variant[];
  /** Only the beginning is known: an initial, a masked word, or a last word that was cut off. */
  readonly part: 'initial' | 'masked' | 'cut-off' | null;
}
export interface Asked {
  readonly span: Span;
  readonly words: readonly AskedWord[];
  /** The writer uses marks at all; then a word without them says something. */
  readonly isMarked: boolean;
  /** Capitals throughout without marks, as banks print: such names are cut off rather than shortened. */
  readonly isCapitals: boolean;
}

export function askedOf(entries: Entries, span: Span): Asked {
  const last = span.words.length - 1;
  const isMarked = span.words.some((w) => w.syllable.isMarked);
  const isCapitals = span.isBank === true || (!isMarked && span.words.every((w) => w.raw === w.raw.toUpperCase()));
  const words = span.words.map((word, k): AskedWord => {
    const { fold } = word.syllable;
    const variants = word.isMasked ? [] : entries.vocabulary.variantsOf(word.raw.toLowerCase());
    const isKnown = (variants[0]?.cost ?? Infinity) === 0;
    const isCut = k === last && k > 0 && fold.length > 1 && (!isKnown || isCapitals);
    const part = word.isMasked ? 'masked' : word.raw.length === 1 || (isShortened(word.raw) && !isKnown) ? 'initial' : isCut ? 'cut-off' : null;
    return { word, fold, variants, part };
  });
  return { span, words, isMarked, isCapitals };
}
