import { MAX_WORDS_OF_NAME, writeKeys } from './keys.ts';
import { cleanText } from './normalise.ts';
import { Numbers } from './numbers.ts';
import { givenRarity, isUsualMiddle, lnBearersOf, middleRarity, surnameRarity } from './population.ts';
import { likelierFirst } from './order.ts';
import { buildPostings, hashText, postingsOf, type Postings } from './postings.ts';
import type { Tables } from './snapshot.ts';
import { syllableOf } from './syllables.ts';
import type { RegisterName } from './types.ts';
import { Vocabulary } from './vocabulary.ts';

/** One spelling with its marks, shared by all names that contain it. */
export interface Form { readonly foldId: number; readonly toned: string; readonly isMarked: boolean }

/** Names added since the table was built are kept beside it; beyond this share (and this count) the table is built anew. */
const MAX_BESIDE_SHARE = 0.25;
const MAX_BESIDE = 2000;
const LETTERS = Uint32Array.from({ length: 26 }, (_, k) => hashText(`letter ${k}`));
export const unitHash = (unit: string): number => hashText(`unit ${unit}`) || 1;
export const letterHash = (fold: string): number => LETTERS[fold.charCodeAt(0) - 97] ?? 0;
const EMPTY = buildPostings(new Numbers(), new Numbers());

/** The register: words of every name in flat arrays, and the key table over them. Numbers of names are internal and change when the table is built anew. */
export class Entries {
  readonly vocabulary = new Vocabulary();
  readonly forms: Form[] = [];
  /** Spelling with its marks → forms of it ("Hoà" and "Hòa" are one). */
  private readonly spellings = new Map<string, number[]>();
  private readonly formIds = new Map<string, number>();
  private readonly hashes: number[] = [];
  private list: RegisterName[] = [];
  /** ln of expected bearers per name by fixed tables: the order within a key. */
  private weights: number[] = [];
  /** Breaks ties of the weight, the same in every process. */
  private ties = new Numbers();
  /** Rarity of each syllable as surname, middle and given name. */
  private readonly rarities: (readonly [number, number, number])[] = [];
  /** Per syllable: stands in the middle far more often than anywhere else. */
  private readonly usual: boolean[] = [];
  private starts = new Numbers();
  private words = new Numbers();
  private byRef = new Map<string, number>();
  private readonly gone = new Set<number>();
  private table: Postings = EMPTY;
  private built = 0;
  private beside = new Map<number, number[]>();
  /** Per syllable, how many names of the register have it as surname, middle or given name. */
  private readonly counts: readonly [number[], number[], number[]] = [[], [], []];
  /** Per spelling and per syllable, how often it stands anywhere in the register. */
  private readonly formCounts: number[] = [];
  private readonly foldCounts: number[] = [];
  /** How many registered people belong to each unit; a unit that many belong to says less. */
  private readonly units = new Map<string, number>();
  private readonly scratch = { hashes: new Uint32Array(MAX_WORDS_OF_NAME), letters: new Uint32Array(MAX_WORDS_OF_NAME) };

  constructor() { this.starts.push(0); }

  get size(): number { return this.byRef.size; }
  entry(name: number): RegisterName | undefined { return this.gone.has(name) ? undefined : this.list[name]; }
  weight(name: number): number { return this.weights[name] ?? 0; }
  lengthOf(name: number): number { return this.starts.at(name + 1) - this.starts.at(name); }
  formIdAt(name: number, k: number): number { return this.words.at(this.starts.at(name) + k); }
  formAt(name: number, k: number): Form | undefined { return this.forms[this.formIdAt(name, k)]; }
  foldAt(name: number, k: number): string { return this.vocabulary.folds[this.formAt(name, k)?.foldId ?? -1] ?? ''; }
  isUsualMiddleAt(name: number, k: number): boolean { return this.usual[this.formAt(name, k)?.foldId ?? -1] === true; }
  hashOf(foldId: number): number { return this.hashes[foldId] ?? 0; }

  /** Is this a word of the register with just these marks? Then it is more likely another name than a slip. */
  knows(toned: string): boolean { return this.spellings.get(toned)?.some((form) => (this.formCounts[form] ?? 0) > 0) === true; }

  addAll(entries: Iterable<RegisterName>): void {
    for (const entry of entries) this.append(entry);
    this.rebuild();
  }

  /** A reference that is there already is replaced. */
  add(entry: RegisterName): void {
    const name = this.append(entry);
    if (name < 0) return;
    const keys = new Numbers();
    this.writeKeysOf(name, keys);
    for (let k = 0; k < keys.length; k += 1) { const list = this.beside.get(keys.at(k)); if (list) list.push(name); else this.beside.set(keys.at(k), [name]); }
    const fresh = this.list.length - this.built;
    if (fresh > MAX_BESIDE && fresh > this.built * MAX_BESIDE_SHARE) this.rebuild();
  }

