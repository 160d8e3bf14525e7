/** Letters of the second author's variations: marks, keyboards, look-alikes, sounds, a reader's damage. */
import { type Dice, pick } from './people-second.ts';

export const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
export const INVISIBLE: readonly string[] = ['\u200b', '\u200c', '\u2060', '\ufeff', '\u00ad', '\u200e'];
const table = (from: string, to: string): Readonly<Record<string, string>> => Object.fromEntries([...from].map((letter, at) => [letter, [...to][at] ?? letter]));
export const LOOKALIKES = {
  cyrillic: table('aceopxyiTHAOCPEBMK', 'асеорхуіТНАОСРЕВМК'),
  latin: table('aoguninhlT', 'ɑοɡսոıոһӏΤ'),
} as const;
const shift = (upperBase: number, lowerBase: number) => (text: string): string => [...text].map((letter) => {
  const code = letter.codePointAt(0) ?? 0;
  return code >= 65 && code <= 90 ? String.fromCodePoint(upperBase + code - 65) : code >= 97 && code <= 122 ? String.fromCodePoint(lowerBase + code - 97) : letter;
}).join('');
const SMALL_CAPS = table('abcdefghijklmnopqrstuvwxyz', 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡxʏᴢ');
export const STYLES: readonly ((text: string) => string)[] = [
  shift(0x1d400, 0x1d41a), shift(0x1d5d4, 0x1d5ee), shift(0x1d4d0, 0x1d4ea), shift(0xff21, 0xff41), shift(0x1d670, 0x1d68a), shift(0x24b6, 0x24d0),
  (text) => [...text.toLowerCase()].map((letter) => SMALL_CAPS[letter] ?? letter).join(''),
];
/** Youth spelling ("teencode"): ph→f, qu→w, i→j, g→q at the end, c→k. */
export const TEENCODE = (text: string): string => text.replace(/Ph/g, 'F').replace(/ph/g, 'f').replace(/Qu/g, 'W').replace(/(?<=[a-z])i/g, 'j').replace(/ng\b/g, 'nq').replace(/\bC(?!h)/g, 'K');

const TONES: Readonly<Record<string, readonly [string, string]>> = { '\u0301': ['s', '1'], '\u0300': ['f', '2'], '\u0309': ['r', '3'], '\u0303': ['x', '4'], '\u0323': ['j', '5'] };
const SHAPES: Readonly<Record<string, readonly [string, string]>> = { 'â': ['aa', 'a6'], 'ê': ['ee', 'e6'], 'ô': ['oo', 'o6'], 'ơ': ['ow', 'o7'], 'ư': ['uw', 'u7'], 'ă': ['aw', 'a8'], 'đ': ['dd', 'd9'] };
function typed(text: string, way: 0 | 1): string {
  return text.split(' ').map((syllable) => {
    let tone = '';
    const bare = syllable.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, (mark) => { tone = TONES[mark]?.[way] ?? ''; return ''; }).normalize('NFC');
    const letters = [...bare].map((letter) => { const made = SHAPES[letter.toLowerCase()]?.[way]; return made === undefined ? letter : letter === letter.toLowerCase() ? made : made.slice(0, 1).toUpperCase() + made.slice(1); });
    return letters.join('') + tone;
  }).join(' ');
}
export const toTelex = (text: string): string => typed(text, 0);
export const toVni = (text: string): string => typed(text, 1);

const PLACES: readonly (readonly [string, string])[] = [['òa', 'oà'], ['óa', 'oá'], ['ỏa', 'oả'], ['õa', 'oã'], ['ọa', 'oạ'], ['òe', 'oè'], ['óe', 'oé'], ['ùy', 'uỳ'], ['úy', 'uý'], ['ủy', 'uỷ'], ['ụy', 'uỵ']];
/** hòa ↔ hoà: the other school of placing the tone. */
export function withTone(syllable: string): string | undefined {
  if (/^qu/iu.test(withoutMarks(syllable))) return undefined;
  const pair = PLACES.find(([old, now]) => syllable.endsWith(old) || syllable.endsWith(now));
  return pair && (syllable.endsWith(pair[0]) ? syllable.slice(0, -2) + pair[1] : syllable.slice(0, -2) + pair[0]);
}

const HEADS: readonly (readonly [string, string])[] = [['L', 'N'], ['N', 'L'], ['Tr', 'Ch'], ['Ch', 'Tr'], ['S', 'X'], ['X', 'S'], ['V', 'D'], ['Gi', 'D'], ['D', 'V'], ['Qu', 'W'], ['Hu', 'Qu']];
const TAILS: readonly (readonly [RegExp, string])[] = [[/ng$/u, 'n'], [/(?<![oô])n$/u, 'ng'], [/t$/u, 'c'], [/c$/u, 't'], [/nh$/u, 'n'], [/iê(?=[mnp]$)/u, 'i'], [/ươu$/u, 'ưu']];
/** How a sound of the region is heard and written down: n for l, ch for tr, -n for -ng. */
export function regionalSound(syllable: string, roll: Dice): string | undefined {
  const made: string[] = [];
  for (const [from, to] of HEADS) if (syllable.startsWith(from) && !(from === 'N' && /^(?:Ng|Nh)/u.test(syllable)) && syllable.length > from.length + 1) made.push(to + syllable.slice(from.length));
  for (const [from, to] of TAILS) if (from.test(syllable) && syllable.length > 2) made.push(syllable.replace(from, to));
  return made.length === 0 ? undefined : pick(roll, made);
}

const READ_WRONG: readonly (readonly [RegExp, string])[] = [[/m/u, 'rn'], [/rn/u, 'm'], [/l/u, '1'], [/O/u, '0'], [/o/u, '0'], [/I/u, 'l'], [/ễ/u, 'ê'], [/ế/u, 'é'], [/ữ/u, 'ũ'], [/ư/u, 'u'], [/ă/u, 'ã'], [/ả/u, 'à'], [/h/u, 'b'], [/u/u, 'ú'], [/Đ/u, 'D'], [/g/u, 'q'], [/ị/u, 'i'], [/S/u, '5'], [/B/u, '8']];
/** One or two letters as a bad reader of pictures returns them. */
export function ocrDamage(text: string, roll: Dice): string {
  let made = text.normalize('NFC');
  const times = roll() < 0.6 ? 1 : 2;
  for (let at = 0; at < times; at++) {
    const rules = READ_WRONG.filter(([form]) => form.test(made));
    if (rules.length === 0) break;
    const [form, to] = pick(roll, rules);
    made = made.replace(form, to);
  }
  return made;
}
