import { editCost, isOneEdit, respellings } from './kinship.ts';
import { readingsOf } from './readings.ts';
import { syllableOf } from './syllables.ts';

/** One syllable of the register that a written word may stand for. */
export interface Variant {
  readonly foldId: number;
  /** Marks the writer showed; null = none shown or not to be compared. */
  readonly toned: string | null;
  readonly cost: number;
  readonly reason: string | null;
}

/** Written words are remembered; beyond this many the memory starts afresh, so a flood of nonsense cannot fill it. */
const MAX_CACHE = 20_000;
/** Kept per word: after these the next is thousands of times less likely. */
const MAX_VARIANTS = 10;
/** Longer words are no syllables, their neighbourhood is not searched. */
const MAX_FUZZY = 10;
const MAX_JOINED = 40;
const MAX_SYLLABLE = 8;
const MAX_WAYS = 6;
/** Shorter ones are foreign words rather than joined names. */
const MIN_REPAIRED = 9;
const MIN_SLIPPED = 7;
const MAX_PREFIXES = 2000;

/** The syllables of the register. Vietnamese has a few thousand, so likeness is worked out once per syllable, not once per name. */
export class Vocabulary {
  readonly folds: string[] = [];
  private readonly ids = new Map<string, number>();
  /** Word with one letter left out → syllables that lie one edit away (deletion neighbourhood). */
  private readonly deletions = new Map<string, number[]>();
  private readonly prefixes = new Map<string, readonly number[]>();
  private readonly cache = new Map<string, readonly Variant[]>();

  /** Syllables that a registered name has now. Those of removed names are kept by number only: they must change no answer. */
  private readonly live: boolean[] = [];

  /** −1 when no registered name has it. */
  idOf(fold: string): number {
    const id = this.ids.get(fold) ?? -1;
    return this.live[id] === true ? id : -1;
  }

  setLive(id: number, isLive: boolean): void {
    if ((this.live[id] ?? false) === isLive) return;
    this.live[id] = isLive;
    this.cache.clear();
    this.prefixes.clear();
  }

  intern(fold: string): number {
    const known = this.ids.get(fold);
    if (known !== undefined) return known;
    const id = this.folds.length;
    this.folds.push(fold);
    this.ids.set(fold, id);
    if (fold.length <= MAX_FUZZY) for (const key of neighbourhood(fold)) (this.deletions.get(key) ?? this.newKey(key)).push(id);
    this.cache.clear();
    this.prefixes.clear();
    return id;
  }

  private newKey(key: string): number[] {
    const list: number[] = [];
    this.deletions.set(key, list);
    return list;
  }

  /** Syllables of the register that this word may stand for, likeliest first. */
  variantsOf(raw: string): readonly Variant[] {
    const known = this.cache.get(raw);
    if (known) return known;
    if (this.cache.size >= MAX_CACHE) this.cache.clear();
    const found = this.work(raw);
    this.cache.set(raw, found);
    return found;
  }

  private work(raw: string): readonly Variant[] {
    const best = new Map<number, Variant>();
    const offer = (v: Variant): void => { if ((best.get(v.foldId)?.cost ?? Infinity) > v.cost) best.set(v.foldId, v); };
    const readings = readingsOf(raw);
    for (const r of readings) {
      const id = this.idOf(r.fold);
      if (id >= 0) offer({ foldId: id, toned: r.toned, cost: r.cost, reason: r.reason });
    }
    for (const r of readings.slice(0, 6)) {
      if (r.fold.length > MAX_FUZZY || r.fold.length < 2) continue;
      for (const other of respellings(r.fold)) {
        const id = this.idOf(other.fold);
        if (id >= 0) offer({ foldId: id, toned: null, cost: r.cost + other.cost, reason: r.reason ?? other.reason });
      }
      for (const key of neighbourhood(r.fold)) {
        for (const id of this.deletions.get(key) ?? []) {
          const other = this.folds[id] ?? '';
          if (this.live[id] === true && isOneEdit(r.fold, other)) offer({ foldId: id, toned: null, cost: r.cost + editCost(r.fold, other), reason: r.reason ?? 'edit' });
        }
      }
    }
    return [...best.values()].sort((a, b) => a.cost - b.cost || compare(this.folds[a.foldId], this.folds[b.foldId])).slice(0, MAX_VARIANTS);
  }

