/** Shapes of `read` (design contract §3). Offsets are UTF-16 on the text that was given. */
export const SIGN_CODES = [
  'claims_leader', 'claims_authority', 'claims_known', 'request_money', 'request_credentials', 'urgency', 'avoids_call',
  'secrecy', 'new_account_or_number', 'third_party_account', 'promise_repay', 'authority_pressure', 'link_or_app', 'hijack_hook',
] as const;
export type SignCode = (typeof SIGN_CODES)[number];

export const ENTITY_TYPES = [
  'bank_account', 'bank', 'holder_name', 'phone', 'money', 'url', 'profile', 'email', 'otp', 'national_id', 'claimed_role', 'claimed_name', 'time',
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export interface EntityReading {
  readonly type: EntityType;
  /** Normalised: digits for bank_account and phone (leading 0), VietQR bank code, upper-case folded holder name, VND integer, lower-case role. */
  readonly value: string | number;
  readonly e164?: string;
}
export interface Entity extends EntityReading {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Other readings of the same characters, likeliest first; kept until context decides. */
  readonly alternatives?: readonly EntityReading[];
}
export interface Sign {
  readonly code: SignCode;
  readonly start: number;
  readonly end: number;
}
export const BANDS = ['likely-fraud', 'unclear', 'no-sign'] as const;
export type Band = (typeof BANDS)[number];

export interface Reading {
  readonly entities: readonly Entity[];
  readonly signs: readonly Sign[];
  /** The text tells of, warns of, or jokes about such a message instead of being one. */
  readonly quoted: boolean;
  /** 0…1. */
  readonly probability: number;
  readonly band: Band;
}
