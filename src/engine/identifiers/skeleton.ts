/** Folding for identifiers: what looks alike becomes one. Own small table: general ones strip Vietnamese marks from words or miss these. */

/** Cyrillic, Greek, Armenian and small-capital letters that are drawn like Latin ones (UTS #39 confusables, the subset that forms ASCII letters), and letters that NFD does not take apart. */
const PAIRS = [
  'аa вb сc ԁd еe ёe һh іi їi јj кk ӏl мm нh оo рp ԛq гr ѕs тt уy ѵv ԝw хx үy ҮY зz ԍg пn лn иu АA ВB СC ЕE НH ІI ЈJ КK МM ОO РP ЅS ТT УY ХX ԜW ғf өo ѡw',
  'αa βb εe ηn ιi κk νv οo ρp τt υu χx γy ωw ϲc ϳj σo ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX',
  'օo ոn սu հh ցg ԛq ӕa ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz',
  'ıi ɩi ɨi łl ƚl øo ɵo đd ɖd ɗd ĐD ƌd ɡg ɓb ƀb ƃb ƙk ɑa ⅼl ħh ŧt ƭt ɱm ŋn ɲn ƒf ʋv ɯw ʐz ƶz ǀl ∣l',
].join(' ');
const LOOKALIKES = new Map(PAIRS.split(' ').map((pair) => { const [from = '', to = ''] = pair; return [from, to] as const; }));

/** Folded, lower case, Latin: marks, look-alikes, styled and full-width letters removed; zero-width characters dropped. Digits stay digits. */
export function foldLatin(text: string): string {
  // Nearly all hosts and names are plain already.
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  let out = '';
  for (const c of text.normalize('NFKC').normalize('NFD')) {
    if (!/[\p{M}\p{Cf}]/u.test(c)) out += (LOOKALIKES.get(c) ?? c).toLowerCase();
  }
  return out;
}

/** Also joins digits with the letters they imitate, and letter pairs with the one they are drawn like, for comparing domains: 0 and o, 1, i and l, 3 and e, rn and m, cl and d. */
export function skeleton(text: string): string {
  return foldLatin(text).replace(/0/g, 'o').replace(/3/g, 'e').replace(/4/g, 'a').replace(/5/g, 's').replace(/rn/g, 'm').replace(/vv/g, 'w').replace(/c[l1|i]/g, 'd').replace(/[1|!i]/g, 'l');
}

/** Letters that people and OCR put for digits; callers use it only on runs that are digits otherwise. */
export function repairDigits(text: string): string {
  return text.replace(/[oOоОοΟ]/g, '0').replace(/[lI|іІ]/g, '1');
}

/** Damerau-Levenshtein distance (optimal string alignment), given up beyond `limit`. Inputs are short names; longer ones count as different. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || a.length > 64 || b.length > 64) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    if (Math.min(...row) > limit) return limit + 1;
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? limit + 1;
}
