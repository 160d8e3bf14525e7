import { accountKey, columnOf, expiryOf } from './channel.rules.ts';
import type { AccountPlatform } from './official.contract.ts';
import { tally, type AddFault, type Knowledge, type Person, type Tally } from './official-plan.rules.ts';
import type { ChannelSpec, OfficialSpec } from './official-row.rules.ts';
import type { ChannelRecord, DeclarationRow } from './register.types.ts';

export interface ChannelPlan {
  readonly channels: readonly ChannelRecord[];
  readonly declared: readonly DeclarationRow[];
  readonly withdrawn: readonly { readonly officialId: string; readonly platform: AccountPlatform }[];
}
type Known = Knowledge['snapshot']['channels'][number];

/**
 * Channels and declarations of the file against those of the register. A column with something in it is the whole list of that column; an import ends only what an import wrote;
 * what is hijacked, or was retired by a person, no file makes genuine again.
 */
export function planChannels(people: readonly Person[], known: Knowledge, add: AddFault, notice: AddFault): ChannelPlan & { channelCounts: Tally; declarationCounts: Tally } {
  const counts = tally();
  const writes: ChannelRecord[] = [];
  const listed = listChannels(people, add);
  const byPerson = groupChannels(known.snapshot.channels);
  const declarations = planDeclarations(people, known, byPerson, add);
  const retired = new Set<string>();
  for (const person of people) {
    const columns = new Set(listed.get(person)?.map((c) => c.column));
    const values = new Set(listed.get(person)?.map((c) => `${c.type} ${c.value}`));
    for (const channel of byPerson.get(person.id) ?? []) {
      if (channel.state !== 'current' || channel.source !== 'import' || values.has(`${channel.type} ${channel.value}`)) continue;
      if (!columns.has(columnOf(channel.platform)) && !declarations.wanted.has(`${person.id} ${channel.platform}`)) continue;
      retired.add(channel.id);
      writes.push({ ...channel, state: 'retired', retiredAt: known.now, retiredBy: 'import' });
      counts.ended += 1;
    }
  }
  const holders = new Map(known.snapshot.channels.filter((c) => c.state !== 'retired' && !retired.has(c.id)).map((c) => [accountKey(c.type, c.value), c]));
  const fake = new Set(known.snapshot.fakeAccounts);
  for (const person of people) {
    for (const spec of listed.get(person) ?? []) {
      const account = accountKey(spec.type, spec.value);
      const holder = holders.get(account);
      if (holder && holder.officialId !== person.id) { add(spec.line, spec.column, 'officials.channel-taken', { code: holder.ownerCode }); continue; }
      if (fake.has(account)) { add(spec.line, spec.column, 'officials.channel-declared-fake'); continue; }
      const mine = mostAlive((byPerson.get(person.id) ?? []).filter((c) => c.type === spec.type && c.value === spec.value));
      const write = writeOf(spec, person, mine, known, notice, counts);
      if (write) writes.push(write);
    }
  }
  return { channels: writes, declared: declarations.declared, withdrawn: declarations.withdrawn, channelCounts: counts, declarationCounts: declarations.counts };
}

/** Each person's channels, each once; one account under two people in the file is a fault of the later. */
function listChannels(people: readonly Person[], add: AddFault): Map<Person, ChannelSpec[]> {
  const owners = new Map<string, { person: Person; line: number }>();
  const out = new Map<Person, ChannelSpec[]>();
  for (const person of people) {
    const own = new Map<string, ChannelSpec>();
    for (const spec of person.specs.flatMap((s) => s.channels)) {
      const account = accountKey(spec.type, spec.value);
      const owner = owners.get(account);
      if (owner && owner.person !== person) { add(spec.line, spec.column, 'officials.channel-twice', { line: owner.line }); continue; }
      owners.set(account, { person, line: owner?.line ?? spec.line });
      const key = `${spec.type} ${spec.value}`;
      const same = own.get(key);
      if (!same || (spec.confirmedAt && (!same.confirmedAt || spec.confirmedAt > same.confirmedAt))) own.set(key, spec);
    }
    out.set(person, [...own.values()]);
  }
  return out;
}

function groupChannels(channels: readonly Known[]): Map<string, Known[]> {
  const out = new Map<string, Known[]>();
  for (const c of channels) { const list = out.get(c.officialId); if (list) list.push(c); else out.set(c.officialId, [c]); }
  return out;
}

