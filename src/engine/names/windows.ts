import type { Entries } from './entries.ts';
import { KEY, keyOf } from './keys.ts';
import type { Span } from './spans.ts';
import { compareMarks } from './syllables.ts';
import type { Word } from './words.ts';

/** Running text longer than a display name is also searched word by word for whole registered names. */
const MIN_WORDS = 5;
const MAX_WINDOW = 6;
const MAX_FOUND = 16;

/**
 * Runs of words that are a registered name, also in small letters. Everyday words are names too ("lễ hoa", "anh văn"), so two words need capitals,
 * and small letters need every mark to fit, or three words in a text that has no marks at all.
 */
export function windowsOf(words: readonly Word[], entries: Entries): Span[] {
  if (words.length < MIN_WORDS) return [];
  const isMarkedText = words.some((w) => w.syllable.isMarked);
  const ids = words.map((w) => entries.vocabulary.idOf(w.syllable.fold));
  const out: Span[] = [];
  for (let from = 0; from < words.length; from += 1) {
    let sum = 0;
    for (let to = from; to < Math.min(words.length, from + MAX_WINDOW); to += 1) {
      const id = ids[to] ?? -1;
      if (id < 0 || (to > from && words[to]?.isBreak)) break;
      sum += entries.hashOf(id);
      if (to === from) continue;
      const run = words.slice(from, to + 1);
      let fits = false;
      entries.visit(keyOf(sum, KEY.full), 50, (name) => { fits ||= isSaid(run, entries, name, isMarkedText); });
      if (fits) out.push({ words: run, isTitled: false, isFirm: false });
      if (out.length >= MAX_FOUND) return out;
    }
  }
  return out;
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
