import type { NameIndex } from '#engine/names/types.ts';
import { createNameIndex, learnPopulation } from '#engine/names/index.ts';
import { foldPlain } from '#engine/text/index.ts';
import type { DirectoryEntry } from '#modules/officials/index.ts';
import { profileOf, type Directory, type OfficialProfile } from './claimed-official.rules.ts';

export interface LoadedDirectory extends Directory {
  entry(ref: string): DirectoryEntry | undefined;
  readonly size: number;
}

/** Words compared across spellings: folded, lower case, single spaces, no punctuation. */
export function plainWords(text: string): string {
  return foldPlain(text).toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();
}

/** `people`: over how many people names are spread, which bounds what a name alone may prove. */
export function buildDirectory(entries: readonly DirectoryEntry[], people?: number): LoadedDirectory {
  const population = learnPopulation(entries.map((e) => e.fullName), people);
  const index: NameIndex = createNameIndex(entries.map((e) => ({ ref: e.ref, fullName: e.fullName, expectedBearers: population.bearersOf(e.fullName) })));
  const byRef = new Map<string, DirectoryEntry>();
  const profiles = new Map<string, OfficialProfile>();
  const byGiven = new Map<string, OfficialProfile[]>();
  for (const entry of entries) {
    const profile = profileOf(entry, plainWords);
    byRef.set(entry.ref, entry);
    profiles.set(entry.ref, profile);
    const namesakes = byGiven.get(profile.given);
    if (namesakes) namesakes.push(profile);
    else byGiven.set(profile.given, [profile]);
  }
  return {
    size: byRef.size,
    entry: (ref) => byRef.get(ref),
    profile: (ref) => profiles.get(ref),
    byGivenName: (given) => byGiven.get(given) ?? [],
    matchName: (query) => index.match(query, { limit: 10 }),
  };
}

/**
 * The register held in memory, because every check asks it. `refresh` is called on each "register-changed" notice and whenever notices may have been
 * missed; calls during a running load are joined into one following load, so that a burst of changes costs two loads and never leaves old data behind.
 */
export function createDirectoryCache(load: () => Promise<readonly DirectoryEntry[]>, people?: number): { current(): LoadedDirectory; refresh(): Promise<void> } {
  let loaded = buildDirectory([], people);
  let running: Promise<void> | null = null;
  let isStale = false;
  async function run(): Promise<void> {
    do {
      isStale = false;
      loaded = buildDirectory(await load(), people);
    } while (isStale);
  }
  return {
    current: () => loaded,
    refresh: () => {
      if (running) { isStale = true; return running; }
      running = run().finally(() => { running = null; });
      return running;
    },
  };
}
