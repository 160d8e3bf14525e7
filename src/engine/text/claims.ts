import type { Folded } from './fold.ts';
import type { Found } from './found.ts';
import { SURNAMES } from './names.data.ts';
import type { Word, Words } from './words.ts';

/** Who the sender says he is: "anh Hùng giám đốc đây", "tôi là Nguyễn Văn A", "chú Thắng bí thư …". The addressee ("anh Hùng ơi") is nobody's claim. */

const TITLES = new Set('anh chi chu bac co di cau mo thim ong ba thay em toi minh sep dong chi o tui tao to chau con ban'.split(' '));
const CALLED = new Set(['oi', 'a', 'ah', 'ak', 'nhi', 'u', 'ha']);
/** After these the person is somebody else: "chào anh Hùng", "theo chị Lan". */
const ABOUT_OTHERS = new Set('chao gui cho cua voi gap hoi nho theo tu goi kinh bao ten giao tim dua rang thay'.split(' '));
const PLACE_BEFORE_HERE = new Set('o tai vao qua den toi len xuong ve ra sang gan quanh'.split(' '));
/** Words that follow a title in speech and are no names, for text without capitals. */
const NO_NAME = new Set(`dang da vua moi se can nho co khong la day o di ve len ra vao qua cho gui chuyen muon vay tra noi bao goi nhan thay biet nghe ket ban hop cung van con het quen mat bi duoc dinh thi ma nay kia do ay oi nhe nha a em anh chi chu bac minh toi ta nguoi nao gi sao the roi lai luon ngay gap giup ho dum gium nua cam xin moi lam an uong mua ban chua dung hay nen phai nhung va voi cua trong ngoai tren duoi sau truoc mai hom toi chieu sang trua lien chut ti it nhieu qua lam hoi tinh hien gan xa may dien thoai so tk stk tai khoan tien truong pho giam chu bi thu ke toan phong ban so co quan don vi khoe ranh tien muon hai ba bon nam tam ca deu tu cu khoan doi doi ghe dua nhin tham luc neu vi nen thi sep ck con xai day ne giao ship shipper hang nop lay mo dat cam`.split(' '));

export function findClaimedName(words: Words, folded: Folded, original: string): Found | null {
  const hasCapitals = /[A-Z][a-z]/.test(folded.cased);
  const isCapital = (word: Word): boolean => { const c = folded.cased.charAt(word.start); return c !== c.toLowerCase(); };
  for (let i = 0; i < words.list.length; i += 1) {
    const name = nameAt(words, folded, i, hasCapitals && words.isMarked, isCapital);
    if (!name || !isSender(words, i, name)) continue;
    const start = words.list[name.from]?.start ?? 0;
    const end = words.list[name.to - 1]?.end ?? start;
    return { type: 'claimed_name', value: written(folded, original, start, end), start, end };
  }
  return null;
}