const ALIVE = { hijacked: 2, current: 1, retired: 0 } as const;
const mostAlive = (channels: readonly Known[]): Known | undefined => [...channels].sort((a, b) => ALIVE[b.state] - ALIVE[a.state] || (b.retiredAt?.getTime() ?? 0) - (a.retiredAt?.getTime() ?? 0))[0];

function writeOf(spec: ChannelSpec, person: Person, mine: Known | undefined, { now, newId }: Knowledge, notice: AddFault, counts: Tally): ChannelRecord | null {
  const confirmedAt = spec.confirmedAt ?? now;
  if (!mine) {
    counts.created += 1;
    return { id: newId(), officialId: person.id, platform: spec.platform, type: spec.type, value: spec.value, state: 'current', source: 'import', confirmedAt, expiresAt: expiryOf(confirmedAt), hijackedAt: null, retiredAt: null, retiredBy: null, reason: null, registeredAt: now };
  }
  if (mine.state === 'hijacked' || (mine.state === 'retired' && mine.retiredBy === 'person')) {
    notice(spec.line, spec.column, mine.state === 'hijacked' ? 'officials.channel-stays-hijacked' : 'officials.channel-stays-retired');
    counts.unchanged += 1;
    return null;
  }
  const isNewer = spec.confirmedAt !== null && spec.confirmedAt > mine.confirmedAt;
  if (mine.state === 'current' && !isNewer) { counts.unchanged += 1; return null; }
  counts.updated += 1;
  return { ...mine, state: 'current', confirmedAt, expiresAt: expiryOf(confirmedAt), retiredAt: null, retiredBy: null };
}

interface Declarations { readonly wanted: ReadonlySet<string>; readonly declared: DeclarationRow[]; readonly withdrawn: { officialId: string; platform: AccountPlatform }[]; readonly counts: Tally }

function planDeclarations(people: readonly Person[], { snapshot, now }: Knowledge, channels: ReadonlyMap<string, Known[]>, add: AddFault): Declarations {
  const out = { wanted: new Set<string>(), declared: [] as DeclarationRow[], withdrawn: [] as Declarations['withdrawn'], counts: tally() };
  const before = new Map<string, DeclarationRow[]>();
  for (const d of snapshot.declarations) before.set(d.officialId, [...(before.get(d.officialId) ?? []), d]);
  for (const person of people) {
    const had = before.get(person.id) ?? [];
    const wanted = new Map<AccountPlatform, OfficialSpec>();
    for (const spec of person.specs) for (const platform of spec.noAccountOn) if (!wanted.has(platform)) wanted.set(platform, spec);
    for (const [platform, spec] of wanted) {
      out.wanted.add(`${person.id} ${platform}`);
      if (person.specs.some((s) => s.line !== spec.line && s.channels.some((c) => c.platform === platform))) { add(spec.line, 'noAccountOn', 'officials.channel-and-none', { platform }); continue; }
      if (channels.get(person.id)?.some((c) => c.platform === platform && c.state === 'current' && c.source === 'person')) { add(spec.line, 'noAccountOn', 'officials.channel-by-person', { platform }); continue; }
      if (had.some((d) => d.platform === platform)) { out.counts.unchanged += 1; continue; }
      out.counts.created += 1;
      out.declared.push({ officialId: person.id, platform, source: 'import', declaredAt: now });
    }
    for (const d of had) endDeclaration(d, person, wanted, out, add);
  }
  return out;
}

/** A declaration ends when the file's list leaves it out, or registers a channel there; one that a person made is only ended by a person. */
function endDeclaration(d: DeclarationRow, person: Person, wanted: ReadonlyMap<AccountPlatform, OfficialSpec>, out: Declarations, add: AddFault): void {
  if (wanted.has(d.platform)) return;
  const channel = person.specs.flatMap((s) => s.channels).find((c) => c.platform === d.platform);
  if (channel && d.source === 'person') { add(channel.line, channel.column, 'officials.declared-none', { platform: d.platform }); return; }
  if (d.source === 'person' || (!channel && wanted.size === 0)) return;
  out.withdrawn.push({ officialId: d.officialId, platform: d.platform });
  out.counts.ended += 1;
}
