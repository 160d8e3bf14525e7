import { GIVEN_SHARES, MIDDLE_SHARES, SURNAME_SHARES } from './population.data.ts';
import { syllableOf, type Syllable } from './syllables.ts';

/** People over whom names are spread when nothing else is said: a province after the mergers of 2025 has between one and three million. */
export const USUAL_POPULATION = 1_500_000;
/** Shares, per cent, of words that no table lists. */
const RARE_SURNAME = 0.01;
const RARE = 0.02;
/** The table weighs as much as so many names of the register; a pair of middle and given name is believed after so many. */
const TABLE_WEIGHT = 300;
const PAIR_WEIGHT = 40;
/** A spelling nobody of the register has ("Hừng") still is somebody's. */
const UNSEEN_SPELLING = 0.5;
/** Names of two, three, four and more words, own count over published samples. */
const LENGTHS: readonly number[] = [0, 0.001, 0.03, 0.69, 0.265, 0.012, 0.002];

export interface Population {
  /** How many people of the population are expected to bear the name, written with its marks. At least 1: the registered person. */
  bearersOf(fullName: string): number;
}

const wordsOfName = (name: string): Syllable[] => name.slice(0, 200).split(/[^\p{L}\p{M}]+/u).map((w) => syllableOf(w)).filter((s) => s.fold !== '');

class Counts {
  private readonly map = new Map<string, number>();
  total = 0;
  add(key: string): void { this.map.set(key, (this.map.get(key) ?? 0) + 1); this.total += 1; }
  of(key: string): number { return this.map.get(key) ?? 0; }
}

/**
 * Learns from the register how frequent middle and given names are here and which go together ("Thị" with Lan, "Văn" with Hùng); surnames by published shares
 * (Lê Trung Hoa 2005), because a register of officials is no sample of families. An estimate within a factor of some three; it bounds what a name alone may prove.
 */
export function learnPopulation(names: Iterable<string>, people = USUAL_POPULATION): Population {
  const [middles, givens, pairs, spellings, folds] = [new Counts(), new Counts(), new Counts(), new Counts(), new Counts()];
  for (const name of names) {
    const words = wordsOfName(name);
    const given = words.at(-1);
    if (!given || words.length < 2) continue;
    givens.add(given.fold);
    for (const w of words.slice(1, -1)) middles.add(w.fold);
    if (words[1] && words.length > 2) pairs.add(`${words[1].fold} ${given.fold}`);
    for (const w of words) { spellings.add(w.toned); folds.add(w.fold); }
  }
  const shareOf = (counts: Counts, table: Readonly<Record<string, number>>, fold: string): number => (counts.of(fold) + (TABLE_WEIGHT * (table[fold] ?? RARE)) / 100) / (counts.total + TABLE_WEIGHT);
  const spelt = (w: Syllable): number => (spellings.of(w.toned) + UNSEEN_SPELLING) / (folds.of(w.fold) + UNSEEN_SPELLING * 2);
  const given = (first: Syllable | undefined, w: Syllable): number => {
    const alone = shareOf(givens, GIVEN_SHARES, w.fold);
    return first ? (pairs.of(`${first.fold} ${w.fold}`) + PAIR_WEIGHT * alone) / (middles.of(first.fold) + PAIR_WEIGHT) : alone;
  };
  return {
    bearersOf: (fullName) => {
      const words = wordsOfName(fullName);
      const [surname, ...rest] = words;
      const last = rest.pop();
      if (!surname || !last) return 1;
      let share = ((SURNAME_SHARES[surname.fold] ?? RARE_SURNAME) / 100) * (LENGTHS[Math.min(words.length, LENGTHS.length - 1)] ?? 0) * given(rest[0], last) * spelt(last);
      for (const w of rest) share *= shareOf(middles, MIDDLE_SHARES, w.fold) * spelt(w);
      return Math.max(1, share * people);
    },
  };
}
