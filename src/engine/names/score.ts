import type { Alignment } from './align.ts';
import { WEIGHTS } from './score.data.ts';

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
  /** ln of the odds of this name among all that fit. */
  readonly lnOdds: number;
  readonly alignment: Alignment;
  readonly isMarked: boolean;
  readonly isFirm: boolean;
  readonly isPiece: boolean;
  /** −ln of how likely the name is to be read in just these words of the query. */
  readonly penalty: number;
}

const clip = (x: number, limit: number): number => Math.max(-limit, Math.min(limit, x));

/** Numbers that the logistic model weighs. Order is that of `WEIGHTS`. */
export function featuresOf(e: Evidence): number[] {
  const { alignment: a, tier } = e;
  const is = (t: Tier): number => (tier === t ? 1 : 0);
  const chance = clip(e.rarity - e.lnSize, 12) / 4;
  const odds = clip(e.lnOdds, 5);
  const marked = e.isMarked ? 1 : 0;
  const tones = a.reasons.includes('other-tone') ? 1 : 0;
  const letters = a.reasons.includes('other-letter') ? 1 : 0;
  const edit = a.reasons.includes('edit') ? 1 : 0;
  const cost = Math.min(e.cost, 13) / 4;
  const doubt = Math.min(a.markDoubt, 8);
  return [
    is('exact'), is('folded'), is('reordered'), is('one-edit'), is('near'), is('partial'),
    cost, cost * is('partial'), cost * is('one-edit'), chance, chance * is('folded'), chance * is('one-edit'), chance * is('partial'), chance * is('reordered'),
    odds, odds * is('folded'), odds * is('one-edit'), odds * is('partial'), Math.min(0, odds), marked * is('folded'), marked * is('one-edit'), marked * is('partial'),
    tones, letters, edit, a.missing, a.extra, a.parts, Math.min(a.matched, 4), a.reasons.includes('given-missing') ? 1 : 0, a.reasons.includes('surname-missing') ? 1 : 0, e.isFirm ? 1 : 0,
    doubt, doubt * is('folded'), doubt * is('partial'), e.isPiece ? 1 : 0, e.isPiece ? chance : 0, e.penalty / 2, Math.min(a.knownSlips, 2), a.isGivenSlip ? 1 : 0, a.isGivenSlip ? Math.min(a.knownSlips, 1) : 0,
  ];
}

/** ln odds ↔ probability, away from 0 and 1. */
const oddsOf = (p: number): number => Math.log(Math.max(1e-9, p) / Math.max(1e-9, 1 - p));
/** A probability after evidence that multiplies its odds by e^ln. */
export const raisedBy = (p: number, ln: number): number => (ln === 0 ? p : 1 / (1 + Math.exp(-(oddsOf(p) + ln))));

/** Probability that the query names the bearers of this name, as if half of all queries named somebody of the register. Fitted by bench/names/calibrate.ts. */
export function probabilityOf(e: Evidence): number {
  let logit = 0;
  featuresOf(e).forEach((f, k) => { logit += f * (WEIGHTS[k] ?? 0); });
  return 1 / (1 + Math.exp(-logit));
}
