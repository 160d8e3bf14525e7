import { align, type Alignment, type Asked } from './align.ts';
import { candidatesOf } from './candidates.ts';
import { compareEntries, type Entries } from './entries.ts';
import { KEY, keyOf } from './keys.ts';
import { cleanText } from './normalise.ts';
import { probabilityOf, tierOf, type Tier } from './score.ts';
import { spansOf, type Span } from './spans.ts';
import type { NameCandidate } from './types.ts';
import { windowsOf } from './windows.ts';
import { wordsOf, type Word } from './words.ts';

const MAX_LIMIT = 50;
/** A given name alone is looked up only behind a title, and at most this many bearers are listed. */
const MAX_GIVEN = 20;
const GIVEN_PROBABILITY = 0.3;

interface Hit { readonly name: number; readonly alignment: Alignment; readonly tier: Tier; readonly span: Span; readonly chance: number }

/** Who of the register is named by this text? Best first. */
export function matchNames(entries: Entries, query: string, limit: number): NameCandidate[] {
  const clean = cleanText(query);
  const { words, isSpaced, isJoined } = wordsOf(clean.text);
  if (words.length === 0 || entries.size === 0) return [];
  const isDisguised = clean.repairs.has('look-alike') || clean.repairs.has('zero-width') || clean.repairs.has('styled-letters') || isSpaced || isJoined;
  const best = new Map<number, Hit>();
  const offer = (hit: Hit): void => {
    const known = best.get(hit.name);
    if (!known || hit.chance > known.chance || (hit.chance === known.chance && hit.alignment.cost < known.alignment.cost)) best.set(hit.name, hit);
  };
  for (const span of [...spansOf(words), ...windowsOf(words, entries)]) {
    for (const hit of matchSpan(entries, span, isDisguised)) offer(hit);
  }
  const ranked = [...best.values()].sort((a, b) => a.alignment.cost - b.alignment.cost || compareEntries(entries.entry(a.name), entries.entry(b.name)));
  const repairs = [...clean.repairs, ...(isSpaced ? ['spaced-letters'] : []), ...(isJoined ? ['joined'] : [])];
  return present(entries, ranked, repairs, Math.max(1, Math.min(limit, MAX_LIMIT)));
}

function matchSpan(entries: Entries, span: Span, isDisguised: boolean): Hit[] {
  const asked = askedOf(entries, span.words, span);
  if (span.words.length === 1) return span.isTitled ? matchGiven(entries, asked) : matchJoined(entries, asked);
  const hits: Hit[] = [];
  for (const name of candidatesOf(asked, entries)) {
    const alignment = align(asked, entries, name);
    if (alignment.matched + Math.min(1, asked.words.length - alignment.matched) < 2) continue;
    const tier = tierOf(alignment, isDisguised);
    if (alignment.cost < 14) hits.push({ name, alignment, tier, span, chance: probabilityOf(alignment, tier, entries.size) * (span.isFirm ? 0.5 : 1) });
  }
  return hits;
}

function askedOf(entries: Entries, words: readonly Word[], span: Span): Asked {
  return { span, words: words.map((word) => ({ word, variants: word.isMasked ? [] : entries.vocabulary.variantsOf(word.raw.toLowerCase()) })), isMarked: words.some((w) => w.syllable.isMarked) };
}

/** "anh Hùng GĐ": one of all who are called Hùng. */
function matchGiven(entries: Entries, asked: Asked): Hit[] {
  const variant = asked.words[0]?.variants.find((v) => v.cost === 0);
  if (!variant) return [];
  const names: number[] = [];
  entries.visit(keyOf(entries.hashOf(variant.foldId), KEY.given), 2000, (name) => names.push(name));
  return names.slice(0, MAX_GIVEN).map((name): Hit => {
    const alignment = align(asked, entries, name);
    return { name, alignment, tier: 'given-title', span: asked.span, chance: GIVEN_PROBABILITY / names.length };
  }).filter((h) => h.alignment.matched === 1 && h.alignment.slips === 0);
}

/** "NGUYENVANHUNG", "nguyenvanhung" */
function matchJoined(entries: Entries, asked: Asked): Hit[] {
  const raw = asked.words[0]?.word.raw ?? '';
  const hits: Hit[] = [];
  for (const parts of entries.vocabulary.split(raw)) {
    const words = parts.map((part): Word => wordsOf(part).words[0] ?? emptyWord).filter((w) => w !== emptyWord);
    if (words.length >= 2) for (const hit of matchSpan(entries, { ...asked.span, words }, true)) hits.push({ ...hit, alignment: { ...hit.alignment, reasons: [...hit.alignment.reasons, 'joined'] } });
  }
  return hits;
}
const emptyWord: Word = { raw: '', syllable: { fold: '', toned: '', isMarked: false }, isCapital: false, isInitial: false, isBreak: false, isMasked: false };

/** Names → people: those who share a name share its probability, and expected bearers bound it. Scores never rise down the list. */
function present(entries: Entries, ranked: readonly Hit[], repairs: readonly string[], limit: number): NameCandidate[] {
  const out: NameCandidate[] = [];
  const top = ranked[0];
  if (!top) return out;
  const bearers = new Map<string, number>();
  for (const h of ranked) { const key = nameKey(entries, h.name); bearers.set(key, (bearers.get(key) ?? 0) + 1); }
  const weights = ranked.map((h) => Math.exp(top.alignment.cost - h.alignment.cost));
  const sum = weights.reduce((a, b) => a + b, 0);
  let ceiling = 1;
  for (const [k, h] of ranked.slice(0, limit).entries()) {
    const entry = entries.entry(h.name);
    if (!entry) continue;
    const alike = bearers.get(nameKey(entries, h.name)) ?? 1;
    const share = Math.min(1, (weights[k] ?? 0) / sum);
    const score = Math.min(ceiling, h.chance * share, 1 / Math.max(alike, entry.expectedBearers ?? 1, 1));
    ceiling = score;
    const reasons = [h.tier, ...h.alignment.reasons, ...(h.span.isTitled ? ['title-stripped'] : []), ...(h.span.isFirm ? ['firm'] : []), ...repairs, ...(alike > 1 ? ['namesakes'] : [])];
    out.push({ ref: entry.ref, name: entry.fullName, score: Math.round(score * 1e6) / 1e6, reasons: [...new Set(reasons)] });
  }
  return out;
}

function nameKey(entries: Entries, name: number): string {
  let key = '';
  for (let k = 0; k < entries.lengthOf(name); k += 1) key += `${entries.formAt(name, k)?.toned ?? ''} `;
  return key;
}
