import type { Found, Taken } from './found.ts';
import type { Written } from './times.ts';

/** Amounts in words: "hai mươi lăm triệu", "một trăm năm mươi triệu", "tám chục triệu", "nửa tỷ", "ba triệu rưỡi". Text is folded. */

const DIGITS: Readonly<Record<string, number>> = { mot: 1, hai: 2, ba: 3, bon: 4, tu: 4, nam: 5, lam: 5, nham: 5, sau: 6, bay: 7, tam: 8, chin: 9, };
const WORD = '(?:mot|hai|ba|bon|tu|nam|lam|nham|sau|bay|tam|chin|muoi|chuc|tram|linh|le|ruoi|nua|khong)';
/** "bốn ngân hàng", "một tỷ lệ" count something else. */
const UNIT = '(?:trieu|tr|cu|nghin|ngan(?! ?hang)|ty(?! le)|ti(?! (?:le|vi|nua|xiu|teo))|chai)';
const PHRASE = new RegExp(`(?<![a-z])((?:${WORD} ){1,7})(${UNIT})(?![a-z])(?: (ruoi|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin)(?: (?:tram)(?: (?:nghin|ngan))?)?(?![a-z]))?(?: (?:dong|vnd))?`, 'g');
const RATES: Readonly<Record<string, number>> = { trieu: 1e6, tr: 1e6, cu: 1e6, chai: 1e6, nghin: 1e3, ngan: 1e3, ty: 1e9, ti: 1e9 };
const AFTER_TAIL = /^ (?:lan|nguoi|ngay|thang|gio|phut|nam|anh|chi|em|bo|chau|con|ban|me)(?![a-z])/;

export function findMoneyInWords(text: string, written: Written, taken: Taken): Found[] {
  const out: Found[] = [];
  for (const m of text.matchAll(PHRASE)) {
    if (m[2] === 'ti' && isALittle(written.of(m.index, m.index + m[0].length))) continue;
    const rate = RATES[m[2] ?? ''] ?? 0;
    const head = (m[1] ?? '').trim().split(' ');
    const from = firstNumberWord(head);
    const count = from < 0 ? null : countOf(head.slice(from));
    if (count === null || count === 0) continue;
    const start = m.index + head.slice(0, from).reduce((n, w) => n + w.length + 1, 0);
    const whole = m.index + m[0].length;
    const tail = m[3];
    const isTail = tail !== undefined && (tail === 'ruoi' || /tram/.test(m[0].slice(m[0].indexOf(m[2] ?? ''))) || rate >= 1e6 && !AFTER_TAIL.test(text.slice(whole, whole + 8)) && isEnd(text, whole));
    const end = tail !== undefined && !isTail ? m.index + (m[1] ?? '').length + (m[2] ?? '').length : whole;
    const share = !isTail ? 0 : tail === 'ruoi' ? 0.5 : (DIGITS[tail] ?? 0) / 10;
    if (taken.has(start, end)) continue;
    taken.add(start, end);
    out.push({ type: 'money', value: Math.round((count + share) * rate), start, end });
  }
  return out;
}

/** "chờ anh một tí": a moment, not a thousand million. Without marks "mot ti" is one, because people ask for a moment every day. */
const isALittle = (written: string): boolean => /t[íị]/.test(written.normalize('NFC').toLowerCase()) || /mot ti/i.test(written);

/** "ba triệu hai" ends there; in "ba triệu hai bên cùng góp" the word after belongs to what follows. */
const isEnd = (text: string, at: number): boolean => at >= text.length || /^\s*(?:[.,;:!?)\n]|$|nhe|nha|cho|vao|duoc|qua|tien|nua|di)/.test(text.slice(at, at + 8));

/** "anh ba năm triệu": leading words that form no number are dropped until the rest does. */
function firstNumberWord(words: readonly string[]): number {
  for (let i = 0; i < words.length; i += 1) if (countOf(words.slice(i)) !== null) return i;
  return -1;
}

/** A number below 1,000 in words; null when the words are none ("hai ba": two or three). */
function countOf(words: readonly string[]): number | null {
  if (words.length === 1 && words[0] === 'nua') return 0.5;
  let total = 0;
  let last = -1;
  for (const word of words) {
    if (word === 'tram') { if (last < 0) return null; total = total - last + last * 100; last = -1; continue; }
    if (word === 'chuc' || word === 'muoi') {
      if (last > 9) return null;
      if (last < 0) { total += 10; last = -2; } else { total = total - last + last * 10; last = -2; }
      continue;
    }
    if (word === 'linh' || word === 'le') { last = -1; continue; }
    if (word === 'ruoi') { if (last !== -2 && last !== -1) return null; total += last === -2 ? 5 : 50; last = -1; continue; }
    const digit = DIGITS[word];
    if (digit === undefined || last >= 0) return null;
    // "hai mươi lăm": after tens the digit adds; "lăm" and "nhăm" exist only there.
    if ((word === 'lam' || word === 'nham') && last !== -2) return null;
    total += digit;
    last = digit;
  }
  return words.length === 1 && (words[0] === 'linh' || words[0] === 'le' || words[0] === 'tram') ? null : total || null;
}
