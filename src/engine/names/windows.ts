import type { Entries } from './entries.ts';
import { KEY, keyOf } from './keys.ts';
import type { Span } from './spans.ts';
import { compareMarks } from './syllables.ts';
import type { Word } from './words.ts';

/** Shorter texts are display names: a registered name inside of one is taken with a penalty for every word left out ("Lê Thanh Nga Vĩnh Linh"). */
const MIN_TEXT = 9;
const MIN_DISPLAY = 4;
const MAX_WINDOW = 6;
const MAX_FOUND = 16;
const LEFT_OUT = 1;
const PIECE = 4;

/**
 * Runs of words that are a registered name, also in small letters. Everyday words are names too ("lễ hoa", "anh văn"), so two words need capitals,
 * and small letters need every mark to fit, or three words in a text that has no marks at all.
 */
export function windowsOf(words: readonly Word[], entries: Entries): Span[] {
  if (words.length < MIN_DISPLAY) return [];
  const isMarkedText = words.some((w) => w.syllable.isMarked);
  const isAllCapitals = words.every((w) => w.isCapital);
  const ids = words.map((w) => entries.vocabulary.idOf(w.syllable.fold));
  const out: Span[] = [];
  for (let from = 0; from < words.length; from += 1) {
    let sum = 0;
    for (let to = from; to < Math.min(words.length, from + MAX_WINDOW); to += 1) {
      const id = ids[to] ?? -1;
      if (id < 0 || (to > from && words[to]?.isBreak)) break;
      sum = (sum + entries.hashOf(id)) | 0;
      if (to === from) continue;
      const run = words.slice(from, to + 1);
      let fits = false;
      entries.visit(keyOf(sum, KEY.full), 50, (name) => { fits ||= isSaid(run, entries, name, isMarkedText); });
      if (!fits) continue;
      const penalty = penaltyOf(words, from, to, isAllCapitals);
      out.push({ words: run, isTitled: false, isFirm: false, isJoined: false, isPiece: penalty >= PIECE, penalty });
      if (out.length >= MAX_FOUND) return out;
    }
  }
  return out;
}

function penaltyOf(words: readonly Word[], from: number, to: number, isAllCapitals: boolean): number {
  if (words.length < MIN_TEXT) return PIECE + LEFT_OUT * (words.length - (to - from + 1));
  // A run in capitals that goes on in capitals is a piece of a longer name. In a text of capitals nothing can be told.
  if (isAllCapitals) return 0.5;
  const [before, after] = [words[from - 1], words[to + 1]];
  const goesOn = (after?.isCapital === true && !after.isBreak) || (from > 1 && before?.isCapital === true && words[from]?.isBreak === false);
  return words[from]?.isCapital && goesOn ? PIECE : 0;
}

function isSaid(run: readonly Word[], entries: Entries, name: number, isMarkedText: boolean): boolean {
  if (entries.lengthOf(name) !== run.length) return false;
  const isCapital = run.every((w) => w.isCapital);
  let isSame = true;
  for (const [k, word] of run.entries()) {
    const form = entries.formAt(name, k);
    if (!form || entries.vocabulary.folds[form.foldId] !== word.syllable.fold) return isCapital && run.length >= 3;
    const relation = compareMarks(word.syllable.toned, form.toned);
    if (relation === 'tone' || relation === 'letter') return false;
    if (relation !== 'same') isSame = false;
  }
  return isCapital || (run.length >= 3 && (isSame || !isMarkedText));
}
