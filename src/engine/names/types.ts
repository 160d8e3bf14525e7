/** Shapes of name matching. A register entry is one person; several may bear one name. */
export interface RegisterName {
  readonly ref: string;
  readonly fullName: string;
  /** How many people in the population are expected to bear this name; bounds what a name alone may prove. */
  readonly expectedBearers?: number;
}
export type Surface = 'facebook' | 'zalo' | 'bank' | 'chat' | 'letter';

export interface NameCandidate {
  readonly ref: string;
  readonly name: string;
  /** Probability that the query names this person. */
  readonly score: number;
  /** Codes, most telling first: "exact", "folded", "reordered", "one-edit", "title-stripped", … */
  readonly reasons: readonly string[];
}
export interface NameIndex {
  add(entry: RegisterName): void;
  remove(ref: string): void;
  /** Best first, at most `limit` (10). `query` is a display name, a holder name or a whole sentence; length is bounded inside. */
  match(query: string, options?: { surface?: Surface; limit?: number }): NameCandidate[];
  readonly size: number;
}
