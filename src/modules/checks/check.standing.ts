import type { Platform } from '#engine/identifiers/types.ts';
import type { IdentifierState } from '#kernel/outcome.ts';
import type { RegisterFact } from '#modules/officials/index.ts';
import type { Standing } from './check.facts.ts';
import type { KnownIdentifierRow } from './check.store.ts';

const ZALO_BY_PHONE = /^zalo:(\d{8,14})$/;

const numberOf = (value: string): string => value.slice(value.indexOf(':') + 1);

/** A Zalo account is bound to a phone: what is published of the one is known of the other. An account is looked up at any bank too. */
export function lookUpKeys(identifier: { type: string; value: string }): { type: string; value: string }[] {
  const keys = [{ type: identifier.type, value: identifier.value }];
  if (identifier.type === 'bank_account') keys.push({ type: 'bank_account', value: `:${numberOf(identifier.value)}` });
  if (identifier.type === 'phone') keys.push({ type: 'profile', value: `zalo:${identifier.value}` });
  const phone = identifier.type === 'profile' ? ZALO_BY_PHONE.exec(identifier.value)?.[1] : undefined;
  if (phone) keys.push({ type: 'phone', value: phone });
  return keys;
}

/** Joins everything known under an identifier's keys into one standing; the gravest state wins. */
export function standingOf(identifier: { type: string; value: string }, known: readonly KnownIdentifierRow[], facts: readonly RegisterFact[], now: Date): Standing {
  const keys = lookUpKeys(identifier).filter((k) => k.type !== 'bank_account' || k.value === identifier.value);
  const number = identifier.type === 'bank_account' && identifier.value.startsWith(':') ? identifier.value.slice(1) : null;
  const own = known.filter((k) => keys.some((key) => key.type === k.type && key.value === k.value) || (number !== null && k.number === number));
  // Not so comfort: a phone that is registered does not make the Zalo account of that number a registered one. The register itself carries a hijack or a denial across.
  const registered = identifier.type === 'profile' ? keys.slice(0, 1) : keys;
  const mine = facts.filter((f) => registered.some((key) => key.type === f.type && key.value === f.value) || (number !== null && f.type === 'bank_account' && f.value.endsWith(`:${number}`)));
  const red = own.find((k) => k.published_at !== null && k.delisted_at === null);
  const elsewhere = red || identifier.type !== 'bank_account' ? undefined : known.find((k) => k.number === numberOf(identifier.value) && k.value !== identifier.value && k.published_at !== null && k.delisted_at === null);
  const reported = own.filter((k) => k.report_count > 0 && k.last_reported_at !== null);
  const channel = mine.map((f) => f.channel).filter((c) => c !== null).sort((a, b) => CHANNEL_GRAVITY[b.state] - CHANNEL_GRAVITY[a.state])[0];
  const statement = mine.map((f) => f.statement).filter((s) => s !== null).sort((a, b) => STATEMENT_GRAVITY[b.kind] - STATEMENT_GRAVITY[a.kind] || b.at.getTime() - a.at.getTime())[0];
  return {
    state: stateOf(red !== undefined, statement?.kind, channel?.state, reported.length > 0),
    ...(red?.published_at ? { red: { publishedAt: red.published_at, reason: red.reason ?? '' } } : {}),
    ...(elsewhere ? { redElsewhere: { bank: elsewhere.value.slice(0, elsewhere.value.indexOf(':')) } } : {}),
    ...(reported.length > 0 ? { reports: { count: reported.reduce((n, k) => n + k.report_count, 0), lastAt: latest(reported.map((k) => k.last_reported_at)) } } : {}),
    ...(channel ? { channel: channelFact(channel, now) } : {}),
    ...(statement ? { statement } : {}),
  };
}

const CHANNEL_GRAVITY = { hijacked: 2, current: 1, retired: 0 } as const;
/** "It imitates me" is evidence, "it was not me" a denial: where both were said, the graver counts, whatever the order of rows. */
const STATEMENT_GRAVITY = { 'declared-fake': 1, denied: 0 } as const;

function channelFact(channel: NonNullable<RegisterFact['channel']>, now: Date): NonNullable<Standing['channel']> {
  return {
    // The store's check constraint lists exactly these platforms.
    officialRef: channel.officialRef, platform: channel.platform as Platform | 'phone' | 'email' | 'website', confirmedAt: channel.confirmedAt,
    isExpired: channel.expiresAt !== null && channel.expiresAt <= now, isRetired: channel.state === 'retired',
    ...(channel.hijackedAt ? { hijackedAt: channel.hijackedAt } : {}),
  };
}

function stateOf(isRed: boolean, statement: 'declared-fake' | 'denied' | undefined, channel: 'current' | 'retired' | 'hijacked' | undefined, isReported: boolean): IdentifierState {
  if (isRed) return 'red';
  if (statement) return 'declared-fake';
  if (channel === 'hijacked') return 'hijacked';
  if (channel === 'current') return 'genuine';
  return isReported ? 'reported' : 'unknown';
}

function latest(dates: readonly (Date | null)[]): Date {
  return dates.reduce<Date>((a, b) => (b !== null && b > a ? b : a), new Date(0));
}
