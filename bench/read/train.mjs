// Trains the probability of engine/text from the messages in tests/golden/messages and writes src/engine/text/model.data.ts. No chance, no clock: same
// input, same bytes. Usage: node bench/read/train.mjs [--check]  (after npm run build; --check compares instead of writing)
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { damaged, devRows, hash, random, withoutMarks, writtenRows } from './corpus.mjs';

const ROOT = join(import.meta.dirname, '..', '..');
const { readInside } = await import(pathToFileURL(join(ROOT, 'dist/engine/text/read.js')).href);
const { featuresOf } = await import(pathToFileURL(join(ROOT, 'dist/engine/text/features.js')).href);
const { gramBuckets, GRAM_BITS } = await import(pathToFileURL(join(ROOT, 'dist/engine/text/grams.js')).href);
const FOLDS = 5;
/** What text alone cannot decide is taught as such: neither fraud nor not. */
const UNDECIDED = 0.45;

/** Each message as written, without marks, and as a picture reader would give it. */
export function prepare(rows) {
  return rows.flatMap((row) => [row.text, withoutMarks(row.text), damaged(row.text, row.id)].map((text, form) => {
    const inside = readInside(text);
    return { row, form, y: row.label === 'scam' ? 1 : row.label === 'ambiguous' ? UNDECIDED : 0, weight: row.weight / 3, dense: featuresOf(inside), grams: gramBuckets(inside.words), fold: hash(row.group) % FOLDS };
  }));
}
const sigmoid = (z) => 1 / (1 + Math.exp(-z));

/** Logistic regression on hashed n-grams, AdaGrad, fixed order. */
export function trainGrams(samples, { epochs = 12, rate = 0.25, l2 = 3e-5 } = {}) {
  const w = new Float64Array(1 << GRAM_BITS);
  const g = new Float64Array(1 << GRAM_BITS).fill(1e-2);
  let bias = 0;
  const next = random(7);
  const order = samples.map((_, i) => i);
  for (let e = 0; e < epochs; e += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) { const j = Math.floor(next() * (i + 1)); [order[i], order[j]] = [order[j], order[i]]; }
    for (const i of order) {
      const s = samples[i];
      const x = 1 / Math.sqrt(s.grams.length || 1);
      const error = (sigmoid(gramLogit(w, bias, s.grams)) - s.y) * s.weight * 3;
      bias -= 0.02 * error;
      for (const b of s.grams) { const d = error * x + l2 * w[b]; g[b] += d * d; w[b] -= (rate * d) / Math.sqrt(g[b]); }
    }
  }
  return { w, bias };
}
export function gramLogit(w, bias, buckets) {
  let total = 0;
  for (const b of buckets) total += w[b];
  return bias + total / Math.sqrt(buckets.length || 1);
}

/** Newton's method with ridge: few features, exact optimum, no step size to choose. */
export function trainDense(samples, names, ridge = 1) {
  const n = names.length + 1;
  let w = new Float64Array(n);
  for (let step = 0; step < 25; step += 1) {
    const H = Array.from({ length: n }, (_, i) => { const r = new Float64Array(n); r[i] = i === 0 ? 1e-6 : ridge; return r; });
    const grad = new Float64Array(n);
    for (let i = 1; i < n; i += 1) grad[i] = ridge * w[i];
    for (const s of samples) {
      let z = w[0];
      for (let i = 1; i < n; i += 1) z += w[i] * s.x[i - 1];
      const p = sigmoid(z);
      const e = (p - s.y) * s.weight;
      const v = p * (1 - p) * s.weight;
      const x = [1, ...s.x];
      for (let i = 0; i < n; i += 1) { if (x[i] === 0) continue; grad[i] += e * x[i]; for (let j = 0; j < n; j += 1) H[i][j] += v * x[i] * x[j]; }
    }
    const d = solve(H, grad);
    w = w.map((v, i) => v - d[i]);
    if (d.every((v) => Math.abs(v) < 1e-9)) break;
  }
  return w;
}
function solve(A, b) {
  const n = b.length;
  const M = A.map((r, i) => [...r, b[i]]);
  for (let c = 0; c < n; c += 1) {
    let p = c;
    for (let r = c + 1; r < n; r += 1) if (Math.abs(M[r][c]) > Math.abs(M[p][c])) p = r;
    [M[c], M[p]] = [M[p], M[c]];
    for (let r = 0; r < n; r += 1) { if (r === c) continue; const f = M[r][c] / M[c][c]; if (f !== 0) for (let k = c; k <= n; k += 1) M[r][k] -= f * M[c][k]; }
  }
  return M.map((r, i) => r[n] / r[i]);
}

