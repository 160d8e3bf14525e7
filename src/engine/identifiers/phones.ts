import { repairDigits } from './skeleton.ts';
import type { Identifier, IdentifierWarning } from './types.ts';

/** Vietnamese numbering plan: Circular 22/2014/TT-BTTTT and its amendments; the change of 11-digit mobile numbers of 15/9/2018. */

/**
 * Mobile prefixes in use (first three national digits). 052, 055, 089, 099 are assigned in part; all of their blocks are accepted.
 * Not 030, 031, 051: no operator sells them, and tax codes of Hồ Chí Minh City are ten digits that begin with 030 and 031.
 */
const MOBILE = new Set('032 033 034 035 036 037 038 039 052 055 056 058 059 070 076 077 078 079 081 082 083 084 085 086 087 088 089 090 091 092 093 094 095 096 097 098 099'.split(' '));
/** Area codes since 2017 (02xx); 024 Hà Nội and 028 TP.HCM take eight digits, the others seven. They outlive the provinces' mergers. */
const AREAS = new Set('203 204 205 206 207 208 209 210 211 212 213 214 215 216 218 219 220 221 222 225 226 227 228 229 232 233 234 235 236 237 238 239 251 252 254 255 256 257 258 259 260 261 262 263 269 270 271 272 273 274 275 276 277 290 291 292 293 294 296 297 299'.split(' '));
/** 2018: old four-digit prefix → new three-digit one. */
const MIGRATED: Readonly<Record<string, string>> = {
  '0120': '070', '0121': '079', '0122': '077', '0126': '076', '0128': '078', '0123': '083', '0124': '084', '0125': '085', '0127': '081', '0129': '082',
  '0162': '032', '0163': '033', '0164': '034', '0165': '035', '0166': '036', '0167': '037', '0168': '038', '0169': '039', '0186': '056', '0188': '058', '0199': '059',
};
/** Emergency, police, consumer, enquiry and complaint numbers people meet. */
const SHORT = new Set('111 112 113 114 115 116 117 118 119 156 1022 1080 1414 5656 9090'.split(' '));
const SERVICE = /^(?:1800|1900)\d{4}(?:\d{2})?$/;
/** ITU-T E.164 country codes 870, 881 (satellite) and 878, 882, 883 (networks without a country): calls from there are dear and untraceable. */
const NOWHERE = /^(?:870|878|88[123])/;

interface National { readonly digits: string; readonly kind: string; readonly warnings: readonly IdentifierWarning[] }

