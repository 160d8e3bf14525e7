import { Type, type Static } from 'typebox';
import type { Platform } from '#engine/identifiers/types.ts';

/** Where an official can be met. `other` takes any other profile or link; telegram, tiktok and youtube are told apart by it. */
export const CHANNEL_PLATFORMS = ['facebook', 'zalo', 'phone', 'email', 'website', 'telegram', 'tiktok', 'youtube', 'other'] as const;
export type ChannelPlatform = (typeof CHANNEL_PLATFORMS)[number];
/** Platforms on which one can have an account, and so can declare to have none. */
export const ACCOUNT_PLATFORMS = ['facebook', 'zalo', 'telegram', 'tiktok', 'youtube', 'messenger', 'viber'] as const satisfies readonly Platform[];
export type AccountPlatform = (typeof ACCOUNT_PLATFORMS)[number];

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Moment = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2}))?$' });

/**
 * `value` as people write it: a Facebook address or name, a Zalo phone or link, a phone, an address. It is stored in canonical form
 * ("0912 345 678" on Zalo → profile `zalo:84912345678`). `confirmedAt`: ISO day or moment at which the official confirmed it; absent: the moment of the import,
 * and nothing changes at a repeated import. A confirmation holds twelve months.
 */
export const ChannelRow = Type.Object({ platform: Type.Enum([...CHANNEL_PLATFORMS]), value: Type.String({ minLength: 1, maxLength: 2000 }), confirmedAt: Type.Optional(Moment) });
export type ChannelRow = Static<typeof ChannelRow>;

/**
 * One official in one position. An official with two positions has two rows with the same `code`, name and gender; the first is the one shown in answers,
 * and the channels of both rows are taken together.
 * - `code` the person's own code, for ever his (mã cán bộ). `fullName` with diacritics. `position` without the unit: "Giám đốc", "Phó Chủ tịch".
 * - `unit` code held on `from` (in `unitSystem`, default `local`). `to` last day in the position; absent: still in it.
 * - `channels`: per column (facebook, zalo, phone, email, website, all others), what is listed is the whole list: an imported channel that is no longer listed is retired. A column with nothing listed stays as it is.
 * - `noAccountOn`: he has declared to have no account there. Listed = the whole list; nothing listed = stays as it is.
 */
export const OfficialRow = Type.Object({
  code: Type.String({ minLength: 1, maxLength: 60 }),
  fullName: Type.String({ minLength: 2, maxLength: 120 }),
  gender: Type.Enum(['male', 'female']),
  position: Type.String({ minLength: 1, maxLength: 200 }),
  unit: Type.String({ minLength: 1, maxLength: 60 }),
  unitSystem: Type.Optional(Type.String({ minLength: 1, maxLength: 32 })),
  from: Day,
  to: Type.Optional(Day),
  channels: Type.Optional(Type.Array(ChannelRow, { maxItems: 100 })),
  noAccountOn: Type.Optional(Type.Array(Type.Enum([...ACCOUNT_PLATFORMS]), { maxItems: 10 })),
});
export type OfficialRow = Static<typeof OfficialRow>;

/** Names one channel of one official, as people write it. */
export interface ChannelInput { readonly officialCode: string; readonly platform: ChannelPlatform; readonly value: string }

export interface ChannelView {
  readonly id: string;
  readonly officialRef: string;
  readonly platform: ChannelPlatform;
  readonly identifier: { readonly type: string; readonly value: string };
  readonly state: 'current' | 'retired' | 'hijacked';
  readonly confirmedAt: Date;
  readonly expiresAt: Date | null;
  readonly hijackedAt: Date | null;
}

/** What the register says of one identifier. Key for key what modules/checks asks for; an identifier may come with several facts. Only ":NUMBER" is answered under other values: the accounts with that number at any bank. */
export interface RegisterFact {
  readonly type: string;
  readonly value: string;
  readonly channel: { readonly officialRef: string; readonly platform: string; readonly state: 'current' | 'retired' | 'hijacked'; readonly confirmedAt: Date; readonly expiresAt: Date | null; readonly hijackedAt: Date | null } | null;
  readonly statement: { readonly officialRef: string; readonly kind: 'declared-fake' | 'denied'; readonly at: Date } | null;
}

/** One protected official as the register gives him for a day. Only what is public reaches an answer. `officePhone`: canonical phone value ("842333852555"). */
export interface DirectoryEntry {
  readonly ref: string;
  readonly fullName: string;
  readonly honorific: 'ông' | 'bà';
  readonly position: string;
  readonly unit: string;
  readonly officePhone: string | null;
  readonly noAccountOn: readonly Platform[];
}
