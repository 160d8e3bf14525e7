import { BANKS, type BankRow } from './banks.data.ts';
import { editDistance, foldLatin, skeleton } from './skeleton.ts';
import type { Bank } from './types.ts';

/** The bank that a word means. */

const BY_CODE = new Map(BANKS.map((b) => [b.code.toUpperCase(), b]));
const BY_BIN = new Map(BANKS.flatMap((b) => (b.bin ? [[b.bin, b] as const] : [])));

/** Folded words with single spaces: "Co-opBank" → "co opbank". */
function bankKey(text: string): string {
  return foldLatin(text).replace(/[^a-z0-9]+/g, ' ').trim();
}
const PREFIX = /^(?:(?:ngan hang|nh|bank|vi dien tu|vi)\s+)(?:(?:tmcp|tm cp|tnhh mtv|tm tnhh mtv|thuong mai co phan|lien doanh|dai chung tnhh|so|nn)\s+)?/;
/** "Ngân hàng TMCP Công thương Việt Nam" → "cong thuong viet nam": what is left is ordinary words, so it is weak. */
const bareName = (bank: BankRow): string => bankKey(bank.name).replace(PREFIX, '');

const ALIASES = new Map<string, BankRow>();
const LEET = new Map<string, BankRow>();
const WEAK = new Set<string>();
for (const bank of BANKS) {
  for (const alias of [bank.code, bank.shortName, ...bank.aliases, ...bank.weak, bank.name, bareName(bank)]) {
    const key = bankKey(alias);
    // The first bank keeps a shared word; the table is ordered by how common the banks are.
    if (key.length > 1 && !ALIASES.has(key)) ALIASES.set(key, bank);
    if (key.length >= 4 && !LEET.has(skeleton(key))) LEET.set(skeleton(key), bank);
  }
  for (const weak of [...bank.weak, bareName(bank)]) if (!bank.aliases.includes(weak)) WEAK.add(weak);
}

const publicBank = ({ code, bin, shortName, name, kind }: BankRow): Bank => ({ code, bin, shortName, name, kind });

/** A bank by code, BIN or any of its names as people write or misspell them ("vietin", "ngân hàng quân đội", "NH TMCP Á Châu", "Techc0mbank", "vietcombak"); null when unknown. */
export function findBank(text: string): Bank | null {
  if (text.length > 120) return null;
  const key = bankKey(text);
  const bare = key.replace(PREFIX, '');
  const tries = [key, bare, bare.replace(/\s+(?:chi nhanh|cn|pgd|phong giao dich)\s.*$/, ''), bare.replace(/\s+(?:bank|viet nam|vn)$/, ''), key.replace(/\s/g, '')];
  for (const t of tries) { const found = ALIASES.get(t); if (found) return publicBank(found); }
  const found = LEET.get(skeleton(bare)) ?? BY_BIN.get(key) ?? nearBank(bare.replace(/\s/g, ''));
  return found ? publicBank(found) : null;
}

/** One letter wrong in seven, two in ten, and only where one bank alone lies that near: "vietbank" and "VietABank" are told apart, never guessed. */
function nearBank(key: string): BankRow | undefined {
  if (key.length < 7 || key.length > 24) return undefined;
  let limit = key.length >= 10 ? 2 : 1;
  let near = new Set<BankRow>();
  for (const [alias, bank] of ALIASES) {
    const distance = alias.length < 7 || WEAK.has(alias) || alias.includes(' ') ? limit + 1 : editDistance(key, alias, limit);
    if (distance < limit) { near = new Set(); limit = distance; }
    if (distance <= limit) near.add(bank);
  }
  return near.size === 1 ? Array.from(near)[0] : undefined;
}

export function bankOfCode(code: string): Bank | null {
  const found = BY_CODE.get(code.toUpperCase());
  return found ? publicBank(found) : null;
}

export interface BankMention { readonly bank: Bank; readonly start: number; readonly end: number; readonly isWeak: boolean }

/** Letters that digits stand for in longer names ("B1DV", "Techc0mbank"); two- and three-letter codes are taken as written. */
const SWAPS: Readonly<Record<string, string>> = { o: '[o0]', i: '[i1l]', l: '[l1i]', e: '[e3]', a: '[a4]', ' ': '[ \\-–.]{1,3}' };
const pattern = (alias: string): string => Array.from(alias, (c) => (c === ' ' || alias.length >= 4 ? SWAPS[c] ?? c : c)).join('');
const PLAIN: Readonly<Record<string, string>> = { 0: 'o', 1: 'l', i: 'l', 3: 'e', 4: 'a' };
const plain = (word: string): string => word.replace(/[0134i]/g, (c) => PLAIN[c] ?? c);

/** First word → pattern of the aliases that begin with it, longest first: one look-up a word keeps the search linear. */
const BY_FIRST_WORD = byFirstWord();
function byFirstWord(): Map<string, RegExp> {
  const groups = new Map<string, string[]>();
  for (const alias of ALIASES.keys()) {
    if (!/[a-z]/.test(alias)) continue;
    const first = plain(alias.split(' ')[0] ?? '');
    groups.set(first, [...groups.get(first) ?? [], alias]);
  }
  return new Map(Array.from(groups, ([first, aliases]) => [first, new RegExp(`(?:${aliases.sort((a, b) => b.length - a.length).map(pattern).join('|')})(?=$|[^a-z0-9]|\\d{6})`, 'y')]));
}
const BANK_WORD = /(?:ngan hang|nhtmcp|nh) (?:(?:tmcp|tnhh mtv|thuong mai co phan|lien doanh|so) )?/y;

/** Banks named in running text, with offsets; "ngan hang X" is part of the mention, and a number may stick to the name ("MB0123456789"). Text must be folded and lower case (one character in, one out). `isWeak`: an ordinary word too, so the caller must see a bank context ("stk", "ck", an account) beside it. */
export function findBanks(folded: string): BankMention[] {
  const out: BankMention[] = [];
  let done = 0;
  for (const match of folded.matchAll(/[a-z0-9]+/g)) {
    const start = match.index + (/^\d{6,}(?=[a-z])/.exec(match[0].slice(0, 30))?.[0].length ?? 0);
    if (start < done) continue;
    BANK_WORD.lastIndex = start;
    const prefix = BANK_WORD.exec(folded)?.[0] ?? '';
    const found = mentionAt(folded, start + prefix.length) ?? (prefix ? mentionAt(folded, start) : null);
    if (!found) continue;
    const isNamed = prefix !== '' && found.at > start;
    out.push({ bank: publicBank(found.bank), start, end: found.end, isWeak: !isNamed && WEAK.has(found.alias) });
    done = found.end;
  }
  return out;
}

function mentionAt(folded: string, at: number): { bank: BankRow; alias: string; at: number; end: number } | null {
  const word = /^[a-z0-9]{1,30}/.exec(folded.slice(at, at + 30))?.[0].replace(/(?<=[a-z])\d{6,}$/, '') ?? '';
  const mention = BY_FIRST_WORD.get(plain(word));
  if (!mention) return null;
  mention.lastIndex = at;
  const text = mention.exec(folded)?.[0];
  if (text === undefined) return null;
  const alias = bankKey(text);
  const bank = ALIASES.get(alias) ?? LEET.get(skeleton(alias));
  return bank ? { bank, alias, at, end: at + text.length } : null;
}
