/**
 * How a name is really written elsewhere – the second author's list, made without sight of the first (variations.ts). It only measures:
 * nothing in src/engine/names may be fitted to it. Classes come from how Vietnamese people type, how banks print, how accounts are dressed.
 */
import { INVISIBLE, LOOKALIKES, STYLES, TEENCODE, ocrDamage, regionalSound, toTelex, toVni, withoutMarks, withTone } from './letters-second.ts';
import { type Dice, type Person, pick } from './people-second.ts';

export type Surface = 'facebook' | 'zalo' | 'bank' | 'chat' | 'letter';
export interface Variation { readonly name: string; readonly surface: Surface; readonly make: (person: Person, roll: Dice) => string | undefined }

const parts = (name: string): string[] => name.split(' ');
const given = (name: string): string => parts(name).at(-1) ?? name;
const surname = (name: string): string => parts(name)[0] ?? name;
const upper = (name: string): string => withoutMarks(name).toUpperCase();
const lower = (name: string): string => withoutMarks(name).toLowerCase();
const joined = (name: string): string => lower(name).replace(/[^a-z]/g, '');
const onLetter = (text: string, roll: Dice, change: (letter: string) => string | undefined): string | undefined => {
  const places = [...text].map((letter, at) => ({ letter, at })).filter(({ letter }) => change(letter) !== undefined);
  if (places.length === 0) return undefined;
  const { letter, at } = pick(roll, places);
  return [...text].map((kept, index) => (index === at ? change(letter) ?? kept : kept)).join('');
};
const onSyllable = (name: string, roll: Dice, change: (syllable: string) => string | undefined): string | undefined => {
  const list = parts(name), places = list.map((_, at) => at).filter((at) => { const made = change(list[at] ?? ''); return made !== undefined && made !== list[at]; });
  if (places.length === 0) return undefined;
  const at = pick(roll, places);
  return list.map((kept, index) => (index === at ? change(kept) ?? kept : kept)).join(' ');
};
const swapDoublet = (name: string, roll: Dice): string | undefined => onSyllable(name, roll, (syllable) => {
  const pair = DOUBLETS.find(([left, right]) => syllable === left || syllable === right);
  return pair === undefined ? undefined : pair[0] === syllable ? pair[1] : pair[0];
});
const DOUBLETS: readonly (readonly [string, string])[] = [
  ['Hoàng', 'Huỳnh'], ['Vũ', 'Võ'], ['Phúc', 'Phước'], ['Nhân', 'Nhơn'], ['Bảo', 'Bửu'], ['Chính', 'Chánh'], ['Cảnh', 'Kiểng'], ['Sinh', 'Sanh'], ['Tính', 'Tánh'], ['Hợp', 'Hiệp'],
  ['Thịnh', 'Thạnh'], ['Cương', 'Cang'], ['Nhật', 'Nhựt'], ['Nghĩa', 'Ngãi'], ['Trường', 'Tràng'], ['Định', 'Đính'], ['Lợi', 'Lại'], ['Đường', 'Đàng'], ['Hồng', 'Hường'], ['Minh', 'Miêng'], ['Thái', 'Thới'], ['Đức', 'Đước'], ['Long', 'Luông'], ['Dũng', 'Dõng'],
];
const IY: readonly (readonly [RegExp, string])[] = [[/y$/u, 'i'], [/ý$/u, 'í'], [/ỳ$/u, 'ì'], [/ỹ$/u, 'ĩ'], [/(?<!u)i$/u, 'y'], [/(?<!u)í$/u, 'ý'], [/ĩ$/u, 'ỹ']];
const iy = (syllable: string): string | undefined => { const rule = IY.find(([form]) => form.test(syllable) && !/(?:ay|ây|uy|ai|oi|ơi|ôi|ui|ưi)$/iu.test(withoutMarks(syllable))); return rule && syllable.replace(rule[0], rule[1]); };
const NEIGHBOURS: Readonly<Record<string, string>> = { a: 's', s: 'd', d: 'f', g: 'h', h: 'j', n: 'm', m: 'n', i: 'o', o: 'p', u: 'y', t: 'r', r: 'e', e: 'w', c: 'v', v: 'b', l: 'k', p: 'o', b: 'n' };
const swapTwo = (word: string, roll: Dice): string => { const at = 1 + Math.floor(roll() * Math.max(1, word.length - 2)); return word.slice(0, at) + word.slice(at + 1, at + 2) + word.slice(at, at + 1) + word.slice(at + 2); };
const SHORT_UNIT: Readonly<Record<string, string>> = { 'Giám đốc': 'GĐ', 'Phó Giám đốc': 'PGĐ', 'Chủ tịch': 'CT', 'Phó Chủ tịch': 'PCT', 'Bí thư': 'BT', 'Trưởng phòng': 'TP', 'Chánh Văn phòng': 'CVP', 'Hiệu trưởng': 'HT' };
const sayPost = ({ position }: Person): string => SHORT_UNIT[position] ?? position;
const year = (roll: Dice): string => String(1966 + Math.floor(roll() * 32));
const encodingDamage = (text: string): string => [...new TextEncoder().encode(text)].map((byte) => String.fromCharCode(byte)).join('');
const strip = (name: string, roll: Dice): string => parts(name).map((syllable) => (roll() < 0.5 ? withoutMarks(syllable) : syllable)).join(' ');
const v = (name: string, surface: Surface, make: Variation['make']): Variation => ({ name, surface, make });

