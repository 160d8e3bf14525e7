import { newTonePlacement, stands, type Word, type Words } from './words.ts';

/**
 * Patterns over words, written in Vietnamese with marks: `không (nghe|bắt) (máy|điện thoại)`. `x?` may be missing, `*3` is up to three words of the
 * same sentence, `@me` a named set, `#money` an entity. Matching is bounded by the pattern's length, so a text costs time linear in its words.
 */
export interface Pattern<T> { readonly payload: T; readonly steps: readonly Step[] }
type Step =
  | { readonly kind: 'words'; readonly byFirst: ReadonlyMap<number, readonly (readonly Literal[])[]>; readonly isOptional: boolean }
  | { readonly kind: 'any'; readonly most: number };
interface Literal { readonly id: number; readonly marked: string }

export interface Match<T> { readonly payload: T; readonly from: number; readonly to: number }
export interface Matcher<T> { (words: Words): Match<T>[] }

const strip = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
const literal = (word: string): Literal => ({ id: idOf(strip(word)), marked: newTonePlacement(word) });

/** Words of all patterns by number: a word of the message is looked up once, and then compared as a number, tens of times. */
const IDS = new Map<string, number>();
function idOf(plain: string): number {
  const known = IDS.get(plain);
  if (known !== undefined) return known;
  IDS.set(plain, IDS.size + 1);
  return IDS.size;
}
/** Words with their numbers; 0 stands in no pattern. */
interface Numbered { readonly words: Words; readonly list: readonly Word[]; readonly ids: Uint16Array }

/** Compiles `payload → patterns`; the sets named by `@x` are given as lists of words or phrases. */
export function compile<T>(rows: Iterable<readonly [T, readonly string[]]>, sets: Readonly<Record<string, readonly string[]>>): Matcher<T> {
  const byFirst = new Map<number, Pattern<T>[]>();
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
function groupByFirst(options: readonly (readonly Literal[])[]): Map<number, (readonly Literal[])[]> {
  const out = new Map<number, (readonly Literal[])[]>();
  for (const option of options) { const key = option[0]?.id ?? 0; const list = out.get(key); if (list) list.push(option); else out.set(key, [option]); }
  return out;
}

function fail(what: string): never {
  throw new Error(`unknown ${what}`);
}

function firstWords(steps: readonly Step[], source: string): Set<number> {
  const [first] = steps;
  if (first?.kind !== 'words' || first.isOptional) throw new Error(`pattern must begin with a word: "${source}"`);
  return new Set(first.byFirst.keys());
}

function matchAll<T>(words: Words, byFirst: ReadonlyMap<number, readonly Pattern<T>[]>): Match<T>[] {
  const out: Match<T>[] = [];
  const { list } = words;
  const numbered: Numbered = { words, list, ids: Uint16Array.from(list, (w) => IDS.get(w.plain) ?? 0) };
  for (let at = 0; at < list.length; at += 1) {
    const id = numbered.ids[at] ?? 0;
    const patterns = id === 0 ? undefined : byFirst.get(id);
    if (!patterns) continue;
    for (const pattern of patterns) {
      const to = follow(numbered, at, pattern.steps, 0, at);
      if (to > at) out.push({ payload: pattern.payload, from: at, to });
    }
  }
  return out;
}

/** Index after the last matched word, or -1. A pattern never crosses the end of a sentence. */
function follow(numbered: Numbered, at: number, steps: readonly Step[], step: number, begin: number): number {
  const current = steps[step];
  if (!current) return at;
  const { list, ids } = numbered;
  if (current.kind === 'any') {
    const next = steps[step + 1];
    const wanted = next?.kind === 'words' && !next.isOptional ? next.byFirst : null;
    for (let skip = 0; skip <= current.most; skip += 1) {
      // Most gaps end at a word that cannot go on: asked here, before the call.
      const to = wanted && !wanted.has(ids[at + skip] ?? 0) ? -1 : follow(numbered, at + skip, steps, step + 1, begin);
      if (to >= 0) return to;
      if (isBreak(list[at + skip], at + skip, begin)) return -1;
    }
    return -1;
  }
  const id = ids[at] ?? 0;
  const options = id === 0 ? undefined : current.byFirst.get(id);
  if (options) for (const option of options) {
    const after = take(numbered, at, option, begin);
    if (after < 0) continue;
    const to = follow(numbered, after, steps, step + 1, begin);
    if (to >= 0) return to;
  }
  return current.isOptional ? follow(numbered, at, steps, step + 1, begin) : -1;
}

function take({ words, list, ids }: Numbered, at: number, phrase: readonly Literal[], begin: number): number {
  for (let i = 0; i < phrase.length; i += 1) {
    const word = list[at + i];
    const wanted = phrase[i];
    if (!word || !wanted || ids[at + i] !== wanted.id || isBreak(word, at + i, begin) || !stands(word, wanted.marked, words.isMarked)) return -1;
  }
  return at + phrase.length;
}

const isBreak = (word: Word | undefined, at: number, begin: number): boolean => !word || (word.gap === 2 && at > begin);
