import { readEmail, readLink, readPhone } from '#engine/identifiers/index.ts';
import type { Identifier } from '#engine/identifiers/types.ts';
import { hasLostZero } from '#platform/sheets/index.ts';
import type { ChannelPlatform } from './official.contract.ts';

/** Columns of a table of officials that hold channels; telegram, tiktok and youtube stand under "other". */
export const CHANNEL_COLUMNS = ['facebook', 'zalo', 'phone', 'email', 'website', 'other'] as const;
export type ChannelColumn = (typeof CHANNEL_COLUMNS)[number];
export const columnOf = (platform: ChannelPlatform): ChannelColumn => CHANNEL_COLUMNS.find((c) => c === platform) ?? 'other';

export interface CanonicalChannel { readonly platform: ChannelPlatform; readonly type: Identifier['type']; readonly value: string }
export type ReadChannel = { readonly ok: true; readonly channel: CanonicalChannel } | { readonly ok: false; readonly code: string; readonly params: Readonly<Record<string, string | number>> };

const bad = (code: string, params: Readonly<Record<string, string | number>> = {}): ReadChannel => ({ ok: false, code: `officials.channel-${code}`, params });

/** Spellings that only an impostor's channel has: what is registered here will be shown green. */
const SUSPICIOUS = new Set(['lookalike-domain', 'punycode', 'ip-address', 'confusable-characters', 'shortener']);

function good(platform: ChannelPlatform, identifier: Identifier): ReadChannel {
  const warning = identifier.warnings.find((w) => SUSPICIOUS.has(w.code));
  if (warning) return bad('suspicious', { why: warning.code, detail: warning.detail ?? '' });
  if (identifier.warnings.some((w) => w.code === 'opaque-share-link')) return bad('share-link');
  if (identifier.kind === 'group') return bad('is-group');
  return { ok: true, channel: { platform, type: identifier.type, value: identifier.value } };
}

/** What an official or a clerk writes for a channel → its canonical form, the one a check will look up. */
export function readChannel(platform: ChannelPlatform, raw: string): ReadChannel {
  const text = raw.normalize('NFC').trim();
  switch (platform) {
    case 'facebook': return facebook(text);
    case 'zalo': return zalo(text);
    case 'phone': return phone(text);
    case 'email': { const read = readEmail(text); return read ? good('email', read) : bad('unreadable'); }
    case 'website': return website(text);
    default: return other(platform, text);
  }
}

function facebook(text: string): ReadChannel {
  const link = readLink(text);
  if (link?.type === 'profile') return platformOf(link) === 'facebook' ? good('facebook', link) : bad('wrong-column', { platform: platformOf(link) });
  // A bare name or number: "le.trong.khue", "100012345678901". A web address that is no profile stays unreadable.
  if (!/^@?[\p{L}\p{N}._-]{5,80}$/u.test(text) || /\.(?:com|vn|net|org|me|info|top)$/i.test(text)) return bad('unreadable');
  const named = readLink(`https://facebook.com/${text.replace(/^@/, '')}`);
  return named?.type === 'profile' ? good('facebook', named) : bad('unreadable');
}

function zalo(text: string): ReadChannel {
  const number = readPhone(text);
  if (number) {
    const account = number.kind === 'mobile' ? readLink(`https://zalo.me/${number.value}`) : null;
    return account ? good('zalo', account) : bad('not-own-line');
  }
  const link = readLink(text);
  if (link?.type === 'profile') return platformOf(link) === 'zalo' && link.kind !== 'app' ? good('zalo', link) : bad('wrong-column', { platform: platformOf(link) });
  return lostZero(text);
}

/** A person's or an office's own line: not 113, not a paid service, not abroad. */
const OWN_LINES = new Set(['mobile', 'fixed', 'toll-free']);

function phone(text: string): ReadChannel {
  const read = readPhone(text);
  if (!read) return lostZero(text);
  return OWN_LINES.has(read.kind) ? good('phone', read) : bad('not-own-line');
}

function lostZero(text: string): ReadChannel {
  const repaired = hasLostZero(text) ? readPhone(`0${text}`) : null;
  return repaired ? bad('lost-zero', { proposal: repaired.display }) : bad('unreadable');
}

function website(text: string): ReadChannel {
  const read = readLink(text);
  if (!read) return bad('unreadable');
  return read.type === 'url' ? good('website', read) : bad('wrong-column', { platform: platformOf(read) });
}

function other(platform: ChannelPlatform, text: string): ReadChannel {
  const read = readLink(text);
  if (!read) return bad('unreadable');
  if (read.type === 'url') return platform === 'other' ? good('other', read) : bad('unreadable');
  const found = platformOf(read);
  const known = (['telegram', 'tiktok', 'youtube'] as const).find((p) => p === found);
  if (!known || platform !== 'other' && platform !== known) return bad('wrong-column', { platform: found });
  return good(known, read);
}

const platformOf = (identifier: Identifier): string => identifier.value.slice(0, identifier.value.indexOf(':'));

/** A phone and the Zalo account bound to it are in one pair of hands (SQL: account_key). */
export function accountKey(type: string, value: string): string {
  return type === 'phone' ? `zalo:${value}` : type === 'profile' ? value : `${type} ${value}`;
}

/** Phones change hands and accounts are lost; a confirmation older than a year is no longer shown as genuine. */
const CONFIRMATION_DAYS = 365;
export function expiryOf(confirmedAt: Date): Date {
  return new Date(confirmedAt.getTime() + CONFIRMATION_DAYS * 86_400_000);
}
