import { mix } from './postings.ts';

/** Kinds of key under which a name is found. Sums make them independent of order: "Hùng Nguyễn Văn" has the key of "Nguyễn Văn Hùng". */
export const KEY = { full: 1, part: 2, given: 3, initials: 4 } as const;
export type KeyKind = (typeof KEY)[keyof typeof KEY];

export const keyOf = (sum: number, kind: KeyKind): number => mix(sum + Math.imul(kind, 0x9e3779b1));

/** Longest name that is indexed whole ("Công Tằng Tôn Nữ Thị Ngọc Anh" has seven); of longer ones the first seven words and the last. */
export const MAX_WORDS_OF_NAME = 8;

/** All keys of a name: whole, each word left out, surname with given name, given name, initials with given name. `hashes` per word, `letters` per first letter. */
export function emitKeys(hashes: readonly number[], letters: readonly number[], emit: (key: number) => void): void {
  const n = hashes.length;
  let sum = 0;
  let initials = 0;
  for (let i = 0; i < n; i += 1) { sum += hashes[i] ?? 0; initials += letters[i] ?? 0; }
  const given = hashes[n - 1] ?? 0;
  emit(keyOf(sum, KEY.full));
  if (n < 2) return;
  if (n >= 3) {
    for (let i = 0; i < n; i += 1) if (hashes.indexOf(hashes[i] ?? 0) === i) emit(keyOf(sum - (hashes[i] ?? 0), KEY.part));
    emit(keyOf(initials - (letters[n - 1] ?? 0) + given, KEY.initials));
  }
  if (n >= 4) emit(keyOf((hashes[0] ?? 0) + given, KEY.part));
  emit(keyOf(given, KEY.given));
}
