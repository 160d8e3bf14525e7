import { Aligner, type Alignment } from './align.ts';
import { askedOf, type Asked } from './asked.ts';
import { CandidateFinder } from './candidates.ts';
import { unitHash, type Entries } from './entries.ts';
import { KEY, keyOf } from './keys.ts';
import { contextOf } from './context.ts';
import { cleanText, placeIn, type CleanText } from './normalise.ts';
import { PostWeigher, type PostFit, type SaidPost } from './post-fit.ts';
import { probabilityOf, raisedBy, tierOf, type Evidence, type Tier } from './score.ts';
import { spansOf, type Span } from './spans.ts';
import type { NameCandidate, NameDetails, Surface } from './types.ts';
import { windowsOf } from './windows.ts';
import { wordsOf, type Word, type WordList } from './words.ts';

const MAX_LIMIT = 50;
/** A given name alone is looked up only behind a title, and at most this many bearers are listed. */
const MAX_GIVEN = 20;
/** Bearers of the given name in a unit that is said. */
const MAX_GIVEN_IN_UNIT = 60;
const GIVEN_PROBABILITY = 0.3;
/** −ln of how rarely a person is called by the given name alone, against any fuller reading of the same words. */
const GIVEN_ALONE = 4;
/** Below this every word fits; that the whole is registered tells that "Ông" is a surname here. */
const WHOLE_FIT = 0.5;
/** Names this much less likely than the best are not even listed. */
const MAX_COST = 13;
/** A run-together name inside a text: shorter words are foreign ones, and few are tried. */
const MIN_JOINED = 8;
const MAX_JOINED_INSIDE = 3;
const JOINED_INSIDE = 1;
/** A reading this likely leaves no room for a slip. */
const SURE_COST = 3;
/** How much the number of bearers counts when the words fit equally well. */
const BEARERS = 0.05;

interface Hit { readonly name: number; readonly asked: Asked; readonly cost: number; readonly rank: number; /** What a said post adds. */ readonly post: PostFit }
interface Judged { readonly tier: Tier; readonly alignment: Alignment; readonly alike: number; readonly likeness: number | undefined }
interface Seen {
  readonly raw: string;
  readonly clean: CleanText;
  readonly list: WordList;
  readonly isRepaired: boolean;
  readonly isBank: boolean;
  readonly said: SaidPost | null;
}

/** Finds whom of the register a text names. Keeps scratch memory, so one per index. */
export class Matcher {
  private readonly entries: Entries;
  private readonly aligner: Aligner;
  private readonly finder: CandidateFinder;
  private readonly posts: PostWeigher;

  constructor(entries: Entries) {
    this.entries = entries;
    this.aligner = new Aligner(entries);
    this.finder = new CandidateFinder(entries);
    this.posts = new PostWeigher(entries);
  }

  match(query: string, limit: number, surface?: Surface): NameCandidate[] {
    const seen = this.see(query, surface);
    return seen ? this.present(this.rank(seen), seen, Math.max(1, Math.min(limit, MAX_LIMIT))) : [];
  }

  /** What speaks for each name, best first: the figures that calibration is fitted on. */
  evidence(query: string, limit: number): { name: string; evidence: Evidence }[] {
    const seen = this.see(query);
    const ranked = seen ? this.rank(seen) : [];
    const odds = lnOddsOf(ranked);
    return ranked.slice(0, limit).flatMap((h, k) => {
      const entry = this.entries.entry(h.name);
      return entry && seen && h.asked.words.length > 1 ? [{ name: entry.fullName, evidence: this.evidenceOf(h, seen, odds[k] ?? 0) }] : [];
    });
  }

  private see(query: string, surface?: Surface): Seen | null {
    const clean = cleanText(query);
    const list = wordsOf(clean.text);
    if (list.words.length === 0 || this.entries.size === 0) return null;
    this.aligner.setSurface(surface);
    return { raw: query, said: this.posts.said(list.words), clean, list, isBank: surface === 'bank', isRepaired: clean.repairs.has('look-alike') || clean.repairs.has('zero-width') || clean.repairs.has('styled-letters') || list.isSpaced || list.isJoined };
  }

