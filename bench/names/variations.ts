/** How names come to be written, by the channel they are met on, and innocents who only look alike. Own list; invented people only. */
import { drawName, pick, type Random } from './people.ts';

type Vary = (name: string, random: Random) => string;
const plain = (s: string): string => s.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
const upper = (s: string): string => plain(s).toUpperCase();
const words = (s: string): string[] => s.split(' ');
const swapWord = (s: string, random: Random, change: (w: string) => string): string => {
  const list = words(s);
  const at = Math.floor(random() * list.length);
  return list[at] ? list.with(at, change(list[at])).join(' ') : s;
};
const insideWord = (w: string, random: Random): number => 1 + Math.floor(random() * Math.max(1, w.length - 1));

const TONES = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const TELEX: Readonly<Record<string, string>> = { '\u0300': 'f', '\u0301': 's', '\u0303': 'x', '\u0309': 'r', '\u0323': 'j' };
const VNI: Readonly<Record<string, string>> = { '\u0300': '2', '\u0301': '1', '\u0303': '4', '\u0309': '3', '\u0323': '5', '\u0302': '6', '\u031b': '7', '\u0306': '8' };
function telex(word: string, atEnd: boolean): string {
  let out = '';
  let tone = '';
  for (const c of word.normalize('NFD')) {
    if (TELEX[c]) { if (atEnd) tone = TELEX[c]; else out += TELEX[c]; }
    else if (c === '\u0302') out += out.at(-1)!.toLowerCase();
    else if (c === '\u0306' || c === '\u031b') out += 'w';
    else out += c === 'đ' ? 'dd' : c === 'Đ' ? 'Dd' : c;
  }
  return out + tone;
}
const vni = (word: string): string => [...word.normalize('NFD')].map((c) => VNI[c] ?? (c === 'đ' ? 'd9' : c === 'Đ' ? 'D9' : c)).join('');
const CYRILLIC: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', c: 'с', p: 'р', y: 'у', x: 'х', i: 'і', A: 'А', B: 'В', E: 'Е', H: 'Н', K: 'К', M: 'М', O: 'О', P: 'Р', T: 'Т', N: 'Ν', Y: 'Υ', g: 'ɡ', h: 'һ', u: 'υ' };
const lookalike = (s: string, random: Random): string => [...plain(s)].map((c) => (CYRILLIC[c] && random() < 0.4 ? CYRILLIC[c] : c)).join('');
const FONTS = [0x1d400, 0x1d434, 0x1d468, 0x1d5a0, 0x1d5d4, 0x1d608, 0x1d63c, 0x1d670];
function font(s: string, random: Random): string {
  const base = pick(random, FONTS);
  return [...plain(s)].map((c) => {
    if (base === 0x1d434 && c === 'h') return 'ℎ';
    if (/[A-Z]/.test(c)) return String.fromCodePoint(base + c.charCodeAt(0) - 65);
    return /[a-z]/.test(c) ? String.fromCodePoint(base + 26 + c.charCodeAt(0) - 97) : c;
  }).join('');
}
const SOUNDS: readonly (readonly [RegExp, string])[] = [[/^Tr/, 'Ch'], [/^Ch/, 'Tr'], [/^S/, 'X'], [/^X/, 'S'], [/^V/, 'D'], [/^Gi/, 'D'], [/^L/, 'N'], [/^N(?!g|h)/, 'L'], [/^R/, 'G'], [/ng$/, 'n'], [/n$/, 'ng'], [/c$/, 't'], [/t$/, 'c'], [/nh$/, 'n'], [/^Ph/, 'F'], [/i$/, 'y'], [/y$/, 'i'], [/^Qu/, 'W']];
function soundsLike(s: string, random: Random): string {
  const list = words(s);
  const options = list.flatMap((w, at) => SOUNDS.filter(([from]) => from.test(w)).map(([from, to]) => ({ at, word: w.replace(from, to) })));
  if (options.length === 0) return s;
  const { at, word } = pick(random, options);
  return list.with(at, word).join(' ');
}
const KEYS = 'qwertyuiop asdfghjkl zxcvbnm';
function slip(w: string, random: Random): string {
  const at = insideWord(w, random);
  const kind = random();
  if (kind < 0.3) return w.slice(0, at) + w.slice(at + 1);
  if (kind < 0.5 && at < w.length - 1) return w.slice(0, at) + w[at + 1]! + w[at]! + w.slice(at + 2);
  if (kind < 0.7) return w.slice(0, at) + w[at - 1]!.toLowerCase() + w.slice(at);
  const near = KEYS[Math.max(0, KEYS.indexOf(plain(w[at] ?? 'a').toLowerCase()) + (random() < 0.5 ? 1 : -1))] ?? 'a';
  return w.slice(0, at) + (near === ' ' ? 'a' : near) + w.slice(kind < 0.85 ? at + 1 : at);
}
const LEET: Readonly<Record<string, string>> = { o: '0', i: '1', e: '3', a: '4', s: '5', t: '7', g: '9' };
const BEFORE = ['Đ/c ', 'Ông ', 'bà ', 'GĐ ', 'PGĐ ', 'Chủ tịch ', 'PCT ', 'Thượng tá ', 'Trung tá ', 'Bí thư ', 'anh ', 'chị ', 'Thầy ', 'BS. ', 'Trưởng phòng ', 'đồng chí ', 'Sếp ', 'Chánh Văn phòng ', 'ThS. ', 'Hiệu trưởng '];
const BEHIND = [' - Giám đốc Sở Xây dựng', ' (PCT xã)', ', Trưởng phòng Tư pháp', ' | UBND phường', ' – CA tỉnh', ' GĐ', ' PCT UBND', ' - Sở Y tế', ' (Sở Tài chính)', ' Chi cục Thuế', ' - Quảng Bình', ' official', ' (nick mới)', ', Công an xã'];
const DECOR = ['🌸', '❤️', '™', '✅', '★', '♛', '☘️', '🇻🇳', '꧁', '🏡', '•', '~'];
const MIDDLES = ['Văn', 'Thị', 'Đức', 'Minh', 'Ngọc', 'Thanh', 'Quốc', 'Kim'];
const dropAt = (list: string[], at: number): string => list.filter((_, k) => k !== at).join(' ');
const middleOf = (list: string[], random: Random): number => 1 + Math.floor(random() * (list.length - 2));

