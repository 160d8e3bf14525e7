import { hashText } from './postings.ts';
import type { RegisterName } from './types.ts';

/**
 * An index as bytes, so that a large register is there at once: magic, checksum, length of the JSON, JSON (texts), then whole numbers of four bytes. Little-endian throughout.
 * What does not pass every test is refused whole: a damaged table would miss names without saying so.
 */
const MAGIC = 'CDNAMES1';
const HEAD = 16;

export interface Tables {
  readonly entries: readonly RegisterName[];
  /** Spellings in the order of their numbers. */
  readonly spellings: readonly string[];
  readonly starts: Uint32Array;
  readonly words: Uint32Array;
  readonly buckets: Uint32Array;
  readonly members: Uint32Array;
  readonly marks: Uint32Array;
}
const ARRAYS = ['starts', 'words', 'buckets', 'members', 'marks'] as const;

export function writeSnapshot(tables: Tables): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify({ entries: tables.entries.map(rowOf), spellings: tables.spellings, lengths: ARRAYS.map((a) => tables[a].length) }));
  const textSize = Math.ceil(text.length / 4) * 4;
  const out = new Uint8Array(HEAD + textSize + ARRAYS.reduce((sum, a) => sum + tables[a].length * 4, 0));
  const view = new DataView(out.buffer);
  out.set(new TextEncoder().encode(MAGIC), 0);
  view.setUint32(12, text.length, true);
  out.set(text, HEAD);
  let at = HEAD + textSize;
  // Machines that order bytes the other way are not served by Node; the checksum would refuse theirs.
  for (const a of ARRAYS) { const whole = tables[a]; out.set(new Uint8Array(whole.buffer, whole.byteOffset, whole.byteLength), at); at += whole.byteLength; }
  view.setUint32(8, checksum(out), true);
  return out;
}

/** Null: not a snapshot of this version, or damaged; build from the register then. */
export function readSnapshot(bytes: Uint8Array): Tables | null {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < HEAD || new TextDecoder().decode(bytes.subarray(0, 8)) !== MAGIC || view.getUint32(8, true) !== checksum(bytes)) return null;
    const textLength = view.getUint32(12, true);
    const text: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(HEAD, HEAD + textLength)));
    const parts = text as { entries: Row[]; spellings: string[]; lengths: number[] }; // the checksum says that we wrote it; what follows tests its sense
    let at = HEAD + Math.ceil(textLength / 4) * 4;
    const arrays = parts.lengths.map((length) => {
      const from = at;
      at += length * 4;
      return new Uint32Array(bytes.slice(from, at).buffer);
    });
    const [starts, words, buckets, members, marks] = arrays;
    if (!starts || !words || !buckets || !members || !marks || at !== bytes.length) return null;
    const tables: Tables = { entries: parts.entries.map(entryOf), spellings: parts.spellings, starts, words, buckets, members, marks };
    return isSound(tables) ? tables : null;
  } catch {
    return null;
  }
}

function isSound({ entries, spellings, starts, words, buckets, members, marks }: Tables): boolean {
  const n = entries.length;
  return starts.length === n + 1 && starts[n] === words.length && members.length === marks.length && (buckets.length - 2) >= 16 && Number.isInteger(Math.log2(buckets.length - 2))
    && isBelow(words, spellings.length) && isBelow(members, n) && isRising(buckets, members.length) && isRising(starts, words.length);
}

function isBelow(list: Uint32Array, limit: number): boolean {
  for (let k = 0; k < list.length; k += 1) if ((list[k] ?? 0) >= limit) return false;
  return true;
}
function isRising(list: Uint32Array, limit: number): boolean {
  for (let k = 0, last = 0; k < list.length; k += 1) { const v = list[k] ?? 0; if (v < last || v > limit) return false; last = v; }
  return true;
}

type Row = readonly [string, string, number | null, string | null, string | null];
const rowOf = (e: RegisterName): Row => [e.ref, e.fullName, e.expectedBearers ?? null, e.position ?? null, e.unit ?? null];
function entryOf([ref, fullName, bearers, position, unit]: Row): RegisterName {
  return { ref, fullName, ...(bearers === null ? {} : { expectedBearers: bearers }), ...(position === null ? {} : { position }), ...(unit === null ? {} : { unit }) };
}

/** FNV-1a over four bytes at a time, from behind the place of the checksum itself. */
function checksum(bytes: Uint8Array): number {
  let h = hashText(MAGIC) ^ bytes.length;
  const words = new Uint32Array(bytes.byteOffset % 4 === 0 ? bytes.buffer : bytes.slice().buffer, bytes.byteOffset % 4 === 0 ? bytes.byteOffset : 0, bytes.length >> 2);
  for (let k = 3; k < words.length; k += 1) h = Math.imul(h ^ (words[k] ?? 0), 0x01000193);
  return h >>> 0;
}
