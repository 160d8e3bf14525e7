import type { NameCandidate } from '#engine/names/types.ts';
import type { Reading } from '#engine/text/types.ts';
import type { Claimed, Span } from './check.facts.ts';

/** What the check needs to know of one protected official to tell him from namesakes. Words are folded, lower case. */
export interface OfficialProfile {
  readonly ref: string;
  readonly fullName: string;
  /** Folded last word of the name: the one used in address ("anh Khuê"). */
  readonly given: string;
  /** Folded words of position and unit: "giam doc", "so xay dung". */
  readonly position: string;
  readonly unit: string;
}
export interface Directory {
  matchName(query: string): NameCandidate[];
  profile(ref: string): OfficialProfile | undefined;
  byGivenName(given: string): readonly OfficialProfile[];
}
export interface ClaimInput {
  /** What the asker typed as "who it claims to be". */
  readonly explicit: string | null;
  readonly text: string | null;
  readonly reading: Reading | null;
}

/** Below this a name alone is not said to be this person (two bearers of one name share 0.5). */
const SURE = 0.5;
/** Kinds of match that rest on the whole name; a weaker one ("given-title") needs position and unit to agree. */
const WHOLE_NAME = new Set(['exact', 'folded', 'reordered', 'one-edit']);

/** Who is claimed? Careful among namesakes: a name that several bear is settled only by position and unit. */
export function resolveClaimed(input: ClaimInput, directory: Directory, fold: (text: string) => string): Claimed {
  if (input.explicit) return resolveName(input.explicit, `${input.explicit} ${input.text ?? ''}`, [], true, directory, fold) ?? { kind: 'unknown', spans: [] };
  if (!input.text || !input.reading || input.reading.quoted) return { kind: 'none' };
  const names = input.reading.entities.filter((e) => e.type === 'claimed_name');
  for (const entity of names) {
    const span = { start: entity.start, end: entity.end };
    const found = resolveName(String(entity.value), input.text, [span], true, directory, fold);
    if (found) return found;
  }
  return resolveMention(input.text, directory, fold) ?? { kind: 'none' };
}

function resolveName(name: string, context: string, spans: readonly Span[], isClaim: boolean, directory: Directory, fold: (t: string) => string): Claimed | null {
  const words = ` ${fold(context)} `;
  const whole = directory.matchName(name).filter((c) => c.reasons.some((r) => WHOLE_NAME.has(r)));
  if (whole.length > 0) return settle(profiles(whole, directory), words, spans, isClaim, whole[0]?.score ?? 0);
  return resolveGiven(name, words, spans, isClaim, directory, fold);
}

function profiles(candidates: readonly NameCandidate[], directory: Directory): OfficialProfile[] {
  return candidates.map((c) => directory.profile(c.ref)).filter((p) => p !== undefined);
}

function settle(people: readonly OfficialProfile[], words: string, spans: readonly Span[], isClaim: boolean, score: number): Claimed | null {
  const [first, ...others] = people;
  if (!first) return null;
  if (others.length === 0 && score >= SURE) return { kind: 'one', officialRef: first.ref, isClaim, spans };
  const fitting = bestFitting(people, words);
  if (fitting.length === 1 && fitting[0]) return { kind: 'one', officialRef: fitting[0].ref, isClaim, spans };
  return { kind: 'several', refs: (fitting.length > 0 ? fitting : people).map((p) => p.ref), spans };
}

/** "anh Khuê giám đốc Sở Xây dựng": the given name says little, so position and unit must both be said and lead to one person. */
function resolveGiven(name: string, words: string, spans: readonly Span[], isClaim: boolean, directory: Directory, fold: (t: string) => string): Claimed | null {
  const given = fold(name).split(' ').filter(Boolean).at(-1);
  if (!given || fold(name).split(' ').filter(Boolean).length > 2) return null;
  const fitting = directory.byGivenName(given).filter((p) => says(words, p.unit) && saysPosition(words, p.position));
  if (fitting.length === 1 && fitting[0]) return { kind: 'one', officialRef: fitting[0].ref, isClaim, spans };
  return fitting.length > 1 ? { kind: 'several', refs: fitting.map((p) => p.ref), spans } : null;
}

