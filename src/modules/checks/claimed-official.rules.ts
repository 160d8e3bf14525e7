import type { NameCandidate } from '#engine/names/types.ts';
import { likenessOf, nameIsSure, tellingOf } from './said-name.rules.ts';
import type { Reading } from '#engine/text/types.ts';
import type { Claimed, Span } from './check.facts.ts';
import { saysAny, saysPosition, spokenForms } from '#engine/names/index.ts';

/** What the check needs to know of one protected official to tell him from namesakes. Words are folded, lower case. */
export interface OfficialProfile {
  readonly ref: string;
  readonly fullName: string;
  /** Folded last word of the name: the one used in address ("anh Khuê"). */
  readonly given: string;
  /** Folded words: "giam doc". */
  readonly position: string;
  /** The ways in which his unit is said; `above`: those of the body that it is part of. */
  readonly forms: readonly string[];
  readonly above: readonly string[];
}
export interface Directory {
  matchName(query: string): NameCandidate[];
  profile(ref: string): OfficialProfile | undefined;
  byGivenName(given: string): readonly OfficialProfile[];
}
type Fold = (text: string) => string;

export function profileOf(of: { readonly ref: string; readonly fullName: string; readonly position: string; readonly unit: string }, fold: Fold): OfficialProfile {
  const [, ...above] = of.unit.split(',');
  return {
    ref: of.ref, fullName: of.fullName, given: fold(of.fullName).split(' ').at(-1) ?? '', position: fold(of.position),
    forms: spokenForms(of.unit, fold), above: above.length > 0 ? spokenForms(above.join(',').trim(), fold) : [],
  };
}
export interface ClaimInput {
  /** What the asker typed as "who it claims to be". */
  readonly explicit: string | null;
  readonly text: string | null;
  readonly reading: Reading | null;
}

/** Kinds of match that rest on the whole name as written; a weaker one ("one-edit", "partial", "given-title") is another name until more agrees. */
const WHOLE_NAME = new Set(['exact', 'folded', 'reordered']);
/** A longer typed claim is no name with a post: it could try a whole list of given names at one post and be told who holds it (design rule 6). */
const MOST_CLAIM_WORDS = 16;

interface Said { readonly name: string; readonly words: string; readonly spans: readonly Span[] }

/** Who is claimed? Careful among namesakes: a name that several bear is settled only by position and unit. */
export function resolveClaimed(input: ClaimInput, directory: Directory, fold: Fold): Claimed {
  if (input.explicit) return resolveTyped(input.explicit, input.text ?? '', directory, fold);
  if (!input.text || !input.reading || input.reading.quoted) return { kind: 'none' };
  const words = ` ${fold(input.text)} `;
  for (const { value, start, end } of input.reading.entities.filter((e) => e.type === 'claimed_name')) {
    const found = resolveName({ name: String(value), words, spans: [{ start, end }] }, fold(String(value)).split(' ').slice(-1), directory);
    if (found) return found;
  }
  return resolveMention(input.text, words, directory) ?? { kind: 'none' };
}

/** A name, whole or in part, with or without its post. A post alone names nobody: names must not be had by going through the posts of the province (design rule 6). */
function resolveTyped(typed: string, text: string, directory: Directory, fold: Fold): Claimed {
  const tokens = fold(typed).split(' ').filter(Boolean);
  const named = resolveName({ name: typed, words: ` ${fold(`${typed} ${text}`)} `, spans: [] }, tokens.length > MOST_CLAIM_WORDS ? [] : tokens, directory);
  return named ?? { kind: 'unknown', spans: [] };
}

function resolveName(said: Said, givenNames: readonly string[], directory: Directory): Claimed | null {
  const candidates = directory.matchName(said.name);
  const exact = candidates.filter((c) => c.reasons.includes('exact'));
  const whole = exact.length > 0 ? exact : candidates.filter((c) => c.reasons.some((r) => WHOLE_NAME.has(r)));
  if (whole.length > 0) return settle(whole, said, true, directory);
  return byPost(candidates, givenNames, said, directory) ?? likely(candidates, said, directory);
}

function profiles(candidates: readonly NameCandidate[], directory: Directory): OfficialProfile[] {
  return candidates.map((c) => directory.profile(c.ref)).filter((p) => p !== undefined);
}

function settle(candidates: readonly NameCandidate[], { words, spans }: Said, isClaim: boolean, directory: Directory): Claimed | null {
  const people = profiles(candidates, directory);
  const [first, ...others] = people;
  if (!first) return null;
  const one = (ref: string): Claimed => ({ kind: 'one', officialRef: ref, isClaim, spans, ...tellingOf(candidates, ref) });
  if (others.length === 0 && nameIsSure(candidates[0])) return one(first.ref);
  const fitting = bestFitting(people, words);
  if (fitting.length === 1 && fitting[0]) return one(fitting[0].ref);
  return { kind: 'several', refs: (fitting.length > 0 ? fitting : people).map((p) => p.ref), spans };
}

/** "anh Khuê giám đốc Sở Xây dựng": a part of the name says little, so position and unit must both be said and lead to one person. */
function byPost(candidates: readonly NameCandidate[], givenNames: readonly string[], { words, spans }: Said, directory: Directory): Claimed | null {
  const people = new Map([...profiles(candidates, directory), ...givenNames.flatMap((given) => directory.byGivenName(given))].map((p) => [p.ref, p]));
  const fitting = [...people.values()].filter((p) => saysAny(words, p.forms) && saysPosition(words, p.position));
  const narrowed = fitting.length > 1 ? fitting.filter((p) => saysAny(words, p.above)) : fitting;
  const [first, ...others] = narrowed.length > 0 ? narrowed : fitting;
  if (!first) return null;
  return others.length === 0 ? { kind: 'one', officialRef: first.ref, isClaim: true, spans } : { kind: 'several', refs: [first, ...others].map((p) => p.ref), spans };
}

/** "Phùng Nhã": most probably she, and worth asking her. A shortened name alone convicts nobody, so it counts as mentioned; with her unit or post, or with one slip in a whole name, it is a claim. */
function likely([first, second]: readonly NameCandidate[], { words, spans }: Said, directory: Directory): Claimed | null {
  const profile = first ? directory.profile(first.ref) : undefined;
  if (!first || !profile || !nameIsSure(first) || (second && likenessOf(second) * 2 > likenessOf(first))) return null;
  const isClaim = first.reasons.includes('one-edit') || saysAny(words, profile.forms) || saysPosition(words, profile.position);
  return { kind: 'one', officialRef: first.ref, isClaim, spans, ...tellingOf([first], first.ref) };
}

/** A full registered name that stands in the text without "I am": shown as the person mentioned, never enough for evidence. */
function resolveMention(text: string, words: string, directory: Directory): Claimed | null {
  const found = directory.matchName(text).filter((c) => c.reasons.some((r) => r === 'exact' || r === 'folded'));
  if (found.length === 0) return null;
  return settle(found, { name: text, words, spans: [] }, false, directory);
}

/** Those whose unit and position are said; else those whose unit is said; else those whose position is said. */
function bestFitting(people: readonly OfficialProfile[], words: string): OfficialProfile[] {
  const unit = people.filter((p) => saysAny(words, p.forms));
  const both = unit.filter((p) => saysPosition(words, p.position));
  if (both.length > 0) return both;
  if (unit.length > 0) return unit;
  return people.filter((p) => saysPosition(words, p.position));
}
