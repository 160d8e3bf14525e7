import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BANKS, crc16, readVietQr, writeVietQr } from './index.ts';

const tag = (id: string, value: string): string => `${id}${String(value.length).padStart(2, '0')}${value}`;
const close = (open: string): string => `${open}6304${crc16(`${open}6304`).toString(16).toUpperCase().padStart(4, '0')}`;
const napas = (bin: string, account: string, service = 'QRIBFTTA'): string => tag('38', tag('00', 'A000000727') + tag('01', tag('00', bin) + tag('01', account)) + tag('02', service));

test('CRC-16/CCITT-FALSE check value', () => { expect(crc16('123456789').toString(16)).toBe('29b1'); });
// Published example of a generator for the same scheme, NAPAS payload with amount and purpose.
test('a payload made elsewhere is read', () => {
  const value = { bank: { code: 'TCB' }, bin: '970407', account: '0386577672', amount: 1_000_000, purpose: 'henry an cut', isCard: false, scheme: 'vietqr', hasTrailing: false };
  expect(readVietQr(close('00020101021138540010A00000072701240006970407011003865776720208QRIBFTTA5303704540710000005802VN62160812henry an cut'))).toMatchObject({ ok: true, value });
});
test('bank, account, amount and purpose; static without an amount, dynamic with', () => {
  expect(readVietQr(writeVietQr({ bin: '970416', account: '257678859', amount: 10000, purpose: 'tien an' }))).toMatchObject({ ok: true, value: { bank: { code: 'ACB' }, account: '257678859', amount: 10000, purpose: 'tien an', isDynamic: true, isCard: false } });
  expect(readVietQr(writeVietQr({ bin: '970436', account: '0900000101' }))).toMatchObject({ ok: true, value: { bank: { code: 'VCB' }, amount: null, purpose: null, isDynamic: false } });
  expect(readVietQr(writeVietQr({ bin: '970422', account: '9704229200114567', isCard: true }))).toMatchObject({ ok: true, value: { isCard: true } });
});
test('an unknown BIN, a foreign currency and an unreadable amount leave a gap, not a guess', () => {
  expect(readVietQr(close(`000201010211${napas('999999', '123456789')}53037045802VN`))).toMatchObject({ ok: true, value: { bank: null, bin: '999999', account: '123456789' } });
  expect(readVietQr(close(`000201010212${napas('970436', '123456789')}5303840540510.005802VN`))).toMatchObject({ ok: true, value: { amount: null } });
  for (const amount of ['-5', '1e9', '10,000', ' 100', 'abc']) expect(readVietQr(close(`000201010212${napas('970436', '123456789')}5303704${tag('54', amount)}5802VN`)), amount).toMatchObject({ ok: true, value: { amount: null } });
  expect(readVietQr(close(`000201010212${napas('970436', '123456789')}5303704${tag('54', '50000.00')}5802VN`))).toMatchObject({ ok: true, value: { amount: 50000 } });
});
describe('damaged, foreign and lying payloads', () => {
  const payload = writeVietQr({ bin: '970436', account: '0900000101', purpose: 'ung ho' });
  test('every changed character is noticed', () => {
    fc.assert(fc.property(fc.nat(payload.length - 1), fc.constantFrom(...'0123456789ABCDEF'), (at, c) => {
      const changed = payload.slice(0, at) + c + payload.slice(at + 1);
      if (changed !== payload) expect(readVietQr(changed).ok).toBe(false);
    }));
  });
  test('a checksum in small letters is the same checksum', () => { expect(readVietQr(payload.slice(0, -4) + payload.slice(-4).toLowerCase())).toMatchObject({ ok: true }); });
  test('with a wrong checksum the account can still be looked up, apart from what is true', () => {
    const wrong = payload.slice(0, -4) + (payload.endsWith('0000') ? '0001' : '0000');
    expect(readVietQr(wrong)).toMatchObject({ ok: false, reason: 'bad-checksum', damaged: { account: '0900000101', bank: { code: 'VCB' } } });
  });
  test('what stands behind the checksum does not hide the account', () => {
    expect(readVietQr(`${payload}https://evil.top`)).toMatchObject({ ok: true, value: { account: '0900000101', hasTrailing: true } });
    expect(readVietQr(`${payload}\r\n`)).toMatchObject({ ok: true, value: { hasTrailing: false } });
  });
  test('two accounts in one code are refused: two readers would pay two people', () => {
    expect(readVietQr(close(`000201010211${napas('970436', '111111111')}${napas('970436', '222222222')}5802VN`))).toEqual({ ok: false, reason: 'malformed' });
  });
  test('lengths that lie, other schemes and no QR at all are told apart', () => {
    expect(readVietQr(close('00020138990010A000000727'))).toEqual({ ok: false, reason: 'malformed' });
    expect(readVietQr(close(`000201${tag('38', '0010A0000007270199')}5802VN`))).toEqual({ ok: false, reason: 'malformed' });
    expect(readVietQr(payload.slice(0, -8))).toEqual({ ok: false, reason: 'malformed' });
    expect(readVietQr(close('0002010102112608000412345802VN'))).toEqual({ ok: false, reason: 'unknown-scheme' });
    expect(readVietQr('https://example.com')).toEqual({ ok: false, reason: 'not-emv' });
    expect(readVietQr(`000201${'9'.repeat(5000)}`)).toEqual({ ok: false, reason: 'not-emv' });
  });
  test('a merchant of VNPAY has a number and a name, no account', () => {
    const open = `000201010212${tag('26', tag('00', 'A000000775') + tag('01', '0123456789'))}52045812530370454061250005802VN${tag('59', 'QUAN MAU')}${tag('60', 'HANOI')}${tag('62', tag('01', 'HD0001'))}`;
    expect(readVietQr(close(open))).toMatchObject({ ok: true, value: { scheme: 'vnpay', account: null, bank: null, merchantId: '0123456789', merchantName: 'QUAN MAU', merchantCity: 'HANOI', amount: 125000, reference: 'HD0001' } });
  });
  test('a purpose with marks is read, whether its length counts letters or bytes', () => {
    const purpose = 'Ủng hộ bão';
    const byLetters = close(`000201010211${napas('970436', '123456789')}5802VN${tag('62', tag('08', purpose))}`);
    const bytes = new TextEncoder().encode(purpose).length;
    const byBytes = close(`000201010211${napas('970436', '123456789')}5802VN62${bytes + 4}08${bytes}${purpose}`);
    for (const payloadOf of [byLetters, byBytes]) expect(readVietQr(payloadOf)).toMatchObject({ ok: true, value: { purpose, hasTrailing: false } });
  });
});
test('what is written is what is read', () => {
  const account = fc.stringMatching(/^[A-Za-z0-9]{1,19}$/);
  const purpose = fc.stringMatching(/^[A-Za-z0-9](?:[A-Za-z0-9 ]{0,47}[A-Za-z0-9])?$/).map((p) => p.replace(/ {2,}/g, ' '));
  fc.assert(fc.property(fc.constantFrom(...BANKS.flatMap((b) => b.bin ?? [])), account, fc.option(fc.integer({ min: 1, max: 9_999_999_999_999 }), { nil: undefined }), fc.option(purpose, { nil: undefined }), fc.boolean(), (bin, number, amount, text, isCard) => {
    const read = readVietQr(writeVietQr({ bin, account: number, isCard, ...(amount === undefined ? {} : { amount }), ...(text === undefined ? {} : { purpose: text }) }));
    expect(read).toMatchObject({ ok: true, value: { bin, account: number, amount: amount ?? null, purpose: text ?? null, isCard, isDynamic: amount !== undefined, hasTrailing: false } });
  }));
});
test('what does not fit the format is refused by name, marks are folded', () => {
  expect(() => writeVietQr({ bin: '97', account: '1' })).toThrow('bin');
  expect(() => writeVietQr({ bin: '970436', account: '1'.repeat(20) })).toThrow('account');
  for (const amount of [0, -1, 1.5, Number.NaN, 1e14]) expect(() => writeVietQr({ bin: '970436', account: '1', amount })).toThrow('amount');
  expect(readVietQr(writeVietQr({ bin: '970436', account: '123456', purpose: 'Ủng hộ đồng bào Đông Hà 🙏' }))).toMatchObject({ ok: true, value: { purpose: 'Ung ho dong bao Dong Ha' } });
});
