import type { Found, Taken } from './found.ts';

/** Amounts in every way people write them, as VND. Text is folded and repaired, so "lO triệu" arrives as "10 trieu". */

const UNITS: Readonly<Record<string, number>> = {
  trieu: 1e6, tr: 1e6, trd: 1e6, cu: 1e6, chai: 1e6, m: 1e6, ty: 1e9, ti: 1e9, toi: 1e9, k: 1e3, nghin: 1e3, ngan: 1e3, nghan: 1e3, ng: 1e3, ngin: 1e3, tram: 1e5, lit: 1e5, xi: 1e5, loet: 1e5,
};
/** Slang that is an ordinary word too: an amount only near a money verb and not before what is counted. */
const SLANG = new Set(['cu', 'chai', 'lit', 'xi', 'toi', 'tram', 'loet']);
const COUNTED = /^ ?(?:khoai|hanh|gung|cai|san|den|nuoc|bia|ruou|dau|xang|mam|ngot|sua|suoi|nguoi|met|cay|trang|bai|ban|cuon|con|m2|ha|hecta|ho|km|lan|em|chau|phan|suat|xuat|ngay|tre|hoc|co gai|den)(?![a-z])/;
const MONEY_VERB = /(?:chuyen|muon|vay|\bck\b|gui|tien|tra|dua|nop|dong|bank|ban |xoay|lay|can|giup|ung|coc|no |rut|nap|con |du |thieu|tk)/;

/** A number glued or spaced to its unit, with what may follow: "3tr5", "3 triệu rưỡi", "3tr360k", "1 tỷ 2". */
const WITH_UNIT = new RegExp(`(?<![\\d.,a-z])(\\d{1,3}(?:[.,]\\d{3}){1,3}|\\d{1,6}(?:[.,]\\d{1,2})?)(?: ?)(trieu|tr[il1j]eu|trd|tr|chai|cu|nghin|nghan|ngan(?! ?hang)|ngin|ng|tram|lit|loet|toi|xi|ty(?! le)|ti(?! (?:le|vi|nua|xiu|teo))|k|m)(?![a-z])(?: ?(?:dong|vnd|d)(?![a-z0-9]))?`, 'g');
const TAIL = / ?(?:(ruoi)(?![a-z])|(\d{1,3})(?![\d]|[.,]\d)( ?(?:trieu|tr|nghin|ngan|k|tram)(?![a-z]))?)/y;
/** "12.500.000đ", "12,500,000 VND", "12 500 000 đồng". */
const GROUPED = /(?<![\d.,a-z/]|\d-)[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3}){0,3}(?![\d]|[.,]\d)(?: ?(?:dong|vnd|d)(?![a-z0-9]))?/g;
const SPACED = /(?<![\d.,a-z/-])[1-9]\d{0,2}(?: \d{3}){1,3} ?(?:dong|vnd|d)(?![a-z0-9])/g;
const PLAIN = /(?<![\d.,a-z/-])[1-9]\d{2,10} ?(?:dong|vnd|d)(?![a-z0-9])/g;
/** "chuyển 5000000": no unit, but round and after a verb of paying. */
const BARE_ROUND = /(?<=(?:chuyen|ck|gui|muon|vay|tra|nop|dong|coc|ung|ban|nap)(?: [a-z]{1,8}){0,3} )[1-9]\d{0,5}000(?!\d|[.,]\d)/g;

export function findMoney(text: string, cased: string, taken: Taken): Found[] {
  const out: Found[] = [];
  const add = (start: number, end: number, value: number): void => {
    if (!Number.isFinite(value) || value <= 0 || value > 1e15 || taken.has(start, end)) return;
    taken.add(start, end);
    out.push({ type: 'money', value: Math.round(value), start, end });
  };
  withUnit(text, cased, add);
  for (const m of text.matchAll(SPACED)) add(m.index, m.index + m[0].length, digitsOf(m[0]));
  for (const m of text.matchAll(GROUPED)) if (isAmount(m[0], m[1] ?? '', text, m.index)) add(m.index, m.index + m[0].length, digitsOf(m[0]));
  for (const m of text.matchAll(PLAIN)) if (digitsOf(m[0]) >= 1000 || / ?(?:vnd|dong)$/.test(m[0])) add(m.index, m.index + m[0].length, digitsOf(m[0]));
  for (const m of text.matchAll(BARE_ROUND)) add(m.index, m.index + m[0].length, Number(m[0]));
  return out;
}

const digitsOf = (text: string): number => Number(text.replace(/\D/g, ''));

