/**
 * Fits the weights of src/engine/names/score.data.ts: logistic regression on invented registers of several sizes, half of the queries naming somebody.
 * Usage: node bench/names/run.mjs calibrate   (prints the file's content)
 */
import { Entries } from '../../src/engine/names/entries.ts';
import { Matcher } from '../../src/engine/names/match.ts';
import { featuresOf } from '../../src/engine/names/score.ts';
import { drawRegister } from './people.ts';
import { drawQueries } from './queries.ts';

interface Row { readonly x: number[]; readonly y: number; readonly weight: number }
const SIZES = [1000, 5000, 50_000, 300_000];
const RUNNERS_UP = 3;
const fold = (s: string): string => s.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();

function rowsOf(size: number): Row[] {
  const people = drawRegister(size, 11 + size);
  const entries = new Entries();
  entries.addAll(people.map(({ ref, fullName }) => ({ ref, fullName })));
  const matcher = new Matcher(entries);
  const rows: Row[] = [];
  for (const { text, target } of drawQueries(people, 250, 5 + size)) {
    matcher.evidence(text, RUNNERS_UP).forEach(({ name, evidence }, k) => {
      if (evidence.tier === 'given-title') return;
      rows.push({ x: featuresOf(evidence), y: target !== null && fold(name) === fold(target) ? 1 : 0, weight: k === 0 ? 1 : 0.3 });
    });
  }
  return rows;
}

/** Newton's method with a small ridge; some thirty weights, a few steps suffice. */
function fit(rows: readonly Row[]): number[] {
  const n = rows[0]?.x.length ?? 0;
  let w = Array.from({ length: n }, () => 0);
  for (let step = 0; step < 25; step += 1) {
    const g = w.map((v) => -0.5 * v);
    const h = w.map((_, i) => w.map((_, j) => (i === j ? 0.5 : 0)));
    for (const { x, y, weight } of rows) {
      const p = 1 / (1 + Math.exp(-x.reduce((s, v, k) => s + v * w[k]!, 0)));
      const q = weight * Math.max(1e-4, p * (1 - p));
      for (let i = 0; i < n; i += 1) {
        if (x[i] === 0) continue;
        g[i]! += weight * (y - p) * x[i]!;
        for (let j = 0; j < n; j += 1) h[i]![j]! += q * x[i]! * x[j]!;
      }
    }
    const d = solve(h, g);
    w = w.map((v, k) => v + Math.max(-2, Math.min(2, d[k]!)));
  }
  return w;
}

function solve(a: number[][], b: number[]): number[] {
  const m = a.map((row, i) => [...row, b[i]!]);
  for (let i = 0; i < m.length; i += 1) {
    for (let j = i + 1; j < m.length; j += 1) {
      const f = m[j]![i]! / m[i]![i]!;
      for (let k = i; k <= m.length; k += 1) m[j]![k]! -= f * m[i]![k]!;
    }
  }
  const x = m.map(() => 0);
  for (let i = m.length - 1; i >= 0; i -= 1) { let s = m[i]![m.length]!; for (let k = i + 1; k < m.length; k += 1) s -= m[i]![k]! * x[k]!; x[i] = s / m[i]![i]!; }
  return x;
}

export function calibrate(): string {
  const rows = SIZES.flatMap(rowsOf);
  const w = fit(rows);
  return `/** Logistic weights of \`featuresOf\`, written by bench/names/calibrate.ts on its own invented registers of 1,000 to 300,000 names. */\nexport const WEIGHTS: readonly number[] = [${w.map((v) => Number(v.toFixed(3))).join(', ')}];\n`;
}
