import type { Entries } from './entries.ts';
import { MIDDLE_SHARES } from './population.data.ts';
import { compareMarks } from './syllables.ts';
import type { Span } from './spans.ts';
import type { Variant } from './vocabulary.ts';
import type { Word } from './words.ts';

/** A span made ready: what each word may stand for among the register's syllables. */
export interface Asked {
  readonly span: Span;
  readonly words: readonly { readonly word: Word; readonly variants: readonly Variant[] }[];
  /** The writer uses marks at all; then a word without them says something. */
  readonly isMarked: boolean;
}
/** How a span fits a name. `cost` is −ln of how likely the bearer's name comes to be written so. */
export interface Alignment {
  readonly cost: number;
  readonly matched: number;
  readonly missing: number;
  readonly extra: number;
  readonly isWhole: boolean;
  readonly isInOrder: boolean;
  /** Words that differ by a slip (edit, regional, contradicting mark). */
  readonly slips: number;
  readonly isSameMarks: boolean;
  readonly reasons: readonly string[];
  /** Rarity of what was matched, nats. */
  readonly rarity: number;
}

/** −ln probabilities of what may happen to a name. Own estimates; the decision is calibrated on top of them (score.ts). */
const COST = {
  unmarkedAll: 0.3, unmarkedOne: 2, tone: 3.2, letter: 4, initial: 1.5, prefix: 2.5, masked: 0.5,
  western: 1.8, shuffled: 3.5, missingSurname: 2.5, missingGiven: 4.5, missingMiddle: 2.2, missingUsual: 1.4, extraUsual: 3, extra: 4, extraUnknown: 3.2,
} as const;
/** Reasons that change letters of the name, not only how they are typed. */
const SLIPS = new Set(['edit', 'regional', 'ocr', 'i-y', 'tone', 'letter']);

/** Best pairing of the words of a span with the words of a name, each used once. */
export function align(asked: Asked, entries: Entries, name: number): Alignment {
  const n = entries.lengthOf(name);
  const pairs = pair(asked, entries, name, n);
  const reasons = new Set<string>();
  let cost = asked.isMarked ? 0 : COST.unmarkedAll;
  let slips = 0;
  let rarity = 0;
  let bare = 0;
  let soft = 0;
  pairs.forEach((p, i) => {
    if (!p) return;
    cost += p.cost;
    if (p.reason) { reasons.add(p.reason); soft += 1; }
    if (p.reason && SLIPS.has(p.reason)) slips += 1;
    if (!p.isPart) rarity += entries.rarity(entries.formAt(name, p.at)?.foldId ?? -1);
    const mark = marksOf(asked, entries, name, i, p);
    cost += mark.cost;
    if (mark.reason === 'bare') bare += 1;
    else if (mark.reason) { reasons.add(mark.reason); slips += 1; }
  });
  const order = orderOf(pairs.filter((p) => p !== null).map((p) => p.at));
  cost += order === 'same' ? 0 : order === 'western' ? COST.western : COST.shuffled;
  const gaps = gapsOf(asked, entries, name, n, pairs, reasons);
  const parts = pairs.filter((p) => p?.isPart).length;
  return {
    cost: cost + gaps.cost, matched: pairs.filter((p) => p !== null).length - parts, missing: gaps.missing, extra: gaps.extra, slips, rarity,
    isWhole: gaps.missing === 0 && gaps.extra === 0 && parts === 0, isInOrder: order === 'same', isSameMarks: bare === 0 && soft === 0, reasons: [...reasons],
  };
}

interface Pair { readonly at: number; readonly cost: number; readonly reason: string | null; readonly toned: string | null; readonly isPart: boolean }

function pair(asked: Asked, entries: Entries, name: number, n: number): (Pair | null)[] {
  const out: (Pair | null)[] = asked.words.map(() => null);
  const used = Array.from({ length: n }, () => false);
  for (const isExactPass of [true, false]) {
    asked.words.forEach(({ variants }, i) => {
      if (out[i]) return;
      let best: Pair | null = null;
      for (let at = 0; at < n; at += 1) {
        if (used[at]) continue;
        const foldId = entries.formAt(name, at)?.foldId;
        const v = variants.find((x) => x.foldId === foldId);
        if (!v || (isExactPass && v.cost > 0)) continue;
        if (!best || v.cost < best.cost) best = { at, cost: v.cost, reason: v.reason, toned: v.toned, isPart: false };
      }
      if (best) { out[i] = best; used[best.at] = true; }
    });
  }
  asked.words.forEach(({ word }, i) => {
    if (out[i]) return;
    const found = pairPart(word, i === asked.words.length - 1, entries, name, n, used);
    if (found) { out[i] = found; used[found.at] = true; }
  });
  return out;
}

