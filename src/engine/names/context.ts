import { placeIn, type CleanText } from './normalise.ts';
import { phraseAt } from './titles.ts';
import type { Word } from './words.ts';

/** A unit's name goes on behind its head ("Sở Giáo dục và Đào tạo"), at most so far. */
const MAX_UNIT = 8;
const MAX_CONTEXT = 6;

/** Titles, positions and units that stand directly before or behind the name `words[first…last]`, as written in the given text. */
export function contextOf(words: readonly Word[], first: number, last: number, clean: CleanText, raw: string): string[] {
  const isMarked = words.some((w) => w.syllable.isMarked);
  const slice = (from: number, to: number): string => raw.slice(placeIn(clean, words[from]?.start ?? 0), placeIn(clean, words[to - 1]?.end ?? 0)).trim();
  const before: string[] = [];
  let end = first;
  for (let reach = MAX_CONTEXT; reach >= 1 && end > 0 && before.length < MAX_CONTEXT;) {
    const at = end - reach;
    const found = at < 0 ? null : phraseAt(words, at, isMarked);
    if (found?.length === reach) { before.unshift(slice(at, end)); end = at; reach = MAX_CONTEXT; } else reach -= 1;
  }
  const behind: string[] = [];
  for (let at = last + 1; at < words.length && behind.length < MAX_CONTEXT;) {
    const found = phraseAt(words, at, isMarked);
    if (!found) break;
    let to = at + found.length;
    if (found.roles.includes('unit')) while (to < words.length && to - at < MAX_UNIT && !words[to]?.isBreak) to += 1;
    behind.push(slice(at, to));
    at = to;
  }
  return [...before, ...behind];
}