function written(folded: Folded, original: string, start: number, end: number): string {
  return original.slice(folded.starts[start] ?? 0, folded.ends[end - 1] ?? 0).normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Title and one to four name words after it; "đ/c" arrives as "d c". */
function nameAt(words: Words, folded: Folded, at: number, needsCapital: boolean, isCapital: (w: Word) => boolean): { from: number; to: number } | null {
  const title = words.list[at];
  if (!title) return null;
  let from = at + 1;
  if (title.plain === 'd' && words.list[from]?.plain === 'c') from += 1;
  else if (title.plain === 'dong' && words.list[from]?.plain === 'chi') from += 1;
  else if (title.plain === 'la' || (title.plain === 'ten' && words.list[from]?.plain !== 'la')) { if (words.list[from]?.plain && TITLES.has(words.list[from]?.plain ?? '')) from += 1; }
  else if (!TITLES.has(title.plain) && title.plain !== '#role' && title.plain !== '#post') return null;
  let to = from;
  while (to - from < 5) {
    const word = words.list[to];
    if (!word || word.plain.startsWith('#') || /\d/.test(word.plain) || (to > from && (word.gap !== 0 || isInitials(folded, words, to))) || word.gap === 2) break;
    if (needsCapital || isCapital(word) ? !isCapital(word) : NO_NAME.has(word.plain) || word.plain.length < 2) break;
    to += 1;
  }
  if (to === from || (!needsCapital && to - from > 1 && !SURNAMES.has(words.list[from]?.plain ?? ''))) return to === from ? null : { from, to: from + 1 };
  return { from, to };
}

/** "Thạc PA05", "Nam UBND": after a name in capitals and small letters, a word of capitals only or glued to digits is an office's short form. */
function isInitials(folded: Folded, words: Words, at: number): boolean {
  const word = words.list[at];
  const first = words.list[at - 1];
  if (!word || !first) return false;
  const own = folded.cased.slice(word.start, word.end);
  return /\d/.test(folded.cased.charAt(word.end)) || (own.length > 1 && own === own.toUpperCase() && /[a-z]/.test(folded.cased.slice(first.start, first.end)));
}

function isSender(words: Words, at: number, name: { from: number; to: number }): boolean {
  const list = words.list;
  const next = list[name.to];
  const before = at > 0 && list[at]?.gap !== 2 ? list[at - 1]?.plain : undefined;
  if (next && next.gap === 0 && CALLED.has(next.plain)) return false;
  const title = list[at]?.plain ?? '';
  if (title === 'la' || title === 'ten') return before !== undefined && /^(?:toi|minh|em|anh|chi|chu|bac|co|thay|tao|tui|to|chau|con|o|ten)$/.test(before) && isFullOrTitled(words, name);
  if (hereFollows(words, name.to)) return true;
  if (before !== undefined && (ABOUT_OTHERS.has(before) || before === 'la')) return before === 'la' && isAfterSelf(words, at - 1) || before === 'cua' && isChannelOf(words, at - 1);
  // "Chú Thắng bí thư, cháu chuyển giúp chú…": office beside the name, at the beginning, and the title comes back as the one to be helped.
  const isOffice = next !== undefined && next.gap < 2 && (/^#(?:role|post|clerk)$/.test(next.plain));
  return isOffice && (list[at]?.gap === 2) && asksForSelf(words, name.to, title) && !CALLED.has(list[name.to + 1]?.plain ?? '');
}

function isFullOrTitled(words: Words, name: { from: number; to: number }): boolean {
  return name.to - name.from >= 2 || /^#(?:role|post|clerk)$/.test(words.list[name.to]?.plain ?? '') || words.list[name.to]?.gap !== 0 || ['o', 'ben', 'phong', 'lop', 'ban', 'so', 'day'].includes(words.list[name.to]?.plain ?? '');
}

/** "… đây / nè" within five words, not "ở đây" and not across a sentence. */
function hereFollows(words: Words, from: number): boolean {
  for (let i = from; i < Math.min(from + 6, words.list.length); i += 1) {
    const word = words.list[i];
    if (!word || word.gap === 2 || CALLED.has(word.plain)) return false;
    if (word.plain === 'day' && !/^(?:dạy|dậy|dày|day)$/.test(word.marked) && !PLACE_BEFORE_HERE.has(words.list[i - 1]?.plain ?? '')) return true;
  }
  return false;
}

function isAfterSelf(words: Words, la: number): boolean {
  return /^(?:toi|minh|em|day|tao|tui|to|chau|con|ten)$/.test(words.list[la - 1]?.plain ?? '');
}

/** "đây là Zalo mới của anh Hùng". */
function isChannelOf(words: Words, cua: number): boolean {
  const before = words.list.slice(Math.max(0, cua - 5), cua).map((w) => w.plain).join(' ');
  return /(?:so|zalo|facebook|nick|tk|sdt|moi|nay|day)$/.test(before) && /(?:day|luu|ket|moi)/.test(before);
}

function asksForSelf(words: Words, from: number, title: string): boolean {
  for (let i = from; i + 1 < words.list.length && i < from + 60; i += 1) {
    const word = words.list[i]?.plain ?? '';
    if (/^(?:giup|ho|cho|dum|nho)$/.test(word) && words.list[i + 1]?.plain === title) return true;
  }
  return false;
}
