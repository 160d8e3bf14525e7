import type { Alignment } from './align.ts';

/** Whole-name tiers come first: a caller may rely on one of them meaning that every word of the name was found. */
export const TIERS = ['exact', 'folded', 'reordered', 'one-edit', 'near', 'partial', 'given-title'] as const;
export type Tier = (typeof TIERS)[number];

export function tierOf(a: Alignment, isRepaired: boolean, isPiece: boolean): Tier {
  if (isPiece) return 'partial';
  const isWhole = a.missing === 0 && a.extra === 0 && a.parts === 0;
  if (isWhole && a.slips === 0) return a.order !== 'same' ? 'reordered' : a.isSame && !isRepaired ? 'exact' : 'folded';
  if (isWhole && a.slips === 1 && a.order !== 'shuffled') return 'one-edit';
  return isWhole ? 'near' : 'partial';
}

/** What the decision rests on. */
export interface Evidence {
  readonly tier: Tier;
  /** −ln of how likely the name is written so. */
  readonly cost: number;
  /** −ln share of the words found: how unlikely they agree by chance. */
  readonly rarity: number;
  /** ln of the register's size: the more names, the more agree by chance. */
  readonly lnSize: number;
  /** ln of expected bearers of the name, by the shares of its words. */
  readonly weight: number;
  readonly isMarked: boolean;
  readonly isFirm: boolean;
  readonly words: number;
}

/** Probability that the query names anybody of the register by this name, before namesakes. Set by hand until calibrated. */
export function probabilityOf(e: Evidence): number {
  if (e.tier === 'exact') return 0.98;
  const bias = e.tier === 'folded' ? 2.8 : e.tier === 'reordered' ? 2.2 : e.tier === 'one-edit' ? 0.8 : -0.5;
  return 1 / (1 + Math.exp(-(bias + 0.25 * (e.rarity - e.lnSize - 1.5 * e.cost))));
}