/** A full registered name that stands in the text without "I am": shown as the person mentioned, never enough for evidence. */
function resolveMention(text: string, directory: Directory, fold: (t: string) => string): Claimed | null {
  const found = directory.matchName(text).filter((c) => c.reasons.some((r) => r === 'exact' || r === 'folded'));
  if (found.length === 0) return null;
  return settle(profiles(found, directory), ` ${fold(text)} `, [], false, found[0]?.score ?? 0);
}

/** Those whose unit and position are said; else those whose unit is said; else those whose position is said. */
function bestFitting(people: readonly OfficialProfile[], words: string): OfficialProfile[] {
  const unit = people.filter((p) => says(words, p.unit));
  const both = unit.filter((p) => saysPosition(words, p.position));
  if (both.length > 0) return both;
  if (unit.length > 0) return unit;
  return people.filter((p) => saysPosition(words, p.position));
}

/** Words that stand before a place or field and are dropped in speech: "UBND phường Bến Mẫu" is said "phường Bến Mẫu", "Trường THPT Bến Mẫu" "THPT Bến Mẫu". */
const UNIT_HEADS = /^(uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|dang uy|van phong|ban|phong|truong)\s+/;
/** Bodies that every level has: without "tỉnh" behind it, "chủ tịch UBND" of some commune would be the chair of the province. */
const AT_EVERY_LEVEL = new Set(['ubnd', 'uy ban nhan dan', 'hdnd', 'hoi dong nhan dan', 'cong an', 'thanh tra', 'tinh uy', 'van phong']);

function says(words: string, phrase: string): boolean {
  return spoken(phrase).some((f) => f.length >= 4 && words.includes(` ${f} `));
}

/** How a unit is said: in full, without its head, without the province's name ("Sở Xây dựng tỉnh Mẫu" → "sở xây dựng", "UBND tỉnh Mẫu" → "ubnd tỉnh", "chủ tịch tỉnh"). */
function spoken(phrase: string): string[] {
  const [, body = phrase] = /^(.*?)\s+tinh .*$/.exec(phrase) ?? [];
  const short = AT_EVERY_LEVEL.has(body) && body !== phrase ? `${body} tinh` : body;
  const ofProvince = /^(?:ubnd|uy ban nhan dan) tinh$/.test(short) ? ['chu tich tinh'] : phrase.startsWith('tinh uy ') ? ['tinh uy', 'bi thu tinh'] : [];
  const headless = phrase.replace(UNIT_HEADS, '');
  return [phrase, short, ...(headless.startsWith('tinh ') ? [] : [headless]), ...ofProvince];
}

/** How positions are shortened in chat. */
const POSITION_SHORT: readonly (readonly [RegExp, string])[] = [
  [/^pho giam doc/, 'pgd'], [/^giam doc/, 'gd'], [/^pho chu tich/, 'pct'], [/^chu tich/, 'ct'], [/^pho bi thu/, 'pbt'], [/^bi thu/, 'bt'], [/^truong phong/, 'tp'], [/^chanh van phong/, 'cvp'], [/^hieu truong/, 'ht'],
];

function saysPosition(words: string, position: string): boolean {
  const head = position.split(' ').slice(0, position.startsWith('pho ') ? 3 : 2).join(' ');
  if (!head) return false;
  const short = POSITION_SHORT.find(([pattern]) => pattern.test(position))?.[1];
  const said = words.includes(` ${head} `) || (short !== undefined && words.includes(` ${short} `));
  // "phó giám đốc" contains "giám đốc": the deputy is not the director.
  return said && (position.startsWith('pho ') || !words.includes(` pho ${head} `));
}
