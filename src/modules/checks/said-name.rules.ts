import { sayable, type NameCandidate, type SayableReason } from '#engine/names/index.ts';

/** Below this a name alone is not said to be this person (two bearers of one name share 0.5). */
const SURE = 0.5;

/**
 * How surely the registered name is meant, whoever in the province bears it. The score itself is bounded by the expected bearers: an official called Nguyễn Văn Hùng would never
 * be found by it, though the message plainly says his name. That many bear it is told instead, and position and unit settle who is meant.
 */
export const likenessOf = (candidate: NameCandidate): number => candidate.details?.likeness ?? candidate.score;
export const nameIsSure = (candidate: NameCandidate | undefined): boolean => candidate !== undefined && likenessOf(candidate) >= SURE;

/** Disguises and other spellings, and how many bear the name. That marks are left out or a title stands before it is everyday writing. */
const WORTH_TELLING = new Set(['look-alike-cyrillic', 'look-alike-greek', 'look-alike-other', 'zero-width', 'leet', 'spaced-letters', 'edit', 'other-letter', 'other-tone', 'bearers']);

export function tellingOf(candidates: readonly NameCandidate[], ref: string): { telling?: SayableReason } {
  const candidate = candidates.find((c) => c.ref === ref);
  const telling = candidate && sayable(candidate).find((r) => WORTH_TELLING.has(r.code));
  return telling ? { telling } : {};
}
