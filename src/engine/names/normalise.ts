import { foldLatin } from '#engine/identifiers/index.ts';

/** What was repaired on the way, as reason codes. A disguise (look-alike, zero-width) tells of intent, a styled font alone does not. */
export type Repair = 'look-alike' | 'styled-letters' | 'zero-width' | 'decorated' | 'unicode-form' | 'encoding';

export interface CleanText {
  readonly text: string;
  readonly repairs: ReadonlySet<Repair>;
  /** UTF-16 places of the given text per place of `text` (one more at the end); null where both are the same. */
  readonly from: readonly number[] | null;
  /** Letters drawn like Latin ones, by their place in the given text; a text of nothing else needs no longer list. */
  readonly lookAlikes: readonly LookAlike[];
}
export interface LookAlike { readonly at: number; readonly written: string; readonly instead: string }
const MAX_LOOKALIKES = 64;

/** Longest query that is read; the rest is cut. A display name has some 60 characters, a chat message rarely 1,000. */
export const MAX_QUERY = 2000;
/** Nobody stacks more marks on one letter than Vietnamese does (two); the rest is decoration ("Zalgo") and is dropped. */
const MAX_MARKS = 3;

/** Letters drawn like Latin ones that the table of identifiers leaves out: Armenian, Cherokee, Coptic, small capitals, Latin with hooks. Own list after UTS #39. */
const MORE_LOOKALIKES = new Map(
  ('ɡg ıi ȷj ſs ɭl ɫl ƚl łl ŁL øo ØO ɾr ɼr ɽr ʂs ʐz ȥz ꞓc ȼc ɕc ħh ĦH ŧt ŦT ƀb ɓb ɋq ŋn ɳn ɴn ʏy ɣy ɥu ʉu ꝺd ᶒe ɇe ՈN ՑG ꞬG ՀH ոn օo սu ցg հh զq եt ձd ոn ՕO ՍU ՏS ԼL Ꭺa Ꭼe Ꮋh Ꮮl Ꮇm Ꮲp Ꭲt Ꮩv Ꮃw Ꮓz Ᏼb Ꮯc Ꭰd Ꮐg Ꭻj Ꮶk Ꮪs Ꮢr Ꮍy ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ǫq ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ɑa ɓb ɗd ɖd ɛe ɠg ɦh ɨi ɩi ƙk ɱm ɲn ƞn ŋn ɵo ƥp ƭt ʋv ʈt ɐa ǝe ɯm ʇt ʌv ʎy ⲟo ⲣp ⲥc ⲁa ⲛn ℮e ∂d ϲc ϹC ωw μu пn лn дd уy иu гr чh ьb νv χx ρp σo δd λl').split(' ').map((pair) => {
    const [from = '', to = ''] = pair;
    return [from, to] as const;
  }),
);

