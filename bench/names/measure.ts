import type { Query } from './queries.ts';
import type { Found, Match } from './peers.ts';

export const fold = (s: string): string => s.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();

interface Scored { readonly score: number; readonly isRight: boolean; readonly isNamed: boolean }
/** Per way of writing: queries, right at the first place (innocents: alarms), right among ten. */
export type Kinds = Map<string, [number, number, number]>;
export interface Tally { queries: number; named: number; first: number; ten: number; innocents: number; alarms: number; times: number[]; /** Processor time of each query, of all threads: other work on the machine does not count. */ cpuTimes: number[]; cpuMs: number; scores: Scored[]; kinds: Kinds; /** Milliseconds per way of writing. */ slow: Map<string, number[]>; missed: Miss[] }
export interface Miss { readonly kind: string; readonly text: string; readonly target: string | null; readonly top: Found | undefined }

/** Runs the queries, spread evenly over all kinds, until `budget` ms are over. */
export async function measure(queries: readonly Query[], match: Match, budget: number): Promise<Tally> {
  const t: Tally = { queries: 0, named: 0, first: 0, ten: 0, innocents: 0, alarms: 0, times: [], cpuTimes: [], cpuMs: 0, scores: [], kinds: new Map(), slow: new Map(), missed: [] };
  const began = performance.now();
  const cpu = process.cpuUsage();
  const step = 7919;
  for (let k = 0; k < queries.length && performance.now() - began < budget; k += 1) {
    const query = queries[(k * step) % queries.length]!;
    const before = process.cpuUsage();
    const start = performance.now();
    const answer = match(query.text, query.surface);
    const found = answer instanceof Promise ? await answer : answer;
    const ms = performance.now() - start;
    t.times.push(ms);
    const spent = process.cpuUsage(before);
    t.cpuTimes.push((spent.user + spent.system) / 1000);
    const slow = t.slow.get(query.kind);
    if (slow) slow.push(ms); else t.slow.set(query.kind, [ms]);
    count(t, query, found);
  }
  const used = process.cpuUsage(cpu);
  t.cpuMs = (used.user + used.system) / 1000 / Math.max(1, t.queries);
  return t;
}

function count(t: Tally, { kind, text, target, ref }: Query, found: readonly Found[]): void {
  t.queries += 1;
  const top = found[0];
  const isRight = target !== null && top !== undefined && fold(top.name) === fold(target);
  const kinds = t.kinds.get(kind) ?? [0, 0, 0];
  kinds[0] += 1;
  if (target === null) {
    t.innocents += 1;
    if ((top?.score ?? 0) >= 0.5) { t.alarms += 1; kinds[1] += 1; t.missed.push({ kind, text, target, top }); }
  } else {
    t.named += 1;
    if (isRight) { t.first += 1; kinds[1] += 1; } else t.missed.push({ kind, text, target, top });
    if (found.slice(0, 10).some((f) => fold(f.name) === fold(target))) { t.ten += 1; kinds[2] += 1; }
  }
  t.kinds.set(kind, kinds);
  // Among namesakes a score is that of the one person.
  t.scores.push({ score: top?.score ?? 0, isRight: isRight && (ref === undefined || top?.ref === ref), isNamed: target !== null });
}

/** Expected calibration error in ten bins; innocents weigh `innocentWeight` times as much, and what is said is moved to that world by Bayes' rule. */
export function calibrationError(t: Tally, innocentWeight: number): number {
  const bins = Array.from({ length: 10 }, () => ({ said: 0, right: 0 }));
  let total = 0;
  for (const { score, isRight, isNamed } of t.scores) {
    const p = score / (score + (1 - score) * innocentWeight);
    const weight = isNamed ? 1 : innocentWeight;
    const bin = bins[Math.min(9, Math.floor(p * 10))]!;
    bin.said += p * weight; bin.right += isRight ? weight : 0;
    total += weight;
  }
  return bins.reduce((s, b) => s + Math.abs(b.said - b.right), 0) / total;
}

export function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
