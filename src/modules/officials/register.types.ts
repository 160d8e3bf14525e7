import type { AccountPlatform, ChannelPlatform } from './official.contract.ts';

/** Rows as stored. `until`: first day on which a position is no longer held. `source`: who wrote it – an import changes only what an import wrote. */
export type Source = 'import' | 'person';
export interface PersonRow { readonly id: string; readonly code: string; readonly fullName: string; readonly gender: 'male' | 'female' }
export interface PositionRow { readonly id: string; readonly officialId: string; readonly unitId: string; readonly title: string; readonly rank: number; readonly from: string; readonly until: string | null }
export interface ChannelRecord {
  readonly id: string; readonly officialId: string; readonly platform: ChannelPlatform; readonly type: string; readonly value: string;
  readonly state: 'current' | 'retired' | 'hijacked'; readonly source: Source;
  readonly confirmedAt: Date; readonly expiresAt: Date | null; readonly hijackedAt: Date | null; readonly retiredAt: Date | null; readonly retiredBy: Source | null; readonly reason: string | null; readonly registeredAt: Date;
}
export interface DeclarationRow { readonly officialId: string; readonly platform: AccountPlatform; readonly source: Source; readonly declaredAt: Date }

/** What the register knows of the people and identifiers in a file. */
export interface OfficialsSnapshot {
  readonly people: readonly PersonRow[];
  readonly positions: readonly PositionRow[];
  /** Of these people, retired ones included; and of others where the account is one in the file and not retired. */
  readonly channels: readonly (ChannelRecord & { readonly ownerCode: string })[];
  readonly declarations: readonly DeclarationRow[];
  /** Accounts (accountKey) in the file that somebody has declared fake. */
  readonly fakeAccounts: readonly string[];
}
