import { accountOfValue, readBankAccount } from './accounts.ts';
import { profileOfValue, readEmail, readLink } from './links.ts';
import { phoneOfValue, readPhone } from './phones.ts';
import type { Identifier, IdentifierType } from './types.ts';

export { readBankAccount } from './accounts.ts';
export { bankOfCode, findBank, findBanks, type BankMention } from './banks.ts';
export { BANKS } from './banks.data.ts';
export { confusablesIn, type Confusable } from './confusables.ts';
export { imitates, isGenuineHost, isOfficialHost } from './domains.ts';
export { readEmail, readLink } from './links.ts';
export { nationalPhone, readPhone } from './phones.ts';
export { foldLatin, skeleton } from './skeleton.ts';
export { crc16, readVietQr, writeVietQr, type VietQr, type VietQrFault, type VietQrResult } from './vietqr.ts';
export { IDENTIFIER_TYPES, type Bank, type Identifier, type IdentifierType, type IdentifierWarning, type Platform } from './types.ts';

/** Every plausible reading of one string, likeliest first. A 10-digit number keeps both, phone and account, until context decides. */
export function readIdentifier(raw: string): Identifier[] {
  const text = raw.trim();
  if (text === '' || text.length > 2048) return [];
  const email = text.includes('@') ? readEmail(text) : null;
  if (email) return [email];
  const numbers = [readPhone(text), accountAlone(text)].filter((i) => i !== null);
  if (numbers.length > 0) return numbers;
  const link = readLink(text);
  return link ? [link] : [];
}

/** Digits, or letters and digits as wallets and banks give them out ("99MM24011M34875080"); number plates and notations are shorter. */
function accountAlone(text: string): Identifier | null {
  // "12.500.000" alone is an amount.
  if (text.length > 64 || /^[+(]|[/@:]|^\d{1,3}(?:\.\d{3}){1,4}$/.test(text)) return null;
  const isNumber = /^[\d\s.\-–oOlI|]+$/.test(text) || /^[A-Z\d]{10,19}$/i.test(text) && text.replace(/\D/g, '').length >= 8;
  return isNumber ? readBankAccount(text) : null;
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
