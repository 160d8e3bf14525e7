import { isKin } from './kinship.ts';
import { cleanText } from './normalise.ts';
import { isFirm } from './titles.ts';
import { wordsOf } from './words.ts';

export type HolderRelation = 'equal' | 'near' | 'different';

const MAX_WORDS = 10;
/** Banks cut names at some 20 to 30 characters; a shorter one was not cut. */
const MIN_CUT = 8;

const foldsOf = (text: string): string[] => wordsOf(cleanText(text.slice(0, 200)).text).words.map((w) => w.syllable.fold).filter(Boolean).slice(0, MAX_WORDS);

/**
 * How the name that a bank shows for an account relates to an official's full name. Near is what a bought or renamed account looks like: one letter other,
 * a middle name more or less, cut off by the bank. A firm or body is never near: its account is not one under the official's name.
 */
export function sameHolder(holderName: string, fullName: string): HolderRelation {
  const holder = foldsOf(holderName);
  const name = foldsOf(fullName);
  if (holder.length === 0 || name.length === 0 || isFirm(holder)) return 'different';
  if (isSameWords(holder, name) || holder.join('') === name.join('')) return 'equal';
  if (holder.length === 1 || name.length === 1) return isNearWord(holder.join(''), name.join('')) ? 'near' : 'different';
  if (holder.length === name.length) return slips(holder, name) <= 1 || isTurnedSlip(holder, name) ? 'near' : isCut(holder, name) ? 'near' : 'different';
  if (Math.abs(holder.length - name.length) === 1 && isOneMiddleMore(holder, name)) return 'near';
  return isCut(holder, name) || isNearWord(holder.join(''), name.join('')) ? 'near' : 'different';
}

function isSameWords(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  const rest = [...b];
  return a.every((w) => { const at = rest.indexOf(w); if (at < 0) return false; rest.splice(at, 1); return true; });
}

/** Words that differ, each by one slip; Infinity when one is another word altogether. */
function slips(a: readonly string[], b: readonly string[]): number {
  let n = 0;
  for (const [k, word] of a.entries()) {
    const other = b[k] ?? '';
    if (word === other) continue;
    if (!isKin(word, other)) return Infinity;
    n += 1;
  }
  return n;
}

/** Surname last, and one slip. */
const isTurnedSlip = (a: readonly string[], b: readonly string[]): boolean => slips([...a.slice(-1), ...a.slice(0, -1)], b) <= 1 || slips([...a.slice(1), ...a.slice(0, 1)], b) <= 1;

/** Same surname and given name, one middle name more or less. */
function isOneMiddleMore(a: readonly string[], b: readonly string[]): boolean {
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  if (short.length < 2) return false;
  for (let k = 1; k < long.length - 1; k += 1) if (isSameWords([...long.slice(0, k), ...long.slice(k + 1)], short)) return true;
  return false;
}

/** The bank's name is the beginning of the official's, long enough to have been cut. */
function isCut(holder: readonly string[], name: readonly string[]): boolean {
  const shown = holder.join(' ');
  const whole = name.join(' ');
  return shown.length >= MIN_CUT && shown.length < whole.length && holder.length >= 2 && holder.length >= name.length - 1 && whole.startsWith(shown);
}

const isNearWord = (a: string, b: string): boolean => a.length >= 5 && isKin(a, b);
