import { Entries } from './entries.ts';
import { Matcher } from './match.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';
import type { NameIndex, RegisterName } from './types.ts';

export { learnPopulation, USUAL_POPULATION, type Population } from './bearers.ts';
export { foldName } from './fold.ts';
export { sameHolder, type HolderRelation } from './holder.ts';
export { saysAny, saysPosition, spokenForms } from './said-post.ts';
export { parseRegisterLine } from './register-line.ts';
export { sayable, tellingReason, type SayableReason } from './say.ts';
export type { NameCandidate, NameDetails, NameIndex, RegisterName, Surface } from './types.ts';

const DEFAULT_LIMIT = 10;

/** The register in memory. Answers depend on what is registered, never on the order in which it was. */
export function createNameIndex(entries: Iterable<RegisterName>): NameIndex {
  const held = new Entries();
  held.addAll(entries);
  return indexOf(held);
}

/** From the bytes of `toSnapshot`; null when they are damaged or of another version: build from the register then. */
export function nameIndexFromSnapshot(bytes: Uint8Array): NameIndex | null {
  const tables = readSnapshot(bytes);
  if (!tables) return null;
  const held = new Entries();
  held.restore(tables);
  return indexOf(held);
}

function indexOf(held: Entries): NameIndex {
  const matcher = new Matcher(held);
  return {
    add: (entry) => held.add(entry),
    remove: (ref) => held.remove(ref),
    match: (query, options) => matcher.match(query, options?.limit ?? DEFAULT_LIMIT, options?.surface),
    toSnapshot: () => writeSnapshot(held.tables()),
    get size() { return held.size; },
  };
}
