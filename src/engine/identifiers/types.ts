/** Shapes of engine/identifiers. Every `value` is canonical: two spellings of one thing have one value, and parsing `display` gives it back. */
export const IDENTIFIER_TYPES = ['phone', 'bank_account', 'profile', 'url', 'email'] as const;
export type IdentifierType = (typeof IDENTIFIER_TYPES)[number];

export interface Identifier {
  readonly type: IdentifierType;
  /**
   * phone: E.164 without "+" for full numbers ("84912345678"), the digits themselves for short codes ("113").
   * bank_account: "BANK:NUMBER" with the VietQR code, or ":NUMBER" while the bank is unknown; Treasury "KBNN:NUMBER".
   * profile: "platform:id" ("facebook:100012345678901", "zalo:84912345678", "telegram:ten_nguoi").
   * url: normalised absolute URL without tracking parameters. email: lower-case address.
   */
  readonly value: string;
  /** For people: grouped, survives re-typing ("0912 345 678"). */
  readonly display: string;
  /** Finer kind, e.g. phone "mobile" | "fixed" | "short" | "foreign" | "toll-free"; link "shortener"; account "bank" | "wallet" | "treasury" | "card". */
  readonly kind: string;
  /** Why the spelling itself is suspicious. */
  readonly warnings: readonly IdentifierWarning[];
}
export interface IdentifierWarning {
  readonly code: 'shortener' | 'lookalike-domain' | 'punycode' | 'ip-address' | 'opaque-share-link' | 'old-number' | 'confusable-characters' | 'bad-checksum';
  /** What it imitates or was, where that can be said: "vietcombank.com.vn". */
  readonly detail?: string;
}

export type Platform = 'facebook' | 'zalo' | 'telegram' | 'tiktok' | 'youtube' | 'messenger' | 'viber' | 'other';

export interface Bank {
  /** VietQR code: VCB, VBA, ICB, MB … */
  readonly code: string;
  /** NAPAS BIN (6 digits) where there is one. */
  readonly bin: string | null;
  readonly shortName: string;
  readonly name: string;
  readonly kind: 'bank' | 'wallet' | 'treasury';
}
