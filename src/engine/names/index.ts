import { Entries } from './entries.ts';
import { Matcher } from './match.ts';
import type { NameIndex, RegisterName } from './types.ts';

export { foldName } from './fold.ts';
export { sameHolder, type HolderRelation } from './holder.ts';
export { saysAny, saysPosition, spokenForms } from './said-post.ts';
export { parseRegisterLine } from './register-line.ts';
export type { NameCandidate, NameIndex, RegisterName, Surface } from './types.ts';

const DEFAULT_LIMIT = 10;

/** The register in memory. Answers depend on what is registered, never on the order in which it was. */
export function createNameIndex(entries: Iterable<RegisterName>): NameIndex {
  const held = new Entries();
  held.addAll(entries);
  const matcher = new Matcher(held);
  return {
    add: (entry) => held.add(entry),
    remove: (ref) => held.remove(ref),
    match: (query, options) => matcher.match(query, options?.limit ?? DEFAULT_LIMIT, options?.surface),
    get size() { return held.size; },
  };
}
