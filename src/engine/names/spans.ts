import { phraseAt, type Found } from './titles.ts';
import { SURNAME_SHARES } from './population.data.ts';
import type { Word } from './words.ts';

/** A run of words that may be a name. */
export interface Span {
  readonly words: readonly Word[];
  /** A title, rank or form of address stood before it, or a position or unit behind it. */
  readonly isTitled: boolean;
  readonly isFirm: boolean;
}

const MAX_NAME = 8;
const MAX_SPANS = 24;
/** Words that are forms of address and names ("Anh", "Chi", "Ba"): read both ways. */
const isAlsoName = (word: Word | undefined): boolean => word !== undefined && word.raw.length >= 2;

/** Spans to be matched, likeliest first. A short phrase is taken whole; in running text capitals, titles and surnames show where a name may stand. */
export function spansOf(words: readonly Word[]): Span[] {
  const out: Span[] = [];
  for (const [from, to] of phrases(words)) {
    const phrase = words.slice(from, to);
    if (phrase.length <= MAX_NAME + 4 && (words.length <= 12 || isNameLike(phrase))) spansOfPhrase(phrase, out);
    else for (const run of capitalRuns(phrase)) spansOfPhrase(run, out);
    if (out.length >= MAX_SPANS) break;
  }
  return dropDoubles(out).slice(0, MAX_SPANS);
}

function phrases(words: readonly Word[]): [number, number][] {
  const out: [number, number][] = [];
  let from = 0;
  for (let i = 1; i <= words.length; i += 1) {
    if (i < words.length && !words[i]?.isBreak) continue;
    out.push([from, i]);
    from = i;
  }
  return out;
}

const isNameLike = (phrase: readonly Word[]): boolean => phrase.filter((w) => w.isCapital).length * 2 > phrase.length;

function capitalRuns(words: readonly Word[]): Word[][] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  for (const word of [...words, null]) {
    if (word?.isCapital) { run.push(word); continue; }
    if (run.length >= 1 && run.length <= MAX_NAME + 4) runs.push(run);
    // "anh Khuê": a form of address is written small before the name.
    run = word && phraseAt([word.syllable.fold], 0)?.roles.includes('address') ? [word] : [];
  }
  return runs.filter((r) => r.some((w) => w.isCapital));
}

function spansOfPhrase(phrase: readonly Word[], out: Span[]): void {
  const folds = phrase.map((w) => w.syllable.fold);
  const { start, isFirm, isSure } = stripFront(phrase, folds);
  const ends = cutBack(phrase, folds, start);
  for (const end of ends) {
    const isTitled = start > 0 || end < phrase.length;
    if (end > start) out.push({ words: phrase.slice(start, Math.min(end, start + MAX_NAME)), isTitled, isFirm });
    if (!isSure && start > 0) out.push({ words: phrase.slice(0, Math.min(end, MAX_NAME)), isTitled: end < phrase.length, isFirm: false });
  }
  // "Sở Nội vụ Nguyễn Văn An": the unit stands in front, a surname shows where the name begins.
  const at = folds.findIndex((f, i) => i > start && (SURNAME_SHARES[f] ?? 0) >= 0.5 && phrase[i]?.isCapital === true);
  if (at > start && phrase.length - at >= 2 && phrase.length > 3) out.push({ words: phrase.slice(at, at + 4), isTitled: true, isFirm });
}

function stripFront(phrase: readonly Word[], folds: readonly string[]): { start: number; isFirm: boolean; isSure: boolean } {
  let start = 0;
  let isFirm = false;
  let isSure = true;
  for (;;) {
    const found = phraseAt(folds, start);
    if (!found || !isFront(found) || start + found.length >= phrase.length) return { start, isFirm, isSure };
    if (phrase[start]?.isInitial && found.length === 1) return { start, isFirm, isSure };
    if (found.roles.includes('company') && !found.roles.includes('address')) isFirm = true;
    if (found.length === 1 && isAlsoName(phrase[start])) isSure = false;
    start += found.length;
  }
}

const isFront = (found: Found): boolean => found.roles.some((r) => r !== 'unit') || found.length > 1;

/** Where the name may end: before the first position or unit, and (because "Phong", "Khoa", "Quân" are names too) at the end of the phrase. */
function cutBack(phrase: readonly Word[], folds: readonly string[], start: number): number[] {
  for (let i = start + 1; i < phrase.length; i += 1) {
    const found = phraseAt(folds, i);
    if (!found || !found.roles.some((r) => r === 'position' || r === 'unit')) continue;
    return phrase.length - start <= MAX_NAME ? [i, phrase.length] : [i];
  }
  return [phrase.length];
}

function dropDoubles(spans: readonly Span[]): Span[] {
  const seen = new Set<string>();
  return spans.filter((s) => {
    const key = s.words.map((w) => w.raw).join(' ');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
