import { fold } from './measure.ts';
import type { Query } from './queries.ts';

/**
 * The best that anybody could do where a query leaves out what tells names apart: when k names of the register fit a query equally well, one in k is right at the first place and
 * ten in k among ten. Only for ways of writing where what fits is plain: surname and given name alone, surname left out, cut off by the bank.
 */
type Fits = (words: readonly string[]) => number;
const KINDS: Readonly<Record<string, 'pair' | 'tail' | 'cut'>> = {
  'given and surname': 'pair', 'given-surname': 'pair', 'middle-left-out': 'pair', 'middle left out': 'pair', given_surname: 'pair', mid_dropped: 'pair',
  'surname left out': 'tail', 'surname-left-out': 'tail', surname_dropped: 'tail', 'cut off by the bank': 'cut', 'bank-cut-20': 'cut', 'bank-cut-word': 'cut', bank_trunc: 'cut',
};

export function ceilings(names: readonly string[], queries: readonly Query[]): Map<string, readonly [number, number]> {
  const folds = [...new Set(names.map(fold))];
  const count = (keys: (words: string[]) => string[]): Map<string, number> => { const map = new Map<string, number>(); for (const f of folds) for (const k of new Set(keys(f.split(' ')))) map.set(k, (map.get(k) ?? 0) + 1); return map; };
  const pair = count((w) => [[w[0], w.at(-1)].toSorted().join(' ')]);
  const tail = count((w) => [w.slice(1).join(' ')]);
  const sorted = folds.toSorted();
  const fits: Readonly<Record<'pair' | 'tail' | 'cut', Fits>> = {
    pair: (w) => (w.length === 2 ? (pair.get(w.toSorted().join(' ')) ?? 1) : 1), tail: (w) => tail.get(w.join(' ')) ?? 1, cut: (w) => { const start = w.join(' '); return below(sorted, `${start}\uffff`) - below(sorted, start); },
  };
  const sums = new Map<string, [number, number, number]>();
  for (const { kind, text, target } of queries) {
    const way = KINDS[kind];
    if (!way || target === null) continue;
    const k = Math.max(1, fits[way](fold(text).split(/\s+/).filter(Boolean)));
    const [n, one, ten] = sums.get(kind) ?? [0, 0, 0];
    sums.set(kind, [n + 1, one + 1 / k, ten + Math.min(1, 10 / k)]);
  }
  return new Map([...sums].map(([kind, [n, one, ten]]) => [kind, [one / n, ten / n] as const]));
}

function below(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) { const middle = (low + high) >> 1; if ((sorted[middle] ?? '') < text) low = middle + 1; else high = middle; }
  return low;
}
