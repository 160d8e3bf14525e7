import { placeIn, type CleanText } from './normalise.ts';
import { phraseAt } from './titles.ts';
import type { Word } from './words.ts';

/** A unit's name goes on behind its head ("Sở Giáo dục và Đào tạo"), at most so far. */
const MAX_UNIT = 8;
const MAX_CONTEXT = 6;
/** Words before a name that say nothing of its bearer. */
const CONNECTING = new Set(['va', 'cho', 'cua', 'voi', 'la', 'gui', 'kinh gui', 'stk', 'ctk', 'tk', 'ten', 'ho ten', 'chu tk', 'chu tai khoan', 'tai khoan', 'nguoi nhan', 'nguoi gui']);
const isSaying = (words: readonly Word[], from: number, to: number): boolean => !CONNECTING.has(words.slice(from, to).map((w) => w.syllable.fold).join(' '));

/** Titles, positions and units that stand directly before or behind the name `words[first…last]`, as written in the given text. */
export function contextOf(words: readonly Word[], first: number, last: number, clean: CleanText, raw: string): string[] {
  const isMarked = words.some((w) => w.syllable.isMarked);
  const slice = (from: number, to: number): string => raw.slice(placeIn(clean, words[from]?.start ?? 0), placeIn(clean, words[to - 1]?.end ?? 0)).trim();
  const before: string[] = [];
  let end = first;
  for (let reach = MAX_CONTEXT; reach >= 1 && end > 0 && before.length < MAX_CONTEXT;) {
    const at = end - reach;
    const found = at < 0 ? null : phraseAt(words, at, isMarked);
    if (found?.length === reach && isSaying(words, at, end)) { before.unshift(slice(at, end)); end = at; reach = MAX_CONTEXT; } else reach -= 1;
  }
  const behind: string[] = [];
  for (let at = last + 1; at < words.length && behind.length < MAX_CONTEXT;) {
    const found = phraseAt(words, at, isMarked);
    if (!found || !isSaying(words, at, at + found.length)) break;
    let to = at + found.length;
    if (found.roles.includes('unit') || words[to - 1]?.syllable.fold === 'so') to = endOfUnit(words, at, to);
    behind.push(slice(at, to));
    at = to;
  }
  return [...before, ...behind];
}

/** Up to the last capital word that the name of the unit reaches: "Sở Giáo dục và Đào tạo gặp" ends in "Đào tạo". */
function endOfUnit(words: readonly Word[], from: number, to: number): number {
  let end = to;
  for (let at = to; at < words.length && at - from < MAX_UNIT && !words[at]?.isBreak; at += 1) {
    // "Đào tạo": the second word of a pair is written small.
    if (PLACES.has(words[at]?.syllable.fold ?? '') && at === end) end = at + 1;
    if (words[at]?.isCapital) end = words[at + 1]?.isBreak === false && !words[at + 1]?.isCapital && at + 1 - from < MAX_UNIT && isPairBehind(words, at) ? at + 2 : at + 1;
  }
  return end;
}

/** "Công an tỉnh" */
const PLACES = new Set(['tinh', 'huyen', 'xa', 'phuong', 'quan', 'thi', 'thanh']);
const PAIRS = new Set(['y te', 'xay dung', 'tai chinh', 'giao duc', 'dao tao', 'noi vu', 'tu phap', 'cong thuong', 'khoa hoc', 'cong nghe', 'nong nghiep', 'moi truong', 'van hoa', 'the thao', 'du lich', 'dan toc', 'ton giao', 'ngoai vu', 'thanh tra', 'cong an']);
const isPairBehind = (words: readonly Word[], at: number): boolean => PAIRS.has(`${words[at]?.syllable.fold ?? ''} ${words[at + 1]?.syllable.fold ?? ''}`);
