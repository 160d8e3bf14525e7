import type { NameCandidate } from './types.ts';

/** One reason as a text key and its figures: `name-reason.<code>` of the catalogs. */
export interface SayableReason { readonly code: string; readonly params: Readonly<Record<string, string | number>> }

/** Most telling first: a disguise tells of intent, then what was changed, then what is missing, then how the whole fits. */
const TELLING: readonly string[] = [
  'look-alike', 'zero-width', 'styled-letters', 'leet', 'spaced-letters', 'post-differs', 'other-letter', 'other-tone', 'edit', 'regional', 'ocr', 'i-y', 'post-agrees', 'joined', 'doubled', 'telex', 'vni', 'encoding', 'number-suffix', 'word-added', 'middle-missing',
  'surname-missing', 'given-missing', 'cut-off', 'masked', 'initial', 'firm', 'piece', 'reordered', 'reordered-words', 'one-edit', 'near', 'folded', 'exact', 'partial', 'given-title', 'title-stripped', 'decorated', 'unicode-form', 'namesakes',
];
/** These only sum up what others say. */
const SUMMARY = new Set(['near', 'partial', 'title-stripped', 'decorated', 'unicode-form', 'one-edit']);
const SCRIPTS: readonly (readonly [RegExp, string])[] = [[/\p{Script=Cyrillic}/u, 'cyrillic'], [/\p{Script=Greek}/u, 'greek']];
/** Fewer bearers than this say little about doubt. */
const MANY = 20;

/** All reasons of a candidate that a person can be told, most telling first; how many people bear the name comes last. */
export function sayable(candidate: NameCandidate): SayableReason[] {
  const { details = {} } = candidate;
  const rank = (code: string): number => { const at = TELLING.indexOf(code); return at < 0 ? TELLING.length : at; };
  const out = candidate.reasons.toSorted((a, b) => rank(a) - rank(b)).map((code): SayableReason => {
    if (code === 'look-alike' && details.lookAlike) return { code: lookAlikeCode(details.lookAlike.written), params: { ...details.lookAlike } };
    return { code, params: code === 'namesakes' ? { count: details.namesakes ?? 2 } : {} };
  });
  if ((details.bearers ?? 0) >= MANY) out.push({ code: 'bearers', params: { count: rounded(details.bearers ?? 0) } });
  return out;
}

/** The one to show when there is room for one. */
export function tellingReason(candidate: NameCandidate): SayableReason | null {
  const all = sayable(candidate);
  return all.find((r) => !SUMMARY.has(r.code) && r.code !== 'exact' && r.code !== 'folded') ?? all[0] ?? null;
}

const lookAlikeCode = (written: string): string => { const script = SCRIPTS.find(([pattern]) => pattern.test(written))?.[1]; return script ? `look-alike-${script}` : 'look-alike-other'; };

/** An estimate is not told to the last person: 1,183 is 1,200. */
function rounded(n: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(n)) - 1);
  return Math.round(n / step) * step;
}
