import { foldLatin } from '#engine/identifiers/index.ts';

/** What was repaired on the way, as reason codes. A disguise (look-alike, zero-width) tells of intent, a styled font alone does not. */
export type Repair = 'look-alike' | 'styled-letters' | 'zero-width' | 'decorated' | 'unicode-form';

export interface CleanText {
  readonly text: string;
  readonly repairs: ReadonlySet<Repair>;
}

/** Longest query that is read; the rest is cut. A display name has some 60 characters, a chat message rarely 1,000. */
export const MAX_QUERY = 2000;
/** Nobody stacks more marks on one letter than Vietnamese does (two); the rest is decoration ("Zalgo") and is dropped. */
const MAX_MARKS = 3;

/** Letters drawn like Latin ones that the table of identifiers leaves out: Armenian, Cherokee, Coptic, small capitals, Latin with hooks. Own list after UTS #39. */
const MORE_LOOKALIKES = new Map(
  ('ՈN ՑG ꞬG ՀH ոn օo սu ցg հh զq եt ձd ոn ՕO ՍU ՏS ԼL Ꭺa Ꭼe Ꮋh Ꮮl Ꮇm Ꮲp Ꭲt Ꮩv Ꮃw Ꮓz Ᏼb Ꮯc Ꭰd Ꮐg Ꭻj Ꮶk Ꮪs Ꮢr Ꮍy ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ǫq ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ɑa ɓb ɗd ɖd ɛe ɠg ɦh ɨi ɩi ƙk ɱm ɲn ƞn ŋn ɵo ƥp ƭt ʋv ʈt ɐa ǝe ɯm ʇt ʌv ʎy ⲟo ⲣp ⲥc ⲁa ⲛn ℮e ∂d ϲc ϹC ωw μu пn лn дd уy иu гr чh ьb νv χx ρp σo δd λl').split(' ').map((pair) => {
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
  if (SIMPLE.test(cut)) return { text: cut, repairs: new Set() };
  const repairs = new Set<Repair>();
  const composed = cut.normalize('NFC');
  if (composed !== cut) repairs.add('unicode-form');
  let out = '';
  let marks = 0;
  for (const c of composed.replace(/[\u{e0000}-\u{e007f}]/gu, '')) {
    if (SIMPLE.test(c)) { out += c; marks = 0; continue; }
    if (/\p{M}/u.test(c)) { marks += 1; if (marks <= MAX_MARKS) out += c; continue; }
    marks = 0;
    out += cleanCharacter(c, repairs);
  }
  return { text: out.normalize('NFC'), repairs };
}

function cleanCharacter(c: string, repairs: Set<Repair>): string {
  if (/(?:\p{Cf}|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0)/u.test(c)) { repairs.add('zero-width'); return ''; }
  const letter = MORE_LOOKALIKES.get(c);
  if (letter) { repairs.add('look-alike'); return letter; }
  // The italic h has its place elsewhere (ℎ); fonts made by counting put it on this unassigned point.
  if (c === '\u{1d455}') { repairs.add('styled-letters'); return 'h'; }
  const block = blockLetter(c);
  if (block) { repairs.add('styled-letters'); return block; }
  if (/\s/u.test(c)) return c === '\n' ? '\n' : ' ';
  if (/[\p{L}\p{N}]/u.test(c) || STYLED.test(c)) return cleanLetter(c, repairs);
  if (/\p{P}/u.test(c)) return asciiPunctuation(c);
  if (c === '$' || c === '|' || c === '+' || c === '=') return c;
  repairs.add('decorated');
  return ' ';
}

function cleanLetter(c: string, repairs: Set<Repair>): string {
  const compatible = c.normalize('NFKC');
  if (/^[\p{Script=Latin}\d]+$/u.test(compatible)) {
    if (compatible !== c || STYLED.test(c)) repairs.add('styled-letters');
    return compatible;
  }
  const direct = foldLatin(compatible);
  // Some capitals are known only by their small letter.
  const folded = /^[a-z]+$/.test(direct) ? direct : foldLatin(compatible.toLowerCase());
  if (/^[a-z]+$/.test(folded)) {
    repairs.add(compatible === c ? 'look-alike' : 'styled-letters');
    return compatible === compatible.toLowerCase() ? folded : folded.toUpperCase();
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
