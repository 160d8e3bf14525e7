import { MAX_WORDS_OF_NAME, emitKeys } from './keys.ts';
import { cleanText } from './normalise.ts';
import { buildPostings, hashText, type Postings } from './postings.ts';
import { SURNAME_SHARES } from './population.data.ts';
import { syllableOf } from './syllables.ts';
import type { RegisterName } from './types.ts';
import { Vocabulary } from './vocabulary.ts';

/** One spelling with its marks, shared by all names that contain it. */
export interface Form { readonly foldId: number; readonly toned: string; readonly isMarked: boolean }

/** Names added since the table was built are kept beside it; beyond this share (and this count) the table is built anew. */
const MAX_BESIDE_SHARE = 0.25;
const MAX_BESIDE = 2000;
const LETTERS = Array.from({ length: 26 }, (_, k) => hashText(`letter ${k}`));
export const letterHash = (letter: string): number => LETTERS[letter.charCodeAt(0) - 97] ?? 0;

/** The register: words of every name in flat arrays, and the key table over them. Numbers of names are internal and change when the table is built anew. */
export class Entries {
  readonly vocabulary = new Vocabulary();
  readonly forms: Form[] = [];
  private readonly formIds = new Map<string, number>();
  private readonly hashes: number[] = [];
  private list: RegisterName[] = [];
  private starts: number[] = [0];
  private words: number[] = [];
  private readonly byRef = new Map<string, number>();
  private readonly gone = new Set<number>();
  private table: Postings = buildPostings(0, () => undefined);
  private built = 0;
  private beside = new Map<number, number[]>();
  /** How often each syllable stands in the register, for rarity. */
  private readonly counts: number[] = [];
  private total = 0;

  get size(): number { return this.byRef.size; }
  entry(name: number): RegisterName | undefined { return this.gone.has(name) ? undefined : this.list[name]; }
  lengthOf(name: number): number { return (this.starts[name + 1] ?? 0) - (this.starts[name] ?? 0); }
  formAt(name: number, k: number): Form | undefined { return this.forms[this.words[(this.starts[name] ?? 0) + k] ?? -1]; }
  hashOf(foldId: number): number { return this.hashes[foldId] ?? 0; }

  /** −ln of the share of this syllable in the register; one never seen counts as half a bearer. */
  rarity(foldId: number): number { return Math.log((this.total + 1) / ((this.counts[foldId] ?? 0) + 0.5)); }

  addAll(entries: Iterable<RegisterName>): void {
    for (const entry of entries) this.append(entry);
    this.rebuild();
  }

  /** A reference that is there already is replaced. */
  add(entry: RegisterName): void {
    const name = this.append(entry);
    if (name < 0) return;
    this.keysOf(name, (key) => { const list = this.beside.get(key); if (list) list.push(name); else this.beside.set(key, [name]); });
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
    const fresh = this.beside.get(key);
    if (!fresh && this.gone.size === 0) { this.table.visit(key, limit, visit); return; }
    const found: number[] = [];
    this.table.visit(key, limit + this.gone.size, (name) => { if (!this.gone.has(name)) found.push(name); });
    for (const name of fresh ?? []) if (!this.gone.has(name)) found.push(name);
    if (fresh) found.sort((a, b) => compareEntries(this.list[a], this.list[b]));
    for (const name of found.slice(0, limit)) visit(name);
  }

  private append(entry: RegisterName): number {
    this.remove(entry.ref);
    const forms = cleanText(entry.fullName).text.split(/[^\p{L}\p{M}]+/u).filter(Boolean).map((word) => this.formOf(word)).filter((f) => f >= 0);
    if (forms.length === 0) return -1;
    const kept = forms.length > MAX_WORDS_OF_NAME ? [...forms.slice(0, MAX_WORDS_OF_NAME - 1), ...forms.slice(-1)] : forms;
    const name = this.list.length;
    this.list.push(entry);
    for (const form of kept) this.words.push(form);
    this.starts.push(this.words.length);
    this.byRef.set(entry.ref, name);
    this.count(name, 1);
    return name;
  }

  private formOf(word: string): number {
    const known = this.formIds.get(word);
    if (known !== undefined) return known;
    const { fold, toned, isMarked } = syllableOf(word);
    if (fold === '') return -1;
    const foldId = this.vocabulary.intern(fold);
    this.hashes[foldId] ??= hashText(fold);
    const id = this.forms.length;
    this.forms.push({ foldId, toned, isMarked });
    this.formIds.set(word, id);
    return id;
  }

  private count(name: number, by: 1 | -1): void {
    for (let k = 0; k < this.lengthOf(name); k += 1) {
      const id = this.formAt(name, k)?.foldId ?? 0;
      this.counts[id] = (this.counts[id] ?? 0) + by;
    }
    this.total += by;
  }

  private keysOf(name: number, emit: (key: number) => void): void {
    const hashes: number[] = [];
    const letters: number[] = [];
    for (let k = 0; k < this.lengthOf(name); k += 1) {
      const id = this.formAt(name, k)?.foldId ?? 0;
      hashes.push(this.hashOf(id));
      letters.push(letterHash(this.vocabulary.folds[id] ?? ''));
    }
    emitKeys(hashes, letters, emit);
  }

  private rebuild(): void {
    const old = this.list.map((entry, name) => ({ entry, words: this.words.slice(this.starts[name], this.starts[name + 1]), gone: this.gone.has(name) })).filter((o) => !o.gone);
    old.sort((a, b) => compareEntries(a.entry, b.entry));
    this.list = old.map((o) => o.entry);
    this.starts = [0];
    this.words = [];
    this.gone.clear();
    this.byRef.clear();
    old.forEach(({ entry, words }, name) => {
      for (const w of words) this.words.push(w);
      this.starts.push(this.words.length);
      this.byRef.set(entry.ref, name);
    });
    this.beside = new Map();
    this.built = this.list.length;
    this.table = buildPostings(this.built, (name, emit) => this.keysOf(name, emit));
  }
}

/** Names that more people bear first, then by name and reference: an order that is the same whoever was registered first. */
export function compareEntries(a: RegisterName | undefined, b: RegisterName | undefined): number {
  if (!a || !b) return 0;
  const bearers = (b.expectedBearers ?? 1) - (a.expectedBearers ?? 1);
  if (bearers !== 0) return bearers;
  return a.fullName < b.fullName ? -1 : a.fullName > b.fullName ? 1 : a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0;
}

/** Share of the population with this surname, 0…1; an unknown one counts as rare. */
export const surnameShare = (fold: string): number => (SURNAME_SHARES[fold] ?? 0.005) / 100;
