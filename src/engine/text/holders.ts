import { foldLatin } from '#engine/identifiers/index.ts';
import { Taken } from './found.ts';
import { SURNAMES, NOT_HOLDER } from './names.data.ts';

/** Holder names as banks show them (upper case, no marks), and as people copy them beside an account. Offsets on folded text. */

export interface HolderSpan { readonly start: number; readonly end: number; readonly value: string; readonly isOrganisation: boolean; readonly isCued: boolean }

const UPPER = /(?<![A-Za-z0-9.])[A-Z]{1,12}(?: {1,2}[A-Z]{1,12}){1,9}(?![A-Za-z0-9])/g;
const ORGANISATION = /^(?:CONG TY|CTY|CT |UY BAN|UBND|UBMTTQ|HOI |QUY |TRUONG|BENH VIEN|BV |CONG DOAN|KHO BAC|DOAN |BAN |SO |PHONG |TRUNG TAM|TT |CHI CUC|CUC |TONG |NGAN HANG|DNTN|HTX|HOP TAC XA|HKD|HO KINH DOANH|VAN PHONG|DANG UY|MAT TRAN|CHI NHANH|VIEN )/;
/** "tên", "chủ tk", "mang tên", "đứng tên" and a name of two to five words after it, in any case. */
const CUED = /(?<![a-z])(?:chu ?(?:tk|tai khoan|the)|ctk|ten(?: (?:tk|tai khoan|chu tk|nguoi nhan|chu tai khoan))?|mang ten|dung ten|nguoi (?:nhan|thu huong)|thu huong|account name|ten chu tk)(?: la)?[ :.-]{1,3}([a-z]{1,8}(?: [a-z]{1,8}){1,5})/g;

/** More names than this is a list of people, not a place to send money. */
const MOST_HOLDERS = 400;

export function findHolders(text: string, cased: string, isMarked: boolean): HolderSpan[] {
  const out: HolderSpan[] = [];
  const shouting = isShouting(cased);
  for (const m of cased.matchAll(UPPER)) {
    if (out.length > MOST_HOLDERS) break;
    const span = trimmed(m[0], m.index, shouting);
    if (span && (!shouting || SURNAMES.has(span.value.split(' ')[0]?.toLowerCase() ?? ''))) out.push({ ...span, isCued: isCuedAt(text, span) });
  }
  const places = new Taken(text.length);
  for (const o of out) places.add(o.start, o.end);
  for (const m of text.matchAll(CUED)) {
    if (out.length > MOST_HOLDERS) break;
    const start = m.index + m[0].length - (m[1] ?? '').length;
    const span = personAt(m[1] ?? '', cased, start, isMarked);
    if (span && !places.has(span.start, span.end)) out.push({ ...span, isCued: true });
  }
  return out.sort((a, b) => a.start - b.start);
}

/** Named so before ("tên chủ tiệm BUI THI CUC"), or as the payer of a bank notice ("NGUYEN THI LAN chuyen tien"). */
function isCuedAt(text: string, span: { start: number; end: number }): boolean {
  return /(?:\bten|\btk|ctk|\bchu|huong|nguoi nhan|khoan)(?: [a-z]{2,6}){0,2}[ :.-]{0,3}$/.test(text.slice(Math.max(0, span.start - 26), span.start)) || /^ (?:chuyen tien|chuyen khoan|ck |ct )/.test(text.slice(span.end, span.end + 16));
}

/** A message all in capitals has no holder names by their capitals. */
function isShouting(cased: string): boolean {
  const sample = cased.slice(0, 2000);
  const upper = sample.replace(/[^A-Z]/g, '').length;
  const lower = sample.replace(/[^a-z]/g, '').length;
  return upper > 40 && upper > lower * 2;
}

/** Abbreviations and bank names at either end are not the holder's ("STK MB NGUYEN VAN A CK"). */
function trimmed(raw: string, at: number, isShouted: boolean): Omit<HolderSpan, 'isCued'> | null {
  const parts = Array.from(raw.matchAll(/[A-Z]+/g), (m) => ({ word: m[0], start: at + m.index, end: at + m.index + m[0].length }));
  const organisation = ORGANISATION.test(raw);
  if (!organisation) {
    while (parts.length > 0 && NOT_HOLDER.has(parts[0]?.word ?? '') && !isSurnameFirst(parts.map((p) => p.word))) parts.shift();
    const isStray = (): boolean => NOT_HOLDER.has(parts.at(-1)?.word ?? '') && (isShouted || !isGivenLast(parts.map((p) => p.word)));
    while (isStray()) parts.pop();
    // A name has at most six words; a surname inside a longer run begins it.
    const surname = parts.findIndex((p) => SURNAMES.has(p.word.toLowerCase()));
    if (parts.length > 6 && surname > 0) parts.splice(0, surname);
    const inside = parts.slice(isSurnameFirst(parts.map((p) => p.word)) ? 1 : 0, -1);
    if (parts.length > 6 || inside.some((p) => NOT_HOLDER.has(p.word) && p.word.length > 2)) return null;
  }
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last || parts.length < 2 || !parts.some((p) => p.word.length >= 2)) return null;
  if (!organisation && !SURNAMES.has(first.word.toLowerCase()) && parts.length < 3 && !parts.every((p) => p.word.length >= 2)) return null;
  return { start: first.start, end: last.end, value: parts.map((p) => p.word).join(' '), isOrganisation: organisation };
}

