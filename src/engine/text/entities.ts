import { findBanks, type BankMention } from '#engine/identifiers/index.ts';
import type { Folded } from './fold.ts';
import { Taken, overlaps, type Found } from './found.ts';
import { findHolders, holderAfter, type HolderSpan } from './holders.ts';
import { findLinks } from './links.ts';
import { findMoney } from './money.ts';
import { findMoneyInWords } from './money-words.ts';
import { findNumbers } from './numbers.ts';
import { findTimes } from './times.ts';

/** Everything in a message but offices and names of speakers: stages from the surest to the most ambiguous, each leaving alone what is taken. */
export interface EntityStage { readonly found: readonly Found[]; readonly hasPersonHolder: boolean }

export function findEntities(folded: Folded, original: string): EntityStage {
  const { text, cased } = folded;
  const taken = new Taken(text.length);
  const links = findLinks(cased, taken);
  const isMarked = /[\u0300-\u036f\u1ea0-\u1ef9àáâãèéêìíòóôõùúýăđĩũơưÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ]/.test(original.slice(0, 4000));
  const slice = (start: number, end: number): string => original.slice(folded.starts[start] ?? 0, folded.ends[end - 1] ?? 0);
  const written = { of: slice, isMarked };
  const money = [...findMoney(text, cased, taken), ...findMoneyInWords(text, written, taken)];
  const times = findTimes(text, written, taken);
  const holders = findHolders(text, cased, isMarked);
  const mentions = findBanks(text);
  const numbers = findNumbers(text, mentions, taken, (start, end) => nearHolder(holders, start, end));
  const banks = findBankNames(text, mentions, taken, numbers);
  const kept = [...keepHolders(holders, numbers, banks, taken), ...behindAccounts(folded, slice, numbers, banks, taken)].sort((a, b) => a.start - b.start);
  const names = kept.map((h): Found => ({ type: 'holder_name', value: h.value, start: h.start, end: h.end }));
  return { found: [...links, ...money, ...times, ...numbers, ...banks, ...names].sort((a, b) => a.start - b.start), hasPersonHolder: kept.some((h) => !h.isOrganisation) };
}

const HOLDER_REACH = 24;
/** Holders come sorted; a number looks only at those around it. */
function nearHolder(holders: readonly HolderSpan[], start: number, end: number): boolean {
  let low = 0;
  let high = holders.length;
  while (low < high) { const middle = (low + high) >> 1; if ((holders[middle]?.end ?? 0) < start - HOLDER_REACH) low = middle + 1; else high = middle; }
  const at = holders[low];
  return at !== undefined && at.start <= end + HOLDER_REACH;
}

/** Weak names ("tech", "mb", "vp") count only beside an account or after words of paying. */
const BANK_CONTEXT = /(?:stk|\btk\b|tai khoan|\bck\b|chuyen|ngan hang|\bnh\b|so the|\bapp\b|the |\bthe\b)/;

function findBankNames(text: string, mentions: readonly BankMention[], taken: Taken, numbers: readonly Found[]): Found[] {
  const out: Found[] = [];
  const accounts = numbers.filter((n) => n.type === 'bank_account' || n.alternatives?.some((a) => a.type === 'bank_account'));
  const seen = new Set<string>();
  let next = 0;
  for (const m of mentions) {
    if (taken.has(m.start, m.end)) continue;
    while (next < accounts.length && (accounts[next]?.end ?? 0) < m.start - 40) next += 1;
    const near = accounts[next];
    const hasAccount = near !== undefined && near.start <= m.end + 40;
    const before = text.slice(Math.max(0, m.start - 30), m.start);
    if (seen.has(m.bank.code) && !hasAccount) continue;
    // The Treasury and wallets without an account beside them are an office and a shop.
    if (m.bank.kind !== 'bank' && !hasAccount) continue;
    if (m.isWeak && !hasAccount && !BANK_CONTEXT.test(before) && !/^[: ]*(?:tk|tb|thong bao|so du)/.test(text.slice(m.end, m.end + 16))) continue;
    // "nông nghiệp", "quân đội", "công thương" are also offices and fields: a bank only with "ngân hàng" or an account.
    if (/^(?:nong nghiep|quan doi|cong thuong|ngoai thuong|ky thuong|dau tu|chinh sach|xay dung|phuong dong|hang hai)/.test(text.slice(m.start, m.end)) && !hasAccount && !/(?:ngan hang|\bnh)\s?(?:tmcp )?$/.test(before)) continue;
    const end = m.end;
    taken.add(m.start, end);
    seen.add(m.bank.code);
    out.push({ type: 'bank', value: m.bank.code, start: m.start, end });
  }
  return out;
}

/** Names typed in small letters right behind an account or the bank beside it; a list of accounts has at most as many as it needs to be seen. */
function behindAccounts(folded: Folded, slice: (start: number, end: number) => string, numbers: readonly Found[], banks: readonly Found[], taken: Taken): HolderSpan[] {
  const accounts = numbers.filter((n) => n.type === 'bank_account');
  const out: HolderSpan[] = [];
  let next = 0;
  for (const anchor of [...accounts, ...banks].sort((a, b) => a.start - b.start)) {
    while (next < accounts.length && (accounts[next]?.end ?? 0) < anchor.start - HOLDER_REACH) next += 1;
    if ((accounts[next]?.start ?? Infinity) > anchor.end + HOLDER_REACH) continue;
    const span = holderAfter(folded.text, folded.cased, anchor.end, taken, slice);
    if (span) { taken.add(span.start, span.end); out.push(span); }
    if (out.length >= 200) break;
  }
  return out;
}

/** A run of capitals is a holder beside an account or bank, or after a cue; elsewhere it is shouting or a heading. */
function keepHolders(holders: readonly HolderSpan[], numbers: readonly Found[], banks: readonly Found[], taken: Taken): HolderSpan[] {
  const anchors = [...numbers.filter((n) => n.type === 'bank_account' || n.type === 'phone'), ...banks].sort((a, b) => a.start - b.start);
  const out: HolderSpan[] = [];
  let next = 0;
  for (const holder of holders) {
    while (next < anchors.length && (anchors[next]?.end ?? 0) < holder.start - 45) next += 1;
    const anchor = anchors[next];
    const near = anchor !== undefined && anchor.start <= holder.end + 45;
    if ((near || holder.isCued) && !taken.has(holder.start, holder.end) && !out.some((o) => overlaps(o, holder))) { taken.add(holder.start, holder.end); out.push(holder); }
    if (out.length >= 200) break;
  }
  return out;
}
