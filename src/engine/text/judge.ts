import { featuresOf, type Features } from './features.ts';
import { gramBuckets, GRAM_BITS } from './grams.ts';
import { MODEL } from './model.data.ts';
import type { Inside } from './read.ts';
import type { Band } from './types.ts';

/**
 * Probability of fraud: logistic regression over the named features and one number from the n-gram model (bench/read/train.mjs, model card in
 * docs/model-card-read.md). Calibrated by cross-validation over templates.
 */
export function judge(inside: Inside): { probability: number; band: Band } {
  const probability = sigmoid(score(featuresOf(inside), gramScore(gramBuckets(inside.words))));
  return { probability, band: bandOf(probability) };
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

export function score(features: Features, grams: number): number {
  let z = MODEL.bias + (MODEL.dense['grams'] ?? 0) * grams;
  for (const [name, value] of Object.entries(features)) if (value !== 0) z += (MODEL.dense[name] ?? 0) * value;
  return z;
}

let weights: Int8Array | null = null;
function gramWeights(): Int8Array {
  if (weights) return weights;
  const bytes = atob(MODEL.grams);
  weights = new Int8Array(1 << GRAM_BITS);
  for (let i = 0; i < bytes.length; i += 1) weights[i] = bytes.charCodeAt(i);
  return weights;
}

export function gramScore(buckets: readonly number[]): number {
  if (buckets.length === 0) return MODEL.gramBias;
  const of = gramWeights();
  let total = 0;
  for (const b of buckets) total += of[b] ?? 0;
  return MODEL.gramBias + (total * MODEL.gramScale) / Math.sqrt(buckets.length);
}

/** A person is told "likely" only where most such messages are frauds; what merely asks among acquaintances stays open. */
const LIKELY = 0.7;
const NO_SIGN = 0.2;
export function bandOf(probability: number): Band {
  if (probability >= LIKELY) return 'likely-fraud';
  if (probability >= NO_SIGN) return 'unclear';
  return 'no-sign';
}
