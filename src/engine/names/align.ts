import type { Asked, AskedWord } from './asked.ts';
import type { Entries } from './entries.ts';
import { isUsualMiddle } from './population.ts';
import { compareMarks } from './syllables.ts';
import type { Surface } from './types.ts';

/** How a span fits a name. `cost` is −ln of how likely the bearer's name comes to be written so. */
export interface Alignment {
  readonly cost: number;
  /** Words of the name that were found whole. */
  readonly matched: number;
  readonly parts: number;
  readonly missing: number;
  readonly extra: number;
  /** Words that differ by a slip (edit, regional, contradicting mark). */
  readonly slips: number;
  /** Slips that are words of the register themselves, so rather another name than a slip. */
  readonly knownSlips: number;
  /** A slip in the given name, which tells people apart. */
  readonly isGivenSlip: boolean;
  readonly order: Order;
  /** How unsure the marks that were left out are, nats. */
  readonly markDoubt: number;
  /** No mark left out and nothing repaired. */
  readonly isSame: boolean;
  readonly reasons: readonly string[];
  /** Places in the name whose word was found whole. */
  readonly found: readonly number[];
  /** First and last word of the span that belongs to the name; −1 = none. */
  readonly first: number;
  readonly last: number;
}
type Order = 'same' | 'western' | 'shuffled';

/** −ln probabilities of what may happen to a name. Own estimates, checked on bench/names; the decision is calibrated on top of them (score.ts). */
const COST = {
  unmarkedAll: 0.3, unmarkedOne: 1.6, tone: 2.6, otherTone: 1.2, letter: 4, initial: 1.5, masked: 0.5, maskedOther: 1.5, cutOff: 2, cutOffWord: 3.2,
  western: 1.8, shuffled: 4, missingSurname: 2.6, missingGiven: 4.2, missingGivenCapitals: 3, missingMiddle: 2.2, missingUsual: 1.2, extraUsual: 2.8, extra: 4.5, extraUnknown: 6, extraAtEnd: 1.2,
} as const;
type Costs = Readonly<Record<keyof typeof COST, number>>;
/** What is likelier or rarer where the text was met: banks print whole names in their order and cut them; people shorten and turn them on Facebook; letters are written out. Own estimates. */
const BY_SURFACE: Readonly<Record<Surface, Costs>> = {
  facebook: { ...COST, western: 1, missingUsual: 1, missingMiddle: 1.8, missingSurname: 2.2 },
  zalo: { ...COST, western: 1.6, missingSurname: 2.2, missingMiddle: 2, extraAtEnd: 1 },
  bank: { ...COST, unmarkedAll: 0, western: 3, shuffled: 5, missingUsual: 3, missingMiddle: 3.5, missingSurname: 4.5, missingGiven: 3, cutOff: 1.2, cutOffWord: 2.6 },
  chat: { ...COST, unmarkedAll: 0.1, unmarkedOne: 1.2, missingSurname: 2.4 },
  letter: { ...COST, unmarkedAll: 1.5, western: 2.6, missingUsual: 1.8, missingMiddle: 2.8, missingSurname: 3.2 },
};
/** Reasons that change letters of the name, not only how they are typed. */
const SLIPS: ReadonlySet<string> = new Set(['edit', 'regional', 'ocr', 'i-y', 'tone', 'letter']);
const MAX_ASKED = 16;

/** Pairs the words of a span with the words of a name, each used once. Works in place: thousands of names are tried per query. */
export class Aligner {
  private readonly entries: Entries;
  /** Per word of the span: place in the name (−1 = none) and number of the variant (−1 = a part). */
  private readonly at = new Int8Array(MAX_ASKED);
  private readonly variant = new Int8Array(MAX_ASKED);
  private taken = 0;
  private costs: Costs = COST;

  constructor(entries: Entries) { this.entries = entries; }

  /** Where the text was met; holds for the calls that follow. */
  setSurface(surface: Surface | undefined): void { this.costs = surface ? BY_SURFACE[surface] : COST; }