  private rank(seen: Seen): Hit[] {
    const best = new Map<number, Hit>();
    const { words } = seen.list;
    for (const span of [...spansOf(words), ...windowsOf(words, this.entries)]) this.matchSpan(seen.isBank ? { ...span, isBank: true } : span, best, seen.said);
    this.matchJoinedInside(seen, best);
    return [...best.values()].sort((a, b) => a.rank - a.post.ln - b.rank + b.post.ln || this.entries.compareShown(a.name, b.name));
  }

  private matchSpan(span: Span, best: Map<number, Hit>, said: SaidPost | null): void {
    if (span.words.length === 1 && !span.isTitled) { this.matchJoined(span, best, said); return; }
    const asked = askedOf(this.entries, span);
    if (span.words.length === 1) { this.matchGiven(asked, best, said); return; }
    for (const name of this.finder.find(asked)) {
      const fit = this.aligner.cost(asked, name);
      const cost = fit + (fit < WHOLE_FIT && !span.isPiece ? Math.min(span.penalty, WHOLE_FIT) : span.penalty);
      if (cost > MAX_COST) continue;
      const known = best.get(name);
      if (!known || cost < known.cost) best.set(name, this.hit(name, asked, cost, said));
    }
  }

  private hit(name: number, asked: Asked, cost: number, said: SaidPost | null): Hit {
    return { name, asked, cost, rank: cost - BEARERS * this.entries.lnBearers(name), post: this.posts.fit(said, this.entries.entry(name)) };
  }

  /** "anh Hùng GĐ": one of all who are called Hùng. */
  private matchGiven(asked: Asked, best: Map<number, Hit>, said: SaidPost | null): void {
    const variant = asked.words[0]?.variants.find((v) => v.cost === 0);
    if (!variant) return;
    const given = this.entries.hashOf(variant.foldId);
    const offer = (name: number): void => {
      const cost = this.aligner.cost(asked, name) + asked.span.penalty + GIVEN_ALONE;
      if (!best.has(name) && this.aligner.explain(asked, name).slips === 0) best.set(name, this.hit(name, asked, cost, said));
    };
    this.entries.visit(keyOf(given, KEY.given), MAX_GIVEN, offer);
    for (const unit of said?.units ?? []) this.entries.visit(keyOf(given + unitHash(unit), KEY.post), MAX_GIVEN_IN_UNIT, offer);
  }

  /** "kết bạn nguyenvanhung nhé": long words that are no syllable. */
  private matchJoinedInside({ list: { words }, said }: Seen, best: Map<number, Hit>): void {
    if (words.length < 2) return;
    const long = words.filter((w) => w.raw.length >= MIN_JOINED && /^\p{L}+$/u.test(w.raw) && this.entries.vocabulary.idOf(w.syllable.fold) < 0).slice(0, MAX_JOINED_INSIDE);
    for (const word of long) this.matchJoined({ words: [word], isTitled: false, isFirm: false, isJoined: true, isPiece: false, penalty: JOINED_INSIDE }, best, said);
  }

  /** "NGUYENVANHUNG", "nguyenvanhung" */
  private matchJoined(span: Span, best: Map<number, Hit>, said: SaidPost | null): void {
    const [whole] = span.words;
    if (!whole) return;
    const tryAll = (ways: readonly (readonly string[])[]): void => {
      for (const parts of ways) {
        const words = parts.flatMap((part): Word[] => wordsOf(part).words.slice(0, 1)).map((w) => ({ ...w, start: whole.start, end: whole.end }));
        if (words.length >= 2) this.matchSpan({ ...span, words, isJoined: true }, best, said);
      }
    };
    tryAll(this.entries.vocabulary.split(whole.raw));
    // "buihuutuna" is also four syllables, but nobody's name.
    if (!span.isJoined && ![...best.values()].some((h) => h.cost < SURE_COST)) tryAll(this.entries.vocabulary.splitWithSlip(whole.raw));
  }

