import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc16, readVietQr, writeVietQr } from './vietqr.ts';

test('CRC-16/CCITT-FALSE check value', () => {
  expect(crc16('123456789').toString(16)).toBe('29b1');
});
test('a payload gives bank, account, amount and purpose', () => {
  const payload = writeVietQr({ bin: '970416', account: '257678859', amount: 10000, purpose: 'tien an' });
  expect(readVietQr(payload)).toMatchObject({ ok: true, value: { bank: { code: 'ACB' }, account: '257678859', amount: 10000, purpose: 'tien an', isDynamic: true, isCard: false } });
});
test('every changed character is noticed', () => {
  const payload = writeVietQr({ bin: '970436', account: '0900000101' });
  fc.assert(fc.property(fc.nat(payload.length - 1), fc.constantFrom(...'0123456789ABCDEF'), (at, c) => {
    const changed = payload.slice(0, at) + c + payload.slice(at + 1);
    if (changed !== payload) expect(readVietQr(changed).ok).toBe(false);
  }));
});
test('what lies about its lengths, is of another scheme or no QR at all is told apart', () => {
  const close = (open: string): string => `${open}6304${crc16(`${open}6304`).toString(16).toUpperCase().padStart(4, '0')}`;
  expect(readVietQr(close('00020138990010A000000727'))).toEqual({ ok: false, reason: 'malformed' });
  expect(readVietQr(close('0002010102112608000412345802VN'))).toEqual({ ok: false, reason: 'unknown-scheme' });
  expect(readVietQr('https://example.com')).toEqual({ ok: false, reason: 'not-emv' });
  expect(readVietQr(`000201${'9'.repeat(5000)}`)).toEqual({ ok: false, reason: 'not-emv' });
});
