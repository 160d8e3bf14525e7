import { accountOfValue, readBankAccount } from './accounts.ts';
import { profileOfValue, readEmail, readLink } from './links.ts';
import { phoneOfValue, readPhone } from './phones.ts';
import type { Identifier, IdentifierType } from './types.ts';

export { bankOfCode, findBank, findBanks, readBankAccount, type BankMention } from './accounts.ts';
export { BANKS } from './banks.data.ts';
export { imitates, isGenuineHost } from './domains.ts';
export { confusablesIn, type Confusable } from './confusables.ts';
export { readEmail, readLink } from './links.ts';
export { nationalPhone, readPhone } from './phones.ts';
export { foldLatin, skeleton } from './skeleton.ts';
export { crc16, readVietQr, writeVietQr, type VietQr, type VietQrFault, type VietQrResult } from './vietqr.ts';
export type { Bank, Identifier, IdentifierType, IdentifierWarning, Platform } from './types.ts';

/** Every plausible reading of one string, likeliest first. A 10-digit number keeps both, phone and account, until context decides. */
export function readIdentifier(raw: string): Identifier[] {
  const text = raw.trim();
  if (text === '' || text.length > 2048) return [];
  const email = readEmail(text);
  if (email) return [email];
  const phone = readPhone(text);
  const account = /^[\d\s.\-–oOlI|]+$/.test(text) && !text.startsWith('+') ? readBankAccount(text) : null;
  const numbers = [phone, account].filter((i) => i !== null);
  if (numbers.length > 0) return numbers;
  const link = readLink(text);
  return link ? [link] : [];
}

/** A stored canonical value → identifier with its display form; null when the value is not canonical. */
export function parseIdentifier(type: IdentifierType, value: string): Identifier | null {
  switch (type) {
    case 'phone': return phoneOfValue(value);
    case 'bank_account': return accountOfValue(value);
    case 'profile': return profileOfValue(value);
    case 'email': { const read = readEmail(value); return read?.value === value ? read : null; }
    case 'url': { const read = readLink(value); return read?.type === 'url' && read.value === value ? read : null; }
  }
}
