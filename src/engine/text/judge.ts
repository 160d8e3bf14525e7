import type { Band, SignCode } from './types.ts';
import type { Inside } from './read.ts';

/** Probability of fraud from what was read: explainable features with hand-set weights. */
const WEIGHTS: Readonly<Record<SignCode, number>> = {
  claims_leader: 1.2, claims_authority: 1.4, claims_known: 0.6, request_money: 1, request_credentials: 1.8, urgency: 0.6, avoids_call: 1, secrecy: 1.6,
  new_account_or_number: 0.9, third_party_account: 1.3, promise_repay: 0.7, authority_pressure: 1, link_or_app: 1.2, hijack_hook: 2,
};

export function features(inside: Inside): Map<string, number> {
  const out = new Map<string, number>();
  for (const s of inside.signs) out.set(s.code, 1);
  return out;
}

export function judge(inside: Inside): { probability: number; band: Band } {
  const codes = new Set(inside.signs.map((s) => s.code));
  let z = -3.2;
  for (const code of codes) z += WEIGHTS[code];
  const count = (family: string): number => Math.min(2, inside.cues.get(family)?.length ?? 0);
  z -= 0.7 * count('mentionCall') + 0.8 * count('notice') + 0.5 * count('done');
  if (inside.isQuoted) z = Math.min(z - 4, -2);
  const probability = 1 / (1 + Math.exp(-z));
  return { probability, band: bandOf(probability) };
}
export function bandOf(probability: number): Band {
  return probability >= 0.7 ? 'likely-fraud' : probability >= 0.2 ? 'unclear' : 'no-sign';
}
