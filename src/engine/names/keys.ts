import type { Numbers } from './numbers.ts';
import { mix } from './postings.ts';

/** Kinds of key under which a name is found. Sums make them independent of order: "Hùng Nguyễn Văn" has the key of "Nguyễn Văn Hùng". */
export const KEY = { full: 1, part: 2, given: 3, initials: 4, post: 5 } as const;
export type KeyKind = (typeof KEY)[keyof typeof KEY];

export const keyOf = (sum: number, kind: KeyKind): number => mix((sum + Math.imul(kind, 0x9e3779b1)) | 0);

/** Longest name that is indexed whole ("Công Tằng Tôn Nữ Thị Ngọc Anh" has seven); of longer ones the first seven words and the last. */
export const MAX_WORDS_OF_NAME = 8;

/** All keys of a name: whole, each word left out, surname with given name, given name, initials with given name, given name with unit. `hashes` per word, `letters` per first letter; `unit` 0 = none. */
export function writeKeys(hashes: Uint32Array, letters: Uint32Array, n: number, unit: number, out: Numbers): void {
  let sum = 0;
  let initials = 0;
  for (let i = 0; i < n; i += 1) { sum = (sum + (hashes[i] ?? 0)) | 0; initials = (initials + (letters[i] ?? 0)) | 0; }
  const given = hashes[n - 1] ?? 0;
  out.push(keyOf(sum, KEY.full));
  if (unit !== 0) out.push(keyOf(given + unit, KEY.post));
  if (n < 2) return;
  if (n >= 3) {
    for (let i = 0; i < n; i += 1) if (hashes.indexOf(hashes[i] ?? 0) === i) out.push(keyOf(sum - (hashes[i] ?? 0), KEY.part));
    out.push(keyOf(initials - (letters[n - 1] ?? 0) + given, KEY.initials));
  }
  if (n >= 4) out.push(keyOf((hashes[0] ?? 0) + given, KEY.part));
  out.push(keyOf(given, KEY.given));
}
