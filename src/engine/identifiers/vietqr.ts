import { BANKS } from './banks.data.ts';
import { foldLatin } from './skeleton.ts';
import type { Bank } from './types.ts';

/** EMVCo QRCPS merchant-presented mode as NAPAS uses it (AID A000000727), with CRC-16/CCITT-FALSE over everything up to and including "6304". */
export interface VietQr {
  readonly bank: Bank | null;
  readonly bin: string | null;
  readonly account: string | null;
  readonly isCard: boolean;
  readonly isDynamic: boolean;
  /** VND; null when absent, unreadable or in another currency. */
  readonly amount: number | null;
  readonly purpose: string | null;
  /** "vietqr": to an account by NAPAS. "vnpay": to a merchant by VNPAY (AID A000000775): no account in it, `merchantId` instead. */
  readonly scheme: 'vietqr' | 'vnpay';
  readonly merchantId: string | null;
  readonly merchantName: string | null;
  readonly merchantCity: string | null;
  /** Bill or reference number (62/01, 62/05). */
  readonly reference: string | null;
  /** Something stands behind the checksum; apps ignore it, so we read on and say so. */
  readonly hasTrailing: boolean;
}
export type VietQrFault = 'not-emv' | 'malformed' | 'bad-checksum' | 'unknown-scheme';
/** `damaged`: what a payload with a wrong checksum says, for looking it up; never to be shown as the code's content. */
export type VietQrResult = { readonly ok: true; readonly value: VietQr } | { readonly ok: false; readonly reason: VietQrFault; readonly damaged?: VietQr };

const NAPAS = 'A000000727';
const VNPAY = 'A000000775';
/** EMVCo limits a payload to 512 characters; some issuers go beyond a little. */
const MAX_PAYLOAD = 1024;

export function crc16(text: string): number {
  let crc = 0xffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8;
    for (let i = 0; i < 8; i += 1) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc;
}

interface Tags { readonly tags: Map<string, string>; readonly end: number }
/** `decode` turns a value into text: the identity, or UTF-8 where lengths count bytes. */
interface Payload extends Tags { readonly decode: (value: string) => string }

/** Tag → value of one level. Null when a length runs over the end or a tag comes twice, which no honest payload does: two readers would see two accounts. Stops after `last`. */
function readTags(text: string, last?: string): Tags | null {
  const tags = new Map<string, string>();
  let at = 0;
  while (at < text.length) {
    const head = text.slice(at, at + 4);
    if (!/^\d{4}$/.test(head)) return null;
    const [id, length] = [head.slice(0, 2), Number(head.slice(2))];
    const value = text.slice(at + 4, at + 4 + length);
    if (value.length !== length || tags.has(id)) return null;
    tags.set(id, value);
    at += 4 + length;
    if (id === last) break;
  }
  return { tags, end: at };
}
const inside = (tags: Map<string, string>, id: string): Map<string, string> | null => readTags(tags.get(id) ?? '')?.tags ?? null;

/** Lengths count characters; some issuers count UTF-8 bytes instead, so text with marks is tried both ways. */
function readPayload(text: string): Payload | null {
  const closes = (p: Tags | null): p is Tags => p !== null && /^[0-9a-f]{4}$/i.test(p.tags.get('63') ?? '');
  const plain = readTags(text, '63');
  if (closes(plain)) return { ...plain, decode: (v) => v };
  if (/^[\x20-\x7e]*$/.test(text)) return null;
  const bytes = Array.from(new TextEncoder().encode(text), (b) => String.fromCharCode(b)).join('');
  const byBytes = readTags(bytes, '63');
  const decode = (s: string): string => new TextDecoder().decode(Uint8Array.from(s, (c) => c.charCodeAt(0)));
  return closes(byBytes) ? { tags: byBytes.tags, end: decode(bytes.slice(0, byBytes.end)).length, decode } : null;
}

export function readVietQr(payload: string): VietQrResult {
  const fault = (reason: VietQrFault): VietQrResult => ({ ok: false, reason });
  if (payload.length > MAX_PAYLOAD * 2) return fault('not-emv');
  const text = payload.trim();
  if (!text.startsWith('000201') || text.length > MAX_PAYLOAD) return fault('not-emv');
  const read = readPayload(text);
  if (!read) return fault('malformed');
  const value = valueOf(read, read.end < text.length);
  if (crc16(text.slice(0, read.end - 4)) !== Number.parseInt(read.tags.get('63') ?? '', 16)) return typeof value === 'string' ? fault('bad-checksum') : { ok: false, reason: 'bad-checksum', damaged: value };
  return typeof value === 'string' ? fault(value) : { ok: true, value };
}

