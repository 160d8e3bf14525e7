import { foldLatin } from '#engine/identifiers/index.ts';

/** Banks print at most some 70 characters; a longer holder name is no name. */
const MAX_HOLDER = 200;

/** A name as banks print it: capitals without marks, single spaces. "Lê Trọng Khuê" → "LE TRONG KHUE". At most 200 characters are read. */
export function foldName(text: string): string {
  return foldLatin(text.slice(0, MAX_HOLDER)).toUpperCase().replace(/[^A-Z0-9]+/g, ' ').trim();
}
