/**
 * One Vietnamese syllable, written one way. Two forms are kept of each word: `fold` (a–z, what a bank prints) and `toned` (letters with their
 * quality marks, then the tone as a digit), so that "Hoà" and "Hòa" are one form while "Hùng" and "Hưng" stay two.
 */
export interface Syllable {
  readonly fold: string;
  readonly toned: string;
  /** Carries a tone or a letter mark, so it says more than its fold. */
  readonly isMarked: boolean;
}

/** Longest Vietnamese syllable has 7 letters ("nghiêng"); longer words are kept for joined names and foreign ones, then cut. */
export const MAX_WORD = 48;

const TONES: Readonly<Record<string, string>> = { '\u0300': '2', '\u0301': '1', '\u0303': '4', '\u0309': '3', '\u0323': '5' };
/** Breve, circumflex, horn: they make another letter, not another tone. */
const QUALITY: Readonly<Record<string, string>> = { '\u0302': '^', '\u0306': '(', '\u031b': '+' };
const PLAIN = /^[a-z]+$/;

/** `word` is one word of Latin letters in any Unicode form and case. Letters that are not Latin are left out. */
export function syllableOf(word: string): Syllable {
  const lower = (word.length > MAX_WORD ? word.slice(0, MAX_WORD) : word).toLowerCase();
  if (PLAIN.test(lower)) return { fold: lower, toned: `${lower}0`, isMarked: false };
  let fold = '';
  let letters = '';
  let tone = '0';
  for (const c of lower.normalize('NFD')) {
    if (c >= 'a' && c <= 'z') { fold += c; letters += c; }
    else if (c === 'đ') { fold += 'd'; letters += 'd-'; }
    else if (TONES[c]) tone = TONES[c];
    else if (QUALITY[c]) letters += QUALITY[c];
  }
  return { fold, toned: letters + tone, isMarked: tone !== '0' || letters !== fold };
}

/** How two spellings with one fold differ. */
export type MarkRelation = 'same' | 'bare' | 'tone' | 'letter';

/** `asked` is what the query says, `registered` what the register says; both have the same fold. "bare" = the query leaves the marks out. */
export function compareMarks(asked: string, registered: string): MarkRelation {
  if (asked === registered) return 'same';
  const askedLetters = asked.slice(0, -1);
  const registeredLetters = registered.slice(0, -1);
  const isToneOut = asked.endsWith('0');
  const isLettersOut = /^[a-z]+$/.test(askedLetters);
  if (isToneOut && isLettersOut) return 'bare';
  if (askedLetters === registeredLetters) return isToneOut ? 'bare' : 'tone';
  // Half-marked ("Trân" for "Trần", "Nguyên" for "Nguyễn", "Vù" for "Vũ"): leaving out is not contradicting.
  if (isLettersOut && asked.at(-1) === registered.at(-1)) return 'bare';
  return isLettersOut ? 'tone' : 'letter';
}
