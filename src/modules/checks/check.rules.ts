import type { SayableReason } from '#engine/names/index.ts';
import type { SignCode } from '#engine/text/types.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { AskedIdentifier, CheckFacts, Span } from './check.facts.ts';

/**
 * The whole outcome logic, pure: facts in, decision out. Order of evidence: published, then register, then the words.
 * Never green from absence; `reported` never stops by itself; an equal holder name warns, never comforts.
 */
export interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | Date>>;
  readonly spans: readonly Span[];
  readonly identifier?: { readonly type: string; readonly value: string };
  readonly officialRef?: string;
  /** How the name is written, or how many bear it. */
  readonly telling?: SayableReason;
}
export interface Decision {
  readonly outcome: Outcome;
  /** Unverified and nothing asked: same outcome, said quietly so that it does not cry wolf. */
  readonly isQuiet: boolean;
  readonly reasons: readonly Reason[];
  readonly officialRef: string | null;
  readonly validForMs: number;
}

const HOUR = 3_600_000;
/** A genuine channel can be taken over within the hour; every other answer holds a day. */
const VALID_MS: Record<Outcome, number> = { 'stop-evidence': 24 * HOUR, 'stop-denied': 24 * HOUR, unverified: 24 * HOUR, 'genuine-channel': HOUR };

export function decide(facts: CheckFacts): Decision {
  const published = publishedReasons(facts);
  const register = registerReasons(facts);
  const words = wordReasons(facts);
  const outcome = chooseOutcome(facts, [...published, ...register]);
  const suspicious = [...published, ...register].some((r) => SUSPICIOUS.has(r.code));
  const isQuiet = outcome === 'unverified' && !suspicious && asksNothing(facts);
  const found = [...published, ...register, ...words, ...closingReasons(facts, outcome)];
  // A registered name and nothing else: "unverified" without a reason would look like a fault of ours.
  const reasons = found.length > 0 ? found : [{ code: 'nothing-to-compare', params: {}, spans: [] }];
  return { outcome, isQuiet, reasons, officialRef: officialOf(facts, reasons), validForMs: VALID_MS[outcome] };
}

/**
 * A message was read and shows no request. Without a message nobody knows what was asked, and whoever hands in an account or a QR code is about to pay:
 * "nothing was asked" would then be comfort out of nothing.
 */
function asksNothing(facts: CheckFacts): boolean {
  const { reading } = facts;
  if (!reading || facts.qr || facts.identifiers.some((i) => i.role === 'beneficiary' && i.spans.length === 0)) return false;
  return reading.quoted || !isAsking(facts);
}

/** A request was found – or the whole reads like fraud although no single words were recognised as one; then "nothing was asked" must not be said. */
const isAsking = (facts: CheckFacts): boolean => facts.hasRequest || (facts.reading?.band === 'likely-fraud' && !facts.reading.quoted);

const EVIDENCE = new Set(['identifier-red', 'identifier-declared-fake', 'channel-hijacked', 'platform-none']);
const SUSPICIOUS = new Set([
  'account-red-elsewhere', 'identifier-reported', 'link-lookalike', 'link-suspicious', 'link-app-download', 'link-shortener', 'holder-equals-official', 'holder-resembles-official',
  'holder-differs', 'channel-of-other-official', 'channel-retired', 'qr-bad-checksum',
]);

function chooseOutcome(facts: CheckFacts, strong: readonly Reason[]): Outcome {
  if (strong.some((r) => EVIDENCE.has(r.code))) return 'stop-evidence';
  if (strong.some((r) => r.code === 'official-denied')) return 'stop-denied';
  return isGenuine(facts) ? 'genuine-channel' : 'unverified';
}

/** Every channel the message came through is registered, current, confirmed in time, on the network the asker names, and belongs to whoever the message claims to be. */
function isGenuine(facts: CheckFacts): boolean {
  const channels = facts.identifiers.filter((i) => i.role === 'channel');
  if (channels.length === 0) return false;
  const owners = new Set(channels.map((c) => c.standing.channel?.officialRef));
  if (owners.size !== 1) return false;
  if (!channels.every((c) => c.standing.state === 'genuine' && c.standing.channel && !c.standing.channel.isExpired && isFromThere(facts, c))) return false;
  return !claimsAnother(facts, channels[0]?.standing.channel?.officialRef);
}

/** Messenger is Facebook's: one account. */
const networkOf = (platform: string): string => (platform === 'messenger' ? 'facebook' : platform);

/**
 * A stranger's page can show the official's real phone: a number speaks only for the network on which it is registered. "Other" has no number of its own. And what stands in a
 * comment under somebody's post is not his.
 */
