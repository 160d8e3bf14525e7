/**
 * The table of names: recall, latency, build, calibration, false alarms; per way of writing; peers on the same queries.
 * Usage: node bench/names/run.mjs [REGISTER.tsv [QUERIES.tsv]] [--sizes 5000,50000] [--peers] [--classes]
 * REGISTER: id⇥full name. QUERIES: class⇥label(1 names the target, 0 another, else left out)⇥query⇥target. Without files: own invented register and variations.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createNameIndex, parseRegisterLine, type RegisterName } from '../../src/engine/names/index.ts';
import { calibrate } from './calibrate.ts';
import { peersOf, type Found } from './peers.ts';
import { drawRegister } from './people.ts';
import { drawQueries, type Query } from './queries.ts';

const LIMITS: Readonly<Record<number, string>> = { 5000: '≥ .950 ≥ .995 p50 ≤ .1 p99 ≤ 1', 50_000: '≥ .910 ≥ .985 p50 ≤ .2 p99 ≤ 2', 500_000: '≥ .860 ≥ .965 p50 ≤ .5 p99 ≤ 3, build ≤ 5 s' };
/** A slow peer sees a part of the queries, evenly chosen, so that the table ends. */
const PEER_MS = 20_000;
const fold = (s: string): string => s.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();

interface Tally { queries: number; named: number; first: number; ten: number; innocents: number; alarms: number; times: number[]; scores: { score: number; isRight: boolean; isNamed: boolean }[]; kinds: Map<string, [number, number, number]> }

function measure(queries: readonly Query[], match: (text: string) => Found[], budget: number): Tally {
  const t: Tally = { queries: 0, named: 0, first: 0, ten: 0, innocents: 0, alarms: 0, times: [], scores: [], kinds: new Map() };
  const began = performance.now();
  const step = 7919;
  for (let k = 0; k < queries.length && performance.now() - began < budget; k += 1) {
    const { kind, text, target } = queries[(k * step) % queries.length]!;
    const start = performance.now();
    const found = match(text);
    t.times.push(performance.now() - start);
    t.queries += 1;
    const top = found[0];
    const kinds = t.kinds.get(kind) ?? [0, 0, 0];
    kinds[0] += 1;
    if (target === null) {
      t.innocents += 1;
      if ((top?.score ?? 0) >= 0.5) { t.alarms += 1; kinds[1] += 1; }
    } else {
      t.named += 1;
      if (top && fold(top.name) === fold(target)) { t.first += 1; kinds[1] += 1; }
      if (found.slice(0, 10).some((f) => fold(f.name) === fold(target))) { t.ten += 1; kinds[2] += 1; }
    }
    t.kinds.set(kind, kinds);
    t.scores.push({ score: top?.score ?? 0, isRight: target !== null && top !== undefined && fold(top.name) === fold(target), isNamed: target !== null });
  }
  return t;
}

/** Expected calibration error in ten bins, innocents weighing `prior` times as much, and the same in another world where they are a hundred to one. */
function calibrationError(t: Tally, innocentWeight: number): number {
  const shift = (p: number): number => p / (p + (1 - p) * innocentWeight);
  const bins = Array.from({ length: 10 }, () => ({ n: 0, said: 0, right: 0 }));
  let total = 0;
  for (const { score, isRight, isNamed } of t.scores) {
    const p = innocentWeight === 1 ? score : shift(score);
    const weight = isNamed ? 1 : innocentWeight;
    const bin = bins[Math.min(9, Math.floor(p * 10))]!;
    bin.n += weight; bin.said += p * weight; bin.right += isRight ? weight : 0;
    total += weight;
  }
  return bins.reduce((s, b) => s + Math.abs(b.said - b.right), 0) / total;
}

const percent = (n: number, of: number): string => (of === 0 ? '  –  ' : (n / of).toFixed(3));
function line(name: string, t: Tally, build: number, memory: number, isScored: boolean): string {
  const times = t.times.toSorted((a, b) => a - b);
  const at = (p: number): string => (times[Math.min(times.length - 1, Math.floor(times.length * p))] ?? 0).toFixed(3);
  const scored = isScored ? `${percent(t.alarms, t.innocents)} | ${calibrationError(t, 1).toFixed(3)} | ${calibrationError(t, 100).toFixed(3)}` : '– | – | –';
  return `| ${name} | ${t.queries} | ${percent(t.first, t.named)} | ${percent(t.ten, t.named)} | ${at(0.5)} | ${at(0.99)} | ${scored} | ${(build / 1000).toFixed(2)} | ${memory.toFixed(0)} |`;
}

function build(people: readonly RegisterName[]): { match: (text: string) => Found[]; ms: number; mb: number } {
  globalThis.gc?.();
  const before = process.memoryUsage();
  const start = performance.now();
  const index = createNameIndex(people);
  const ms = performance.now() - start;
  globalThis.gc?.();
  const after = process.memoryUsage();
  return { match: (text) => index.match(text), ms, mb: (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6 };
}

function readQueries(path: string): Query[] {
  return readFileSync(path, 'utf8').split('\n').map((l) => l.split('\t')).filter((f) => f[1] === '1' || f[1] === '0').map(([kind = '', label, text = '', target = '']) => ({ kind, text, target: label === '1' ? target : null }));
}

function report(title: string, people: readonly RegisterName[], queries: readonly Query[], options: { peers: boolean; classes: boolean }): void {
  console.log(`\n## ${title}: ${people.length} names, ${queries.length} queries, wanted ${LIMITS[people.length] ?? '–'}; ECE ≤ .03, alarms on innocents ≤ .05\n`);
  console.log('| engine | queries | recall@1 | recall@10 | p50 ms | p99 ms | alarms ≥ .5 | ECE 1:1 | ECE 1:100 | build s | MB |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
  const own = build(people);
  measure(queries.slice(0, 500), own.match, 2000);
  const tally = measure(queries, own.match, Infinity);
  console.log(line('engine/names', tally, own.ms, own.mb, true));
  if (options.peers) for (const peer of peersOf(people)) console.log(line(peer.name, measure(queries, peer.match, PEER_MS), peer.ms, 0, false));
  if (!options.classes) return;
  console.log('\n| written | queries | recall@1 (innocents: alarms) | recall@10 |\n| --- | --- | --- | --- |');
  for (const [kind, [n, first, ten]] of tally.kinds) console.log(`| ${kind} | ${n} | ${percent(first, n)} | ${kind.startsWith('innocent') || kind.startsWith('neg') ? '' : percent(ten, n)} |`);
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { sizes: { type: 'string', default: '5000,50000' }, peers: { type: 'boolean', default: false }, classes: { type: 'boolean', default: false } } });
const [register, queryFile] = positionals;
if (register === 'calibrate') console.log(calibrate());
else if (register && queryFile) {
  const people = readFileSync(register, 'utf8').split('\n').map((l) => parseRegisterLine(l)).filter((e) => e !== null).map(({ ref, fullName }) => ({ ref, fullName }));
  report(register, people, readQueries(queryFile), values);
} else {
  for (const size of values.sizes.split(',').map(Number)) {
    const people = drawRegister(size, 2025);
    report('own invented register', people.map(({ ref, fullName }) => ({ ref, fullName })), drawQueries(people, 120, 77), values);
  }
}
