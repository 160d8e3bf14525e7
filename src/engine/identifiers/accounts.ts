import { bankOfCode, findBank } from './banks.ts';
import { repairDigits } from './skeleton.ts';
import type { Bank, Identifier } from './types.ts';

/** Bank accounts: no national checksum; usually 6–19 digits (NAPAS), a few banks give out letters too (wallet accounts at BVBank, chosen nicknames). */

/** Reads an account number with or without its bank; null when it cannot be one. Separators go, O and l become digits where all else is digits. */
export function readBankAccount(raw: string, bank?: string | null): Identifier | null {
  if (raw.length > 64) return null;
  const found = bank ? (bankOfCode(bank) ?? findBank(bank)) : null;
  const text = raw.normalize('NFKC').replace(/\p{Cf}/gu, '').trim().replace(/^(?:stk|số tài khoản|so tai khoan|tài khoản|tai khoan|tk|số thẻ|so the)[:.\s]+/i, '');
  if (/^\d{4}\.\d\.\d{6,8}(?:\.\d{5})?$/.test(repairDigits(text))) return treasury(repairDigits(text));
  const written = text.replace(/[\s.,\-–—‐‑_]/g, '');
  const digits = repairDigits(written);
  const compact = written.toUpperCase();
  const number = /^\d+$/.test(digits) && /\d{4}/.test(compact) ? digits : compact;
  if (!/^[A-Z0-9]{6,19}$/.test(number)) return null;
  const digitCount = number.replace(/\D/g, '').length;
  // A nickname account ("HUNG68HD") is one only beside its bank and in one piece; without a bank it would be any word.
  if (digitCount < 6 && !(found?.kind === 'bank' && digitCount > 0 && !/\s/.test(text))) return null;
  if (found?.kind === 'treasury') return treasury(number);
  return account(number, found);
}

/** 4 digits of the account, 1 of the fund, 6–8 of the unit, and 5 of programme or district where given, as the Treasury writes it: "3761.0.1234567.91049". */
function treasury(text: string): Identifier | null {
  const digits = text.replace(/\D/g, '');
  const tail = digits.length >= 16 ? 5 : 0;
  const unit = digits.length - 5 - tail;
  if (unit < 6 || unit > 8) return null;
  const parts = [digits.slice(0, 4), digits.slice(4, 5), digits.slice(5, 5 + unit), digits.slice(5 + unit)].filter(Boolean);
  return { type: 'bank_account', value: `KBNN:${digits}`, display: parts.join('.'), kind: 'treasury', warnings: [] };
}

function account(number: string, bank: Bank | null): Identifier {
  const isCard = /^9704\d{12,15}$/.test(number);
  const kind = isCard ? 'card' : bank?.kind === 'wallet' ? 'wallet' : 'bank';
  // A nickname is one word to people; groups of four are for numbers.
  const display = number.replace(/\D/g, '').length < 6 ? number : number.replace(/(.{4})(?=.)/g, '$1 ');
  return { type: 'bank_account', value: `${bank?.code ?? ''}:${number}`, display, kind, warnings: [] };
}

/** Stored value → identifier, null when it is not canonical. */
export function accountOfValue(value: string): Identifier | null {
  const at = value.indexOf(':');
  if (at < 0) return null;
  const [code, number] = [value.slice(0, at), value.slice(at + 1)];
  if (code === 'KBNN') { const read = treasury(number); return read?.value === value ? read : null; }
  if (code !== '' && !bankOfCode(code)) return null;
  const read = readBankAccount(number, code || null);
  return read?.value === value ? read : null;
}
