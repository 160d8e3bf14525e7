import { BANKS, type BankRow } from './banks.data.ts';
import { foldLatin, repairDigits } from './skeleton.ts';
import type { Bank, Identifier } from './types.ts';

/** Bank accounts: no national checksum; usually 6–19 digits (NAPAS), a few banks give out letters too (wallet accounts at BVBank). */

const BY_CODE = new Map(BANKS.map((b) => [b.code.toUpperCase(), b]));
const BY_BIN = new Map(BANKS.flatMap((b) => (b.bin ? [[b.bin, b] as const] : [])));
const ALIASES = new Map<string, BankRow>();
for (const bank of BANKS) for (const alias of [bank.code, bank.shortName, bank.name, ...bank.aliases, ...bank.weak]) {
  const key = bankKey(alias);
  // The first bank keeps a shared word; the table is ordered by how common the banks are.
  if (!ALIASES.has(key)) ALIASES.set(key, bank);
}

function bankKey(text: string): string {
  return foldLatin(text).replace(/[^a-z0-9]+/g, ' ').trim();
}

const publicBank = ({ code, bin, shortName, name, kind }: BankRow): Bank => ({ code, bin, shortName, name, kind });

/** A bank by code, BIN or any of its names as people write them ("vietin", "ngân hàng quân đội", "NH TMCP Á Châu"); null when unknown. */
export function findBank(text: string): Bank | null {
  if (text.length > 120) return null;
  const key = bankKey(text);
  const tries = [key, key.replace(/^(?:ngan hang|nh|bank)\s+(?:tmcp\s+|thuong mai co phan\s+)?/, ''), key.replace(/\s+(?:bank|viet nam|vn|chi nhanh .*|cn .*)$/, ''), key.replace(/\s/g, '')];
  for (const t of tries) { const found = ALIASES.get(t); if (found) return publicBank(found); }
  const byBin = BY_BIN.get(key);
  return byBin ? publicBank(byBin) : null;
}
export function bankOfCode(code: string): Bank | null {
  const found = BY_CODE.get(code.toUpperCase());
  return found ? publicBank(found) : null;
}

export interface BankMention { readonly bank: Bank; readonly start: number; readonly end: number; readonly isWeak: boolean }

/** Longest alias first; "ngan hang X" is part of the mention. Text must be folded and lower case (one character in, one out). */
const MENTION = buildMention();
function buildMention(): RegExp {
  const all = [...new Set(BANKS.flatMap((b) => [b.code, b.shortName, ...b.aliases, ...b.weak]).map(bankKey))].filter((a) => a.length > 1).sort((a, b) => b.length - a.length);
  return new RegExp(`(?<![a-z0-9])(?:ngan hang (?:tmcp )?|nh )?(${all.map((a) => a.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![a-z0-9])`, 'g');
}

/** Banks named in running text, with offsets. `isWeak`: an ordinary word too, so the caller must see a bank context ("stk", "ck", an account) beside it. */
export function findBanks(folded: string): BankMention[] {
  const out: BankMention[] = [];
  for (const match of folded.matchAll(MENTION)) {
    const alias = match[1] ?? '';
    const bank = ALIASES.get(alias);
    if (bank) out.push({ bank: publicBank(bank), start: match.index, end: match.index + match[0].length, isWeak: match[0] === alias && bank.weak.includes(alias) });
  }
  return out;
}

/** Reads an account number with or without its bank; null when it cannot be one. Separators go, O and l become digits where all else is digits. */
export function readBankAccount(raw: string, bank?: string | null): Identifier | null {
  if (raw.length > 64) return null;
  const found = bank ? (bankOfCode(bank) ?? findBank(bank)) : null;
  const text = raw.normalize('NFKC').replace(/\p{Cf}/gu, '').trim();
  if (/^\d{4}\.\d\.\d{6,8}(?:\.\d{5})?$/.test(text)) return treasury(text);
  const written = text.replace(/[\s.\-–_]/g, '');
  const digits = repairDigits(written);
  const compact = written.toUpperCase();
  const number = /^\d+$/.test(digits) && /\d{4}/.test(compact) ? digits : compact;
  if (!/^[A-Z0-9]{6,19}$/.test(number) || (number.match(/\d/g)?.length ?? 0) < 6) return null;
  if (found?.kind === 'treasury') return treasury(number);
  return account(number, found);
}

function treasury(text: string): Identifier | null {
  const digits = text.replace(/\D/g, '');
  if (digits.length < 11 || digits.length > 18) return null;
  const parts = [digits.slice(0, 4), digits.slice(4, 5), digits.length > 13 ? digits.slice(5, -5) : digits.slice(5), digits.length > 13 ? digits.slice(-5) : ''].filter(Boolean);
  return { type: 'bank_account', value: `KBNN:${digits}`, display: parts.join('.'), kind: 'treasury', warnings: [] };
}

function account(number: string, bank: Bank | null): Identifier {
  const isCard = /^9704\d{12,15}$/.test(number);
  const kind = isCard ? 'card' : bank?.kind === 'wallet' ? 'wallet' : 'bank';
  return { type: 'bank_account', value: `${bank?.code ?? ''}:${number}`, display: number.replace(/(.{4})(?=.)/g, '$1 '), kind, warnings: [] };
}

export function accountOfValue(value: string): Identifier | null {
  const at = value.indexOf(':');
  if (at < 0) return null;
  const [code, number] = [value.slice(0, at), value.slice(at + 1)];
  if (code === 'KBNN') return treasury(number);
  if (code !== '' && !BY_CODE.has(code.toUpperCase())) return null;
  const read = readBankAccount(number, code || null);
  return read?.value === value ? read : null;
}