/** One group of three without a currency is an amount only when round ("500.000"); "12.345" may be a number of anything. */
function isAmount(raw: string, separator: string, text: string, at: number): boolean {
  if (/[a-z]$/.test(raw)) return true;
  const groups = raw.split(separator).length - 1;
  if (/(?:ho so|so hd|ma so|mst|cccd|cmnd|so don|ma don|bien ban)[:\s]{0,3}$/.test(text.slice(Math.max(0, at - 14), at))) return false;
  return groups >= 2 || raw.endsWith('000') || (raw.endsWith('00') && digitsOf(raw) >= 10_000);
}

function withUnit(text: string, cased: string, add: (start: number, end: number, value: number) => void): void {
  for (const m of text.matchAll(WITH_UNIT)) {
    const unit = /^tr.eu$/.test(m[2] ?? '') ? 'trieu' : (m[2] ?? '');
    let end = m.index + m[0].length;
    const base = numberOf(m[1] ?? '', unit);
    const at = m.index + m[0].search(/[a-z]/);
    if (at > m.index + (m[1] ?? '').length && continuesRun(text, m.index, m[1] ?? '')) continue;
    // "50M" is fifty million; "5m" is five metres.
    if (unit === 'm' && (cased.charAt(at) !== 'M' || at !== m.index + (m[1] ?? '').length)) continue;
    if (SLANG.has(unit) && (COUNTED.test(text.slice(end, end + 10)) || !MONEY_VERB.test(text.slice(Math.max(0, m.index - 40), m.index) + text.slice(end, end + 24)))) continue;
    const rate = UNITS[unit] ?? 0;
    const tail = tailOf(text, end, unit);
    if (tail) end = tail.end;
    const currency = /^ ?(?:dong|vnd)(?![a-z])/.exec(text.slice(end, end + 6));
    if (currency) end += currency[0].length;
    add(m.index, end, base * rate + (tail ? tail.share * rate + tail.extra : 0));
  }
}

/** "0800 0000 1846 ngan…": a group as long as the one before it goes on with a number; an amount after an account is not grouped like it. */
function continuesRun(text: string, at: number, digits: string): boolean {
  const before = /(?:^|[^\d])(\d{1,6})[ .-]$/.exec(text.slice(Math.max(0, at - 9), at))?.[1];
  return before !== undefined && digits.length >= 3 && before.length === digits.length && /^\d+$/.test(digits);
}

/** "1.250k" groups thousands, "2,5 triệu" and "1.5tr" are decimal. */
function numberOf(raw: string, unit: string): number {
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(raw)) return unit === 'ty' || unit === 'ti' ? Number(raw.replace(',', '.')) : digitsOf(raw);
  return Number(raw.replace(',', '.'));
}

/** What is counted after a whole amount and is no part of it: "3 triệu 2 lần", "5 triệu 2 người". */
const NOT_TAIL = /^ ?(?:[a-z]*%|lan|nguoi|ngay|thang|gio|h|phut|nam|phan|cai|suat|chiec|bo|em|chau|con|ban|dot|ky|tuan|nguoi|nha|ho|lop|thu|cuon|phong|xe|ve)(?![a-z])|^[:/-]\d/;

function tailOf(text: string, at: number, unit: string): { end: number; share: number; extra: number } | null {
  TAIL.lastIndex = at;
  const m = TAIL.exec(text);
  if (!m) return null;
  const end = at + m[0].length;
  if (m[1]) return { end, share: 0.5, extra: 0 };
  const digits = m[2] ?? '';
  const small = (m[3] ?? '').trim();
  if (small) return (UNITS[small] ?? 0) < (UNITS[unit] ?? 0) ? { end, share: 0, extra: Number(digits) * (UNITS[small] ?? 0) } : null;
  if (unit === 'k' || unit === 'nghin' || unit === 'ngan' || unit === 'm' || ((m[0].startsWith(' ') || /^ ?(?:h|lan|ngay|phut)(?![a-z])/.test(text.slice(end, end + 6))) && NOT_TAIL.test(text.slice(end, end + 10))) || /^[a-z]/.test(text.slice(end, end + 1))) return null;
  // "3tr5" is 3.5 million, "3tr25" 3.25, "3tr250" 3.25: the digits continue the number. Spaced, only one digit does ("3 triệu 2").
  if (m[0].startsWith(' ') && digits.length > 1 && !(digits.length === 3 && digits.endsWith('0'))) return null;
  return { end, share: Number(digits) / 10 ** digits.length, extra: 0 };
}