export const VARIATIONS: Readonly<Record<string, Vary>> = {
  'as registered': (s) => s,
  'small letters': (s) => s.toLowerCase(),
  'capitals with marks': (s) => s.toUpperCase(),
  'bank print': upper,
  'no marks': plain,
  'some marks lost': (s, r) => words(s).map((w) => (r() < 0.5 ? plain(w) : w)).join(' '),
  'decomposed Unicode': (s) => s.normalize('NFD'),
  'old tone placement': (s) => s.replace(/o([àáảãạ])/g, (_, a: string) => `${`o${a.normalize('NFD').slice(1)}`.normalize('NFC')}a`).replace(/òa/g, 'oà').replace(/úy/g, 'uý').replace(/ùy/g, 'uỳ').replace(/ủy/g, 'uỷ'),
  'wrong tone': (s, r) => swapWord(s, r, (w) => { const d = w.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, ''); const at = d.search(/[aeiouy]/i); return at < 0 ? w : (d.slice(0, at + 1) + pick(r, TONES) + d.slice(at + 1)).normalize('NFC'); }),
  'typed Telex': (s, r) => { const atEnd = r() < 0.6; return words(s).map((w) => telex(w, atEnd)).join(' '); },
  'typed VNI': (s) => words(s).map(vni).join(' '),
  'look-alikes': lookalike,
  'styled font': font,
  'full width': (s) => [...plain(s)].map((c) => (c === ' ' ? ' ' : String.fromCharCode(c.charCodeAt(0) + 0xfee0))).join(''),
  'invisible letters': (s, r) => [...s].map((c) => (r() < 0.3 ? c + pick(r, ['\u200b', '\u200d', '\u2060', '\u00ad', '\ufeff']) : c)).join(''),
  'digits for letters': (s, r) => [...plain(s)].map((c) => (LEET[c] && r() < 0.5 ? LEET[c] : c)).join(''),
  'letters drawn out': (s, r) => swapWord(s, r, (w) => { const at = insideWord(w, r); const c = w[at] ?? w.at(-1) ?? ''; return w.slice(0, at) + c.repeat(1 + Math.ceil(r() * 3)) + w.slice(at + 1); }),
  'slip of the keys': (s, r) => swapWord(s, r, (w) => slip(w, r)),
  'slip without marks': (s, r) => swapWord(plain(s), r, (w) => slip(w, r)),
  'as spoken in a region': soundsLike,
  'title before': (s, r) => pick(r, BEFORE) + s,
  'position behind': (s, r) => (r() < 0.4 ? pick(r, BEFORE) : '') + s + pick(r, BEHIND),
  decorated: (s, r) => `${pick(r, DECOR)} ${s} ${pick(r, DECOR)}`,
  'number behind': (s, r) => `${s}${pick(r, [' ', '', '.', '_'])}${pick(r, ['85', '1990', '79', '2024', '01', '123'])}`,
  'initials before': (s, r) => { const list = words(s); return list.slice(0, -1).map((w) => `${w[0]}.`).join(r() < 0.5 ? '' : ' ') + (r() < 0.5 ? '' : ' ') + list.at(-1)!; },
  'middle initial': (s, r) => { const list = words(s); if (list.length < 3) return s; const at = middleOf(list, r); return list.with(at, `${list[at]![0]}.`).join(' '); },
  'middle left out': (s, r) => { const list = words(s); return list.length < 3 ? s : list.length === 3 || r() < 0.5 ? `${list[0]!} ${list.at(-1)!}` : dropAt(list, middleOf(list, r)); },
  'one of two middles left out': (s, r) => { const list = words(s); return list.length < 4 ? s : dropAt(list, middleOf(list, r)); },
  'middle added': (s, r) => { const list = words(s); return [list[0]!, pick(r, MIDDLES), ...list.slice(1)].join(' '); },
  'surname left out': (s) => { const list = words(s); return list.length < 3 ? s : list.slice(1).join(' '); },
  'given name first': (s, r) => { const list = words(s); return r() < 0.5 ? [list.at(-1)!, ...list.slice(0, -1)].join(' ') : [...list.slice(1), list[0]!].join(' '); },
  'turned round, no marks': (s) => plain(words(s).reverse().join(' ')),
  'given and surname': (s) => { const list = words(s); return `${list.at(-1)!} ${list[0]!}`; },
  'run together': (s, r) => (r() < 0.5 ? upper(s).replace(/ /g, '') : plain(s).toLowerCase().replace(/ /g, pick(r, ['', '.', '_', '']))),
  'letters spaced': (s) => words(s).map((w) => [...w].join(' ')).join('   '),
  'cut off by the bank': (s, r) => upper(s).slice(0, Math.max(8, upper(s).length - 1 - Math.floor(r() * 5))),
  'masked by the bank': (s, r) => { const list = words(upper(s)); const at = list.length > 2 ? middleOf(list, r) : 1; return list.with(at, list[at]![0]! + '*'.repeat(Math.max(1, list[at]!.length - 1))).join(' '); },
  'firm named so': (s, r) => `${pick(r, ['CONG TY TNHH ', 'HKD ', 'DNTN ', 'CTY CP ', 'SHOP '])}${upper(s)}`,
};
/** Two at once, as fraud does: a disguise upon a shortened or slipped name. */
export const SECOND = ['no marks', 'look-alikes', 'title before', 'decorated', 'letters drawn out', 'slip of the keys', 'number behind', 'run together', 'wrong tone', 'digits for letters'];

