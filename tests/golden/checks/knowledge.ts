import { readBankAccount, readEmail, readLink, readPhone } from '#engine/identifiers/index.ts';
import { vietnamDay } from '#kernel/dates.ts';
import { CHANNEL_EVENTS, STATEMENTS } from '#app/demo/events.data.ts';
import { demoKnown } from '#app/demo/known.ts';
import { demoOfficials } from '#app/demo/officials.ts';
import { demoUnits } from '#app/demo/units.ts';
import { buildDirectory } from '#modules/checks/check.directory.ts';
import type { KnownIdentifierRow } from '#modules/checks/check.store.ts';
import type { Knowledge } from '#modules/checks/evaluate-check.ts';
import { expiryOf, readChannel } from '#modules/officials/channel.rules.ts';
import type { ChannelPlatform, DirectoryEntry, OfficialRow, RegisterFact } from '#modules/officials/index.ts';
import { positionBefore } from '#modules/officials/register.rules.ts';
import type { UnitRow } from '#modules/org/index.ts';
import { readableName } from '#modules/org/unit-name.rules.ts';

/** The sample province as a check sees it, without a database: what the register's own queries give for the same rows. An official's ref is his code. */
export function sampleKnowledge(now: Date): Knowledge {
  const today = vietnamDay(now);
  return { directory: buildDirectory(directoryEntries(today)), register: [...channelFacts(now), ...statementFacts()], known: demoKnown().map(knownRow) };
}

const holds = (row: { readonly from: string; readonly to?: string | undefined }, day: string): boolean => row.from <= day && (row.to === undefined || row.to >= day);

function directoryEntries(today: string): DirectoryEntry[] {
  const units = new Map(demoUnits().filter((u) => holds(u, today)).map((u) => [u.code, u]));
  const seen = new Set<string>();
  return demoOfficials().filter((o) => holds(o, today) && !seen.has(o.code) && seen.add(o.code)).map((o): DirectoryEntry => {
    const chain = chainOf(o.unit, units);
    const unit = readableName(chain);
    return {
      ref: o.code, fullName: o.fullName, honorific: o.gender === 'male' ? 'ông' : 'bà', position: positionBefore(o.position, unit), unit,
      officePhone: readPhone(chain[0]?.phone ?? '')?.value ?? null, noAccountOn: o.noAccountOn ?? [],
    };
  });
}

function chainOf(code: string | undefined, units: ReadonlyMap<string, UnitRow>): UnitRow[] {
  const unit = code === undefined ? undefined : units.get(code);
  return unit ? [unit, ...chainOf(unit.parent, units)] : [];
}

function channelFacts(now: Date): RegisterFact[] {
  const listed = demoOfficials().flatMap((o: OfficialRow) => (o.channels ?? []).map((c) => fact(o.code, c.platform, c.value, c.confirmedAt ? new Date(c.confirmedAt) : now)));
  const retired = CHANNEL_EVENTS.filter((e) => e.kind === 'retired').map((e) => fact(e.official, e.platform, e.value, new Date(e.confirmedAt ?? e.at), 'retired'));
  const hijacked = CHANNEL_EVENTS.filter((e) => e.kind === 'hijacked').map((e) => fact(e.official, e.platform, e.value, now, 'hijacked', new Date(e.at)));
  const taken = new Set(hijacked.map((f) => `${f.type} ${f.value}`));
  return [...listed.filter((f) => !taken.has(`${f.type} ${f.value}`)), ...retired, ...hijacked];
}

function fact(officialRef: string, platform: ChannelPlatform, value: string, confirmedAt: Date, state: 'current' | 'retired' | 'hijacked' = 'current', hijackedAt: Date | null = null): RegisterFact {
  const read = readChannel(platform, value);
  if (!read.ok) throw new Error(`${officialRef}: '${value}' is no ${platform} (${read.code})`);
  return { type: read.channel.type, value: read.channel.value, channel: { officialRef, platform, state, confirmedAt, expiresAt: expiryOf(confirmedAt), hijackedAt }, statement: null };
}

function statementFacts(): RegisterFact[] {
  return STATEMENTS.map(({ official, kind, value, at }) => {
    const [, bank, number] = /^([A-Z]+):(\w+)$/.exec(value) ?? [];
    const read = bank ? readBankAccount(number ?? '', bank) : (readPhone(value) ?? readLink(value) ?? readEmail(value));
    if (!read) throw new Error(`${official}: '${value}' cannot be read`);
    return { type: read.type, value: read.value, channel: null, statement: { officialRef: official, kind, at: new Date(at) } };
  });
}

function knownRow(known: ReturnType<typeof demoKnown>[number]): KnownIdentifierRow {
  const { type, value, published } = known;
  return {
    type, value, number: type === 'bank_account' ? (value.split(':')[1] ?? null) : null, report_count: known.reportCount, last_reported_at: known.lastReportedAt,
    published_at: published?.at ?? null, proposed_by: published?.proposedBy ?? null, approved_by: published?.approvedBy ?? null, reason: published?.reason ?? null, delisted_at: null, delisted_reason: null,
  };
}
