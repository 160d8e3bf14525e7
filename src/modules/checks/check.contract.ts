import { Type, type Static } from 'typebox';
import { IDENTIFIER_STATES, OUTCOMES } from '#kernel/outcome.ts';

/** Shapes in and out of a check; the API, the command line and the page share them (design contract §4). */

/** Longer than any chat message; the whole dispatch has 4,000 characters. Reading stays under 50 ms at this length. */
export const MAX_TEXT = 20_000;
/** Ways by which a message comes; "phone" is a call or SMS. A number or page given beside one is weighed for that way only. */
export const SAID_PLATFORMS = ['facebook', 'zalo', 'phone', 'email', 'telegram', 'tiktok', 'youtube', 'messenger', 'viber', 'whatsapp', 'other'] as const;
export type SaidPlatform = (typeof SAID_PLATFORMS)[number];
const words = (max: number) => Type.String({ minLength: 1, maxLength: max });
const oneOf = <const T extends readonly string[]>(values: T) => Type.Unsafe<T[number]>(Type.Enum([...values]));
const closed = { additionalProperties: false };

export const CheckBody = Type.Object({
  text: Type.Optional(words(MAX_TEXT)),
  account: Type.Optional(Type.Object({ number: words(64), bank: Type.Optional(words(120)) }, closed)),
  phone: Type.Optional(words(64)),
  link: Type.Optional(words(2048)),
  holderName: Type.Optional(words(120)),
  qr: Type.Optional(words(1024)),
  claimedOfficial: Type.Optional(words(200)),
  channel: Type.Optional(Type.Object({ platform: Type.Optional(oneOf(SAID_PLATFORMS)), value: Type.Optional(words(2048)) }, closed)),
}, { ...closed, minProperties: 1 });

const Span = Type.Object({ start: Type.Integer(), end: Type.Integer() });
const spans = Type.Array(Span);
const moment = Type.String({ format: 'date-time' });

/** What a reason rests on. `spans` are UTF-16 offsets on the text that was given; empty when it does not stand in the text. */
export const EvidenceView = Type.Union([
  Type.Object({ kind: Type.Literal('text'), spans, words: Type.Array(Type.String()) }),
  Type.Object({ kind: Type.Literal('identifier'), spans, type: Type.String(), value: Type.String(), display: Type.String() }),
  Type.Object({ kind: Type.Literal('register'), spans, official: Type.Optional(Type.String()) }),
  Type.Object({ kind: Type.Literal('report'), spans, count: Type.Integer(), lastAt: moment }),
]);
export const ReasonView = Type.Object({
  code: Type.String(),
  /** One sentence. */
  text: Type.String(),
  /** At most one explaining sentence. */
  more: Type.Optional(Type.String()),
  /** Where it comes from and since when. */
  source: Type.Optional(Type.String()),
  evidence: EvidenceView,
});
export const OfficialView = Type.Object({
  /** In full where the whole name was said, or a registered identifier leads to him; else only the given name: who asks by post must not learn names. */
  name: Type.String(), honorific: Type.String(), position: Type.String(), unit: Type.String(),
  /** How he is spoken of: "ông Khuê". */
  short: Type.String(),
});
export const IdentifierView = Type.Object({
  type: Type.String(), value: Type.String(), display: Type.String(), state: oneOf(IDENTIFIER_STATES),
  /** "Số tài khoản, MBBank", "Trang Facebook". */
  label: Type.String(),
  /** "Lừa đảo, đã công bố", "Chưa có dữ liệu". */
  stateText: Type.String(),
  /** A spelling that misleads, said in words. */
  note: Type.Optional(Type.String()),
  spans,
});
export const NEXT_ACTIONS = ['ask-official', 'report', 'paid-already', 'call-office', 'none'] as const;
export const NextView = Type.Object({ action: oneOf(NEXT_ACTIONS), text: Type.String(), more: Type.Optional(Type.String()), href: Type.String() });
export const StepView = Type.Object({ text: Type.String(), more: Type.Optional(Type.String()) });

const EntityReading = Type.Object({ type: Type.String(), value: Type.Union([Type.String(), Type.Number()]), e164: Type.Optional(Type.String()) });
export const ReadingView = Type.Object({
  entities: Type.Array(Type.Object({ ...EntityReading.properties, text: Type.String(), start: Type.Integer(), end: Type.Integer(), alternatives: Type.Optional(Type.Array(EntityReading)) })),
  signs: Type.Array(Type.Object({ code: Type.String(), start: Type.Integer(), end: Type.Integer() })),
  quoted: Type.Boolean(), probability: Type.Number(), band: Type.String(),
});

export const CheckView = Type.Object({
  checkId: Type.String(), at: moment, validUntil: moment,
  outcome: oneOf(OUTCOMES),
  /** Unverified and nothing was asked: the same outcome, said quietly. */
  isQuiet: Type.Boolean(),
  /** The outcome this address gave at first, when new knowledge has turned it since. */
  previousOutcome: Type.Optional(oneOf(OUTCOMES)),
  headline: Type.String(),
  reasons: Type.Array(ReasonView),
  official: Type.Optional(OfficialView),
  identifiers: Type.Array(IdentifierView),
  /** As `read`; null when no message was given. */
  reading: Type.Union([ReadingView, Type.Null()]),
  steps: Type.Array(StepView),
  next: Type.Array(NextView),
});

export type CheckBody = Static<typeof CheckBody>;
export type CheckView = Static<typeof CheckView>;
export type ReasonView = Static<typeof ReasonView>;
export type EvidenceView = Static<typeof EvidenceView>;
export type IdentifierView = Static<typeof IdentifierView>;
export type OfficialView = Static<typeof OfficialView>;
export type NextView = Static<typeof NextView>;
export type StepView = Static<typeof StepView>;

/** What the answer page shows: the outcome object, and the asker's own words beside it. */
export interface CheckPage {
  readonly view: CheckView;
  readonly message: string | null;
  /** ISO; until then the answer's address opens. */
  readonly expiresAt: string;
}
