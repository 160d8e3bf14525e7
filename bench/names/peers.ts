/** Peers on the same queries, with marks removed beforehand, which does half of the work for them. One sensible setting each, not tuned. */
import uFuzzy from '@leeoniya/ufuzzy';
import Fuse from 'fuse.js';
import fuzzysort from 'fuzzysort';
import MiniSearch from 'minisearch';
import type { RegisterName, Surface } from '../../src/engine/names/index.ts';

export interface Found { readonly ref?: string; readonly name: string; readonly score: number }
export type Match = (text: string, surface?: Surface) => Found[] | Promise<Found[]>;
export interface Peer { readonly name: string; readonly ms: number; readonly match: Match }
export const plain = (s: string): string => s.normalize('NFKC').normalize('NFD').replace(/[\p{M}\p{Cf}]/gu, '').replace(/đ/gi, 'd').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();

/** Jaro-Winkler similarity, 0…1, prefix weight 0.1. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const range = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const used = new Uint8Array(b.length);
  const matched: string[] = [];
  for (let i = 0; i < a.length; i += 1) {
    for (let j = Math.max(0, i - range); j < Math.min(b.length, i + range + 1); j += 1) if (used[j] === 0 && a[i] === b[j]) { used[j] = 1; matched.push(a[i]!); break; }
  }
  const m = matched.length;
  if (m === 0) return 0;
  let k = 0;
  let turned = 0;
  for (let j = 0; j < b.length; j += 1) if (used[j] === 1) { if (b[j] !== matched[k]) turned += 1; k += 1; }
  const jaro = (m / a.length + m / b.length + (m - turned / 2) / m) / 3;
  let prefix = 0;
  while (prefix < 4 && a[prefix] === b[prefix] && prefix < a.length) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function timed(name: string, make: () => (text: string) => Found[]): Peer {
  const start = performance.now();
  const match = make();
  return { name, ms: performance.now() - start, match };
}

export function* peersOf(people: readonly RegisterName[]): Generator<Peer> {
  const list = people.map((p) => ({ id: p.ref, name: p.fullName, plain: plain(p.fullName) }));
  const haystack = list.map((e) => e.plain);
  yield timed('fuse.js', () => { const fuse = new Fuse(list, { keys: ['plain'], includeScore: true, ignoreLocation: true, threshold: 0.5 }); return (text) => fuse.search(plain(text).slice(0, 60), { limit: 10 }).map((r) => ({ name: r.item.name, score: 1 - (r.score ?? 1) })); });
  yield timed('MiniSearch', () => {
    const mini = new MiniSearch<{ id: string; name: string; plain: string }>({ fields: ['plain'], storeFields: ['name'], searchOptions: { fuzzy: 0.2, prefix: true } });
    mini.addAll(list);
    return (text) => mini.search(plain(text)).slice(0, 10).map((r) => ({ name: String(r['name']), score: 0 }));
  });
  yield timed('uFuzzy', () => {
    const fuzzy = new uFuzzy({ intraMode: 1 });
    return (text) => { const needle = plain(text); if (needle === '') return []; const [ids, , order] = fuzzy.search(haystack, needle, 4, 1e5); return (order && ids ? order.map((_, k) => ids[order[k]!]!) : (ids ?? [])).slice(0, 10).map((id) => ({ name: list[id]!.name, score: 0 })); };
  });
  yield timed('fuzzysort', () => { const prepared = list.map((e) => ({ ...e, target: fuzzysort.prepare(e.plain) })); return (text) => fuzzysort.go(plain(text), prepared, { key: 'target', limit: 10 }).map((r) => ({ name: r.obj.name, score: r.score })); });
  yield timed('Jaro-Winkler', () => (text) => {
    const needle = plain(text);
    return list.map((e) => ({ name: e.name, score: jaroWinkler(needle, e.plain) })).sort((a, b) => b.score - a.score).slice(0, 10);
  });
}
