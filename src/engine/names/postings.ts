/** Key → names, as one flat table. A bucket may hold names of other keys (hash collisions): the caller checks each name anyway. */
export interface Postings {
  /** Calls `visit` for names under `key`, in the order of their numbers; stops after `limit`. */
  visit(key: number, limit: number, visit: (name: number) => void): void;
}

/** `keysOf(name, emit)` is asked twice, once to count and once to fill, so that no list of lists is ever built (500,000 names have 4 million keys). */
export function buildPostings(names: number, keysOf: (name: number, emit: (key: number) => void) => void): Postings {
  let total = 0;
  for (let name = 0; name < names; name += 1) keysOf(name, () => { total += 1; });
  const bits = Math.max(4, Math.ceil(Math.log2(Math.max(1, total))));
  const size = 2 ** bits;
  const starts = new Uint32Array(size + 1);
  const bucketOf = (key: number): number => key >>> (32 - bits);
  for (let name = 0; name < names; name += 1) keysOf(name, (key) => { const b = bucketOf(key) + 1; starts[b] = (starts[b] ?? 0) + 1; });
  for (let b = 1; b <= size; b += 1) starts[b] = (starts[b] ?? 0) + (starts[b - 1] ?? 0);
  const members = new Uint32Array(total);
  /** Low bits of the key: with the bucket they make 16 bits more to tell keys apart before a name is looked at. */
  const marks = new Uint16Array(total);
  const fill = starts.slice();
  for (let name = 0; name < names; name += 1) {
    keysOf(name, (key) => {
      const b = bucketOf(key);
      const at = fill[b] ?? 0;
      members[at] = name;
      marks[at] = key & 0xffff;
      fill[b] = at + 1;
    });
  }
  return {
    visit(key, limit, visit) {
      const b = bucketOf(key);
      const end = starts[b + 1] ?? 0;
      const mark = key & 0xffff;
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