/** Reads one phone number in any usual spelling, also tel: and sip: addresses; null when it is none. Letters O and l are repaired, other letters are refused. An extension is left off: it is not part of the subscriber's number. */
export function readPhone(raw: string): Identifier | null {
  if (raw.length > 96) return null;
  const text = withoutExtras(raw.normalize('NFKC').replace(/\p{Cf}/gu, '').trim());
  if (text.length > 64 || !/^[+(]{0,2}[\doOlI|][\doOlI|\s.\-–—‐‑_()/+]*$/.test(text) || !/\d/.test(text) || text.lastIndexOf('+') > 1) return null;
  const letters = text.replace(/[^oOlI|]/g, '').length;
  const digits = repairDigits(text).replace(/\D/g, '');
  if (letters > 0 && letters * 2 > digits.length) return null;
  if (text.includes('+')) return foreignOrHome(digits);
  if (digits.startsWith('00')) return foreignOrHome(digits.slice(2));
  if (SHORT.has(digits)) return make(digits, 'short', []);
  // "84 912…", "84 (0) 912…"; an 84 number that is none at home may be a service number, never a foreign one.
  if (/^840?[2-9]\d{8,9}$/.test(digits)) { const home = national(`0${digits.slice(2).replace(/^0/, '')}`); if (home) return ofNational(home); }
  const home = national(digits);
  return home ? ofNational(home) : null;
}

/** "SĐT:", "tel:", "sip:…@host", "máy lẻ 105", ";ext=12", "(Zalo)". */
function withoutExtras(text: string): string {
  return text
    .replace(/^(?:tel|callto|sips?|sđt|sdt|đt|dt|đtdđ|dtdd|điện thoại|dien thoai|hotline|phone|call|zalo|viber|whatsapp)(?:[:.\s]+|(?=[+(\d]))/i, '')
    .replace(/;.*$/, '').replace(/^(\+?[\d.\-()]{3,40})@[\w.-]{3,60}$/, '$1')
    .replace(/[\s,(.-]{0,3}(?:máy lẻ|may le|máy nhánh|số lẻ|extension|ext|nhánh|nội bộ|x|#)[\s.:=-]{0,3}\d{1,6}\)?$/i, '')
    .replace(/\s*\((?:zalo|viber|di động|dđ|mobile|cơ quan|cq|nr|nhà riêng)\)$/i, '').trim();
}

function foreignOrHome(digits: string): Identifier | null {
  // "+0912…": the plus is a slip, no country code starts with 0.
  if (digits.startsWith('84') || digits.startsWith('0')) {
    const local = digits.startsWith('0') ? digits.slice(1) : digits.slice(2).replace(/^0/, '');
    const home = national(SERVICE.test(local) ? local : `0${local}`);
    return home ? ofNational(home) : null;
  }
  // E.164: 7 to 15 digits.
  return /^[1-9]\d{6,14}$/.test(digits) ? make(digits, NOWHERE.test(digits) ? 'satellite' : 'foreign', []) : null;
}

function national(digits: string): National | null {
  if (SERVICE.test(digits)) return { digits, kind: digits.startsWith('1800') ? 'toll-free' : 'premium', warnings: [] };
  const moved = digits.length === 11 ? MIGRATED[digits.slice(0, 4)] : undefined;
  if (moved) return { digits: moved + digits.slice(4), kind: 'mobile', warnings: [{ code: 'old-number', detail: digits }] };
  if (digits.length === 10 && MOBILE.has(digits.slice(0, 3))) return { digits, kind: 'mobile', warnings: [] };
  if (/^02[48]\d{8}$/.test(digits)) return { digits, kind: 'fixed', warnings: [] };
  if (digits.length === 11 && digits.startsWith('02') && AREAS.has(digits.slice(1, 4))) return { digits, kind: 'fixed', warnings: [] };
  // 065: internet telephony. 069: networks of the police and the army.
  if (/^065\d{7,8}$/.test(digits)) return { digits, kind: 'voip', warnings: [] };
  return /^069\d{5,8}$/.test(digits) ? { digits, kind: 'fixed', warnings: [] } : null;
}

function ofNational({ digits, kind, warnings }: National): Identifier {
  return digits.startsWith('0') ? make(`84${digits.slice(1)}`, kind, warnings) : make(digits, kind, warnings);
}

function make(value: string, kind: string, warnings: readonly IdentifierWarning[]): Identifier {
  return { type: 'phone', value, display: displayPhone(value, kind), kind, warnings };
}

/** Stored value → national digits ("84912345678" → "0912345678"); short codes and 1900 numbers as they are, foreign ones with "+". */
export function nationalPhone(value: string): string {
  const read = phoneOfValue(value);
  if (!read) return value;
  if (isAbroad(read.kind)) return `+${value}`;
  return /^84[2-9]\d{7,10}$/.test(value) ? `0${value.slice(2)}` : value;
}
const isAbroad = (kind: string): boolean => kind === 'foreign' || kind === 'satellite';

/** Stored value → identifier, null when it is not canonical. */
export function phoneOfValue(value: string): Identifier | null {
  if (!/^\d{3,15}$/.test(value)) return null;
  const read = SHORT.has(value) || SERVICE.test(value) ? readPhone(value) : readPhone(`+${value}`);
  return read?.value === value ? read : null;
}

function displayPhone(value: string, kind: string): string {
  if (kind === 'short') return value;
  if (isAbroad(kind)) return `+${value}`;
  if (kind === 'toll-free' || kind === 'premium') return value.replace(/^(\d{4})(\d{4}|\d{6})$/, (_w, a: string, b: string) => `${a} ${b}`);
  const home = `0${value.slice(2)}`;
  if (kind === 'mobile') return `${home.slice(0, 4)} ${home.slice(4, 7)} ${home.slice(7)}`;
  const area = /^0(?:2[48]|65|69)/.test(home) ? 3 : 4;
  return `${home.slice(0, area)} ${home.slice(area).replace(/(\d{4})(?=\d{3,4}$)/, '$1 ').replace(/^(\d{3})(\d{4})$/, '$1 $2')}`;
}