  cost(asked: Asked, name: number): number {
    const n = this.entries.lengthOf(name);
    this.pair(asked, name, n);
    let cost = asked.isMarked ? 0 : this.costs.unmarkedAll;
    for (let i = 0; i < asked.words.length; i += 1) {
      const word = asked.words[i];
      if (!word) continue;
      const at = this.at[i] ?? -1;
      if (at < 0) { cost += extraCost(word, this.costs) + (i === 0 || i === asked.words.length - 1 ? this.costs.extraAtEnd : 0); continue; }
      const v = this.variant[i] ?? -1;
      cost += v < 0 ? this.partCost(word, name, at) : (word.variants[v]?.cost ?? 0) + this.markCost(asked, word, v, name, at);
    }
    for (let k = 0; k < n; k += 1) if ((this.taken & (1 << k)) === 0) cost += this.missingCost(name, k, n, asked.isCapitals);
    const order = this.order(asked.words.length);
    return cost + (order === 'same' ? 0 : order === 'western' ? this.costs.western : this.costs.shuffled);
  }

  /** The same again, with what a person wants to know. */
  explain(asked: Asked, name: number): Alignment {
    const cost = this.cost(asked, name);
    const n = this.entries.lengthOf(name);
    const reasons = new Set<string>();
    let [matched, parts, extra, slips, missing] = [0, 0, 0, 0, 0];
    let isSame = true;
    let markDoubt = 0;
    let knownSlips = 0;
    let isGivenSlip = false;
    const found: number[] = [];
    let [first, last] = [-1, -1];
    asked.words.forEach((word, i) => {
      const at = this.at[i] ?? -1;
      const v = this.variant[i] ?? -1;
      if (at < 0) { extra += 1; reasons.add('word-added'); return; }
      if (first < 0) first = i;
      last = i;
      if (v < 0) { parts += 1; if (word.part) reasons.add(word.part); return; }
      matched += 1;
      found.push(at);
      const { reason } = word.variants[v] ?? { reason: null };
      if (reason) { reasons.add(reason); isSame = false; }
      const marks = this.marks(word, v, name, at);
      if (marks === 'tone' || marks === 'letter') reasons.add(marks === 'tone' ? 'other-tone' : 'other-letter');
      if (marks === 'bare') isSame = false;
      if (marks === 'bare' || !word.variants[v]?.toned) markDoubt += this.entries.markDoubt(name, at);
      if (marks !== 'tone' && marks !== 'letter' && !(reason && SLIPS.has(reason))) return;
      slips += 1;
      if (at === n - 1) isGivenSlip = true;
      if (reason ? word.variants[0]?.cost === 0 : this.entries.knows(word.word.syllable.toned)) knownSlips += 1;
    });
    for (let k = 0; k < n; k += 1) {
      if ((this.taken & (1 << k)) !== 0) continue;
      missing += 1;
      reasons.add(k === n - 1 ? 'given-missing' : k === 0 ? 'surname-missing' : 'middle-missing');
    }
    return { cost, matched, parts, missing, extra, slips, order: this.order(asked.words.length), knownSlips, isGivenSlip, markDoubt, isSame, reasons: [...reasons], found, first, last };
  }

  private pair(asked: Asked, name: number, n: number): void {
    const count = Math.min(asked.words.length, MAX_ASKED);
    this.taken = 0;
    this.at.fill(-1);
    this.variant.fill(-1);
    for (let i = 0; i < count; i += 1) this.pairWhole(asked.words[i], i, name, n, 0);
    for (let i = 0; i < count; i += 1) if ((this.at[i] ?? -1) < 0) this.pairWhole(asked.words[i], i, name, n, Infinity);
    for (let i = 0; i < count; i += 1) if ((this.at[i] ?? -1) < 0) this.pairPart(asked.words[i], i, name, n);
  }

