/** Shapes of name matching. A register entry is one person; several may bear one name. */
export interface RegisterName {
  readonly ref: string;
  readonly fullName: string;
  /** How many people in the population are expected to bear this name; bounds what a name alone may prove. */
  readonly expectedBearers?: number;
  /** "Giám đốc" and "Sở Y tế tỉnh Mẫu": when a query says a post too, agreement raises the score, another post lowers it. */
  readonly position?: string;
  readonly unit?: string;
}
export type Surface = 'facebook' | 'zalo' | 'bank' | 'chat' | 'letter';

export interface NameCandidate {
  readonly ref: string;
  readonly name: string;
  /** Probability that the query names this person. */
  readonly score: number;
  /** Codes, most telling first: "exact", "folded", "reordered", "one-edit", "title-stripped", … */
  readonly reasons: readonly string[];
  /** UTF-16 places on the given text. */
  readonly span?: { readonly start: number; readonly end: number };
  /** Titles, ranks, positions, units and forms of address beside the name, as written. */
  readonly context?: readonly string[];
  /** Figures and letters that reason sentences name. */
  readonly details?: NameDetails;
}
export interface NameDetails {
  /** Registered people of this name. */
  readonly namesakes?: number;
  /** People of the population expected to bear it. */
  readonly bearers?: number;
  /** The score before bearers bound it: how surely the name is meant, whoever bears it. Only where they do. */
  readonly likeness?: number;
  readonly lookAlike?: { readonly written: string; readonly instead: string };
}
export interface NameIndex {
  add(entry: RegisterName): void;
  remove(ref: string): void;
  /** Best first, at most `limit` (10). `query` is a display name, a holder name or a whole sentence; length is bounded inside. */
  match(query: string, options?: { surface?: Surface; limit?: number }): NameCandidate[];
  /** The whole index as bytes, for `nameIndexFromSnapshot`. */
  toSnapshot(): Uint8Array;
  readonly size: number;
}