/** Out-of-fold n-gram logits → dense regression on top. Returns the whole model. */
export function train(samples, ridge) {
  const oof = new Float64Array(samples.length);
  for (let f = 0; f < FOLDS; f += 1) {
    const inner = samples.filter((s) => innerFold(s) !== f);
    const { w, bias } = trainGrams(inner);
    samples.forEach((s, i) => { if (innerFold(s) === f) oof[i] = gramLogit(w, bias, s.grams); });
  }
  const names = [...Object.keys(samples[0].dense), 'grams'];
  const dense = trainDense(samples.map((s, i) => ({ y: s.y, weight: s.weight, x: names.map((n) => (n === 'grams' ? oof[i] : s.dense[n])) })), names, ridge);
  return { ...trainGrams(samples), names, dense };
}
/** Another split than the outer one, so that cross-validation of the whole is honest. */
const innerFold = (s) => hash(`${s.row.group}/inner`) % FOLDS;

export function apply(model, sample) {
  let z = model.dense[0];
  model.names.forEach((n, i) => { z += model.dense[i + 1] * (n === 'grams' ? gramLogit(model.w, model.bias, sample.grams) : sample.dense[n]); });
  return sigmoid(z);
}

/** Probability of each sample by a model that has seen none of its template. */
export function crossValidate(samples, ridge) {
  const out = new Float64Array(samples.length);
  for (let f = 0; f < FOLDS; f += 1) {
    const model = train(samples.filter((s) => s.fold !== f), ridge);
    samples.forEach((s, i) => { if (s.fold === f) out[i] = apply(model, s); });
  }
  return out;
}
export const RIDGE = 0.8;

export function modelFile(model) {
  const most = model.w.reduce((m, v) => Math.max(m, Math.abs(v)), 0);
  const scale = most / 127;
  const bytes = Buffer.from(Int8Array.from(model.w, (v) => Math.round(v / scale)).buffer);
  const dense = Object.fromEntries(model.names.map((n, i) => [n, Number(model.dense[i + 1].toFixed(4))]));
  const lines = Object.entries(dense).map(([k, v]) => `    '${k}': ${v},`).join('\n');
  const version = hash(bytes.toString('base64') + lines).toString(16).padStart(8, '0');
  return `/** Written by bench/read/train.mjs from tests/golden/messages; do not edit. Weights of n-grams: signed bytes × gramScale. */\nexport const MODEL: { readonly version: string; readonly gramScale: number; readonly gramBias: number; readonly bias: number; readonly dense: Readonly<Record<string, number>>; readonly grams: string } = {\n  version: '${version}', gramScale: ${scale.toPrecision(8)}, gramBias: ${model.bias.toPrecision(8)}, bias: ${model.dense[0].toFixed(4)},\n  dense: {\n${lines}\n  },\n  grams: '${bytes.toString('base64')}',\n};\n`;
}

if (process.argv[1] === import.meta.filename) {
  const samples = prepare([...devRows(), ...writtenRows().filter((r) => !r.isHeldOut)]);
  const text = modelFile(train(samples, RIDGE));
  const path = join(ROOT, 'src/engine/text/model.data.ts');
  if (process.argv.includes('--check')) { const same = readFileSync(path, 'utf8') === text; console.log(same ? 'model.data.ts is what the data gives' : 'model.data.ts differs from what the data gives'); process.exit(same ? 0 : 1); }
  writeFileSync(path, text);
  console.log(`${samples.length} texts, ${text.length} bytes written`);
}
