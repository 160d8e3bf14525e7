import { syllableOf } from './syllables.ts';

/** What a written word may stand for, with how unlikely that is (nats) and the repair that was made. */
export interface Reading {
  readonly fold: string;
  /** Known only where the writing tells the marks (Telex, VNI, ordinary Vietnamese). */
  readonly toned: string | null;
  readonly cost: number;
  readonly reason: string | null;
}

const TELEX_TONE: Readonly<Record<string, string>> = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' };
const VNI_TONE: Readonly<Record<string, string>> = { 1: '\u0301', 2: '\u0300', 3: '\u0309', 4: '\u0303', 5: '\u0323' };
const LEET: Readonly<Record<string, readonly string[]>> = { 0: ['o'], 1: ['i', 'l'], 2: ['z'], 3: ['e'], 4: ['a'], 5: ['s'], 6: ['g', 'b'], 7: ['t'], 8: ['b'], 9: ['g', 'q'], '@': ['a'], $: ['s'], '!': ['i'] };
const VOWEL = /[aeiouy]/;
const MAX_LEET = 4;

/** All readings of one word, the plain one first. Words are at most 48 characters (`MAX_WORD`). */
export function readingsOf(raw: string): Reading[] {
  const lower = raw.toLowerCase();
  const out: Reading[] = [];
  const plain = syllableOf(lower);
  if (/\d|[@$!]/.test(lower)) {
    const vni = decodeVni(lower);
    if (vni) push(out, vni, 0.5, 'vni');
    for (const word of decodeLeet(lower)) push(out, word, 1.5, 'leet');
    if (plain.fold.length > 1 && /^\D+\d+$/.test(lower)) out.push({ fold: plain.fold, toned: plain.toned, cost: 1, reason: 'number-suffix' });
  } else if (plain.fold !== '') out.push({ fold: plain.fold, toned: plain.toned, cost: 0, reason: null });
  const telex = plain.isMarked ? null : decodeTelex(lower);
  if (telex) push(out, telex, 0.5, 'telex');
  for (const reading of out.slice()) {
    const single = reading.fold.replace(/(.)\1+/g, '$1');
    if (single === reading.fold) continue;
    out.push({ fold: single, toned: collapseToned(reading.toned), cost: reading.cost + 1.5, reason: 'doubled' });
    // "Hữữu" is Hữu, whose u is double by right.
    const double = reading.fold.replace(/(.)\1\1+/g, '$1$1');
    if (double !== reading.fold) out.push({ fold: double, toned: null, cost: reading.cost + 1.5, reason: 'doubled' });
  }
  return out;
}

function push(out: Reading[], word: string, cost: number, reason: string): void {
  const { fold, toned, isMarked } = syllableOf(word);
  if (fold !== '') out.push({ fold, toned: isMarked || reason === 'telex' ? toned : `${fold}0`, cost, reason });
}

const collapseToned = (toned: string | null): string | null => toned && toned.replace(/([a-z][-^(+]?)\1+/g, '$1');

/** Telex typed with the input method off: "Nguyeenx" → "Nguyễn", "Dduwcs" → "Đức". Null when nothing of it is there. */
export function decodeTelex(word: string): string | null {
  if (!/^[a-z]{2,14}$/.test(word) || !VOWEL.test(word)) return null;
  let tone = '';
  let body = '';
  const firstVowel = word.search(VOWEL);
  for (let i = 0; i < word.length; i += 1) {
    const c = word[i] ?? '';
    const mark = TELEX_TONE[c];
    // r, s, x may open a syllable; after its vowel they are tones, except nothing in Vietnamese ends with them.
    if (mark && i > firstVowel) tone = mark;
    else body += c;
  }
  const lettered = body
    .replace(/^d(.*)d/, 'đ$1').replace(/^dd/, 'đ').replace(/uow/, 'ươ').replace(/uwow?/, 'ươ')
    .replace(/a([a-z]*)a/, 'â$1').replace(/e([a-z]*)e/, 'ê$1').replace(/o([a-z]*)o/, 'ô$1')
    .replace(/a([a-z]*)w/, 'ă$1').replace(/o([a-z]*)w/, 'ơ$1').replace(/u([a-z]*)w/, 'ư$1').replace(/w/, 'ư');
  if (lettered === word) return null;
  return placeTone(lettered, tone);
}

/** VNI typed with the input method off: "Nguye64n" → "Nguyễn", "D9u71c" → "Đức". */
export function decodeVni(word: string): string | null {
  if (!/^[a-z][a-z0-9]{1,14}$/.test(word) || !/[a-z]\d/.test(word) || /^[a-z]+\d{3,}$/.test(word) || /0|[^d]9/.test(word) || /\d[a-z]+\d[a-z]+\d[a-z]*\d/.test(word)) return null;
  let tone = '';
  let body = '';
  for (const c of word) {
    const mark = VNI_TONE[c];
    if (mark) tone = mark;
    else if (c === '6') body = markLast(body, /[aeo](?=[a-z]*$)/, '\u0302');
    else if (c === '7') body = markLast(body, /[ou](?=[^ou]*$)/, '\u031b');
    else if (c === '8') body = markLast(body, /a(?=[^a]*$)/, '\u0306');
    else if (c === '9') body = body.replace(/^d/, 'đ');
    else if (c !== '0') body += c;
  }
  return body === '' ? null : placeTone(body, tone);
}

const markLast = (body: string, where: RegExp, mark: string): string => body.replace(where, (c) => (c + mark).normalize('NFC'));

/** Only the syllable's tone counts, not the letter it sits on (`syllableOf` lifts it off again). */
function placeTone(body: string, tone: string): string {
  if (tone === '') return body;
  const at = body.search(/[aeiouyăâêôơư]/);
  return at < 0 ? body : (body.slice(0, at + 1) + tone + body.slice(at + 1)).normalize('NFC');
}

/** Digits and signs for letters. At most four places are tried, so the number of readings stays small. */
export function decodeLeet(word: string): string[] {
  let out = [''];
  let places = 0;
  for (const c of word) {
    const letters = LEET[c];
    if (!letters) { if (/[a-zà-ỹđ]/i.test(c)) out = out.map((o) => o + c); continue; }
    places += 1;
    if (places > MAX_LEET) return [];
    out = out.flatMap((o) => letters.map((l) => o + l)).slice(0, 8);
  }
  return /[a-z]/i.test(word) ? out : [];
}
