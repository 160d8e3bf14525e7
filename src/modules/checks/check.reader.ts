import type { Identifier } from '#engine/identifiers/types.ts';
import type { Entity, Reading } from '#engine/text/types.ts';
import { findBank, readBankAccount, readEmail, readIdentifier, readLink, readPhone, readVietQr } from '#engine/identifiers/index.ts';
import { foldName } from '#engine/names/index.ts';
import { hasRequest, read } from '#engine/text/index.ts';
import { DomainError } from '#kernel/domain-error.ts';
import type { SaidPlatform } from './check.contract.ts';
import type { IdentifierRole, Span } from './check.facts.ts';

/** What a person may hand in; any mix, at least one (check.contract.ts has the limits). */
export interface CheckRequest {
  readonly text?: string;
  readonly account?: { readonly number: string; readonly bank?: string };
  readonly phone?: string;
  readonly link?: string;
  readonly holderName?: string;
  readonly qr?: string;
  readonly claimedOfficial?: string;
  readonly channel?: { readonly platform?: SaidPlatform; readonly value?: string };
}
export interface FoundIdentifier { readonly identifier: Identifier; readonly role: IdentifierRole; readonly spans: readonly Span[] }
export interface ReadRequest {
  readonly text: string | null;
  readonly reading: Reading | null;
  readonly hasRequest: boolean;
  readonly found: readonly FoundIdentifier[];
  readonly holder: { readonly name: string; readonly spans: readonly Span[] } | null;
  readonly qr: { readonly crcOk: boolean; readonly hasAccount: boolean } | null;
  readonly claimedOfficial: string | null;
  readonly channelPlatform: SaidPlatform | null;
}

/** More identifiers than this in one message is a list, not a message; the rest is not looked up so that one request stays one query. */
const MAX_IDENTIFIERS = 40;

/** Reads a request without touching the register. Throws DomainError `check.empty` or `check.unreadable` naming the field. */
export function readRequest(request: CheckRequest): ReadRequest {
  const text = filled(request.text);
  const pasted = text ? readPasted(text) : null;
  const givenQr = filled(request.qr);
  const qr = givenQr ? readQr(givenQr) : (pasted?.qr ?? null);
  const found = [...explicitFound(request), ...(qr?.found ?? []), ...(pasted?.found ?? [])];
  const reading = text && !pasted?.isSole ? read(text) : null;
  const all = mergeFound([...found, ...(reading && text ? textFound(text, reading) : [])]);
  const holder = holderOf(request, reading);
  const claimedOfficial = filled(request.claimedOfficial)?.trim() ?? null;
  if (!text && all.length === 0 && !holder && !claimedOfficial && !qr) throw new DomainError('check.empty', { field: 'text' });
  return {
    text, reading, hasRequest: reading ? hasRequest(reading) : false, found: all.slice(0, MAX_IDENTIFIERS), holder, claimedOfficial,
    qr: qr ? { crcOk: qr.crcOk, hasAccount: qr.found.length > 0 } : null, channelPlatform: request.channel?.platform ?? null,
  };
}

/** Null when it is empty to a person: only spaces, or characters that nobody sees. */
function filled(value: string | undefined): string | null {
  return value !== undefined && /[^\s\p{Cf}]/u.test(value) ? value : null;
}

function unreadable(field: string): never {
  throw new DomainError('check.unreadable', { field });
}

function explicitFound(request: CheckRequest): FoundIdentifier[] {
  const out: FoundIdentifier[] = [];
  const add = (identifier: Identifier | null, role: IdentifierRole, field: string): void => {
    out.push({ identifier: identifier ?? unreadable(field), role, spans: [] });
  };
  const [phone, link, number, channel] = [request.phone, request.link, request.account?.number, request.channel?.value].map(filled);
  const called = phone ? readPhone(phone) : null;
  if (phone) add(called && !channel && request.channel?.platform === 'zalo' ? zaloOf(called) : called, 'channel', 'phone');
  if (link) add(readLink(link) ?? readEmail(link), 'channel', 'link');
  if (number) {
    const bank = filled(request.account?.bank)?.trim() ?? null;
    if (bank && !findBank(bank)) unreadable('account/bank');
    add(readBankAccount(number, bank), 'beneficiary', 'account/number');
  }
  if (channel) add(channelIdentifier(request.channel?.platform, channel), 'channel', 'channel/value');
  return out;
}

/** "Zalo" + "0912…" is the Zalo account of that phone, not the phone. */
const zaloOf = (phone: Identifier): Identifier | null => readLink(`https://zalo.me/${phone.value}`);

function channelIdentifier(platform: SaidPlatform | undefined, value: string): Identifier | null {
  const phone = readPhone(value);
  if (phone && platform === 'zalo') return zaloOf(phone);
  return readLink(value) ?? phone ?? readEmail(value);
}

