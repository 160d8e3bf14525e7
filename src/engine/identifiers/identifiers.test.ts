import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confusablesIn, findBank, findBanks, imitates, parseIdentifier, readBankAccount, readEmail, readIdentifier, readLink, readPhone, readVietQr } from './index.ts';

describe('what one string can be', () => {
  test.each([
    ['0912345678', ['phone 84912345678', 'bank_account :0912345678']], ['0912 345 678', ['phone 84912345678', 'bank_account :0912345678']], ['+84912345678', ['phone 84912345678']], ['113', ['phone 113']], ['1023456789012', ['bank_account :1023456789012']],
    ['zalo.me/0912345678', ['profile zalo:84912345678']], ['le.khue@sxd.tinhmau.gov.vn', ['email le.khue@sxd.tinhmau.gov.vn']], ['vneid-capnhat.top', ['url https://vneid-capnhat.top']], ['3761.0.1234567.91049', ['bank_account KBNN:37610123456791049']],
    ['  0912345678  ', ['phone 84912345678', 'bank_account :0912345678']], ['Anh đang họp', []], ['', []], ['12.500.000', []], ['a@vietcombank.com.vn', ['email a@vietcombank.com.vn']], ['https://a@evil.top/', ['url https://evil.top']],
  ])('%s', (raw, wanted) => { expect(readIdentifier(raw).map((i) => `${i.type} ${i.value}`)).toEqual(wanted); });
  test.each([
    ['phone', '84912345678', true], ['phone', '0912345678', false], ['phone', '841201234567', false], ['bank_account', 'MB:0123456789', true], ['bank_account', 'mb:0123456789', false], ['bank_account', 'XXX:0123456789', false], ['bank_account', '0123456789', false], ['bank_account', 'KBNN:3761.0.1234567', false],
    ['profile', 'facebook:letrongkhue', true], ['profile', 'facebook:Le.Trong', false], ['profile', 'constructor:x', false], ['profile', 'zalo:84912345678', true], ['profile', 'zalo:0912345678', false], ['url', 'https://example.com/a', true], ['url', 'http://example.com/a', false], ['url', 'https://facebook.com/letrongkhue', false], ['email', 'a@b.vn', true], ['email', 'A@b.vn', false],
  ] as const)('stored %s %s is canonical: %s', (type, value, isCanonical) => { expect(parseIdentifier(type, value) !== null).toBe(isCanonical); });
});

describe('reading aloud', () => {
  const named = (display: string): string[] => confusablesIn(display).map((c) => `${c.index}:${c.name.vi}`);
  test.each([
    ['99MM 2401 1M34 8750 80', ['7:số 0', '8:số 1', '10:số 1', '18:số 0', '21:số 0']], ['0912 345 678', []], ['MB6O0', ['3:chữ O hoa', '4:số 0']], ['t.me/Il1', ['5:chữ I hoa (i)', '6:chữ l thường (lờ)', '7:số 1']], ['vietcornbank.vn', ['6:chữ r rồi chữ n (không phải m)']], ['nguyen', []], ['AB8S5', ['1:chữ B hoa', '2:số 8', '3:chữ S hoa', '4:số 5']],
    ['vcb.vn', []], ['v\u0435b', ['1:chữ Kirin, không phải chữ Latinh']], ['', []],
  ])('%s', (display, wanted) => { expect(named(display)).toEqual(wanted); });
  test('each note points at its characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (display) => {
      for (const { index, char, name } of confusablesIn(display)) { expect(display.slice(index, index + char.length)).toBe(char); expect(name.vi.length * name.en.length).toBeGreaterThan(0); }
    }));
  });
});

describe('whatever is put in', () => {
  const digits = (min: number, max: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: min, maxLength: max }).map((d) => d.join(''));
  const anything = fc.oneof(fc.string({ maxLength: 60, unit: 'binary' }), fc.string({ maxLength: 30, unit: fc.constantFrom(...'0123456789OlI|.-+ ()/xM') }), digits(3, 20), fc.webUrl(), fc.emailAddress(), digits(9, 9).map((d) => `0${d}`), digits(8, 8).map((d) => `+849${d}`), fc.stringMatching(/^[A-Z0-9]{10,19}$/));
  test('display and value read back as the same identifier', () => {
    fc.assert(fc.property(anything, (raw) => {
      for (const identifier of readIdentifier(raw)) {
        expect(parseIdentifier(identifier.type, identifier.value), `value ${identifier.value}`).toMatchObject({ type: identifier.type, value: identifier.value });
        const again = identifier.type === 'bank_account' ? readBankAccount(identifier.display, identifier.value.split(':')[0] || null) : readIdentifier(identifier.display).find((i) => i.type === identifier.type);
        expect(again?.value, `display ${identifier.display}`).toBe(identifier.value);
      }
    }), { numRuns: 3000 });
  });
  test('no input throws, and huge ones are refused or answered', () => {
    const piece = fc.constantFrom('0', 'a.', '́', '\u200b', 'x@', 'l ', '(', '[.]', '%41', '://', 'https://', 'vietcombank.com.vn.', 'xn--', '9704', '000201', '6304', '+84', '\ud800', '\u0000', 'ﷺ', 'gov.vn');
    fc.assert(fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), fc.constantFrom(1, 50, 1000), (parts, times) => {
      const raw = parts.join('').repeat(times);
      expect(readIdentifier(raw).length).toBeLessThan(3);
      for (const read of [readPhone, readBankAccount, readLink, readEmail, readVietQr, findBank, findBanks, confusablesIn, imitates]) expect(() => read(raw)).not.toThrow();
    }), { numRuns: 300 });
  });
});
