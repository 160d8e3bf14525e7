import type { Asked } from './align.ts';
import { letterHash, type Entries } from './entries.ts';
import { KEY, keyOf } from './keys.ts';

/** Names looked at per key and per span: beyond these the answer would be a list of namesakes anyway. */
const MAX_PER_KEY = 200;
const MAX_PER_SPAN = 1500;
/** Ways of reading the words of one span together. */
const MAX_COMBINATIONS = 24;

/** Numbers of names that may be meant by the span: found by its words in any order, with a word too many, too few, or misspelt. */
export function candidatesOf(asked: Asked, entries: Entries): Set<number> {
  const found = new Set<number>();
  const seen = new Set<number>();
  const look = (key: number, limit = MAX_PER_KEY): void => {
    if (seen.has(key) || found.size >= MAX_PER_SPAN) return;
    seen.add(key);
    entries.visit(key, limit, (name) => found.add(name));
  };
  const readable = asked.words.filter((w) => w.variants.length > 0 && !w.word.isMasked);
  const combinations = combine(readable.map((w) => w.variants.map((v) => ({ hash: entries.hashOf(v.foldId), cost: v.cost }))));
  for (const hashes of combinations) look(keyOf(total(hashes), KEY.full));
  for (const hashes of combinations) if (hashes.length >= 2) look(keyOf(total(hashes), KEY.part));
  for (const hashes of combinations.slice(0, 6)) lookWithoutOne(hashes, look);
  lookInitials(asked, entries, look);
  return found;
}

const total = (hashes: readonly number[]): number => hashes.reduce((a, b) => a + b, 0);

function lookWithoutOne(hashes: readonly number[], look: (key: number, limit?: number) => void): void {
  if (hashes.length < 3) return;
  const sum = total(hashes);
  for (const h of hashes) look(keyOf(sum - h, KEY.full));
  for (const h of hashes) look(keyOf(sum - h, KEY.part), 100);
}

function lookInitials(asked: Asked, entries: Entries, look: (key: number) => void): void {
  const letters = asked.words.filter((w) => w.word.syllable.fold.length === 1);
  const whole = asked.words.filter((w) => w.word.syllable.fold.length > 1);
  if (letters.length === 0 || whole.length !== 1) return;
  const sum = total(letters.map((w) => letterHash(w.word.syllable.fold)));
  for (const v of whole[0]?.variants.slice(0, 3) ?? []) look(keyOf(sum + entries.hashOf(v.foldId), KEY.initials));
}

/** Cheapest readings of all words together, best first: all best, then each second choice, then pairs of them. */
function combine(words: readonly (readonly { hash: number; cost: number }[])[]): number[][] {
  if (words.length === 0) return [];
  const best = words.map((v) => v[0]?.hash ?? 0);
  const swaps = words.flatMap((variants, at) => variants.slice(1).map((v) => ({ at, hash: v.hash, cost: v.cost - (variants[0]?.cost ?? 0) }))).sort((a, b) => a.cost - b.cost);
  const out: number[][] = [best];
  for (const s of swaps.slice(0, MAX_COMBINATIONS)) out.push(best.with(s.at, s.hash));
  for (let i = 0; i < Math.min(4, swaps.length); i += 1) {
    for (let j = i + 1; j < Math.min(5, swaps.length); j += 1) {
      const [a, b] = [swaps[i], swaps[j]];
      if (a && b && a.at !== b.at) out.push(best.with(a.at, a.hash).with(b.at, b.hash));
    }
  }
  return out;
}
