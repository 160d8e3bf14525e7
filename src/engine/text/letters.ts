/** One character at a time: what is drawn like a Latin letter becomes that letter. Own small table, because general ones damage Vietnamese or miss these. */

/** Cyrillic and Greek look-alikes (UTS #39 confusables, the subset that forms ASCII letters), small capitals, and letters that NFD does not take apart. */
const PAIRS = 'аa вb сc ԁd еe ёe һh іi їi јj кk ӏl мm нh оo рp ԛq гr ѕs тt уy ѵv ԝw хx үy зz АA ВB СC ЕE НH ІI ЈJ КK МM ОO РP ЅS ТT УY ХX ԜW ҮY αa βb εe ηn ιi κk νv οo ρp τt υu χx γy ωw ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ıi łl øo đd ĐD ðd ÐD ƉD ɖd ɡg ɑa ⅼl ᴀA ʙB ᴄC ᴅD ᴇE ꜰF ɢG ʜH ɪI ᴊJ ᴋK ʟL ᴍM ɴN ᴏO ᴘP ʀR ꜱS ᴛT ᴜU ᴠV ᴡW ʏY ᴢZ';
const LOOKALIKES = new Map(PAIRS.split(' ').map((pair) => { const [from = '', to = ''] = pair; return [from, to] as const; }));

/** White and black squared and circled capitals have no compatibility mapping: 🅐 🅰. */
function enclosed(code: number): string | null {
  if (code >= 0x1f150 && code <= 0x1f169) return String.fromCharCode(65 + code - 0x1f150);
  if (code >= 0x1f170 && code <= 0x1f189) return String.fromCharCode(65 + code - 0x1f170);
  return null;
}

/** Most messages use a few hundred characters; the bound keeps a hostile text of all Unicode from filling memory. */
const CACHE_LIMIT = 4096;
const cache = new Map<number, string>();

/** What one code point contributes to folded text, case kept: '' for marks and invisible characters, otherwise one or more characters. */
export function foldCodePoint(code: number): string {
  if (code < 0x80) return code < 0x20 && code !== 0x0a && code !== 0x09 ? (code === 0x0d ? '\n' : ' ') : String.fromCharCode(code);
  const known = cache.get(code);
  if (known !== undefined) return known;
  const folded = foldUncached(code);
  if (cache.size < CACHE_LIMIT) cache.set(code, folded);
  return folded;
}

function foldUncached(code: number): string {
  const square = enclosed(code);
  if (square) return square;
  let out = '';
  for (const c of String.fromCodePoint(code).normalize('NFKC').normalize('NFD')) {
    // Default-ignorable characters (zero-width, soft hyphen, variation selectors, Hangul fillers) are how filters are cheated.
    if (/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(c)) continue;
    out += LOOKALIKES.get(c) ?? (/\s/u.test(c) ? (c === '\n' || c === '\u2028' || c === '\u2029' ? '\n' : ' ') : c);
  }
  return out;
}

/** A mark belongs to the letter before it; an invisible character belongs to nothing. */
export function isMark(code: number): boolean {
  return code >= 0x300 && /\p{M}/u.test(String.fromCodePoint(code));
}

/** Lower case without ever changing the length: "İ" would become two units and shift every offset after it. */
export function lowerKeepingLength(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  let out = '';
  for (const c of text) { const l = c.toLowerCase(); out += l.length === c.length ? l : c; }
  return out;
}

/** Marks, đ, look-alikes, styled and full-width letters and invisible characters removed; case and everything else kept. No repair of words or digits. */
export function foldPlain(text: string): string {
  let out = '';
  for (const c of text) out += foldCodePoint(c.codePointAt(0) ?? 0);
  return out;
}
