import { bankOfCode, nationalPhone, parseIdentifier } from '#engine/identifiers/index.ts';
import type { Context } from '#kernel/context.ts';
import { formatMoment } from '#kernel/dates.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { DirectoryEntry } from '#modules/officials/index.ts';
import type { I18n } from '#platform/i18n/index.ts';
import type { CheckView, EvidenceView, IdentifierView, NextView, OfficialView, ReasonView } from './check.contract.ts';
import { plainWords, type LoadedDirectory } from './check.directory.ts';
import type { AskedIdentifier, CheckFacts, Span } from './check.facts.ts';
import { platformOf, type Decision, type Reason } from './check.rules.ts';
import type { Guidance } from './guidance.ts';

/** The only way out of a check: decision and facts → the outcome object, in the asker's language. Nothing of the register but what is public. */
export interface ViewInput {
  readonly checkId: string;
  readonly text: string | null;
  /** All words of the question: message, claimed name, holder name. */
  readonly said: string;
  readonly facts: CheckFacts;
  readonly decision: Decision;
  readonly previousOutcome: Outcome | null;
  readonly expiresAt: Date;
}
export interface ViewTools { readonly i18n: I18n; readonly guidance: Guidance; readonly directory: LoadedDirectory }

export function toCheckView(ctx: Context, input: ViewInput, tools: ViewTools): CheckView {
  const { decision, facts } = input;
  const entry = decision.officialRef ? tools.directory.entry(decision.officialRef) : undefined;
  const variant = !decision.isQuiet ? decision.outcome : facts.reading?.quoted ? 'unverified-quoted' : 'unverified-quiet';
  const until = new Date(Math.min(facts.now.getTime() + decision.validForMs, input.expiresAt.getTime()));
  return {
    checkId: input.checkId, at: facts.now.toISOString(), validUntil: until.toISOString(), outcome: decision.outcome, isQuiet: decision.isQuiet,
    ...(input.previousOutcome && input.previousOutcome !== decision.outcome ? { previousOutcome: input.previousOutcome } : {}),
    headline: tools.i18n.t(ctx.locale, `outcome.${variant}.headline`),
    reasons: decision.reasons.map((reason) => reasonView(ctx, reason, input, tools)),
    ...(entry ? { official: officialView(entry, ctx, isNamed(input, entry)) } : {}),
    identifiers: facts.identifiers.map((asked) => identifierView(ctx, asked, decision, tools.i18n)),
    reading: facts.reading ? readingView(facts.reading) : null,
    steps: tools.guidance.steps(ctx.locale, `steps.${variant}`),
    next: nextViews(ctx, decision, entry, tools.i18n),
  };
}

const givenName = (fullName: string): string => fullName.trim().split(/\s+/).at(-1) ?? fullName;
const honorific = (entry: DirectoryEntry, ctx: Context): string => (ctx.locale === 'vi' ? entry.honorific : entry.honorific === 'bà' ? 'Ms' : 'Mr');
const shortName = (entry: DirectoryEntry, ctx: Context): string => `${honorific(entry, ctx)} ${givenName(entry.fullName)}`;
const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** The whole name was said, or an identifier of his was asked about; a given name with a post is answered with no more than that. */
function isNamed({ said, decision }: ViewInput, entry: DirectoryEntry): boolean {
  const words = new Set(plainWords(said).split(' '));
  return decision.reasons.some((r) => r.officialRef === entry.ref && r.identifier !== undefined && BY_IDENTIFIER.has(r.code)) || plainWords(entry.fullName).split(' ').every((w) => words.has(w));
}
/** Reasons in which the identifier, not the words, led to the official. */
const BY_IDENTIFIER = new Set(['identifier-declared-fake', 'official-denied', 'channel-hijacked', 'channel-genuine', 'channel-expired', 'channel-retired', 'channel-other-platform']);

function officialView(entry: DirectoryEntry, ctx: Context, named: boolean): OfficialView {
  return { name: named ? entry.fullName : givenName(entry.fullName), honorific: capitalised(honorific(entry, ctx)), position: entry.position, unit: entry.unit, short: shortName(entry, ctx) };
}

function reasonView(ctx: Context, reason: Reason, input: ViewInput, tools: ViewTools): ReasonView {
  const { i18n } = tools;
  const params = reasonParams(ctx, reason, tools);
  const optional = (part: 'more' | 'source'): Record<string, string> => {
    const key = `reason.${reason.code}.${part}`;
    // A source without its moment ("Báo bị chiếm lúc .") says nothing.
    if (part === 'source' && params['at'] === '') return {};
    const told = part === 'more' && reason.telling ? i18n.t(ctx.locale, `name-reason.${reason.telling.code}`, { ...reason.telling.params, ...inWords(reason.telling, ctx) }) : '';
    const said = [i18n.has(key) ? i18n.t(ctx.locale, key, params) : '', told ? `${capitalised(told)}.` : ''].filter(Boolean).join(' ');
    return said ? { [part]: said } : {};
  };
  return { code: reason.code, text: i18n.t(ctx.locale, `reason.${reason.code}.text`, params), ...optional('more'), ...optional('source'), evidence: evidenceOf(reason, input, tools.directory) };
}

/** 1200 → "1.200" in Vietnamese, "1,200" in English. */
function inWords({ params }: NonNullable<Reason['telling']>, ctx: Context): Record<string, string> {
  return typeof params['count'] === 'number' ? { count: params['count'].toLocaleString(ctx.locale === 'vi' ? 'vi-VN' : 'en') } : {};
}