function isFromThere({ channelPlatform: said }: CheckFacts, asked: AskedIdentifier): boolean {
  if (asked.identifier.kind === 'comment') return false;
  if (said === null) return true;
  const networks = [platformOf(asked), asked.standing.channel?.platform ?? ''].map(networkOf);
  return said === 'other' ? asked.identifier.type !== 'phone' : networks.includes(networkOf(said));
}

/** Somebody else than the channel's owner is claimed. Among namesakes the owner's own channel settles which of them it is. */
function claimsAnother(facts: CheckFacts, owner: string | undefined): boolean {
  const { claimed } = facts;
  if (claimed.kind === 'one') return claimed.isClaim && claimed.officialRef !== owner;
  if (claimed.kind === 'several') return owner === undefined || !claimed.refs.includes(owner);
  return claimed.kind === 'unknown';
}

function about(asked: AskedIdentifier, code: string, params: Reason['params'] = {}, officialRef?: string): Reason {
  const { type, value, display } = asked.identifier;
  return { code, params: { display, ...params }, spans: asked.spans, identifier: { type, value }, ...(officialRef ? { officialRef } : {}) };
}

function publishedReasons(facts: CheckFacts): Reason[] {
  const out: Reason[] = [];
  for (const asked of facts.identifiers) {
    const { red, statement, channel, state } = asked.standing;
    if (red) out.push(about(asked, 'identifier-red', { at: red.publishedAt }));
    if (statement?.kind === 'declared-fake') out.push(about(asked, 'identifier-declared-fake', { at: statement.at }, statement.officialRef));
    if (statement?.kind === 'denied') out.push(about(asked, 'official-denied', { at: statement.at }, statement.officialRef));
    if (state === 'hijacked' && channel) out.push(about(asked, 'channel-hijacked', channel.hijackedAt ? { at: channel.hijackedAt } : {}, channel.officialRef));
  }
  return out;
}

function registerReasons(facts: CheckFacts): Reason[] {
  return [...platformReasons(facts), ...channelReasons(facts), ...holderReasons(facts), ...claimReasons(facts), ...identifierReasons(facts)];
}

/**
 * A declared absence convicts only the channel the message came through, only for an official who is really claimed. In a text that quotes, only what the asker says
 * himself counts: the text's own claims are told of others, and a warning pasted around a request must not cover it.
 */
function platformReasons(facts: CheckFacts): Reason[] {
  const { claimed } = facts;
  if (claimed.kind !== 'one' || !claimed.isClaim) return [];
  const isQuoted = facts.reading?.quoted === true;
  for (const platform of facts.noAccountOn) {
    const asked = facts.identifiers.find((i) => (isQuoted ? i.role === 'channel' : isChannel(i)) && platformOf(i) === platform && i.standing.state !== 'genuine');
    if (asked) return [about(asked, 'platform-none', { platform }, claimed.officialRef)];
    if (facts.channelPlatform !== null && networkOf(facts.channelPlatform) === platform && !facts.identifiers.some((i) => i.role === 'channel' && i.standing.state === 'genuine' && isFromThere(facts, i))) {
      return [{ code: 'platform-none', params: { platform }, spans: [], officialRef: claimed.officialRef }];
    }
  }
  return [];
}

const isChannel = (asked: AskedIdentifier): boolean => asked.role === 'channel' || asked.role === 'stated-channel';

export function platformOf(asked: AskedIdentifier): string {
  const { type, value } = asked.identifier;
  return type === 'profile' ? value.slice(0, value.indexOf(':')) : type;
}

function channelReasons(facts: CheckFacts): Reason[] {
  const out: Reason[] = [];
  for (const asked of facts.identifiers) {
    if (!isChannel(asked)) continue;
    const { channel, state, statement } = asked.standing;
    if (state === 'genuine' && channel && claimsAnother(facts, channel.officialRef)) out.push(about(asked, 'channel-of-other-official'));
    else if (state === 'genuine' && channel?.isExpired) out.push(about(asked, 'channel-expired', { at: channel.confirmedAt }, channel.officialRef));
    else if (state === 'genuine' && channel && asked.role === 'channel' && !isFromThere(facts, asked)) out.push(about(asked, 'channel-other-platform', {}, channel.officialRef));
    else if (state === 'genuine' && channel && asked.role === 'channel') out.push(about(asked, 'channel-genuine', { at: channel.confirmedAt }, channel.officialRef));
    else if (channel?.isRetired) out.push(about(asked, 'channel-retired', {}, channel.officialRef));
    else if (!channel && !statement && facts.claimed.kind === 'one' && facts.claimed.isClaim) {
      const { officialRef, telling } = facts.claimed;
      out.push({ ...about(asked, 'channel-unregistered-for-official', {}, officialRef), ...(telling ? { telling } : {}) });
    }
  }
  return out;
}

const HOLDER_CODE = { equal: 'holder-equals-official', near: 'holder-resembles-official', different: 'holder-differs' } as const;