/** "PHUNG THI NHA": among capitals a particle is written by nobody, and Nhã, Quý, Lá, Em, Cảnh, Thông are given names. */
const isGivenLast = (words: readonly string[]): boolean => GIVEN_TOO.has(words.at(-1) ?? '') && words.length >= 2 && words.length <= 5 && SURNAMES.has(words[0]?.toLowerCase() ?? '') && !NOT_HOLDER.has(words.at(-2) ?? '');
const GIVEN_TOO = new Set('NHA LA EM QUY CANH THONG CHU CUNG KHACH TOC GOC SO'.split(' '));
/** "CHU VAN AN" is a Chu; "CHU TK NGUYEN VAN AN" is not. */
const isSurnameFirst = (words: readonly string[]): boolean => words[0] === 'CHU' && words.length >= 3 && words.length <= 5 && !NOT_HOLDER.has(words[1] ?? '') && !/^(?:TAI|THE|TIEM|QUAN|SHOP|CUA)$/.test(words[1] ?? '') && !COMMON.has(words[1]?.toLowerCase() ?? '');

/** Title case or lower case after a cue: needs a surname first; ends at the first word that no name has. */
function personAt(raw: string, cased: string, start: number, isMarked: boolean): Omit<HolderSpan, 'isCued'> | null {
  const words = raw.split(' ');
  if (!SURNAMES.has(words[0] ?? '')) return null;
  let length = 0;
  let count = 0;
  let title = true;
  for (const word of words.slice(0, 5)) {
    const first = cased.charAt(start + length);
    const isUpper = first !== first.toLowerCase();
    if (count === 0) title = isUpper;
    // A writer of marks writes names with capitals ("có tên tương tự cán bộ"); one without may not, then only a common surname opens a name.
    if (!title && (isMarked || !COMMON.has(words[0] ?? ''))) return null;
    if (title !== isUpper || (!title && (ENDS_NAME.has(word) || count >= 4))) break;
    length += word.length + 1;
    count += 1;
  }
  if (count < 2) return null;
  const value = foldLatin(cased.slice(start, start + length - 1)).toUpperCase();
  return { start, end: start + length - 1, value, isOrganisation: false };
}
const COMMON = new Set('nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly trinh dinh mai doan luu'.split(' '));
const ENDS_NAME = new Set('nhe nha a ah voi gium giup di roi cho em anh chi chu co xong nua tai ngan bank so stk vao la va ghi noi dung nd luon gap lien cam on ok dum ho truoc sau chieu sang trua toi mai hom nay day tra mua gui minh'.split(' '));

/**
 * "0900000654 mb le trong khue, chiều …": typed right behind the account or its bank without a word before it. A surname and two or three words that may be
 * names, up to a comma, the end of the line or a word that ends a name.
 */
export function holderAfter(text: string, cased: string, at: number, taken: Taken, written: (start: number, end: number) => string): HolderSpan | null {
  const m = /^[ ,:()-]{1,3}([a-z]{1,8}(?: [a-z]{1,8}){1,7})(?=[^a-z0-9]|$)/.exec(text.slice(at, at + 80));
  const words = m?.[1]?.split(' ') ?? [];
  const start = at + (m?.[0].length ?? 0) - (m?.[1]?.length ?? 0);
  const surname = words[0] ?? '';
  const isTitle = (offset: number): boolean => /^[A-Z][a-z]/.test(cased.slice(start + offset, start + offset + 2));
  const title = isTitle(0);
  if (!(title ? SURNAMES : COMMON).has(surname) || !SURNAME_AS_WRITTEN.test(written(start, start + surname.length).normalize('NFC').toLowerCase())) return null;
  let length = 0;
  let count = 0;
  for (const word of words) {
    if (taken.has(start + length, start + length + word.length) || title && !isTitle(length)) break;
    if (!title && count > 0 && NO_GIVEN.has(word)) return null;
    if (!title && count > 0 && ENDS_NAME.has(word)) break;
    length += word.length + 1;
    count += 1;
  }
  if (count < (title ? 2 : 3) || count > (title ? 5 : 4)) return null;
  return { start, end: start + length - 1, value: foldLatin(cased.slice(start, start + length - 1)).toUpperCase(), isOrganisation: false, isCued: true };
}
/** The writer's own marks tell "lê" from "lễ", "đỗ" from "đó"; without marks the words after it must. */
const SURNAME_AS_WRITTEN = /^(?:[a-zđ]+|nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|trịnh|đinh|đoàn|lưu)$/;
const NO_GIVEN = new Set('phi so ho hoi benh vien tien nop no muon can gap hop kip di lam duoc dung bi ban phong de neu khi la co khong dang se da vua moi dong chuyen lay cua cac nhung mot trieu nghin cung den qua ve ra len xuong nguoi gi nao the viec cong chung chuc nhan noi bao bo me may sach phep nghi hoc tap hang thue dien nuoc nha xe bat dau tu'.split(' '));
