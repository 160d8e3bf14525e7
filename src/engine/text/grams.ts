import type { Words } from './words.ts';

/** Character n-grams of the message as words in their long plain form, entities as one sign each: what is said, not which numbers stand in it. */

export const GRAM_BITS = 15;
const SHORTEST = 3;
const LONGEST = 5;
/** The first part decides; a longer text is no message, and the cost stays bounded. */
const MOST_CHARACTERS = 4000;

export function gramText(words: Words): string {
  let out = ' ';
  for (const word of words.list) {
    out += word.gap === 2 && out.length > 1 ? `. ${word.plain} ` : `${word.plain.replace(/\d+/, '0')} `;
    if (out.length > MOST_CHARACTERS) break;
  }
  return out;
}

/** Buckets of all n-grams that occur, each once (FNV-1a). */
export function gramBuckets(words: Words): number[] {
  const text = gramText(words);
  const seen = new Set<number>();
  for (let i = 0; i < text.length; i += 1) {
    let h = 2166136261;
    for (let n = 1; n <= LONGEST && i + n <= text.length; n += 1) {
      h = Math.imul(h ^ text.charCodeAt(i + n - 1), 16777619);
      if (n >= SHORTEST) seen.add(((h ^ (h >>> 15)) >>> 0) & ((1 << GRAM_BITS) - 1));
    }
  }
  return [...seen];
}