/** Others: never a name of the register (the caller sees to it). */
export const INNOCENTS: Readonly<Record<string, (registered: string, random: Random) => string>> = {
  'another person': (_, r) => drawName(r),
  'same but the given name': (s, r) => [...words(s).slice(0, -1), words(drawName(r)).at(-1)!].join(' '),
  'same but the surname': (s, r) => [words(drawName(r))[0]!, ...words(s).slice(1)].join(' '),
  'same but a middle name': (s, r) => { const list = words(s); return list.length < 3 ? drawName(r) : list.with(middleOf(list, r), pick(r, MIDDLES)).join(' '); },
  'given name one letter away': (s, r) => [...words(s).slice(0, -1), nearGiven(words(s).at(-1)!, r)].join(' '),
  'shop or page': (s, r) => `${pick(r, ['Shop', 'Quán cơm', 'Nhà thuốc', 'Tiệm vàng', 'Spa', 'Gara', 'Tạp hóa', 'Nội thất', 'Cafe', 'Xưởng mộc'])} ${words(drawName(r)).slice(-2).join(' ')}`,
  foreign: (_, r) => `${pick(r, ['Peter', 'Maria', 'Tom', 'Jenny', 'David', 'Lisa', 'Kim', 'Park', 'Wang', 'Anna'])} ${pick(r, ['Smith', 'Nguyen', 'Brown', 'Lee', 'Li', 'Tran', 'Garcia', 'Chen', 'Park', 'Muller'])}`,
};
const GIVEN_POOL: string[] = [];
function nearGiven(given: string, random: Random): string {
  if (GIVEN_POOL.length === 0) { const r = () => Math.abs(Math.sin(GIVEN_POOL.length * 12.9898) * 43758.5453) % 1; while (GIVEN_POOL.length < 3000) GIVEN_POOL.push(words(drawName(r)).at(-1)!); }
  const near = [...new Set(GIVEN_POOL)].filter((g) => g !== given && (plain(g) === plain(given) || (Math.abs(g.length - given.length) <= 1 && sharedLetters(plain(g), plain(given)) >= Math.max(g.length, given.length) - 1)));
  return near.length > 0 ? pick(random, near) : pick(random, GIVEN_POOL);
}
function sharedLetters(a: string, b: string): number {
  const rest = [...b];
  return [...a].filter((c) => { const at = rest.indexOf(c); if (at < 0) return false; rest.splice(at, 1); return true; }).length;
}
