import type { Platform } from '#engine/identifiers/types.ts';
import { sameHolder } from '#engine/names/index.ts';
import type { RegisterFact } from '#modules/officials/index.ts';
import type { LoadedDirectory } from './check.directory.ts';
import { plainWords } from './check.directory.ts';
import type { CheckFacts, Claimed, HolderFact } from './check.facts.ts';
import type { ReadRequest } from './check.reader.ts';
import { lookUpKeys, standingOf } from './check.standing.ts';
import type { KnownIdentifierRow } from './check.store.ts';
import { tellingOf } from './said-name.rules.ts';
import { resolveClaimed } from './claimed-official.rules.ts';

export interface Knowledge {
  readonly known: readonly KnownIdentifierRow[];
  readonly register: readonly RegisterFact[];
  readonly directory: LoadedDirectory;
}

/** The keys under which the register must be asked for this request. */
export function keysOf(request: ReadRequest): { type: string; value: string }[] {
  return request.found.flatMap((f) => lookUpKeys(f.identifier));
}

/** Request + knowledge → facts for the rules. Pure. */
export function factsOf(request: ReadRequest, knowledge: Knowledge, now: Date): CheckFacts {
  const { directory } = knowledge;
  const claimed = resolveClaimed({ explicit: request.claimedOfficial, text: request.text, reading: request.reading }, directory, plainWords);
  return {
    now, claimed, reading: request.reading, hasRequest: request.hasRequest, qr: request.qr, channelPlatform: request.channelPlatform,
    holder: holderFact(request, claimed, directory),
    noAccountOn: claimed.kind === 'one' ? noAccountOn(directory, claimed.officialRef) : [],
    identifiers: request.found.map((f) => ({ ...f, standing: standingOf(f.identifier, knowledge.known, knowledge.register, now) })),
  };
}

function noAccountOn(directory: LoadedDirectory, ref: string): readonly Platform[] {
  return directory.entry(ref)?.noAccountOn ?? [];
}

/** Compared with the claimed official; without one, a holder name that is exactly one official's is still a warning sign. */
function holderFact(request: ReadRequest, claimed: Claimed, directory: LoadedDirectory): HolderFact | null {
  const { holder } = request;
  if (!holder) return null;
  const found = directory.matchName(holder.name);
  if (claimed.kind === 'one') {
    const fullName = directory.entry(claimed.officialRef)?.fullName;
    const relation = fullName ? sameHolder(holder.name, fullName) : 'none';
    // Who is only mentioned need not own the account: "ông Khuê đã duyệt, chuyển cho công ty …" is no sign.
    return { ...holder, relation: relation === 'different' && !claimed.isClaim ? 'none' : relation, officialRef: claimed.officialRef, ...(relation === 'equal' || relation === 'near' ? tellingOf(found, claimed.officialRef) : {}) };
  }
  const bearers = found.filter((c) => sameHolder(holder.name, c.name) === 'equal');
  const only = bearers[0];
  return bearers.length === 1 && only ? { ...holder, relation: 'equal', officialRef: only.ref, ...tellingOf(found, only.ref) } : { ...holder, relation: 'none' };
}