  /** A word that is several syllables run together → its ways of being cut, fewest pieces first. Telex residue and drawn-out letters are tried where plain syllables fail. */
  split(raw: string): string[][] {
    const word = raw.toLowerCase().normalize('NFC').slice(0, MAX_JOINED);
    const plain = this.cut(word, MAX_SYLLABLE, (piece) => this.idOf(syllableOf(piece).fold) >= 0);
    if (plain.length > 0 || word.length < MIN_REPAIRED) return plain;
    const repaired = this.cut(word, MAX_SYLLABLE + 3, (piece) => readingsOf(piece).some((r) => this.idOf(r.fold) >= 0));
    return repaired.length > 0 ? repaired : this.splitWithSlip(word);
  }

  /** "nguyenvnahung": all pieces are syllables but one, which is a slip away from one. Every place of the slip is tried, the longest sound beginning first. */
  splitWithSlip(raw: string): string[][] {
    const word = raw.toLowerCase().normalize('NFC').slice(0, MAX_JOINED);
    if (word.length < MIN_SLIPPED) return [];
    const isWord = (piece: string): boolean => this.idOf(syllableOf(piece).fold) >= 0;
    const before = this.waysOf(word, MAX_SYLLABLE, isWord);
    const isEnding = endings(word, isWord);
    const out: string[][] = [];
    for (let from = 0; from <= word.length - 3 && out.length < MAX_WAYS * 3; from += 1) {
      const starts = before[from] ?? [];
      if (starts.length === 0) continue;
      for (let to = Math.min(word.length, from + MAX_SYLLABLE); to >= from + 3; to -= 1) {
        if (isEnding[to] !== true || !this.isSlip(word.slice(from, to))) continue;
        const after = to === word.length ? [[]] : this.cut(word.slice(to), MAX_SYLLABLE, isWord, 1);
        for (const a of starts.slice(0, 2)) for (const b of after.slice(0, 2)) if (a.length + b.length >= 1) out.push([...a, word.slice(from, to), ...b]);
      }
    }
    return out.sort((a, b) => a.length - b.length).slice(0, MAX_WAYS * 2);
  }

  private isSlip(piece: string): boolean {
    const { fold } = syllableOf(piece);
    return fold.length >= 3 && neighbourhood(fold).some((key) => (this.deletions.get(key) ?? []).some((id) => this.live[id] === true && isOneEdit(fold, this.folds[id] ?? '')));
  }

  private cut(word: string, longest: number, isWord: (piece: string) => boolean, fewest = 2): string[][] {
    return (this.waysOf(word, longest, isWord)[word.length] ?? []).filter((w) => w.length >= fewest);
  }

  /** Per place of the word, the ways of cutting what stands before it. */
  private waysOf(word: string, longest: number, isWord: (piece: string) => boolean): string[][][] {
    const ways: string[][][] = [[[]]];
    for (let end = 1; end <= word.length; end += 1) {
      const here: string[][] = [];
      for (let from = Math.max(0, end - longest); from < end; from += 1) {
        const before = ways[from] ?? [];
        const piece = word.slice(from, end);
        if (before.length === 0 || piece.length < 2 || !isWord(piece)) continue;
        for (const way of before) if (way.length < 6) here.push([...way, piece]);
      }
      ways.push(here.sort((a, b) => a.length - b.length).slice(0, MAX_WAYS));
    }
    return ways;
  }

  /** Syllables that begin so, for initials ("T."), masked words ("T****") and words that were cut off. */
  startingWith(prefix: string): readonly number[] {
    const known = this.prefixes.get(prefix);
    if (known) return known;
    const found: number[] = [];
    for (const [id, fold] of this.folds.entries()) if (this.live[id] === true && fold.startsWith(prefix)) found.push(id);
    // By spelling, not by when they were met: callers take the first so many.
    found.sort((a, b) => compare(this.folds[a], this.folds[b]));
    if (this.prefixes.size >= MAX_PREFIXES) this.prefixes.clear();
    this.prefixes.set(prefix, found);
    return found;
  }
}

/** Per place of the word: can the rest be cut into syllables? */
function endings(word: string, isWord: (piece: string) => boolean): boolean[] {
  const out: boolean[] = [];
  out[word.length] = true;
  for (let from = word.length - 1; from >= 0; from -= 1) {
    out[from] = false;
    for (let to = from + 2; to <= Math.min(word.length, from + MAX_SYLLABLE); to += 1) if (out[to] === true && isWord(word.slice(from, to))) { out[from] = true; break; }
  }
  return out;
}

const compare = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0);

function neighbourhood(fold: string): string[] {
  const keys = [fold];
  for (let i = 0; i < fold.length; i += 1) keys.push(fold.slice(0, i) + fold.slice(i + 1));
  return keys;
}
