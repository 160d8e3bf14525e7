import { newTonePlacement, stands, type Word, type Words } from './words.ts';

/**
 * Patterns over words, written in Vietnamese with marks: `không (nghe|bắt) (máy|điện thoại)`. `x?` may be missing, `*3` is up to three words of the
 * same sentence, `@me` a named set, `#money` an entity. Matching is bounded by the pattern's length, so a text costs time linear in its words.
 */
export interface Pattern<T> { readonly payload: T; readonly steps: readonly Step[] }
type Step =
  | { readonly kind: 'words'; readonly byFirst: ReadonlyMap<string, readonly (readonly Literal[])[]>; readonly isOptional: boolean }
  | { readonly kind: 'any'; readonly most: number };
interface Literal { readonly plain: string; readonly marked: string }

export interface Match<T> { readonly payload: T; readonly from: number; readonly to: number }
export interface Matcher<T> { (words: Words): Match<T>[] }

const strip = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
const literal = (word: string): Literal => ({ plain: strip(word), marked: newTonePlacement(word) });

/** Compiles `payload → patterns`; the sets named by `@x` are given as lists of words or phrases. */
export function compile<T>(rows: Iterable<readonly [T, readonly string[]]>, sets: Readonly<Record<string, readonly string[]>>): Matcher<T> {
  const byFirst = new Map<string, Pattern<T>[]>();
  for (const [payload, patterns] of rows) for (const source of patterns) {
    const steps = parse(source, sets);
    for (const first of firstWords(steps, source)) {
      const list = byFirst.get(first) ?? [];
      list.push({ payload, steps });
      byFirst.set(first, list);
    }
  }
  return (words) => matchAll(words, byFirst);
}

function parse(source: string, sets: Readonly<Record<string, readonly string[]>>): Step[] {
  const steps: Step[] = [];
  for (const token of source.match(/\([^)]*\)\??|\S+/g) ?? []) {
    const gap = /^\*(\d)$/.exec(token);
    if (gap) { steps.push({ kind: 'any', most: Number(gap[1]) }); continue; }
    const isOptional = token.endsWith('?');
    const body = isOptional ? token.slice(0, -1) : token;
    const options = body.startsWith('(') ? body.slice(1, -1).split('|') : [body];
    if (body.startsWith('(') && options.some((o) => /[*?]/.test(o))) fail(`step inside a group of "${source}"`);
    const phrases = options.flatMap((o) => (o.startsWith('@') ? (sets[o.slice(1)] ?? fail(`${o} in "${source}"`)) : [o]));
    steps.push({ kind: 'words', isOptional, byFirst: groupByFirst(phrases.map((p) => p.split(' ').map(literal))) });
  }
  return steps;
}
/** A set of fifty words costs one look-up, not fifty comparisons. */
function groupByFirst(options: readonly (readonly Literal[])[]): Map<string, (readonly Literal[])[]> {
  const out = new Map<string, (readonly Literal[])[]>();
  for (const option of options) { const key = option[0]?.plain ?? ''; const list = out.get(key); if (list) list.push(option); else out.set(key, [option]); }
  return out;
}
const NONE: readonly (readonly Literal[])[] = [];

function fail(what: string): never {
  throw new Error(`unknown ${what}`);
}

function firstWords(steps: readonly Step[], source: string): Set<string> {
  const [first] = steps;
  if (first?.kind !== 'words' || first.isOptional) throw new Error(`pattern must begin with a word: "${source}"`);
  return new Set(first.byFirst.keys());
}

function matchAll<T>(words: Words, byFirst: ReadonlyMap<string, readonly Pattern<T>[]>): Match<T>[] {
  const out: Match<T>[] = [];
  words.list.forEach((word, at) => {
    for (const pattern of byFirst.get(word.plain) ?? []) {
      const to = follow(words, at, pattern.steps, 0, at);
      if (to > at) out.push({ payload: pattern.payload, from: at, to });
    }
  });
  return out;
}

/** Index after the last matched word, or -1. A pattern never crosses the end of a sentence. */
function follow(words: Words, at: number, steps: readonly Step[], step: number, begin: number): number {
  const current = steps[step];
  if (!current) return at;
  if (current.kind === 'any') {
    for (let skip = 0; skip <= current.most; skip += 1) {
      const to = follow(words, at + skip, steps, step + 1, begin);
      if (to >= 0) return to;
      if (isBreak(words.list[at + skip], at + skip, begin)) return -1;
    }
    return -1;
  }
  for (const option of current.byFirst.get(words.list[at]?.plain ?? '') ?? NONE) {
    const after = take(words, at, option, begin);
    if (after < 0) continue;
    const to = follow(words, after, steps, step + 1, begin);
    if (to >= 0) return to;
  }
  return current.isOptional ? follow(words, at, steps, step + 1, begin) : -1;
}

function take(words: Words, at: number, phrase: readonly Literal[], begin: number): number {
  for (let i = 0; i < phrase.length; i += 1) {
    const word = words.list[at + i];
    const wanted = phrase[i];
    if (!word || !wanted || word.plain !== wanted.plain || isBreak(word, at + i, begin) || !stands(word, wanted.marked, words.isMarked)) return -1;
  }
  return at + phrase.length;
}

const isBreak = (word: Word | undefined, at: number, begin: number): boolean => !word || (word.gap === 2 && at > begin);