function holderReasons(facts: CheckFacts): Reason[] {
  const { holder, reading } = facts;
  if (!holder || holder.relation === 'none' || reading?.quoted) return [];
  return [{ code: HOLDER_CODE[holder.relation], params: { holder: holder.name }, spans: holder.spans, ...(holder.officialRef ? { officialRef: holder.officialRef } : {}), ...(holder.telling ? { telling: holder.telling } : {}) }];
}

function claimReasons(facts: CheckFacts): Reason[] {
  const { claimed } = facts;
  if (facts.reading?.quoted) return [];
  if (claimed.kind === 'several' && isGenuine(facts)) return []; // the owner's own channel has settled which of them it is
  if (claimed.kind === 'several') return [{ code: 'official-namesakes', params: { count: claimed.refs.length }, spans: claimed.spans }];
  if (claimed.kind === 'unknown') return [{ code: 'official-unknown', params: {}, spans: claimed.spans }];
  return [];
}

function identifierReasons(facts: CheckFacts): Reason[] {
  const out: Reason[] = [];
  if (facts.qr && !facts.qr.crcOk) out.push({ code: 'qr-bad-checksum', params: {}, spans: [] });
  for (const asked of facts.identifiers) {
    const { reports, red, redElsewhere } = asked.standing;
    if (redElsewhere) out.push(about(asked, 'account-red-elsewhere', { bank: redElsewhere.bank }));
    if (reports && !red) out.push(about(asked, 'identifier-reported', { count: reports.count, at: reports.lastAt }));
    if (asked.standing.state === 'genuine') continue;
    for (const warning of asked.identifier.warnings) {
      const code = WARNING_CODE[warning.code];
      if (code) out.push(about(asked, code, warning.detail ? { detail: warning.detail } : { detail: '' }));
    }
  }
  return out;
}

const WARNING_CODE: Readonly<Record<string, string>> = {
  'lookalike-domain': 'link-lookalike', punycode: 'link-suspicious', 'ip-address': 'link-suspicious', shortener: 'link-shortener', 'confusable-characters': 'link-suspicious',
  'hidden-host': 'link-suspicious', 'app-download': 'link-app-download',
};

/** In the order in which people should read them: what is asked first, then how they are pressed. */
const SIGN_REASON: readonly (readonly [SignCode, string])[] = [
  ['request_money', 'request-money'], ['request_credentials', 'request-credentials'], ['link_or_app', 'request-link-or-app'], ['hijack_hook', 'hook'],
  ['third_party_account', 'third-party-account'], ['avoids_call', 'avoids-call'], ['secrecy', 'secrecy'], ['new_account_or_number', 'new-account-or-number'],
  ['authority_pressure', 'authority-pressure'], ['urgency', 'urgency'], ['promise_repay', 'promise-repay'], ['claims_leader', 'claims-leader'], ['claims_authority', 'claims-authority'],
];
/** A claim or haste without any request is ordinary work: named as a reason it would cry wolf. */
const ONLY_WITH_REQUEST = new Set<SignCode>(['urgency', 'promise_repay', 'claims_leader', 'claims_authority', 'avoids_call', 'third_party_account', 'authority_pressure']);

function wordReasons(facts: CheckFacts): Reason[] {
  const { reading } = facts;
  if (!reading) return [];
  if (reading.quoted) return [{ code: 'quoted-warning', params: {}, spans: [] }];
  const out: Reason[] = [];
  for (const [sign, code] of SIGN_REASON) {
    const spans = reading.signs.filter((s) => s.code === sign).map(({ start, end }) => ({ start, end }));
    if (spans.length > 0 && (isAsking(facts) || !ONLY_WITH_REQUEST.has(sign))) out.push({ code, params: {}, spans });
  }
  if (!isAsking(facts)) out.push({ code: 'no-request', params: {}, spans: [] });
  return out;
}

/** What we do not know is said last, and said: silence would read as comfort. */
function closingReasons(facts: CheckFacts, outcome: Outcome): Reason[] {
  if (outcome !== 'unverified') return [];
  const unknown = facts.identifiers.find((i) => i.standing.state === 'unknown' && !i.standing.reports);
  const out: Reason[] = unknown ? [about(unknown, 'identifier-unknown')] : [];
  if (facts.qr?.hasAccount && !facts.holder) out.push({ code: 'qr-holder-unknown', params: {}, spans: [] });
  return out;
}

/** The official whom the strongest reason names; else the one who is claimed. */
function officialOf(facts: CheckFacts, reasons: readonly Reason[]): string | null {
  const strongest = reasons.find((r) => (EVIDENCE.has(r.code) || r.code === 'official-denied' || r.code === 'channel-genuine') && r.officialRef);
  if (strongest?.officialRef) return strongest.officialRef;
  return facts.claimed.kind === 'one' ? facts.claimed.officialRef : (reasons.find((r) => r.officialRef)?.officialRef ?? null);
}