function readQr(payload: string): { found: FoundIdentifier[]; crcOk: boolean } | null {
  const qr = readVietQr(payload.trim());
  if (!qr.ok && qr.reason === 'not-emv') return unreadable('qr');
  // A broken code is looked up all the same: it may have been broken on purpose around a published account.
  const said = qr.ok ? qr.value : qr.damaged;
  const account = said?.account ? readBankAccount(said.account, said.bank?.code ?? null) : null;
  return { found: account ? [{ identifier: account, role: 'beneficiary', spans: [] }] : [], crcOk: qr.ok || qr.reason !== 'bad-checksum' };
}

/** The whole box holds one thing: a QR payload, or one identifier in any of its readings. */
function readPasted(text: string): { found: FoundIdentifier[]; isSole: boolean; qr: { found: FoundIdentifier[]; crcOk: boolean } | null } | null {
  const trimmed = text.trim();
  if (trimmed.startsWith('000201')) return { found: [], isSole: true, qr: readQr(trimmed) };
  const readings = trimmed.length <= 2048 && !/\n/.test(trimmed) ? readIdentifier(trimmed) : [];
  if (readings.length === 0) return null;
  const start = text.indexOf(trimmed);
  const spans = [{ start, end: start + trimmed.length }];
  return { isSole: true, qr: null, found: readings.map((identifier) => ({ identifier, role: identifier.type === 'bank_account' ? 'beneficiary' as const : 'channel' as const, spans })) };
}

function textFound(text: string, reading: Reading): FoundIdentifier[] {
  const profiles = reading.entities.filter((e) => e.type === 'profile');
  return reading.entities.flatMap((entity): FoundIdentifier[] => {
    const spans = [{ start: entity.start, end: entity.end }];
    const of = (identifier: Identifier | null, role: IdentifierRole): FoundIdentifier[] => (identifier ? [{ identifier, role, spans }] : []);
    const isAlsoPhone = entity.alternatives?.some((a) => a.type === 'phone') === true;
    const isAlsoAccount = entity.alternatives?.some((a) => a.type === 'bank_account') === true;
    switch (entity.type) {
      case 'phone': return [...of(readPhone(String(entity.value)), 'mentioned'), ...(isAlsoAccount ? of(accountAt(entity, reading), 'beneficiary') : [])];
      case 'bank_account': return [...of(accountAt(entity, reading), 'beneficiary'), ...(isAlsoPhone ? of(readPhone(String(entity.value)), 'mentioned') : [])];
      case 'profile': return of(readLink(text.slice(entity.start, entity.end)), profiles.length === 1 ? 'stated-channel' : 'mentioned');
      case 'url': return of(readLink(text.slice(entity.start, entity.end)), 'mentioned');
      case 'email': return of(readEmail(String(entity.value)), 'mentioned');
      default: return [];
    }
  });
}

/** A bank belongs to the account it stands nearest to, within one short sentence. */
const BANK_REACH = 80;

function accountAt(entity: Entity, reading: Reading): Identifier | null {
  const near = reading.entities
    .filter((e) => e.type === 'bank')
    .map((e) => ({ code: String(e.value), distance: e.start >= entity.end ? e.start - entity.end : entity.start - e.end + 1 }))
    .filter((b) => b.distance >= 0 && b.distance <= BANK_REACH)
    .sort((a, b) => a.distance - b.distance)[0];
  const number = entity.type === 'bank_account' ? entity.value : entity.alternatives?.find((a) => a.type === 'bank_account')?.value;
  return number === undefined ? null : readBankAccount(String(number), near?.code ?? null);
}

function holderOf(request: CheckRequest, reading: Reading | null): ReadRequest['holder'] {
  const holderName = filled(request.holderName);
  if (holderName) return { name: foldName(holderName), spans: [] };
  const entity = reading?.entities.find((e) => e.type === 'holder_name');
  return entity ? { name: String(entity.value), spans: [{ start: entity.start, end: entity.end }] } : null;
}

const STRENGTH: Record<IdentifierRole, number> = { channel: 3, beneficiary: 2, 'stated-channel': 1, mentioned: 0 };

/** One identifier found twice is asked once, with all its places and its strongest role. */
function mergeFound(found: readonly FoundIdentifier[]): FoundIdentifier[] {
  const byKey = new Map<string, FoundIdentifier>();
  for (const next of found) {
    const key = `${next.identifier.type} ${next.identifier.value}`;
    const known = byKey.get(key);
    if (!known) byKey.set(key, next);
    else byKey.set(key, { identifier: known.identifier, spans: withoutTwins([...known.spans, ...next.spans]), role: STRENGTH[next.role] > STRENGTH[known.role] ? next.role : known.role });
  }
  return [...byKey.values()];
}

/** One stretch of text is read as profile and as link. */
const withoutTwins = (spans: readonly Span[]): Span[] => spans.filter((s, i) => spans.findIndex((t) => t.start === s.start && t.end === s.end) === i);
