import type { Inside } from './read.ts';
import { SIGN_CODES, type SignCode } from './types.ts';

/** What the probability rests on, each with a name that can be said to a person: signs, how they stand together, entities, and cues that calm. */
export type Features = Readonly<Record<string, number>>;

const CALMING = ['mentionCall', 'notice', 'done', 'negated', 'joke', 'warn', 'reported', 'thing'] as const;
const ASKING = ['opener', 'loan', 'buy', 'balance', 'fee', 'send', 'selfAuthority', 'giveBack', 'known'] as const;
const TOGETHER: readonly (readonly [SignCode, SignCode])[] = [
  ['claims_leader', 'request_money'], ['claims_leader', 'avoids_call'], ['claims_leader', 'secrecy'], ['claims_leader', 'new_account_or_number'], ['claims_leader', 'third_party_account'], ['claims_leader', 'promise_repay'], ['claims_leader', 'hijack_hook'], ['claims_leader', 'link_or_app'], ['claims_leader', 'urgency'],
  ['claims_known', 'urgency'], ['claims_known', 'third_party_account'], ['claims_known', 'promise_repay'], ['claims_authority', 'authority_pressure'], ['claims_authority', 'link_or_app'], ['claims_authority', 'request_credentials'], ['claims_authority', 'request_money'],
  ['request_money', 'avoids_call'], ['request_money', 'urgency'], ['request_money', 'secrecy'], ['request_money', 'new_account_or_number'],
];

export function featuresOf(inside: Inside): Features {
  const out: Record<string, number> = {};
  const codes = new Set(inside.signs.map((s) => s.code));
  for (const code of SIGN_CODES) out[code] = codes.has(code) ? 1 : 0;
  for (const [a, b] of TOGETHER) out[`${a}+${b}`] = codes.has(a) && codes.has(b) ? 1 : 0;
  for (const family of CALMING) out[`cue:${family}`] = Math.min(3, inside.cues.get(family)?.length ?? 0) / 2;
  for (const family of ASKING) out[`cue:${family}`] = Math.min(2, inside.cues.get(family)?.length ?? 0) / 2;
  const has = (type: string): boolean => inside.found.some((f) => f.type === type);
  const amounts = inside.found.filter((f) => f.type === 'money').map((f) => Number(f.value));
  const most = Math.max(0, ...amounts.slice(0, 50));
  out['account'] = has('bank_account') ? 1 : 0;
  // State Treasury numbers have dots at fixed places; no criminal can open one.
  out['treasury'] = inside.found.some((f) => f.type === 'bank_account' && /^\d{4}\.\d\.\d/.test(inside.folded.text.slice(f.start, f.end))) ? 1 : 0;
  out['person-holder'] = inside.hasPersonHolder ? 1 : 0;
  out['organisation-holder'] = has('holder_name') && !inside.hasPersonHolder ? 1 : 0;
  out['says-who'] = inside.saysWho ? 1 : 0;
  out['money'] = amounts.length > 0 ? 1 : 0;
  // A lunch is paid back by the thousand, a fraud asks by the million.
  out['money>=2m'] = most >= 2e6 ? 1 : 0;
  out['money<1m'] = most > 0 && most < 1e6 ? 1 : 0;
  out['foreign-url'] = inside.hasForeignUrl ? 1 : 0;
  // Endings that cost a dollar and ask no papers; ".vn" asks for the owner's.
  out['cheap-url'] = inside.found.some((f) => f.type === 'url' && !/\.(?:vn|com|org|edu|gov)(?:$|[/:?#])/.test(String(f.value))) ? 1 : 0;
  out['other-url'] = has('url') && !inside.hasForeignUrl ? 1 : 0;
  out['otp'] = has('otp') ? 1 : 0;
  out['phone'] = has('phone') ? 1 : 0;
  out['told'] = Math.max(-1, Math.min(2, inside.quotedScore / 2));
  out['quoted'] = inside.isQuoted ? 1 : 0;
  out['signs'] = codes.size / 4;
  // A leader who is busy and asks for nothing dangerous is an ordinary day.
  out['asks-nothing'] = ['request_money', 'request_credentials', 'link_or_app', 'hijack_hook', 'new_account_or_number'].some((c) => out[c] === 1) ? 0 : 1;
  out['leader-asks-nothing'] = out['asks-nothing'] === 1 && codes.has('claims_leader') && !inside.saysWho ? 1 : 0;
  return out;
}