/** NAPAS stands at 38 by its own rules, VNPAY at 26; both may stand at any merchant template 26–51 (EMVCo QRCPS §4.7.5). */
function schemeOf(tags: Map<string, string>): { readonly aid: string; readonly of: Map<string, string> } | 'malformed' | 'unknown-scheme' {
  let merchant: Map<string, string> | null = null;
  for (const id of ['38', ...Array.from({ length: 26 }, (_, i) => String(26 + i)).filter((t) => t !== '38')]) {
    if (!tags.has(id)) continue;
    const of = inside(tags, id);
    if (!of && id === '38') return 'malformed';
    if (of?.get('00') === NAPAS) return { aid: NAPAS, of };
    if (of?.get('00') === VNPAY) merchant = of;
  }
  return merchant ? { aid: VNPAY, of: merchant } : 'unknown-scheme';
}

function valueOf({ tags, decode }: Payload, hasTrailing: boolean): VietQr | 'malformed' | 'unknown-scheme' {
  const scheme = schemeOf(tags);
  if (typeof scheme === 'string') return scheme;
  const isNapas = scheme.aid === NAPAS;
  const beneficiary = isNapas ? inside(scheme.of, '01') : new Map<string, string>();
  if (!beneficiary) return 'malformed';
  const bin = /^\d{6}$/.exec(beneficiary.get('00') ?? '')?.[0] ?? null;
  const bank = BANKS.find((b) => b.bin !== null && b.bin === bin);
  const amount = /^\d{1,13}(?:\.\d{0,2})?$/.test(tags.get('54') ?? '') && (tags.get('53') ?? '704') === '704' ? Math.round(Number(tags.get('54'))) : null;
  const more = inside(tags, '62');
  const text = (value: string | undefined): string | null => (value ? decode(value) : null);
  return {
    bank: bank ? { code: bank.code, bin: bank.bin, shortName: bank.shortName, name: bank.name, kind: bank.kind } : null, bin, account: beneficiary.get('01') || null,
    isCard: isNapas && scheme.of.get('02') === 'QRIBFTTC', isDynamic: tags.get('01') === '12', amount, purpose: text(more?.get('08')),
    scheme: isNapas ? 'vietqr' : 'vnpay', merchantId: isNapas ? null : scheme.of.get('01') ?? null, merchantName: text(tags.get('59')), merchantCity: text(tags.get('60')),
    reference: text(more?.get('01') ?? more?.get('05')), hasTrailing,
  };
}

const tag = (id: string, value: string): string => `${id}${String(value.length).padStart(2, '0')}${value}`;

/** Builds a payload. Throws RangeError naming the field when a part does not fit the format; `purpose` is folded to plain letters, because phones differ in how they count others. */
export function writeVietQr(of: { bin: string; account: string; amount?: number; purpose?: string; isCard?: boolean }): string {
  if (!/^\d{6}$/.test(of.bin)) throw new RangeError('bin: six digits');
  if (!/^[A-Za-z0-9]{1,19}$/.test(of.account)) throw new RangeError('account: 1 to 19 letters and digits');
  if (of.amount !== undefined && !(Number.isInteger(of.amount) && of.amount > 0 && of.amount < 1e13)) throw new RangeError('amount: a whole number of VND');
  const purpose = plainLetters(of.purpose ?? '');
  const beneficiary = tag('00', of.bin) + tag('01', of.account);
  const body = tag('00', '01') + tag('01', of.amount === undefined ? '11' : '12') + tag('38', tag('00', NAPAS) + tag('01', beneficiary) + tag('02', of.isCard ? 'QRIBFTTC' : 'QRIBFTTA')) + tag('53', '704')
    + (of.amount === undefined ? '' : tag('54', String(of.amount))) + tag('58', 'VN') + (purpose ? tag('62', tag('08', purpose)) : '');
  const open = `${body}6304`;
  return open + crc16(open).toString(16).toUpperCase().padStart(4, '0');
}

/** "Ủng hộ bão" → "Ung ho bao": case stays, at most 50 characters, which every bank app shows. */
function plainLetters(text: string): string {
  const out = Array.from(text.slice(0, 200).normalize('NFC'), (c) => { const folded = foldLatin(c); return c === c.toLowerCase() ? folded : folded.toUpperCase(); }).join('');
  return out.replace(/[^\x20-\x7e]/g, '').replace(/ {2,}/g, ' ').trim().slice(0, 50).trim();
}