function reasonParams(ctx: Context, reason: Reason, { i18n, directory }: ViewTools): Record<string, string | number> {
  const t = (key: string, given: Record<string, string> = {}): string => i18n.t(ctx.locale, key, given);
  const entry = reason.officialRef ? directory.entry(reason.officialRef) : undefined;
  const who = entry ? shortName(entry, ctx) : t('who.nobody');
  const thing = thingOf(reason, t);
  const given = Object.fromEntries(Object.entries(reason.params).map(([name, value]) => [name, value instanceof Date ? formatMoment(value) : value]));
  const platform = reason.params['platform'];
  return {
    at: '', count: 0, holder: '', detail: '', display: '', ...given, thing, Thing: capitalised(thing), who, Who: capitalised(who),
    bank: bankOfCode(String(reason.params['bank'] ?? ''))?.shortName ?? t('thing.other-bank'),
    platform: typeof platform === 'string' ? t(`platform.${platform}`) : '',
  };
}

/** "tài khoản Zalo này", "số điện thoại này". */
function thingOf({ identifier }: Reason, t: (key: string, params?: Record<string, string>) => string): string {
  if (identifier?.type !== 'profile') return t(`thing.${identifier?.type ?? 'account'}`);
  return t('thing.profile', { platform: t(`platform.${identifier.value.slice(0, identifier.value.indexOf(':'))}`) });
}

function evidenceOf(reason: Reason, input: ViewInput, directory: LoadedDirectory): EvidenceView {
  const { text, facts } = input;
  const spans: Span[] = reason.spans.map(({ start, end }) => ({ start, end }));
  const { identifier } = reason;
  if (reason.code === 'identifier-reported') {
    const reports = facts.identifiers.find((i) => i.identifier.type === identifier?.type && i.identifier.value === identifier.value)?.standing.reports;
    return { kind: 'report', spans, count: reports?.count ?? 0, lastAt: (reports?.lastAt ?? facts.now).toISOString() };
  }
  if (identifier) return { kind: 'identifier', spans, ...identifier, display: String(reason.params['display'] ?? identifier.value) };
  const entry = reason.officialRef ? directory.entry(reason.officialRef) : undefined;
  if (entry) return { kind: 'register', spans, official: isNamed(input, entry) ? entry.fullName : givenName(entry.fullName) };
  return { kind: 'text', spans, words: text ? spans.map((s) => text.slice(s.start, s.end)) : [] };
}

function identifierView(ctx: Context, asked: AskedIdentifier, { outcome }: Decision, i18n: I18n): IdentifierView {
  const { type, value, display, warnings } = asked.identifier;
  const { reports, channel } = asked.standing;
  // Once its confirmation has run out nobody knows whose it is: "genuine" beside it, read by a person or a program, would be green from old knowledge.
  const state = asked.standing.state === 'genuine' && channel?.isExpired ? 'unknown' : asked.standing.state;
  const caution = asked.role !== 'channel' ? 'only-mentioned' : outcome !== 'genuine-channel' ? 'not-this-message' : null;
  const notes = warnings.map((w) => i18n.t(ctx.locale, `identifier.warning.${w.code}`, { detail: w.detail ?? '' }));
  if (state === 'genuine' && caution) notes.push(i18n.t(ctx.locale, `identifier.note.${caution}`));
  return {
    type, value, display, state, label: labelOf(ctx, asked, i18n), stateText: i18n.t(ctx.locale, `identifier.state.${state}`, { count: reports?.count ?? 0 }),
    ...(notes.length > 0 ? { note: notes.join(' ') } : {}), spans: asked.spans.map(({ start, end }) => ({ start, end })),
  };
}

function labelOf(ctx: Context, asked: AskedIdentifier, i18n: I18n): string {
  const { type, value } = asked.identifier;
  if (type === 'profile') return i18n.t(ctx.locale, 'identifier.label.profile', { platform: i18n.t(ctx.locale, `platform.${platformOf(asked)}`) });
  const bank = type === 'bank_account' ? bankOfCode(value.slice(0, value.indexOf(':'))) : null;
  return bank ? i18n.t(ctx.locale, 'identifier.label.bank_account-at', { bank: bank.shortName }) : i18n.t(ctx.locale, `identifier.label.${type}`);
}

/** A copy whose lists may be written to JSON schemas' mutable types. */
function readingView(reading: NonNullable<CheckFacts['reading']>): NonNullable<CheckView['reading']> {
  return { ...reading, entities: reading.entities.map(({ alternatives, ...entity }) => ({ ...entity, ...(alternatives ? { alternatives: [...alternatives] } : {}) })), signs: [...reading.signs] };
}

/** The first is the page's one primary button. */
function nextViews(ctx: Context, decision: Decision, entry: DirectoryEntry | undefined, i18n: I18n): NextView[] {
  const view = (action: NextView['action'], key: string, href: string, params: Record<string, string> = {}): NextView => {
    const more = `next.${key}.more`;
    return { action, text: i18n.t(ctx.locale, `next.${key}.text`, params), ...(i18n.has(more) ? { more: i18n.t(ctx.locale, more, params) } : {}), href };
  };
  const phone = entry?.officePhone ? parseIdentifier('phone', entry.officePhone) : null;
  const call = entry && phone ? [view('call-office', 'call-office', `tel:${nationalPhone(phone.value)}`, { who: shortName(entry, ctx), phone: phone.display })] : [];
  const another = view('none', 'none', '/');
  if (decision.outcome === 'genuine-channel' || decision.isQuiet) return [...call, another];
  const report = view('report', 'report', '/bao-cong-an');
  const paid = view('paid-already', 'paid-already', '/da-chuyen-tien');
  return decision.outcome === 'unverified' ? [...call, report, paid, another] : [report, paid, ...call, another];
}