const SIMPLE = /^[A-Za-z0-9 .,'\-()À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]*$/;
const STYLED = /[\u{1d400}-\u{1d7ff}\u{ff21}-\u{ff5a}\u{24b6}-\u{24e9}\u{1f110}-\u{1f189}\u{2070}-\u{209f}\u{2100}-\u{214f}\u{1d00}-\u{1dbf}]/u;
/** Squared and negative circled capitals have no compatibility mapping. */
const BLOCKS: readonly (readonly [number, number])[] = [[0x1f150, 0x1f169], [0x1f170, 0x1f189]];

/** Any text → Latin letters in composed form, digits, punctuation and spaces, and what had to be repaired. Reads at most 2,000 characters. */
export function cleanText(raw: string): CleanText {
  const cut = raw.length > MAX_QUERY ? raw.slice(0, MAX_QUERY) : raw;
  if (SIMPLE.test(cut)) return { text: cut, repairs: NONE, from: null, lookAlikes: [] };
  const seen: Seen = { repairs: new Set(), lookAlikes: [], at: 0 };
  let text = '';
  const from: number[] = [];
  for (let at = 0; at < cut.length;) {
    seen.at = at;
    const { letters, length } = clusterAt(cut, at, seen);
    // A mark that an invisible letter had parted from its own.
    const joined = /^\p{M}/u.test(letters) && text !== '' ? (text.slice(-1) + letters).normalize('NFC') : null;
    if (joined !== null) { text = text.slice(0, -1); from.length -= 1; }
    const start = joined === null ? at : Math.max(0, at - 1);
    for (const unit of (joined ?? letters).split('')) { from.push(start); text += unit; }
    at += length;
  }
  from.push(cut.length);
  return { text, repairs: seen.repairs, from, lookAlikes: seen.lookAlikes };
}

/** Place of `text` → place of the text that was given. */
export const placeIn = (clean: CleanText, at: number): number => clean.from?.[at] ?? at;

interface Seen { readonly repairs: Set<Repair>; readonly lookAlikes: LookAlike[]; at: number }
const NONE: ReadonlySet<Repair> = new Set();
const MARK = /\p{M}/u;

/** One letter with its marks, cleaned; `length` is what it took of the text. */
function clusterAt(text: string, at: number, seen: Seen): { letters: string; length: number } {
  const damaged = damagedAt(text, at);
  if (damaged) { seen.repairs.add('encoding'); return damaged; }
  const first = String.fromCodePoint(text.codePointAt(at) ?? 0);
  let end = at + first.length;
  while (end < text.length && MARK.test(text.charAt(end))) end += 1;
  if (end === at + 1 && SIMPLE.test(first)) return { letters: first, length: 1 };
  const cluster = text.slice(at, end);
  const composed = cluster.normalize('NFC');
  if (composed !== cluster) seen.repairs.add('unicode-form');
  let letters = '';
  let marks = 0;
  for (const c of composed) {
    if (SIMPLE.test(c)) letters += c;
    // Behind a sign that is dropped or blank ("✔" with its variation selector) there is nothing to mark.
    else if (SELECTOR.test(c) || (MARK.test(c) && letters === ' ')) continue;
    else if (MARK.test(c) && !INVISIBLE_MARK.test(c)) { marks += 1; if (marks <= MAX_MARKS) letters += c; }
    else letters += cleanCharacter(c, seen);
  }
  return { letters: letters.normalize('NFC'), length: end - at };
}

/** What Windows-1252 shows for the bytes 0x80–0x9F. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
function byteOf(c: string): number {
  const code = c.charCodeAt(0);
  return code < 0x100 ? code : WINDOWS.includes(c) ? 0x80 + WINDOWS.indexOf(c) : -1;
}

/** UTF-8 read as Latin-1, as broken mail and text messages show it: "á»…" is "ễ". Only what gives a Latin letter or a mark is taken back. */
function damagedAt(text: string, at: number): { letters: string; length: number } | null {
  const lead = byteOf(text.charAt(at));
  const length = lead >= 0xc3 && lead <= 0xdf ? 2 : lead === 0xe1 ? 3 : 0;
  if (length === 0 || at + length > text.length) return null;
  const rest = text.slice(at + 1, at + length).split('').map(byteOf);
  if (rest.length !== length - 1 || rest.some((b) => b < 0x80 || b > 0xbf)) return null;
  const letter = String.fromCodePoint(rest.reduce((code, b) => (code << 6) | (b & 0x3f), lead & (length === 2 ? 0x1f : 0x0f)));
  return /^[\p{Script=Latin}\p{M}]$/u.test(letter) ? { letters: letter, length } : null;
}

/** They choose between drawings of one sign and come with every emoji. */
const SELECTOR = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;
/** Marks that are not drawn. */
const INVISIBLE_MARK = /[\u034f\u17b4\u17b5]/u;

function lookAlike(c: string, letter: string, seen: Seen): string {
  seen.repairs.add('look-alike');
  if (seen.lookAlikes.length < MAX_LOOKALIKES) seen.lookAlikes.push({ at: seen.at, written: c, instead: letter });
  return letter;
}

function cleanCharacter(c: string, seen: Seen): string {
  const { repairs } = seen;
  if (/[\u{e0000}-\u{e007f}]/u.test(c)) return '';
  if (/(?:\p{Cf}|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0)/u.test(c)) { repairs.add('zero-width'); return ''; }
  const letter = MORE_LOOKALIKES.get(c);
  if (letter) return lookAlike(c, letter, seen);
  // The italic h has its place elsewhere (ℎ); fonts made by counting put it on this unassigned point.
  if (c === '\u{1d455}') { repairs.add('styled-letters'); return 'h'; }
  const block = blockLetter(c);
  if (block) { repairs.add('styled-letters'); return block; }
  if (/\s/u.test(c)) return c === '\n' ? '\n' : ' ';
  if (/[\p{L}\p{N}]/u.test(c) || STYLED.test(c)) return cleanLetter(c, seen);
  if (/\p{P}/u.test(c)) return asciiPunctuation(c);
  if (c === '$' || c === '|' || c === '+' || c === '=') return c;
  repairs.add('decorated');
  return ' ';
}

function cleanLetter(c: string, seen: Seen): string {
  const { repairs } = seen;
  const compatible = c.normalize('NFKC');
  if (/^[\p{Script=Latin}\d]+$/u.test(compatible)) {
    if (compatible !== c || STYLED.test(c)) repairs.add('styled-letters');
    return compatible;
  }
  const direct = foldLatin(compatible);
  // Some capitals are known only by their small letter.
  const folded = /^[a-z]+$/.test(direct) ? direct : foldLatin(compatible.toLowerCase());
  if (/^[a-z]+$/.test(folded)) {
    const letter = compatible === compatible.toLowerCase() ? folded : folded.toUpperCase();
    if (compatible === c) return lookAlike(c, letter, seen);
    repairs.add('styled-letters');
    return letter;
  }
  return /\p{L}/u.test(compatible) ? '' : ' ';
}

function blockLetter(c: string): string | null {
  const code = c.codePointAt(0) ?? 0;
  const block = BLOCKS.find(([from, to]) => code >= from && code <= to);
  return block ? String.fromCharCode(65 + code - block[0]) : null;
}

function asciiPunctuation(c: string): string {
  if (/\p{Pd}/u.test(c)) return '-';
  if (/[\p{Ps}\p{Pi}]/u.test(c)) return '(';
  if (/[\p{Pe}\p{Pf}]/u.test(c)) return ')';
  return '@#*_&/!?:;"%'.includes(c) ? c : ' ';
}