  /** Names → people: those who share a name share its probability, and expected bearers bound it. Scores never rise down the list. */
  private present(ranked: readonly Hit[], seen: Seen, limit: number): NameCandidate[] {
    const alikes = this.alikes(ranked, limit);
    const odds = lnOddsOf(ranked);
    const shown: { span: Span; ceiling: number; likest: number }[] = [];
    const out = ranked.slice(0, limit).flatMap((h, k) => {
      const entry = this.entries.entry(h.name);
      const evidence = this.evidenceOf(h, seen, odds[k] ?? 0);
      const { tier, alignment } = evidence;
      if (!entry || alignment.matched === 0) return [];
      const alike = alikes[k] ?? 1;
      const chance = tier === 'given-title' ? this.givenChance(h) : probabilityOf(evidence) / alike;
      // A said post is evidence beside the name, so it also lifts the bound that the name alone has.
      const bound = 1 / Math.max(alike, entry.expectedBearers ?? 1, 1);
      const rivals = shown.filter((s) => isSamePlace(s.span, h.asked.span));
      const likest = Math.min(raisedBy(chance, h.post.ln), ...rivals.map((s) => s.likest));
      // Behind a name that many bear, others for the same words shrink alike: merely capped they would stand before the other people of a sentence.
      const share = Math.min(1, ...rivals.map((s) => s.ceiling / Math.max(1e-9, s.likest)));
      const ceiling = Math.min(likest * share, h.post.ln > 0 ? raisedBy(bound, h.post.ln) : bound, ...rivals.map((s) => s.ceiling));
      shown.push({ span: h.asked.span, ceiling, likest });
      const likeness = likest > ceiling ? Math.floor(likest * 1e6) / 1e6 : undefined;
      return [{
        ref: entry.ref, name: entry.fullName, score: Math.floor(ceiling * 1e6) / 1e6, ...this.said(h, seen, { tier, alignment, alike, likeness }),
      }];
    });
    return out.sort((a, b) => b.score - a.score);
  }

  /** Reasons, where in the given text the name stands, and what stands beside it. */
  private said(h: Hit, { list, clean, raw, ...seen }: Seen, { tier, alignment, alike, likeness }: Judged): Pick<NameCandidate, 'reasons' | 'span' | 'context' | 'details'> {
    const [from, to] = [h.asked.span.words[alignment.first], h.asked.span.words[alignment.last]];
    const span = { start: placeIn(clean, from?.start ?? 0), end: placeIn(clean, to?.end ?? clean.text.length) };
    const lookAlike = clean.lookAlikes.find((l) => l.at >= span.start && l.at < span.end);
    const at = (word: Word | undefined): number => list.words.findIndex((w) => w.start === word?.start && w.end === word.end);
    const context = contextOf(list.words, at(from), at(to), clean, raw);
    const bearers = this.entries.entry(h.name)?.expectedBearers ?? 0;
    const details: NameDetails = { ...(alike > 1 ? { namesakes: alike } : {}), ...(bearers >= 2 ? { bearers: Math.round(bearers) } : {}), ...(likeness === undefined ? {} : { likeness }), ...(lookAlike ? { lookAlike: { written: lookAlike.written, instead: lookAlike.instead } } : {}) };
    // A disguise elsewhere in the sentence is none of this name.
    const reasons = reasonsOf(tier, alignment, h, { list, clean, raw, ...seen }, alike).filter((r) => r !== 'look-alike' || lookAlike);
    return { reasons, span, ...(context.length > 0 ? { context } : {}), ...(Object.keys(details).length > 0 ? { details } : {}) };
  }

