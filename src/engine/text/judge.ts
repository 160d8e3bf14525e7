import { featuresOf, type Features } from './features.ts';
import { gramBuckets, GRAM_BITS } from './grams.ts';
import { MODEL } from './model.data.ts';
import type { Inside } from './read.ts';
import type { Band, SignCode } from './types.ts';

/**
 * Probability of fraud: logistic regression over the named features and one number from the n-gram model (bench/read/train.mjs, model card in
 * MODEL.md). Calibrated by cross-validation over templates.
 */
export function judge(inside: Inside): { probability: number; band: Band } {
  const probability = sigmoid(score(featuresOf(inside), gramScore(gramBuckets(inside.words))));
  return { probability, band: bandOf(probability, inside) };
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

/** A person is told "likely" only where most such messages are frauds. */
const LIKELY = 0.7;
const NO_SIGN = 0.2;
/** Words that press, or point somewhere: with one of them the text says more than "lend me". */
const TELLING: ReadonlySet<SignCode> = new Set(['claims_leader', 'claims_authority', 'request_credentials', 'avoids_call', 'secrecy', 'third_party_account', 'authority_pressure', 'link_or_app', 'hijack_hook']);

/** A superior's lunch: a small sum and no account. Offices advance such sums every day, and criminals begin with them. */
function isSmallChange(found: Inside['found']): boolean {
  const amounts = found.filter((f) => f.type === 'money').map((f) => Number(f.value));
  return amounts.length > 0 && Math.max(...amounts.slice(0, 50)) < 2e6 && !found.some((f) => f.type === 'bank_account' || f.type === 'phone');
}

/**
 * "Cho em mượn 2 triệu", "lưu số mới của chị": the same words come from the friend and from whoever took his account. Text cannot decide that, so it is
 * never "no sign" while somebody asks, and never "likely" before something else speaks.
 */
export function bandOf(probability: number, inside: Pick<Inside, 'signs' | 'isQuoted' | 'cues' | 'found'>): Band {
  const codes = new Set(inside.signs.map((s) => s.code));
  const isTelling = [...codes].some((c) => TELLING.has(c) && !(c === 'claims_leader' && isSmallChange(inside.found)));
  const has = (family: string): boolean => (inside.cues.get(family)?.length ?? 0) > 0;
  const isThin = !isTelling && !inside.isQuoted && (codes.has('request_money') || codes.has('new_account_or_number'));
  // Nothing that could be shown to a person: the sound of the words alone accuses nobody.
  if (probability >= LIKELY && codes.size === 0) return 'unclear';
  if (probability >= LIKELY) return isThin && codes.size <= 3 && !codes.has('urgency') ? 'unclear' : 'likely-fraud';
  if (probability >= NO_SIGN) return 'unclear';
  const isCalmed = has('mentionCall') || has('notice') || has('done') || has('thing') || inside.found.some((f) => f.type === 'phone');
  const isPrivateAsk = has('loan') && codes.has('request_money') || codes.has('new_account_or_number');
  return isThin && isPrivateAsk && !isCalmed ? 'unclear' : 'no-sign';
}
