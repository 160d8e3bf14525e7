import type { Identifier, Platform } from '#engine/identifiers/types.ts';
import type { SayableReason } from '#engine/names/index.ts';
import type { Reading } from '#engine/text/types.ts';
import type { IdentifierState } from '#kernel/outcome.ts';
import type { SaidPlatform } from './check.contract.ts';

/** UTF-16 offsets on the text that was given. */
export interface Span { readonly start: number; readonly end: number }

/**
 * What an identifier is in the message. `channel`: the asker says the message came through it. `stated-channel`: the text says so itself, which
 * counts against it, never for it. `beneficiary`: money is to go there.
 * `mentioned`: it merely stands in the text – a criminal can write the official's real number into his own message, so that never comforts.
 */
export type IdentifierRole = 'channel' | 'stated-channel' | 'beneficiary' | 'mentioned';

/** What the register knows of one identifier at the time of the check. */
export interface Standing {
  readonly state: IdentifierState;
  readonly red?: { readonly publishedAt: Date; readonly reason: string };
  /** This number is published red at another bank: the bank may have been misread, or written wrong on purpose. */
  readonly redElsewhere?: { readonly bank: string };
  readonly reports?: { readonly count: number; readonly lastAt: Date };
  readonly channel?: { readonly officialRef: string; readonly platform: Platform | 'phone' | 'email' | 'website'; readonly confirmedAt: Date; readonly isExpired: boolean; readonly isRetired: boolean; readonly hijackedAt?: Date };
  readonly statement?: { readonly officialRef: string; readonly kind: 'declared-fake' | 'denied'; readonly at: Date };
}

export interface AskedIdentifier {
  readonly identifier: Identifier;
  readonly role: IdentifierRole;
  readonly spans: readonly Span[];
  readonly standing: Standing;
}

/** Who the message claims to be, as far as the register can tell. `isClaim` false: merely mentioned, or only probably meant. */
export type Claimed =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly officialRef: string; readonly isClaim: boolean; readonly spans: readonly Span[]; /** What a person should know of how the name is written. */ readonly telling?: SayableReason }
  | { readonly kind: 'several'; readonly refs: readonly string[]; readonly spans: readonly Span[] }
  | { readonly kind: 'unknown'; readonly spans: readonly Span[] };

export interface HolderFact {
  readonly name: string;
  readonly spans: readonly Span[];
  /** Against the claimed official, or against the one official of that name when nobody was claimed; `none` when there is nobody to compare with. */
  readonly relation: 'equal' | 'near' | 'different' | 'none';
  readonly officialRef?: string;
  readonly telling?: SayableReason;
}

export interface CheckFacts {
  readonly now: Date;
  readonly reading: Reading | null;
  readonly hasRequest: boolean;
  readonly identifiers: readonly AskedIdentifier[];
  readonly claimed: Claimed;
  readonly holder: HolderFact | null;
  /** Platforms on which the claimed official has declared to have no account. */
  readonly noAccountOn: readonly Platform[];
  /** Platform the asker says the message came through, when there is no address to it. */
  readonly channelPlatform: SaidPlatform | null;
  readonly qr: { readonly crcOk: boolean; readonly hasAccount: boolean } | null;
}
