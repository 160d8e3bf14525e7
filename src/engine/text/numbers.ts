import { nationalPhone, readPhone, type BankMention } from '#engine/identifiers/index.ts';
import type { Found, Taken } from './found.ts';
import type { EntityReading } from './types.ts';

/**
 * What a run of digits is: account, phone, one-time code, national id, or a number of papers that is nobody's business. The words around decide;
 * readings that they do not exclude are kept as alternatives. Text is folded and repaired.
 */

/** Groups of digits with one separator each; a line break only when the next line begins with digits and holds nothing else. */
const RUN = /(?<![\dx*])\+?\d+(?:[ .\-–]\d+|(?: ?\n ?)\d+(?= ?(?:\n|$)))*(?![\dx*])/g;
/** Twice what a reading carries. */
const MOST_RUNS = 1000;

const ACCOUNT_WORDS = /(?:\bs ?tk\b|\bt ?k\b|tai khoan|\bso tk\b|\bacc\b|account|\bstk\b|so the|\bso ?tk)/;
const PAY_WORDS = /(?:chuyen|\bck\b|gui|\bbank\b|nop|nap|ban|coc|ung ho|tra)[a-z ,0-9#]{0,40}(?:vao|vo|qua|ve|toi|sang|den|cho|so)[a-z ,:]{0,16}$/;
const PHONE_WORDS = /(?:goi|\bs?dt\b|dien thoai|lien he|\blh\b|hotline|\bzalo\b|\bzl\b|alo|so may|\btel\b|nhan tin|viber|telegram|di dong|phone|tong dai|soan .{1,12} gui|may le|so moi|so cu|luu so|so nay|doi so)/;
const PAPER_WORDS = /(?:ho so|hoa don|\bhd\b|hop dong|ma so thue|\bmst\b|don hang|ma don|van don|giao dich|\bref\b|ma gd|khach hang|\bma kh\b|bien so|cong van|bien ban|quyet dinh|\bqd\b|bao danh|\bsbd\b|tra cuu|ma hs|so so|\bseri|serial|ma vach|tham chieu|ma ho|phieu|nghi dinh|thong tu|van ban|ma tra|ma dat|booking|ve so|ma sv|ma nv|can ho|so nha|thua dat|to ban do|bhyt|bhxh|ma the|lenh chi|uy nhiem|ma nsnn|ma dv|ma quan he|ma don vi|chuong|ma nguon)[a-z:.# ]{0,14}$/;
const ID_WORDS = /(?:cccd|can cuoc|cmnd|cmt|dinh danh|chung minh|so can)[a-z:. ()]{0,24}$/;
const CODE_CUE = /(?:otp|ma xac (?:thuc|nhan|minh)|ma bao mat|ma kich hoat|ma dang nhap|verification code|ma pin|mat khau|passcode|security code|login code|ma 6 so|ma code|\bcode\b)/g;

interface Run { readonly start: number; readonly end: number; readonly digits: string; readonly raw: string }

export function findNumbers(text: string, banks: readonly BankMention[], taken: Taken, nearHolder: (start: number, end: number) => boolean): Found[] {
  const out: Found[] = [];
  const codes = Array.from(text.matchAll(CODE_CUE), (m) => ({ start: m.index, end: m.index + m[0].length }));
  let count = 0;
  let code = 0;
  for (const m of text.matchAll(RUN)) {
    if ((count += 1) > MOST_RUNS) break;
    for (const run of untaken(m[0], m.index, taken)) {
      while (code + 1 < codes.length && (codes[code + 1]?.start ?? Infinity) < run.start) code += 1;
      const found = otpAt(run, text, codes, code) ?? classify(run, text, banks, nearHolder);
      if (!found) continue;
      taken.add(found.start, found.end);
      out.push(found);
    }
  }
  return out;
}

/** A run that touches taken text is cut there ("0123456789 30tr": the amount is taken already). */
function untaken(raw: string, at: number, taken: Taken): Run[] {
  const runs: Run[] = [];
  let start = -1;
  const close = (end: number): void => {
    if (start < 0) return;
    const text = raw.slice(start - at, end - at).replace(/[ .\-–\n]+$/, '');
    const digits = text.replace(/\D/g, '');
    if (digits.length >= 3) runs.push({ start, end: start + text.length, digits, raw: text });
    start = -1;
  };
  for (const group of raw.matchAll(/\+?\d+/g)) {
    const from = at + group.index;
    if (taken.has(from, from + group[0].length)) close(from);
    else if (start < 0) start = from;
  }
  close(at + raw.length);
  return runs;
}

function otpAt(run: Run, text: string, codes: readonly { start: number; end: number }[], at: number): Found | null {
  if (run.digits.length < 4 || run.digits.length > 8 || !/^\d+(?: \d+)?$/.test(run.raw) || codes.length === 0) return null;
  const found = { type: 'otp' as const, value: run.digits, start: run.start, end: run.end };
  const before = codes[at];
  if (before && before.end <= run.start && run.start - before.end < 90) {
    const between = text.slice(before.end, run.start);
    if (/^[\s:=\-"']*$/.test(between) || /(?:\bla|[:=]|\bis)[\s"']*$/.test(between) && !/\.\s/.test(between)) return found;
  }
  const next = codes.find((c) => c.start >= run.end);
  if (next && next.start - run.end < 40 && /^[\s"']*(?:la|is)?(?: your)?(?: [a-z]+){0,3} ?$/.test(text.slice(run.end, next.start)) && /la|is/.test(text.slice(run.end, next.start))) return found;
  return null;
}

function classify(run: Run, text: string, banks: readonly BankMention[], nearHolder: (start: number, end: number) => boolean): Found | null {
  const before = lineBefore(text, run.start);
  const after = text.slice(run.end, run.end + 40);
  const phone = phoneAt(run, before);
  const paper = PAPER_WORDS.test(before.slice(-44)) && !ACCOUNT_WORDS.test(before.slice(-12));
  if (/^0\d{11}$/.test(run.digits) && ID_WORDS.test(before.slice(-44)) || /^\d{9}$/.test(run.digits) && /(?:cmnd|cmt|chung minh)/.test(before.slice(-30))) return { type: 'national_id', value: run.digits, start: run.start, end: run.end };
  if (paper && !(phone && PHONE_WORDS.test(before.slice(-24)))) return null;
  const account = accountScore(run, text, before, after, banks, nearHolder, phone !== null);
  const at = { start: run.start, end: run.end };
  const asAccount: EntityReading = { type: 'bank_account', value: run.digits };
  if (phone && account < phoneScore(before, after, run)) return { ...phone, ...at, ...(isAccountLike(run) && !run.raw.startsWith('+') && !/^(?:1[89]00|02)/.test(run.digits) ? { alternatives: [asAccount] } : {}) };
  if (account >= 2 && isAccountLike(run)) return { ...asAccount, ...at, ...(phone && !isNamedAccount(run, before, after, banks) ? { alternatives: [phone] } : {}) };
  if (phone) return { ...phone, ...at, ...(isAccountLike(run) && account > 0 ? { alternatives: [asAccount] } : {}) };
  if (/^0\d{11}$/.test(run.digits) && Number(run.digits.slice(0, 3)) <= 96 && run.raw === run.digits) return { type: 'national_id', value: run.digits, ...at, alternatives: [asAccount] };
  return null;
}

/** Banks at most 16 characters before or 14 behind a run; they come sorted, a number looks only at those around it. */
function banksNear(run: Run, banks: readonly BankMention[]): BankMention[] {
  let low = 0;
  let high = banks.length;
  while (low < high) { const middle = (low + high) >> 1; if ((banks[middle]?.end ?? 0) < run.start - 16) low = middle + 1; else high = middle; }
  const out: BankMention[] = [];
  for (let b = banks[low]; b && b.start - run.end <= 14; b = banks[low += 1]) if (b.end <= run.start || b.start >= run.end) out.push(b);
  return out;
}

/** "stk 0900000710 mb": called an account, and a bank beside it. A wallet's account is a phone number, so there both readings stay. */
function isNamedAccount(run: Run, before: string, after: string, banks: readonly BankMention[]): boolean {
  const isCalled = /(?:\bs ?tk|\btk|tai khoan|\bacc)(?: (?:so|la|cua|moi|nay|ngan hang|[a-z]{2,12}))?[ :.]{0,3}$/.test(before.slice(-34)) || /^ ?[,(]? ?(?:stk|so tk|la so tk)/.test(after);
  return isCalled && banksNear(run, banks).some((b) => b.bank.kind === 'bank');
}

const isAccountLike = (run: Run): boolean => run.digits.length >= 6 && run.digits.length <= 19;

/** The rest of the sentence before, at most 80 characters: what the number is called stands there. */
function lineBefore(text: string, at: number): string {
  const window = text.slice(Math.max(0, at - 80), at);
  const stop = Math.max(window.lastIndexOf('. '), window.lastIndexOf('! '), window.lastIndexOf('? '));
  // "STK. 0123": a full stop right before the number ends nothing.
  return stop >= 0 && stop < window.length - 3 ? window.slice(stop + 1) : window;
}

function phoneAt(run: Run, before: string): EntityReading | null {
  if (run.digits.length < 7 && !/^(?:18|19)/.test(run.digits) || run.digits.length > 13) return null;
  const read = readPhone(run.raw.replaceAll('\n', ' '));
  if (!read || (read.kind === 'short' && run.digits.length < 6)) return null;
  if (read.kind === 'foreign' && !run.raw.startsWith('+') && !/(?:goi|so)/.test(before)) return null;
  // A Treasury number has dots in the places that no phone has.
  if (/^\d{4}\.\d\.\d{6,}/.test(run.raw)) return null;
  const hasPlus = read.kind === 'short' || read.kind === 'premium' || read.kind === 'toll-free';
  return { type: 'phone', value: nationalPhone(read.value), ...(hasPlus ? {} : { e164: `+${read.value}` }) };
}

function phoneScore(before: string, after: string, run: Run): number {
  let score = 1.5;
  if (PHONE_WORDS.test(before.slice(-30))) score += 2.5;
  if (/\b(?:vi|momo|zalopay)\b[a-z ]{0,8}$/.test(before)) score += 3;
  if (/^\s*\(?(?:gap|zalo|lien he|nhe goi|de duoc|goi)/.test(after)) score += 1;
  // Grouped as phones are spoken: 0912 345 678, 0233.3873.999.
  if (/^0\d{2,3}[ .-]\d{3,4}[ .-]\d{3,4}$/.test(run.raw)) score += 1;
  if (/^(?:1[89]00|02|\+)/.test(run.raw)) score += 1.5;
  return score;
}

function accountScore(run: Run, text: string, before: string, after: string, banks: readonly BankMention[], nearHolder: (start: number, end: number) => boolean, isPhone: boolean): number {
  if (!isAccountLike(run)) return 0;
  let score = 0;
  if (/^\d{4}\.\d\.\d{6,8}(?:\.\d{5})?$/.test(run.raw)) score += 4;
  const close = before.slice(-34);
  if (ACCOUNT_WORDS.test(close)) score += 3;
  else if (ACCOUNT_WORDS.test(before)) score += 1.5;
  if (PAY_WORDS.test(before)) score += isPhone ? 1.5 : 2;
  const bank = banksNear(run, banks).some((b) => b.start >= run.end || !/[.!?]\s/.test(text.slice(b.end, run.start)));
  if (bank) score += 2.5;
  if (nearHolder(run.start, run.end)) score += 2;
  if (/^(?:\s*\(?(?:chu tk|ctk|ten|chu tai khoan))/.test(after)) score += 1;
  if (run.digits.length >= 11 && !isPhone) score += 0.5;
  if (/^\d{6,19}$/.test(run.raw) && /(?:\bso|:)\s*$/.test(before) && !isPhone) score += 0.5;
  return score;
}