  remove(ref: string): void {
    const name = this.byRef.get(ref);
    if (name === undefined) return;
    this.byRef.delete(ref);
    this.gone.add(name);
    this.count(name, -1);
    if (this.gone.size > MAX_BESIDE && this.gone.size > this.list.length * MAX_BESIDE_SHARE) this.rebuild();
  }

  /** Names under a key, the likelier names first and never depending on when they were registered. */
  visit(key: number, limit: number, visit: (name: number) => void): void {
    const fresh = this.beside.size > 0 ? this.beside.get(key) : undefined;
    if (!fresh && this.gone.size === 0) { this.table.visit(key, limit, visit); return; }
    const found: number[] = [];
    this.table.visit(key, limit + this.gone.size, (name) => { if (!this.gone.has(name)) found.push(name); });
    for (const name of fresh ?? []) if (!this.gone.has(name)) found.push(name);
    if (fresh) found.sort((a, b) => this.compare(a, b));
    for (const name of found.slice(0, limit)) visit(name);
  }

  /** All units that somebody is registered with; `unitsVersion` changes with them. */
  unitNames(): Iterable<string> { return this.units.keys(); }
  unitsVersion = 0;
  /** Somebody is registered with his unit. */
  get hasPosts(): boolean { return this.units.size > 0; }
  /** Share of the register in this unit. */
  shareOfUnit(unit: string): number { return (this.units.get(unit) ?? 1) / Math.max(1, this.size); }

  /** How many names end in this syllable. */
  countGiven(foldId: number): number { return this.counts[2][foldId] ?? 0; }

  /** Names that more people bear first, then in an order that is the same whoever was registered first. */
  compare(a: number, b: number): number {
    return this.weight(b) - this.weight(a) || this.ties.at(a) - this.ties.at(b) || this.compareShown(a, b);
  }

  /** Order of names that fit equally well: by name, then by reference. */
  compareShown(a: number, b: number): number {
    const [x, y] = [this.list[a], this.list[b]];
    if (!x || !y) return a - b;
    return x.fullName < y.fullName ? -1 : x.fullName > y.fullName ? 1 : x.ref < y.ref ? -1 : x.ref > y.ref ? 1 : 0;
  }

  /** −ln share of the word in its place by fixed tables: a register of ten cannot tell what is rare. */
  fixedRarity(name: number, k: number): number { return this.rarities[this.formAt(name, k)?.foldId ?? -1]?.[placeOf(k, this.lengthOf(name))] ?? 0; }

  /** −ln share of the register's names that have this word in this place. */
  rarity(name: number, k: number): number {
    const n = this.lengthOf(name);
    const count = this.counts[placeOf(k, n)][this.formAt(name, k)?.foldId ?? -1] ?? 0;
    return Math.log((this.size + 1) / (count + 0.5));
  }

  /** ln of how many people bear the name, as expected or else as its words are frequent here: who is likelier meant when the words asked decide nothing. */
  lnBearers(name: number): number {
    const expected = this.list[name]?.expectedBearers;
    if (expected !== undefined) return Math.log(Math.max(0.5, expected));
    const n = this.lengthOf(name);
    let ln = Math.log(this.size + 1) - (n === 3 ? 0.3 : n === 4 ? 1.2 : 3);
    for (let k = 0; k < n; k += 1) ln -= this.rarity(name, k);
    return ln;
  }

  /** −ln share of this spelling among all of the register that lose their marks alike: "Hung" may be Hùng, Hưng or Hừng. */
  markDoubt(name: number, k: number): number {
    const form = this.formIdAt(name, k);
    return Math.log(((this.foldCounts[this.forms[form]?.foldId ?? -1] ?? 0) + 1) / ((this.formCounts[form] ?? 0) + 0.5));
  }

  private count(name: number, by: 1 | -1): void {
    const n = this.lengthOf(name);
    const { unit } = this.list[name] ?? {};
    if (unit !== undefined) this.countUnit(unit, by);
    for (let k = 0; k < n; k += 1) {
      const counts = this.counts[placeOf(k, n)];
      const id = this.formAt(name, k)?.foldId ?? -1;
      counts[id] = (counts[id] ?? 0) + by;
      const left = (this.foldCounts[id] ?? 0) + by;
      this.foldCounts[id] = left;
      if (left <= 1) this.vocabulary.setLive(id, left > 0);
      const form = this.formIdAt(name, k);
      this.formCounts[form] = (this.formCounts[form] ?? 0) + by;
    }
  }

  private countUnit(unit: string, by: 1 | -1): void {
    const before = this.units.get(unit) ?? 0;
    if (before + by > 0) this.units.set(unit, before + by); else this.units.delete(unit);
    if (before === 0 || before + by === 0) this.unitsVersion += 1;
  }

