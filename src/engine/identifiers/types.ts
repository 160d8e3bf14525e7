/** Shapes of engine/identifiers. Every `value` is canonical: two spellings of one thing have one value, and parsing `display` gives it back. */
export const IDENTIFIER_TYPES = ['phone', 'bank_account', 'profile', 'url', 'email'] as const;
export type IdentifierType = (typeof IDENTIFIER_TYPES)[number];

export interface Identifier {
  readonly type: IdentifierType;
  /**
   * phone: E.164 without "+" for full numbers ("84912345678"), the digits themselves for short codes ("113").
   * bank_account: "BANK:NUMBER" with the VietQR code, or ":NUMBER" while the bank is unknown; Treasury "KBNN:NUMBER".
   * profile: "platform:id" ("facebook:100012345678901", "zalo:84912345678", "telegram:ten_nguoi").
   * url: absolute URL, always https, without "www.", user part, fragment and tracking parameters; app links keep their scheme. email: lower-case address.
   */
  readonly value: string;
  /** For people: grouped, survives re-typing ("0912 345 678"). */
  readonly display: string;
  /**
   * Finer kind. phone: mobile, fixed, short, toll-free, premium, voip, foreign, satellite. bank_account: bank, wallet, treasury, card.
   * profile: person, page, group, channel, phone, name, official-account, app, messenger, invite, qr, share. url: web, official-domain, shortener, app-download, file-share, form, content, deep-link. email: email, official-domain.
   */
  readonly kind: string;
  /** Why the spelling itself is suspicious, or why it says less than it seems to. */
  readonly warnings: readonly IdentifierWarning[];
}
export interface IdentifierWarning {
  readonly code: 'shortener' | 'lookalike-domain' | 'punycode' | 'ip-address' | 'opaque-share-link' | 'old-number' | 'confusable-characters' | 'bad-checksum' | 'hidden-host' | 'app-download';
  /** What it imitates, was, hides behind or installs, where that can be said: "vietcombank.com.vn". */
  readonly detail?: string;
}

export type Platform = 'facebook' | 'zalo' | 'telegram' | 'tiktok' | 'youtube' | 'messenger' | 'viber' | 'whatsapp' | 'other';

export interface Bank {
  /** VietQR code: VCB, VBA, ICB, MB … */
  readonly code: string;
  /** NAPAS BIN (6 digits) where there is one. */
  readonly bin: string | null;
  readonly shortName: string;
  readonly name: string;
  readonly kind: 'bank' | 'wallet' | 'treasury';
}
