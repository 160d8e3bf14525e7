import { isSurname, isSurnameAtAll } from './population.ts';
import { phraseAt } from './titles.ts';
import type { Word } from './words.ts';

/** A run of words that may be a name. */
export interface Span {
  readonly words: readonly Word[];
  /** A title, rank or form of address stood before it, or a position or unit behind it. */
  readonly isTitled: boolean;
  readonly isFirm: boolean;
  /** Known to be what a bank prints. */
  readonly isBank?: boolean;
  /** Was one word without spaces. */
  readonly isJoined: boolean;
  /** Goes on beyond its ends: what is matched here is a piece of something longer. */
  readonly isPiece: boolean;
  /** −ln of how likely it is that the name is to be read just here. */
  readonly penalty: number;
}

const MAX_NAME = 8;
const MAX_SPANS = 24;
/** Longer texts are read by capitals and titles, not as a display name. */
const MAX_DISPLAY = 12;
/** Title words read as part of the name after all, and a doubtful title word ("Anh") read as a title where no surname follows. */
const TITLE_AS_NAME = 2.5;
const NAME_AS_TITLE = 1;
/** A position or unit word read as part of the name after all ("Phong", "Khoa"). */
const UNIT_AS_NAME = 1.5;
const MAX_DOUBTFUL = 3;
const LONGEST_USUAL = 5;

/** Spans to be matched. A short phrase is taken whole; in running text capitals, titles and surnames show where a name may stand. */
export function spansOf(words: readonly Word[]): Span[] {
  const isMarked = words.some((w) => w.syllable.isMarked);
  const out: Span[] = [];
  for (const phrase of phrases(words)) {
    if (words.length <= MAX_DISPLAY || (phrase.length <= MAX_DISPLAY && isNameLike(phrase))) spansOfPhrase(phrase, isMarked, out);
    else for (const run of capitalRuns(phrase, isMarked)) spansOfPhrase(run, isMarked, out);
    if (out.length >= MAX_SPANS) break;
  }
  return dropDoubles(out).slice(0, MAX_SPANS);
}

function phrases(words: readonly Word[]): Word[][] {
  const out: Word[][] = [];
  for (const word of words) {
    const last = out.at(-1);
    if (!last || word.isBreak) out.push([word]);
    else last.push(word);
  }
  return out;
}

const isNameLike = (phrase: readonly Word[]): boolean => phrase.filter((w) => w.isCapital).length * 2 > phrase.length;

function capitalRuns(words: readonly Word[], isMarked: boolean): Word[][] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  for (const [k, word] of [...words, null].entries()) {
    if (word?.isCapital) { run.push(word); continue; }
    if (run.length <= MAX_DISPLAY && run.some((w) => w.isCapital)) runs.push(run);
    // "anh Khuê": a form of address is written small before the name.
    run = word && phraseAt(words, k, isMarked)?.roles.includes('address') ? [word] : [];
  }
  return runs;
}

function spansOfPhrase(phrase: readonly Word[], isMarked: boolean, out: Span[]): void {
  const { start, isFirm, doubtfulAt } = stripFront(phrase, isMarked);
  const isTitleLikely = doubtfulAt < 0 || (isSurname(phrase[start]?.syllable.fold ?? '') && (isMarked || !isSurnameAtAll(phrase[doubtfulAt]?.syllable.fold ?? '')));
  for (const { end, penalty, isDoubtful } of cutBack(phrase, start, isMarked)) {
    if (end <= start) continue;
    const isTitled = start > 0 || end < phrase.length;
    out.push({ words: phrase.slice(start, Math.min(end, start + MAX_NAME)), isTitled, isFirm, isJoined: false, isPiece: isDoubtful, penalty: penalty + (isTitleLikely ? 0 : NAME_AS_TITLE) });
    if (doubtfulAt >= 0) out.push({ words: phrase.slice(doubtfulAt, Math.min(end, doubtfulAt + MAX_NAME)), isTitled: doubtfulAt > 0 || end < phrase.length, isFirm: false, isJoined: false, isPiece: false, penalty: penalty + (isTitleLikely ? TITLE_AS_NAME : 0) });
  }
  // "Sở Nội vụ Nguyễn Văn An": the unit stands in front, a surname shows where the name begins.
  const first = phraseAt(phrase, 0, isMarked);
  if (!first?.roles.includes('unit') || (first.isDoubtful && !isMarked) || phrase.length < 3) return;
  const at = phrase.findIndex((w, i) => i > 0 && w.isCapital && isSurnameAtAll(w.syllable.fold));
  if (at > 0 && phrase.length - at >= 2) out.push({ words: phrase.slice(at, at + 5), isTitled: true, isFirm, isJoined: false, isPiece: false, penalty: 1 });
}

/** How many words of title stand in front, and where the doubtful ones among them begin (−1 = none is doubtful). */
function stripFront(phrase: readonly Word[], isMarked: boolean): { start: number; isFirm: boolean; doubtfulAt: number } {
  let start = 0;
  let isFirm = false;
  let doubtfulAt = -1;
  for (;;) {
    const found = phraseAt(phrase, start, isMarked);
    const isFront = found !== null && found.roles.some((r) => r !== 'unit' || start > 0);
    if (!found || !isFront || start + found.length >= phrase.length || (phrase[start]?.isInitial && found.length === 1 && phrase.length - start <= 4)) return { start, isFirm, doubtfulAt };
    if (found.roles.includes('company')) isFirm = true;
    if (found.isDoubtful && doubtfulAt < 0) doubtfulAt = start;
    start += found.length;
  }
}

/** Where the name may end: before the first sure position or unit, or before a doubtful one ("Phong", "Khoa", "Quân" are names too). */
function cutBack(phrase: readonly Word[], start: number, isMarked: boolean): { end: number; penalty: number; isDoubtful: boolean }[] {
  const doubtful: number[] = [];
  let end = phrase.length;
  for (let i = start + 1; i < phrase.length; i += 1) {
    const found = phraseAt(phrase, i, isMarked);
    if (!found || !found.roles.some((r) => r === 'position' || r === 'unit') || phrase[i]?.isInitial) continue;
    if (!found.isDoubtful && (i - start >= 2 || isMarked)) { end = i; break; }
    if (doubtful.length < MAX_DOUBTFUL) doubtful.push(i);
  }
  // A short run is more likely a name to its end, a long one more likely a name and a unit.
  const isLong = end - start > LONGEST_USUAL;
  return [{ end, penalty: isLong && doubtful.length > 0 ? UNIT_AS_NAME : 0, isDoubtful: false }, ...doubtful.map((i) => ({ end: i, penalty: isLong ? 0 : UNIT_AS_NAME, isDoubtful: !isLong }))];
}

function dropDoubles(spans: readonly Span[]): Span[] {
  const seen = new Map<string, Span>();
  for (const s of spans) {
    const key = s.words.map((w) => w.raw).join(' ');
    const known = seen.get(key);
    if (!known || s.penalty < known.penalty) seen.set(key, s);
  }
  return [...seen.values()];
}