  private append(entry: RegisterName): number {
    this.remove(entry.ref);
    const forms: number[] = [];
    const { text } = cleanText(entry.fullName);
    for (const word of /^[\p{L} ]*$/u.test(text) ? text.split(' ') : text.split(/[^\p{L}\p{M}]+/u)) { const form = this.formOf(word); if (form >= 0) forms.push(form); }
    if (forms.length === 0) return -1;
    if (forms.length > MAX_WORDS_OF_NAME) forms.splice(MAX_WORDS_OF_NAME - 1, forms.length - MAX_WORDS_OF_NAME);
    const name = this.list.length;
    this.list.push(entry);
    this.weights.push(this.weightOf(entry, forms));
    this.ties.push(hashText(`${entry.fullName}\t${entry.ref}`));
    for (const form of forms) this.words.push(form);
    this.starts.push(this.words.length);
    this.byRef.set(entry.ref, name);
    this.count(name, 1);
    return name;
  }

  /** Rounded, so that equal names weigh the same to the last bit. */
  private weightOf(entry: RegisterName, forms: readonly number[]): number {
    if (entry.expectedBearers !== undefined) return Math.round(Math.log(Math.max(0.5, entry.expectedBearers)) * 64) / 64;
    let rarity = 0;
    forms.forEach((form, k) => { rarity += this.rarities[this.forms[form]?.foldId ?? -1]?.[placeOf(k, forms.length)] ?? 0; });
    return Math.round(lnBearersOf(rarity, forms.length) * 64) / 64;
  }

  private formOf(word: string): number {
    const known = this.formIds.get(word);
    if (known !== undefined) return known;
    const { fold, toned, isMarked } = syllableOf(word);
    if (fold === '') return -1;
    const foldId = this.vocabulary.intern(fold);
    this.hashes[foldId] ??= hashText(fold);
    this.usual[foldId] ??= isUsualMiddle(fold);
    this.rarities[foldId] ??= [surnameRarity(fold), middleRarity(fold), givenRarity(fold)];
    const id = this.forms.length;
    this.forms.push({ foldId, toned, isMarked });
    this.formIds.set(word, id);
    const alike = this.spellings.get(toned);
    if (alike) alike.push(id); else this.spellings.set(toned, [id]);
    return id;
  }

  private writeKeysOf(name: number, out: Numbers): void {
    const { hashes, letters } = this.scratch;
    const n = this.lengthOf(name);
    for (let k = 0; k < n; k += 1) {
      const id = this.formAt(name, k)?.foldId ?? 0;
      hashes[k] = this.hashOf(id);
      letters[k] = letterHash(this.vocabulary.folds[id] ?? '');
    }
    const { unit } = this.list[name] ?? {};
    writeKeys(hashes, letters, n, unit === undefined ? 0 : unitHash(unit), out);
  }

  /** Everything that `restore` needs. */
  tables(): Tables {
    if (this.gone.size > 0 || this.beside.size > 0) this.rebuild();
    const { buckets, members, marks } = this.table.parts;
    return { entries: this.list, spellings: [...this.formIds.keys()], starts: this.starts.values(), words: this.words.values(), buckets, members, marks: Uint32Array.from(marks) };
  }

  /** The opposite, into an empty register. */
  restore({ entries, spellings, starts, words, buckets, members, marks }: Tables): void {
    for (const spelling of spellings) this.formOf(spelling);
    this.list = [...entries];
    this.starts = Numbers.of(starts);
    this.words = Numbers.of(words);
    this.table = postingsOf({ buckets, members, marks: Uint16Array.from(marks) });
    this.built = entries.length;
    for (const [name, entry] of entries.entries()) {
      this.weights.push(this.weightOf(entry, [...words.subarray(this.starts.at(name), this.starts.at(name + 1))]));
      this.ties.push(hashText(`${entry.fullName}\t${entry.ref}`));
      this.byRef.set(entry.ref, name);
      this.count(name, 1);
    }
  }

  private rebuild(): void {
    const kept: number[] = [];
    for (let name = 0; name < this.list.length; name += 1) if (!this.gone.has(name)) kept.push(name);
    const order = likelierFirst(kept, (name) => this.weight(name), (name) => this.ties.at(name), (a, b) => this.compare(a, b));
    const [starts, words, ties, weights, list] = [new Numbers(), new Numbers(), new Numbers(), [] as number[], [] as RegisterName[]];
    starts.push(0);
    for (const old of order) {
      const entry = this.list[old];
      if (!entry) continue;
      this.byRef.set(entry.ref, list.length);
      list.push(entry);
      weights.push(this.weight(old));
      ties.push(this.ties.at(old));
      const end = this.starts.at(old + 1);
      for (let at = this.starts.at(old); at < end; at += 1) words.push(this.words.at(at));
      starts.push(words.length);
    }
    this.ties = ties;
    this.starts = starts;
    this.words = words;
    this.weights = weights;
    this.list = list;
    this.gone.clear();
    this.beside = new Map();
    this.built = list.length;
    const keys = new Numbers();
    const ends = new Numbers();
    for (let name = 0; name < this.built; name += 1) { this.writeKeysOf(name, keys); ends.push(keys.length); }
    this.table = buildPostings(keys, ends);
  }
}

const placeOf = (k: number, n: number): 0 | 1 | 2 => (k === n - 1 ? 2 : k === 0 ? 0 : 1);