  private givenChance(h: Hit): number {
    return GIVEN_PROBABILITY / Math.max(1, this.entries.countGiven(h.asked.words[0]?.variants[0]?.foldId ?? -1));
  }

  private evidenceOf(h: Hit, seen: Seen, lnOdds: number): Evidence {
    const { asked, cost, name } = h;
    const alignment = this.aligner.explain(asked, name);
    const tier = asked.words.length === 1 ? 'given-title' : tierOf(alignment, seen.isRepaired || asked.span.isJoined, asked.span.isPiece);
    return { tier, cost, rarity: this.rarity(alignment, name), lnSize: Math.log(this.entries.size), lnOdds, alignment, isMarked: asked.isMarked, isFirm: asked.span.isFirm, isPiece: asked.span.isPiece, penalty: asked.span.penalty };
  }

  /** −ln share of those words of the name that were found whole, by fixed tables: a register of ten cannot tell what is rare. */
  private rarity({ found }: Alignment, name: number): number {
    let rarity = 0;
    for (const k of found) {
      rarity += this.entries.fixedRarity(name, k);
    }
    return rarity;
  }

  /** How many people bear each of the first names; only names that cost the same can be one name. */
  private alikes(ranked: readonly Hit[], limit: number): number[] {
    const byCost = new Map<number, Hit[]>();
    for (const h of ranked) { const list = byCost.get(h.cost); if (list) list.push(h); else byCost.set(h.cost, [h]); }
    return ranked.slice(0, limit).map((h) => (byCost.get(h.cost) ?? []).reduce((n, other) => n + (this.isSameName(h.name, other.name) ? 1 : 0), 0));
  }

  private isSameName(a: number, b: number): boolean {
    const n = this.entries.lengthOf(a);
    if (n !== this.entries.lengthOf(b)) return false;
    for (let k = 0; k < n; k += 1) {
      const [x, y] = [this.entries.formIdAt(a, k), this.entries.formIdAt(b, k)];
      if (x !== y && this.entries.forms[x]?.toned !== this.entries.forms[y]?.toned) return false;
    }
    return true;
  }
}

const isSamePlace = (a: Span, b: Span): boolean => a === b || ((a.words[0]?.start ?? 0) < (b.words.at(-1)?.end ?? 0) && (b.words[0]?.start ?? 0) < (a.words.at(-1)?.end ?? 0));

/** ln odds of each hit against all others for the same place of the text, taking exp(−rank) for its weight; two names in one sentence are no rivals. */
function lnOddsOf(ranked: readonly Hit[]): number[] {
  const top = ranked[0]?.rank ?? 0;
  const weights = ranked.map((h) => Math.exp(top - h.rank));
  const bySpan = new Map<Span, number>();
  ranked.forEach((h, k) => { bySpan.set(h.asked.span, (bySpan.get(h.asked.span) ?? 0) + (weights[k] ?? 0)); });
  const sums = new Map<Span, number>();
  for (const span of bySpan.keys()) { let sum = 0; for (const [other, weight] of bySpan) if (isSamePlace(span, other)) sum += weight; sums.set(span, sum); }
  return ranked.map((h, k) => { const w = weights[k] ?? 0; return Math.log(w / Math.max(1e-9, (sums.get(h.asked.span) ?? 0) - w)); });
}

function reasonsOf(tier: Tier, a: Alignment, { asked: { span }, post }: Hit, seen: Seen, alike: number): string[] {
  const more = [post.reason ?? '', span.isTitled ? 'title-stripped' : '', span.isFirm ? 'firm' : '', span.isPiece ? 'piece' : '', seen.list.isSpaced ? 'spaced-letters' : '', span.isJoined || seen.list.isJoined ? 'joined' : '', alike > 1 ? 'namesakes' : ''];
  return [...new Set([tier, ...(tier !== 'reordered' && a.order !== 'same' ? ['reordered-words'] : []), ...a.reasons, ...seen.clean.repairs, ...more.filter(Boolean)])];
}
