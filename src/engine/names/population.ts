import { GIVEN_SHARES, MIDDLE_SHARES, SURNAME_SHARES } from './population.data.ts';

/** Shares of words that no table lists. */
const RARE_SURNAME = 0.01;
const RARE_MIDDLE = 0.15;
const RARE_GIVEN = 0.1;
/** Size to which shares are scaled: a province after the mergers of 2025 has some two million people. */
const PROVINCE = 2_000_000;

export const isSurname = (fold: string): boolean => (SURNAME_SHARES[fold] ?? 0) >= 0.5;
/** Any surname of the table, also a rare one. */
export const isSurnameAtAll = (fold: string): boolean => SURNAME_SHARES[fold] !== undefined;
export const isUsualMiddle = (fold: string): boolean => (MIDDLE_SHARES[fold] ?? 0) >= 5;

/** −ln share of a word in its place. Fixed tables, not the register, so that it never changes with what was registered before. */
export const surnameRarity = (fold: string): number => -Math.log((SURNAME_SHARES[fold] ?? RARE_SURNAME) / 100);
export const middleRarity = (fold: string): number => -Math.log((MIDDLE_SHARES[fold] ?? RARE_MIDDLE) / 100);
export const givenRarity = (fold: string): number => -Math.log((GIVEN_SHARES[fold] ?? RARE_GIVEN) / 100);

/** ln of the bearers of a name that a province may expect, from the summed rarity of its words. Rough: it orders names, it never bounds a score. */
export function lnBearersOf(rarity: number, words: number): number {
  // Seven names in ten have three words, three in ten four; two words alone are rare.
  return Math.log(PROVINCE) - rarity - (words === 3 ? 0.3 : words === 4 ? 1.2 : 3);
}
