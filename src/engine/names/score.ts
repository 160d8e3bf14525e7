import type { Alignment } from './align.ts';

/** Whole-name tiers come first: a caller may rely on one of them meaning that every word of the name was found. */
export type Tier = 'exact' | 'folded' | 'reordered' | 'one-edit' | 'near' | 'partial' | 'given-title';

export function tierOf(a: Alignment, isDisguised: boolean): Tier {
  if (a.isWhole && a.slips === 0) return !a.isInOrder ? 'reordered' : a.isSameMarks && !isDisguised ? 'exact' : 'folded';
  if (a.isWhole && a.slips === 1) return 'one-edit';
  return a.missing === 0 && a.extra === 0 ? 'near' : 'partial';
}

/** Probability that a span of this tier names anybody of the register at all, before namesakes. Set by hand until calibrated. */
export function probabilityOf(a: Alignment, tier: Tier, size: number): number {
  if (tier === 'exact') return 0.98;
  const evidence = a.rarity - Math.log(size + 1) - 1.5 * a.cost;
  const logit = (tier === 'folded' ? 2.8 : tier === 'reordered' ? 2.2 : tier === 'one-edit' ? 0.8 : -0.5) + 0.25 * evidence;
  return Math.min(0.97, 1 / (1 + Math.exp(-logit)));
}