const WHOLE: readonly Variation[] = [
  v('exact', 'letter', ({ name }) => name),
  v('capitals', 'letter', ({ name }) => name.toUpperCase()),
  v('bank-plain', 'bank', ({ name }) => upper(name)),
  v('no-marks', 'zalo', ({ name }) => withoutMarks(name)),
  v('lower-no-marks', 'chat', ({ name }) => lower(name)),
  v('some-marks-lost', 'facebook', ({ name }, roll) => { const made = strip(name, roll); return made === name ? undefined : made; }),
  v('unicode-nfd', 'facebook', ({ name }) => name.normalize('NFD')),
  v('tone-place', 'zalo', ({ name }, roll) => onSyllable(name, roll, withTone)),
  v('alternating-case', 'facebook', ({ name }) => [...name].map((letter, at) => (at % 2 === 0 ? letter.toLowerCase() : letter.toUpperCase())).join('')),
  v('mojibake', 'letter', ({ name }) => { const made = encodingDamage(name.normalize('NFC')); return made === name ? undefined : made; }),
  v('question-marks', 'letter', ({ name }) => { const made = name.normalize('NFC').replace(/[\u0100-\u1fff]/gu, '?'); return made === name ? undefined : made; }),
];
const DISGUISED: readonly Variation[] = [
  v('zero-width', 'facebook', ({ name }, roll) => { const at = 1 + Math.floor(roll() * (name.length - 1)); return name.slice(0, at) + pick(roll, INVISIBLE) + name.slice(at); }),
  v('cyrillic-one', 'facebook', ({ name }, roll) => onLetter(name, roll, (letter) => LOOKALIKES.cyrillic[letter])),
  v('cyrillic-many', 'facebook', ({ name }) => { const made = [...name].map((letter) => LOOKALIKES.cyrillic[letter] ?? letter).join(''); return made === name ? undefined : made; }),
  v('latin-lookalike', 'zalo', ({ name }, roll) => onLetter(name, roll, (letter) => LOOKALIKES.latin[letter])),
  v('styled-letters', 'facebook', ({ name }, roll) => pick(roll, STYLES)(withoutMarks(name))),
  v('struck-through', 'facebook', ({ name }) => [...name].map((letter) => (letter === ' ' ? letter : letter + '\u0336')).join('')),
  v('spaced-letters', 'facebook', ({ name }) => parts(name).map((syllable) => [...syllable].join(' ')).join('   ')),
  v('dotted-letters', 'zalo', ({ name }) => parts(lower(name)).map((syllable) => [...syllable].join('.')).join(' ')),
  v('leet', 'facebook', ({ name }, roll) => onSyllable(withoutMarks(name), roll, (syllable) => { const made = syllable.replace(/o/gi, '0').replace(/i/g, '1').replace(/e/g, '3'); return made === syllable ? undefined : made; })),
  v('teencode', 'facebook', ({ name }) => { const made = TEENCODE(withoutMarks(name)); return made === withoutMarks(name) ? undefined : made; }),
  v('stretched', 'facebook', ({ name }, roll) => onSyllable(name, roll, (syllable) => syllable + (syllable.at(-1) ?? '').repeat(2 + Math.floor(roll() * 3)))),
  v('decorated', 'facebook', ({ name }, roll) => { const [left, right] = pick(roll, [['🌸 ', ' 🌸'], ['꧁', '꧂'], ['★彡 ', ' 彡★'], ['♥', '♥'], ['【', '】'], ['✔️ ', ' ✅'], ['~.', '.~']]); return `${left}${name}${right}`; }),
  v('hearts-between', 'facebook', ({ name }, roll) => parts(name).join(pick(roll, ['♥', ' | ', '•', '-', '_', '🌿']))),
];
const KEYBOARD: readonly Variation[] = [
  v('telex-raw', 'chat', ({ name }) => { const made = toTelex(name); return made === name ? undefined : made; }),
  v('telex-half', 'chat', ({ name }, roll) => onSyllable(name, roll, (syllable) => { const made = toTelex(syllable); return made === syllable ? undefined : made; })),
  v('vni-raw', 'chat', ({ name }) => { const made = toVni(name); return made === name ? undefined : made; }),
  v('letters-swapped', 'chat', ({ name }, roll) => onSyllable(name, roll, (syllable) => (syllable.length < 3 ? undefined : swapTwo(syllable, roll)))),
  v('neighbour-key', 'chat', ({ name }, roll) => onLetter(lower(name), roll, (letter) => NEIGHBOURS[letter])),
  v('letter-missing', 'chat', ({ name }, roll) => onSyllable(withoutMarks(name), roll, (syllable) => { const at = 1 + Math.floor(roll() * (syllable.length - 1)); return syllable.length < 4 ? undefined : syllable.slice(0, at) + syllable.slice(at + 1); })),
  v('hoi-nga', 'chat', ({ name }, roll) => onSyllable(name, roll, (syllable) => { const nfd = syllable.normalize('NFD'); return nfd.includes('\u0309') ? nfd.replace('\u0309', '\u0303').normalize('NFC') : nfd.includes('\u0303') ? nfd.replace('\u0303', '\u0309').normalize('NFC') : undefined; })),
  v('ocr-damage', 'letter', ({ name }, roll) => { const made = ocrDamage(name, roll); return made === name ? undefined : made; }),
];
const HANDLES: readonly Variation[] = [
  v('joined-lower', 'facebook', ({ name }) => joined(name)),
  v('joined-capitals', 'zalo', ({ name }) => withoutMarks(parts(name).join(''))),
  v('handle-year', 'facebook', ({ name }, roll) => `${joined(name)}${pick(roll, ['', '.', '_'])}${year(roll)}`),
  v('handle-given-first', 'facebook', ({ name }) => [given(name), ...parts(name).slice(0, -1)].map(lower).join('.')),
  v('joined-slip', 'facebook', ({ name }, roll) => swapTwo(joined(name), roll)),
  v('underscored', 'chat', ({ name }) => lower(name).replaceAll(' ', '_')),
];
const SHAPED: readonly Variation[] = [
  v('given-first', 'facebook', ({ name }) => [given(name), ...parts(name).slice(0, -1)].join(' ')),
  v('surname-last', 'facebook', ({ name }) => [...parts(name).slice(1), surname(name)].join(' ')),
  v('reversed', 'letter', ({ name }) => parts(name).toReversed().join(' ')),
  v('western-comma', 'letter', ({ name }) => (parts(name).length < 3 ? undefined : `${withoutMarks(surname(name))}, ${withoutMarks(given(name))} ${withoutMarks(parts(name).slice(1, -1).join(' '))}`)),
  v('western-initial', 'letter', ({ name }) => (parts(name).length < 3 ? undefined : `${withoutMarks(given(name))} ${withoutMarks(parts(name)[1] ?? '').slice(0, 1)}. ${withoutMarks(surname(name))}`)),
  v('middle-left-out', 'facebook', ({ name }) => (parts(name).length < 3 ? undefined : `${surname(name)} ${given(name)}`)),
  v('one-middle-of-two', 'zalo', ({ name }, roll) => { const list = parts(name); if (list.length < 4) return undefined; const gone = 1 + Math.floor(roll() * (list.length - 2)); return list.filter((_, at) => at !== gone).join(' '); }),
  v('given-surname', 'facebook', ({ name }) => (parts(name).length < 3 ? undefined : `${given(name)} ${surname(name)}`)),
  v('surname-left-out', 'zalo', ({ name }) => (parts(name).length < 3 ? undefined : parts(name).slice(1).join(' '))),
  v('middle-added', 'facebook', ({ name }, roll) => (parts(name).length > 3 ? undefined : [...parts(name).slice(0, -1), pick(roll, ['Anh', 'Minh', 'Bảo', 'Gia', 'Thiên', 'Hoài']), given(name)].join(' '))),
  v('initials-before', 'letter', ({ name }, roll) => { const mark = pick(roll, ['.', '. ', ' ']); return parts(name).slice(0, -1).map((part) => `${part.slice(0, 1)}${mark}`).join('') + (mark === '.' ? ' ' : '') + given(name); }),
  v('surname-short', 'letter', ({ name }) => (name.startsWith('Nguyễn ') ? name.replace('Nguyễn ', 'Ng. ').replace(' Thị ', ' T. ').replace(' Văn ', ' V. ') : undefined)),
  v('nickname-beside', 'zalo', ({ name }, roll) => `${name} (${given(name)} ${pick(roll, ['béo', 'còi', 'đen', 'bi', 'tròn'])})`),
];
const BANKED: readonly Variation[] = [
  v('bank-cut-20', 'bank', ({ name }) => { const made = upper(name); return made.length < 19 ? undefined : made.slice(0, made.length - 2 - (made.length % 3)); }),
  v('bank-cut-word', 'bank', ({ name }) => (parts(name).length < 4 ? undefined : upper(parts(name).slice(0, -1).join(' ')) + ' ' + upper(given(name)).slice(0, 2))),
  v('bank-masked', 'bank', ({ name }) => parts(upper(name)).map((part, at, all) => (at === 0 || at === all.length - 1 ? part : part.slice(0, 1) + '*'.repeat(part.length - 1))).join(' ')),
  v('bank-labelled', 'bank', ({ name }, roll) => `${pick(roll, ['CTK: ', 'TEN TK ', 'CHU TK: ', 'HKD ', 'MR ', 'CHU TAI KHOAN '])}${upper(name)}`),
  v('bank-joined', 'bank', ({ name }) => upper(name).replaceAll(' ', '')),
];
const SPOKEN: readonly Variation[] = [
  v('titled', 'chat', (person, roll) => `${pick(roll, ['Đ/c ', 'đồng chí ', 'Ông ', 'ThS. ', 'TS. ', 'Thượng tá ', 'BS CKII '])}${person.name} - ${sayPost(person)}`),
  v('post-behind', 'zalo', (person) => `${person.name} ${sayPost(person)} ${person.unit}`),
  v('given-post', 'zalo', (person, roll) => `${pick(roll, ['anh', 'sếp', 'chị', 'Đ/c'])} ${given(person.name)} ${sayPost(person)} ${person.unit}`),
  v('introduces', 'chat', (person, roll) => pick(roll, [`Anh ${person.name} đây em, em đang ở cơ quan không`, `Chào em, tôi là ${person.name}, ${person.position} ${person.unit}`, `A là ${person.name} đây, zalo mới của anh nhé`])),
  v('introduces-no-marks', 'chat', ({ name }, roll) => pick(roll, [`anh ${lower(name)} day, em co o co quan khong`, `toi la ${lower(name)} so moi cua toi`, `e oi a ${lower(name)} day luu so nay nhe`])),
  v('holder-in-message', 'chat', ({ name }, roll) => pick(roll, [`em chuyển vào stk 0999123456 MB ${upper(name)} giúp anh`, `Số tài khoản 0999 000 111, chủ tài khoản ${upper(name)}, nội dung: tạm ứng`])),
  v('second-of-two', 'chat', ({ name }, roll) => `Sáng nay ${pick(roll, ['chị Lò Thị Xoan', 'anh Quách Đại Oai', 'cô Tống Kiều Diễm'])} có gặp ông ${name} ở hội trường`),
];
export const SECOND_VARIATIONS: readonly Variation[] = [
  ...WHOLE, ...DISGUISED, ...KEYBOARD, ...HANDLES, ...SHAPED, ...BANKED, ...SPOKEN,
  v('regional-sound', 'chat', ({ name }, roll) => onSyllable(name, roll, (syllable) => regionalSound(syllable, roll))),
  v('regional-word', 'letter', ({ name }, roll) => swapDoublet(name, roll)),
  v('i-or-y', 'zalo', ({ name }, roll) => onSyllable(name, roll, iy)),
  v('no-marks-given-first', 'facebook', ({ name }) => withoutMarks([given(name), ...parts(name).slice(0, -1)].join(' '))),
  v('cyrillic-short', 'facebook', ({ name }, roll) => (parts(name).length < 3 ? undefined : onLetter(`${given(name)} ${surname(name)}`, roll, (letter) => LOOKALIKES.cyrillic[letter]))),
];
