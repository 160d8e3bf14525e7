import type { Found, Taken } from './found.ts';

/** Times and deadlines, value as written: "8h30 tối nay", "trước 17h" (→ "17h"), "16h00 ngày 25/3", "15 phút", "sáng mai", "thứ Hai". Folded text, with or without marks. */

const CLOCK = '(?:[01]?\\d|2[0-4]) ?(?:h(?: ?[0-5]\\d)?(?:p|ph)?|gio(?: (?:ruoi|kem \\d{1,2}|[0-5]?\\d))?(?: phut)?)(?![a-z0-9])|(?:[01]?\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d)?(?!\\d)';
const PART = '(?:dau gio |cuoi gio |cuoi |dau )?(?:sang|trua|chieu|toi|khuya|dem)';
const DAY = '(?:hom nay|nay|hqua|ngay mai|mai|hom sau|ngay mot|mot|kia|ni)';
const DATE = '(?:ngay )?\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?(?!\\d|[.,/-]\\d)|ngay \\d{1,2}(?: thang \\d{1,2}(?: nam \\d{4})?)?(?!\\d|[.,/]\\d)';
const WEEKDAY = '(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]|chu nhat|cn)';
const SPAN = '\\d{1,3} ?(?:phut|ph|p|gio|tieng|ngay|tuan|thang)(?![a-z]| \\d)';
const rx = (source: string): RegExp => new RegExp(`(?<![a-z0-9./:-])(?:${source})(?![a-z0-9])`, 'g');

const RULES: readonly RegExp[] = [
  rx(`(?:${CLOCK}) den (?:${CLOCK})`),
  rx(`(?:${PART} )?(?:${WEEKDAY})(?: tuan (?:nay|sau|toi))?(?: (?:${CLOCK}))?`),
  rx(`(?:${CLOCK})(?: (?:${PART}))?(?: ${DAY})?(?: ?,? ?(?:${WEEKDAY} )?\\(?(?:${DATE}))?`),
  rx(`${PART} ${DAY}`),
  rx('(?:(?:dau|cuoi) )?(?:tuan|thang) (?:nay|sau|toi)|cuoi tuan|dau tuan'),
  rx('(?:dau|cuoi) (?:gio )?(?:sang|chieu|buoi)'),
  rx('ngay mai|sang mai|chieu mai|toi mai|trua mai|hom nay|bua nay|toi ni|chieu ni|sang ni|trua ni|ngay kia|bua ni'),
  rx(DATE),
  rx(SPAN),
  rx('thang (?:1[0-2]|[1-9])'),
];

/** The given text of a folded range, and whether the writer types marks at all. */
export interface Written { readonly of: (start: number, end: number) => string; readonly isMarked: boolean }

export function findTimes(text: string, written: Written, taken: Taken): Found[] {
  const out: Found[] = [];
  const add = (start: number, end: number): void => {
    if (taken.has(start, end)) return;
    taken.add(start, end);
    out.push({ type: 'time', value: written.of(start, end), start, end });
  };
  for (const rule of RULES) for (const m of text.matchAll(rule)) {
    const trimmed = m[0].trim();
    // "ngày 25/3" alone is the date; after a clock the whole is one time ("16h00 ngày 25/3").
    const start = m.index + m[0].indexOf(trimmed);
    const skip = /^ngay \d{1,2}[/.-]/.test(trimmed) ? 5 : 0;
    if (isTime(trimmed, text, start, written)) add(start + skip, start + trimmed.length);
  }
  barePart(text, written, add);
  return out;
}

function isTime(raw: string, text: string, start: number, written: Written): boolean {
  const before = text.slice(Math.max(0, start - 14), start);
  // A month or a day merely named ("lương tháng 4") is no deadline.
  if (/^(?:thang |hom nay$|bua nay$)/.test(raw)) return /(?:truoc|trong|han|cuoi|dau|het|den|noi|vao|luong) $/.test(before) && !raw.startsWith('thang nay');
  // Numbers of papers, rooms and meals: "công văn 12/3", "số 15/2024", "phí 30 ngày".
  if (/^\d{1,2} ?[/.-]/.test(raw) && /(?:\bso|cong van|qd|nghi dinh|hd|luat|khoa|\bto|lop|can ho|phong|thua)[: ]?$/.test(before) && !/(?:ngay|truoc|han|den|toi|hom|luc|vao|sang|chieu|thu)[: ]?$/.test(before)) return /\/\d{4}$/.test(raw);
  if (/^\d{1,2} ?[.-] ?\d{1,2}$/.test(raw)) return /(?:ngay|truoc|han|den|hom|vao)[: ]?$/.test(before);
  const date = /^(?:ngay )?(\d{1,2}) ?[/.-] ?(\d{1,2})(?: ?[/.-] ?\d{2,4})?$/.exec(raw);
  if (date && (Number(date[1]) > 31 || Number(date[2]) > 12 || date[1] === '0')) return false;
  if (/^t[2-7]$|^cn$/.test(raw)) return /(?:thu|chieu|sang|toi|truoc|den|ngay) $/.test(before);
  if (/^\d{1,3} ?p$/.test(raw)) return true;
  // "tư", "sáu", "bảy": weekday only with "thứ" itself, not "thư" or "thử".
  if (raw.startsWith('thu ')) return !written.isMarked || written.of(start, start + raw.length).toLowerCase().normalize('NFC').startsWith('thứ ');
  return true;
}

/** "chiều anh trả", "tối a tl", "mai e gửi": a part of the day alone, right before who does what. Marks decide where there are any. */
const BARE = /(?<![a-z0-9])(sang|trua|chieu|toi|mai|dem)(?= (?:anh|a|chi|c|em|e|chu|co|bac|sep|minh|m|tao|t|tui|thay|con|chau|ve|vk|vo|ck|chong|ong|me|ba|b|di|nay) (?:[a-z]+ )?(?:tra|gui|chuyen|ck|hoan|dua|thanh toan|bank|goi|ve|rut|co|qua|lay|tl|boi|bu|goi)(?![a-z]))/g;
const ONE_WORD: Readonly<Record<string, string>> = { sang: 'sáng', trua: 'trưa', chieu: 'chiều', toi: 'tối', mai: 'mai', dem: 'đêm' };

function barePart(text: string, written: Written, add: (start: number, end: number) => void): void {
  for (const m of text.matchAll(BARE)) {
    const end = m.index + m[0].length;
    const word = written.of(m.index, end).toLowerCase().normalize('NFC');
    if (word === ONE_WORD[m[0]] || (word === m[0] && !/(?:cho|cua|voi|la) $/.test(text.slice(Math.max(0, m.index - 4), m.index)))) add(m.index, end);
  }
}