  private pairWhole(word: AskedWord | undefined, i: number, name: number, n: number, limit: number): void {
    const variants = word?.variants ?? [];
    for (let v = 0; v < variants.length; v += 1) {
      const variant = variants[v];
      if (!variant || variant.cost > limit) return;
      for (let k = 0; k < n; k += 1) {
        if ((this.taken & (1 << k)) !== 0 || this.entries.formAt(name, k)?.foldId !== variant.foldId) continue;
        this.at[i] = k;
        this.variant[i] = v;
        this.taken |= 1 << k;
        return;
      }
    }
  }

  private pairPart(word: AskedWord | undefined, i: number, name: number, n: number): void {
    if (!word?.part || word.fold === '') return;
    for (let k = 0; k < n; k += 1) {
      if ((this.taken & (1 << k)) !== 0 || !this.entries.foldAt(name, k).startsWith(word.fold)) continue;
      this.at[i] = k;
      this.taken |= 1 << k;
      return;
    }
  }

  private partCost(word: AskedWord, name: number, at: number): number {
    if (word.part === 'masked') return this.entries.foldAt(name, at).length === word.word.raw.length ? this.costs.masked : this.costs.maskedOther;
    return word.part === 'initial' ? this.costs.initial : word.variants[0]?.cost === 0 ? this.costs.cutOffWord : this.costs.cutOff;
  }

  private marks(word: AskedWord, v: number, name: number, at: number): 'same' | 'bare' | 'tone' | 'letter' {
    const toned = word.variants[v]?.toned;
    const form = this.entries.formAt(name, at);
    if (!toned || !form || toned === form.toned) return 'same';
    const relation = compareMarks(toned, form.toned);
    // A register that was typed without marks cannot contradict.
    return relation !== 'bare' && !form.isMarked && this.isPlain(name) ? 'bare' : relation;
  }

  private markCost(asked: Asked, word: AskedWord, v: number, name: number, at: number): number {
    // A word that stands for another syllable ("Thắn" for Thắng) still tells the tone.
    if (asked.isMarked && word.variants[v]?.toned === null) return word.word.syllable.toned.at(-1) === this.entries.formAt(name, at)?.toned.at(-1) ? 0 : this.costs.otherTone;
    const relation = this.marks(word, v, name, at);
    return relation === 'same' ? 0 : relation === 'bare' ? (asked.isMarked ? this.costs.unmarkedOne : 0) : this.costs[relation];
  }

  private isPlain(name: number): boolean {
    const n = this.entries.lengthOf(name);
    for (let k = 0; k < n; k += 1) if (this.entries.formAt(name, k)?.isMarked) return false;
    return n >= 2;
  }

  private missingCost(name: number, k: number, n: number, isCapitals: boolean): number {
    if (k === n - 1) return isCapitals ? this.costs.missingGivenCapitals : this.costs.missingGiven;
    if (k > 0) return this.entries.isUsualMiddleAt(name, k) ? this.costs.missingUsual : this.costs.missingMiddle;
    return this.costs.missingSurname;
  }

  private order(count: number): Order {
    let breaks = 0;
    let first = -1;
    let last = -1;
    let pairs = 0;
    for (let i = 0; i < count; i += 1) {
      const at = this.at[i] ?? -1;
      if (at < 0) continue;
      if (first < 0) first = at;
      if (at < last) breaks += 1;
      last = at;
      pairs += 1;
    }
    if (breaks === 0) return 'same';
    // One cut point ("Hùng Nguyễn Văn", "Văn Hùng Nguyễn") or turned round ("Hùng Văn Nguyễn").
    return (breaks === 1 && last < first) || breaks === pairs - 1 || last === 0 ? 'western' : 'shuffled';
  }
}

function extraCost(word: AskedWord, costs: Costs): number {
  if (isUsualMiddle(word.fold)) return costs.extraUsual;
  return word.variants.length === 0 ? costs.extraUnknown : costs.extra;
}
