/**
 * Letters in numbers and digits in words, put there by OCR or to cheat filters. A run is repaired only as the kind it already is: "883O119922" is a
 * number, "kh0ng" a word, "Vietcombank" neither. One character in, one out, so offsets stay.
 */

/** What may follow a number and makes it an amount: "lO triệu", "1Otr", "2O k". */
const UNIT = /^[ ]?(?:tr(?:ieu|iệu)?|trieu|k|cu|ty|ti|nghin|ngan|d|dong|vnd|vnđ)(?![a-z])/i;
const TOKEN = /[A-Za-z0-9|]+/g;

export function repair(text: string): string {
  if (!/[A-Za-z|]/.test(text)) return text;
  let out = '';
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    const token = match[0];
    if (token.length > 40) continue;
    const fixed = repairToken(token, text, match.index);
    if (fixed !== token) { out += text.slice(from, match.index) + fixed; from = match.index + token.length; }
  }
  return from === 0 ? text : out + text.slice(from);
}

function repairToken(token: string, text: string, at: number): string {
  const hasDigit = /\d/.test(token);
  const isNumberLike = /^[0-9oOlI|]+$/.test(token);
  if (isNumberLike && /[oOlI|]/.test(token)) return isNumber(token, hasDigit, text, at) ? toDigits(token) : hasDigit ? toLetters(token) : token;
  if (!hasDigit) return /^[A-Z]+l[A-Z]*$|^l[A-Z]{2,}$/.test(token) || /^[A-Z]{2,}l$/.test(token) ? token.replaceAll('l', 'I') : /^[lI]O+(?:tr|k|trieu)$/.test(token) ? toDigits(token.slice(0, 2)) + token.slice(2) : token;
  const amount = /^([0-9oOlI]*\d[0-9oOlI]*|[lI]O+)(tr|trieu|k|cu|ty|d|vnd|h)(\d*)$/i.exec(token);
  if (amount) return toDigits(amount[1] ?? '') + token.slice((amount[1] ?? '').length);
  return toLetters(token);
}

/** Is a run of digits and O, l, I a number? Long runs are; short ones need a unit or another group of digits beside them. */
function isNumber(token: string, hasDigit: boolean, text: string, at: number): boolean {
  const after = text.slice(at + token.length, at + token.length + 8);
  const before = text.slice(Math.max(0, at - 4), at);
  const isGroup = /\d[.,]$/.test(before) || /^[.,][0-9oOlI]{3}(?![A-Za-z])/.test(after) && hasDigit;
  if (!hasDigit) return /^[lI][oO]+$/.test(token) && token !== 'lo' && token !== 'Io' ? UNIT.test(after) : token.length === 3 && /^[oO]+$/.test(token) && /[0-9oO][.,]$/.test(before);
  const letters = token.replace(/\d/g, '').length;
  if (token.length >= 6) return letters * 2 <= token.length;
  if (isGroup || UNIT.test(after)) return true;
  if (/\d{3}[ .-]$/.test(before) || /^[ .-]\d{3}/.test(after)) return letters * 2 <= token.length;
  return /^[0-9O]+$/.test(token) && letters < token.length && token.length > 1 && /^\d/.test(token);
}

const toDigits = (token: string): string => token.replace(/[oO]/g, '0').replace(/[lI|]/g, '1');

/** Single 0 and 1 inside a word: "kh0ng", "B1DV", "h0". Any other digit, or two together, and it is a code ("PA05", "D15G", "T10"). */
function toLetters(token: string): string {
  if (/[2-9|]/.test(token) || /\d\d/.test(token) || !/^[A-Za-z]/.test(token) || token.length > 20) return token;
  const upper = /^[A-Z01]+$/.test(token);
  return token.replace(/0/g, upper ? 'O' : 'o').replace(/(?<=[A-Za-z])1(?=[A-Za-z])/g, upper ? 'I' : 'i');
}
