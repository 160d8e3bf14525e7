import { BANKS } from './banks.data.ts';
import type { Bank } from './types.ts';

/** EMVCo QRCPS merchant-presented mode as NAPAS uses it (AID A000000727), with CRC-16/CCITT-FALSE over everything up to and including "6304". */
export interface VietQr { readonly bank: Bank | null; readonly bin: string | null; readonly account: string | null; readonly isCard: boolean; readonly isDynamic: boolean; readonly amount: number | null; readonly purpose: string | null }
export type VietQrFault = 'not-emv' | 'malformed' | 'bad-checksum' | 'unknown-scheme';
export type VietQrResult = { readonly ok: true; readonly value: VietQr } | { readonly ok: false; readonly reason: VietQrFault };

const AID = 'A000000727';
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

/** Tag → value of one level. Null when a length runs over the end, which no honest payload does. */
function readTags(text: string): Map<string, string> | null {
  const out = new Map<string, string>();
  let at = 0;
  while (at < text.length) {
    const head = text.slice(at, at + 4);
    if (!/^\d{4}$/.test(head)) return null;
    const length = Number(head.slice(2));
    const value = text.slice(at + 4, at + 4 + length);
    if (value.length !== length || out.size > 60) return null;
    out.set(head.slice(0, 2), value);
    at += 4 + length;
  }
  return out;
}

export function readVietQr(payload: string): VietQrResult {
  const fault = (reason: VietQrFault): VietQrResult => ({ ok: false, reason });
  const text = payload.trim();
  if (!text.startsWith('000201') || text.length > MAX_PAYLOAD) return fault('not-emv');
  const crc = /6304([0-9A-Fa-f]{4})$/.exec(text);
  const tags = readTags(text);
  if (!tags || !crc?.[1]) return fault('malformed');
  if (crc16(text.slice(0, -4)) !== Number.parseInt(crc[1], 16)) return fault('bad-checksum');
  const scheme = readTags(tags.get('38') ?? '');
  if (!scheme || scheme.get('00') !== AID) return fault('unknown-scheme');
  const beneficiary = readTags(scheme.get('01') ?? '');
  if (!beneficiary) return fault('malformed');
  const bin = beneficiary.get('00') ?? null;
  const bank = BANKS.find((b) => b.bin !== null && b.bin === bin);
  const amount = /^\d{1,13}(?:\.\d{1,2})?$/.test(tags.get('54') ?? '') ? Math.round(Number(tags.get('54'))) : null;
  return { ok: true, value: {
    bank: bank ? { code: bank.code, bin: bank.bin, shortName: bank.shortName, name: bank.name, kind: bank.kind } : null, bin, account: beneficiary.get('01') ?? null,
    isCard: scheme.get('02') === 'QRIBFTTC', isDynamic: tags.get('01') === '12', amount, purpose: readTags(tags.get('62') ?? '')?.get('08') ?? null,
  } };
}

const tag = (id: string, value: string): string => `${id}${String(value.length).padStart(2, '0')}${value}`;

/** Builds a payload; `purpose` must be plain letters, because phones differ in how they count others. */
export function writeVietQr(of: { bin: string; account: string; amount?: number; purpose?: string }): string {
  const beneficiary = tag('00', of.bin) + tag('01', of.account);
  const body = tag('00', '01') + tag('01', of.amount === undefined ? '11' : '12') + tag('38', tag('00', AID) + tag('01', beneficiary) + tag('02', 'QRIBFTTA')) + tag('53', '704')
    + (of.amount === undefined ? '' : tag('54', String(of.amount))) + tag('58', 'VN') + (of.purpose ? tag('62', tag('08', of.purpose)) : '');
  const open = `${body}6304`;
  return open + crc16(open).toString(16).toUpperCase().padStart(4, '0');
}
