import type { Numbers } from './numbers.ts';

/** Key → names, as one flat table. Two keys may look alike (a bucket and 16 bits are compared): the caller checks each name anyway. */
export interface Postings {
  /** Calls `visit` for names under `key`, in the order of their numbers; stops after `limit`. */
  visit(key: number, limit: number, visit: (name: number) => void): void;
  readonly parts: PostingParts;
}
/** `buckets[b]…buckets[b + 1]` are the members of bucket b; `marks` the low 16 bits of each key. */
export interface PostingParts { readonly buckets: Uint32Array; readonly members: Uint32Array; readonly marks: Uint16Array }

/** `keys` holds the keys of all names one after another; those of name i end before `ends.at(i)`. */
export function buildPostings(keys: Numbers, ends: Numbers): Postings {
  const total = keys.length;
  const bits = Math.max(4, Math.ceil(Math.log2(Math.max(1, total))) - 1);
  const shift = 32 - bits;
  const starts = new Uint32Array(2 ** bits + 2);
  for (let k = 0; k < total; k += 1) { const b = (keys.at(k) >>> shift) + 2; starts[b] = (starts[b] ?? 0) + 1; }
  for (let b = 1; b < starts.length; b += 1) starts[b] = (starts[b] ?? 0) + (starts[b - 1] ?? 0);
  const members = new Uint32Array(total);
  const marks = new Uint16Array(total);
  // Filling moves starts[b + 1] from the beginning of bucket b to its end, so that afterwards starts[b]…starts[b + 1] is bucket b.
  for (let name = 0, k = 0; name < ends.length; name += 1) {
    for (; k < ends.at(name); k += 1) {
      const key = keys.at(k);
      const b = (key >>> shift) + 1;
      const at = starts[b] ?? 0;
      members[at] = name;
      marks[at] = key & 0xffff;
      starts[b] = at + 1;
    }
  }
  return postingsOf({ buckets: starts, members, marks });
}

export function postingsOf(parts: PostingParts): Postings {
  const { buckets: starts, members, marks } = parts;
  const shift = 32 - Math.log2(starts.length - 2);
  return {
    parts,
    visit(key, limit, visit) {
      const b = key >>> shift;
      const mark = key & 0xffff;
      const end = starts[b + 1] ?? 0;
      let left = limit;
      for (let at = starts[b] ?? 0; at < end && left > 0; at += 1) {
        if (marks[at] !== mark) continue;
        visit(members[at] ?? 0);
        left -= 1;
      }
    },
  };
}

/** Text → 32 bits (FNV-1a). The same in every process, so that results never depend on the order in which syllables were met. */
export function hashText(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mix(h);
}

/** Finaliser of MurmurHash3: neighbours spread over all bits. */
export function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