/** Initials ("N."), masked words ("P*****") and a last word that the bank cut off. */
function pairPart(word: Word, isLast: boolean, entries: Entries, name: number, n: number, used: readonly boolean[]): Pair | null {
  const { fold } = word.syllable;
  const isLetter = fold.length === 1;
  if (!isLetter && !word.isMasked && !isLast) return null;
  for (let at = 0; at < n; at += 1) {
    if (used[at]) continue;
    const whole = entries.vocabulary.folds[entries.formAt(name, at)?.foldId ?? -1] ?? '';
    if (!whole.startsWith(fold) || fold === '') continue;
    if (word.isMasked) { if (whole.length === word.raw.length) return { at, cost: COST.masked, reason: 'masked', toned: null, isPart: true }; continue; }
    return isLetter ? { at, cost: COST.initial, reason: 'initial', toned: null, isPart: true } : { at, cost: COST.prefix, reason: 'cut-off', toned: null, isPart: true };
  }
  return null;
}

function marksOf(asked: Asked, entries: Entries, name: number, i: number, p: Pair): { cost: number; reason: string | null } {
  const form = entries.formAt(name, p.at);
  if (!form || p.toned === null || p.isPart) return { cost: 0, reason: null };
  const relation = compareMarks(p.toned, form.toned);
  if (relation === 'same') return { cost: 0, reason: null };
  if (relation === 'bare') return { cost: asked.isMarked ? COST.unmarkedOne : 0, reason: 'bare' };
  // A register typed without marks cannot contradict.
  if (!form.isMarked && isPlainName(entries, name)) return { cost: 0.5, reason: 'bare' };
  return { cost: COST[relation], reason: relation };
}

function isPlainName(entries: Entries, name: number): boolean {
  for (let k = 0; k < entries.lengthOf(name); k += 1) if (entries.formAt(name, k)?.isMarked) return false;
  return entries.lengthOf(name) >= 2;
}

function orderOf(at: readonly number[]): 'same' | 'western' | 'shuffled' {
  let breaks = 0;
  for (let k = 1; k < at.length; k += 1) if ((at[k] ?? 0) < (at[k - 1] ?? 0)) breaks += 1;
  if (breaks === 0) return 'same';
  // One cut point ("Hùng Nguyễn Văn", "Văn Hùng Nguyễn") or all turned round ("Hùng Văn Nguyễn").
  return breaks === 1 || breaks === at.length - 1 || at.at(-1) === 0 ? 'western' : 'shuffled';
}

function gapsOf(asked: Asked, entries: Entries, name: number, n: number, pairs: readonly (Pair | null)[], reasons: Set<string>): { cost: number; missing: number; extra: number } {
  let cost = 0;
  let missing = 0;
  let extra = 0;
  const taken = new Set(pairs.map((p) => p?.at));
  for (let at = 0; at < n; at += 1) {
    if (taken.has(at)) continue;
    missing += 1;
    const fold = entries.vocabulary.folds[entries.formAt(name, at)?.foldId ?? -1] ?? '';
    const what = at === 0 ? 'surname' : at === n - 1 ? 'given' : 'middle';
    reasons.add(`${what}-missing`);
    cost += what === 'surname' ? COST.missingSurname : what === 'given' ? COST.missingGiven : (MIDDLE_SHARES[fold] ?? 0) >= 5 ? COST.missingUsual : COST.missingMiddle;
  }
  pairs.forEach((p, i) => {
    if (p) return;
    extra += 1;
    reasons.add('word-added');
    const fold = asked.words[i]?.word.syllable.fold ?? '';
    cost += (MIDDLE_SHARES[fold] ?? 0) >= 5 ? COST.extraUsual : asked.words[i]?.variants.length ? COST.extra : COST.extraUnknown;
  });
  return { cost, missing, extra };
}
