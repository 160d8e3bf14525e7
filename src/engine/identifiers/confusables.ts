/** Help for whoever reads an account, code or link from paper or a screen and types it again: which characters are easily taken for others, and how to name them aloud. */
export interface Confusable {
  /** UTF-16 position in the string that was given. */
  readonly index: number;
  readonly char: string;
  readonly name: { readonly vi: string; readonly en: string };
}

const NAMES: Readonly<Record<string, Confusable['name']>> = {
  '0': { vi: 'số 0', en: 'digit 0' }, O: { vi: 'chữ O hoa', en: 'capital letter O' }, o: { vi: 'chữ o thường', en: 'small letter o' },
  '1': { vi: 'số 1', en: 'digit 1' }, l: { vi: 'chữ l thường (lờ)', en: 'small letter l' }, I: { vi: 'chữ I hoa (i)', en: 'capital letter I' }, '|': { vi: 'dấu gạch đứng', en: 'vertical bar' },
  '5': { vi: 'số 5', en: 'digit 5' }, S: { vi: 'chữ S hoa', en: 'capital letter S' }, '8': { vi: 'số 8', en: 'digit 8' }, B: { vi: 'chữ B hoa', en: 'capital letter B' },
  '2': { vi: 'số 2', en: 'digit 2' }, Z: { vi: 'chữ Z hoa', en: 'capital letter Z' },
};
/** Always worth naming; the others only where their partner stands in the same string, else every account would be full of notes. */
const MAIN = new Set('0Oo1lI|');
const PARTNER: Readonly<Record<string, string>> = { '5': 'S', S: '5', '8': 'B', B: '8', '2': 'Z', Z: '2' };
const PAIRS: Readonly<Record<string, Confusable['name']>> = {
  rn: { vi: 'chữ r rồi chữ n (không phải m)', en: 'r then n (not m)' }, vv: { vi: 'hai chữ v (không phải w)', en: 'two letters v (not w)' }, cl: { vi: 'chữ c rồi chữ l (không phải d)', en: 'c then l (not d)' },
};
const SCRIPTS: readonly (readonly [RegExp, string, string])[] = [
  [/\p{Script=Cyrillic}/u, 'chữ Kirin, không phải chữ Latinh', 'Cyrillic letter, not Latin'], [/\p{Script=Greek}/u, 'chữ Hy Lạp, không phải chữ Latinh', 'Greek letter, not Latin'],
  [/[\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}]/u, 'chữ nước ngoài, không phải chữ Latinh', 'foreign letter, not Latin'], [/[\uff01-\uff5e\u{1d400}-\u{1d7ff}]/u, 'ký tự kiểu khác, không phải chữ thường dùng', 'styled character, not the plain one'],
];

/** Digits alone (a phone, most accounts) can be mistaken for nothing and give an empty list. At most the first 2048 characters are looked at. */
export function confusablesIn(display: string): Confusable[] {
  const text = display.slice(0, 2048);
  if (!/\p{L}/u.test(text)) return [];
  const hasDigit = /\d/.test(text);
  const out: Confusable[] = [];
  let index = 0;
  for (const char of text) {
    const name = nameOf(char, text, hasDigit);
    const pair = PAIRS[text.slice(index, index + 2)];
    if (name) out.push({ index, char, name });
    else if (pair) out.push({ index, char: text.slice(index, index + 2), name: pair });
    index += char.length;
  }
  return out;
}

function nameOf(char: string, text: string, hasDigit: boolean): Confusable['name'] | undefined {
  if (char > '\u007f') {
    const script = SCRIPTS.find(([pattern]) => pattern.test(char));
    return script && { vi: script[1], en: script[2] };
  }
  // Among letters only "I" and "l" can be mixed up; o and O need a digit beside them.
  if (MAIN.has(char)) return hasDigit || char === 'I' || (char === 'l' && text.includes('I')) || char === '|' ? NAMES[char] : undefined;
  const partner = PARTNER[char];
  return partner && text.includes(partner) ? NAMES[char] : undefined;
}
