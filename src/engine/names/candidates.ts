import type { Asked, AskedWord } from './asked.ts';
import { letterHash, type Entries } from './entries.ts';
import { KEY, keyOf } from './keys.ts';

/**
 * Names looked at per key. Names under one key fit about equally well and stand in the order of how many people bear them, so those behind would hardly reach
 * the first ten. After a whole hit fewer are looked at: a better one is not to be found, only its runners-up.
 */
const LIMIT = { whole: 60, part: 80, wholeAfterHit: 10, partAfterHit: 30 } as const;
/** Ways of reading the words of one span together. */
const MAX_COMBINATIONS = 24;
/** A reading this cheap counts as a whole hit. */
const HIT = 1;
/** Beginnings with more continuations than this are looked up by the other words alone. */
const MAX_CONTINUATIONS = 150;

interface Choice { readonly hash: number; readonly cost: number }
/** `swaps`: the words read by another than their best reading. Hashes of all words are worked out only for the few that need them. */
interface Combination { readonly sum: number; readonly cost: number; readonly swaps: readonly Swap[] }
interface Swap { readonly at: number; readonly hash: number; readonly cost: number }

/** Names that may be meant by the span: found by its words in any order, with a word too many, too few, cut short or misspelt. */
export class CandidateFinder {
  private readonly entries: Entries;
  private readonly keys = new Set<number>();
  private found = new Set<number>();

  constructor(entries: Entries) { this.entries = entries; }

  find(asked: Asked): Set<number> {
    this.keys.clear();
    this.found = new Set();
    // "A", "Y" and "H" are words of names in the highlands, and initials everywhere.
    const whole = asked.words.filter((w) => w.variants.length > 0 && !w.word.isMasked && (w.part !== 'initial' || w.variants[0]?.cost === 0));
    const parts = asked.words.filter((w) => w.part !== null);
    const choices = whole.map((w) => w.variants.map((v) => ({ hash: this.entries.hashOf(v.foldId), cost: v.cost })));
    const combinations = combine(choices);
    if (whole.length === asked.words.length) for (const c of combinations) {
      this.look(keyOf(c.sum, KEY.full), this.found.size > 0 && c.cost > HIT ? LIMIT.wholeAfterHit : LIMIT.whole);
    }
    const isHit = this.found.size > 0 && (combinations[0]?.cost ?? Infinity) <= HIT;
    if (parts.length > 0) this.lookParts(asked, parts);
    const limit = isHit ? LIMIT.partAfterHit : LIMIT.part;
    if (whole.length >= 2) for (const c of isHit ? combinations.slice(0, 1) : combinations) this.look(keyOf(c.sum, KEY.part), limit);
    if (whole.length >= 3) for (const c of combinations.slice(0, isHit ? 1 : 4)) this.lookWithoutOne(choices, c, limit);
    return this.found;
  }

  private look(key: number, limit: number): void {
    if (this.keys.has(key)) return;
    this.keys.add(key);
    this.entries.visit(key, limit, (name) => this.found.add(name));
  }

  private lookWithoutOne(choices: readonly (readonly Choice[])[], { sum, swaps }: Combination, limit: number): void {
    const hashes = choices.map((v, at) => swaps.find((s) => s.at === at)?.hash ?? v[0]?.hash ?? 0);
    for (const h of hashes) this.look(keyOf(sum - h, KEY.full), limit);
    for (const h of hashes) this.look(keyOf(sum - h, KEY.part), limit);
  }

  /** One cut word is completed in every way; several initials with one whole word have a key of their own. */
  private lookParts(asked: Asked, parts: readonly AskedWord[]): void {
    const rest = asked.words.filter((w) => !parts.includes(w) && w.variants.length > 0);
    const sum = rest.reduce((s, w) => (s + this.entries.hashOf(w.variants[0]?.foldId ?? -1)) | 0, 0);
    const [part] = parts;
    if (part && parts.length === 1 && rest.length >= 1) {
      const continuations = this.entries.vocabulary.startingWith(part.fold);
      for (const id of continuations.slice(0, MAX_CONTINUATIONS)) this.look(keyOf(sum + this.entries.hashOf(id), KEY.full), LIMIT.partAfterHit);
      if (rest.length >= 2) this.look(keyOf(sum, KEY.part), LIMIT.part);
    } else if (parts.length >= 2 && rest.length >= 2) this.look(keyOf(sum, KEY.part), LIMIT.part);
    const letters = parts.filter((w) => w.part === 'initial');
    if (letters.length === parts.length && rest.length === 1) this.look(keyOf(letters.reduce((s, w) => (s + letterHash(w.fold)) | 0, sum), KEY.initials), LIMIT.whole);
    if (parts.length === 2 && rest.length >= 1) this.lookTwoParts(sum, parts);
  }

  private lookTwoParts(sum: number, parts: readonly AskedWord[]): void {
    const [a, b] = parts.map((p) => this.entries.vocabulary.startingWith(p.fold));
    if (!a || !b || a.length * b.length > MAX_CONTINUATIONS * 20) return;
    for (const x of a) for (const y of b) this.look(keyOf(sum + this.entries.hashOf(x) + this.entries.hashOf(y), KEY.full), 4);
  }
}

/** Cheapest readings of all words together, best first: all best, then each second choice, then pairs of them. */
function combine(words: readonly (readonly Choice[])[]): Combination[] {
  if (words.length === 0) return [];
  const best = words.map((v) => v[0]?.hash ?? 0);
  const base = words.reduce((s, v) => s + (v[0]?.cost ?? 0), 0);
  const sum = best.reduce((s, h) => (s + h) | 0, 0);
  const swaps: Swap[] = [];
  for (const [at, variants] of words.entries()) for (let v = 1; v < variants.length; v += 1) swaps.push({ at, hash: variants[v]?.hash ?? 0, cost: (variants[v]?.cost ?? 0) - (variants[0]?.cost ?? 0) });
  swaps.sort((a, b) => a.cost - b.cost || a.hash - b.hash);
  if (swaps.length > MAX_COMBINATIONS) swaps.length = MAX_COMBINATIONS;
  const out: Combination[] = [{ sum, cost: base, swaps: [] }];
  for (const s of swaps) out.push({ sum: (sum - (best[s.at] ?? 0) + s.hash) | 0, cost: base + s.cost, swaps: [s] });
  for (let i = 0; i < Math.min(5, swaps.length); i += 1) {
    for (let j = i + 1; j < Math.min(6, swaps.length); j += 1) {
      const [a, b] = [swaps[i], swaps[j]];
      if (!a || !b || a.at === b.at) continue;
      out.push({ sum: (sum - (best[a.at] ?? 0) - (best[b.at] ?? 0) + a.hash + b.hash) | 0, cost: base + a.cost + b.cost, swaps: [a, b] });
    }
  }
  return out.sort((a, b) => a.cost - b.cost);
}
