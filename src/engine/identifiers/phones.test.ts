import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nationalPhone, parseIdentifier, readIdentifier, readPhone } from './index.ts';

describe('phones', () => {
  test.each([
    ['0912 345 678', '84912345678', 'mobile'], ['+84 912.345.678', '84912345678', 'mobile'], ['0084912345678', '84912345678', 'mobile'], ['84912345678', '84912345678', 'mobile'], ['(0912) 345-678', '84912345678', 'mobile'],
    ['O912 345 67l', '84912345671', 'mobile'], ['０９１２３４５６７８', '84912345678', 'mobile'], ['0233 3852 999', '842333852999', 'fixed'], ['024 3825 1234', '842438251234', 'fixed'], ['069 2348560', '84692348560', 'fixed'],
    ['113', '113', 'short'], ['156', '156', 'short'], ['5656', '5656', 'short'], ['1900 6688', '19006688', 'premium'], ['1800 1091', '18001091', 'toll-free'], ['1900.9068', '19009068', 'premium'], ['+855 12 345 678', '85512345678', 'foreign'], ['SĐT: 0387654321', '84387654321', 'mobile'],
  ])('%s → %s', (raw, value, kind) => {
    expect(readPhone(raw)).toMatchObject({ value, kind });
  });
  test.each(Object.entries({ '0121': '79', '0169': '39', '0188': '58', '0199': '59', '0123': '83' }))('an 11-digit number of before 2018 (%s…) is its new one, and said to be old', (old, now) => {
    expect(readPhone(`${old}3456789`)).toMatchObject({ value: `84${now}3456789`, warnings: [{ code: 'old-number' }] });
  });
  test.each(['0912345', '09123456789', '0532 123 456', '12.500.000', '542/CAT-PA05', '2026', '30 triệu', '', '+', 'oooooooooo', 'O9l2 e45 678', '0512345678', '1234567890123456', '912345678 và 1'])('%s is no phone', (raw) => {
    expect(readPhone(raw)).toBeNull();
  });
  test('national form for people', () => {
    expect([nationalPhone('84912345678'), nationalPhone('113'), nationalPhone('19006688'), nationalPhone('85512345678')]).toEqual(['0912345678', '113', '19006688', '+85512345678']);
  });
  test.each([
    '(+84) 912 345 678', '+84 (0) 912 345 678', '84-912-345-678', '84 (0)912345678', '0084 (0) 912345678', '+0912345678', '0912‑345‑678', '0912–345–678', '0 9 1 2 3 4 5 6 7 8', 'SĐT0912345678', 'sđt : 0912345678', 'Zalo 0912345678', '0912 345 678 (Zalo)', 'tel:+84-912-345-678;ext=12',
    'sip:0912345678@voip.example', 'sip:+84912345678@voip.example;user=phone', '0912345678 máy lẻ 12', '09l2 345 678', '０９１２ ３４５ ６７８', '\u200b0912\u200b345678',
  ])('%s is 0912 345 678', (raw) => { expect(readPhone(raw)).toMatchObject({ value: '84912345678', display: '0912 345 678', kind: 'mobile' }); });
  test.each([
    ['0233 3852 999 máy lẻ 105', '842333852999'], ['02333852999 ext. 105', '842333852999'], ['(0233) 3852999 (ext 105)', '842333852999'], ['0233.3852.999 nhánh 2', '842333852999'], ['(84-233) 3852 999', '842333852999'], ['069.2348560', '84692348560'], ['028 3829 7643', '842838297643'],
  ])('the extension is no part of %s', (raw, value) => { expect(readPhone(raw)).toMatchObject({ value, kind: 'fixed' }); });
  test.each([
    ['1 9 0 0 6 6 8 8', '19006688', 'premium'], ['1900.54.54.26', '1900545426', 'premium'], ['+84 1900 6688', '19006688', 'premium'], ['tel:18001091', '18001091', 'toll-free'], ['111', '111', 'short'], ['118', '118', 'short'], ['1022', '1022', 'short'], ['065 123 4567', '84651234567', 'voip'],
    ['+870 773 123 456', '870773123456', 'satellite'], ['+881 612 345 678', '881612345678', 'satellite'], ['+882 13 000 000', '88213000000', 'satellite'], ['+224 620 00 00 00', '224620000000', 'foreign'], ['+1 (212) 555-0100', '12125550100', 'foreign'], ['00 855 12 345 678', '85512345678', 'foreign'],
  ])('%s → %s (%s)', (raw, value, kind) => { expect(readPhone(raw)).toMatchObject({ value, kind }); });
  test.each(['0301234567', '0312345678', '19/5/1890', '12/03/2025', '0912 345 678 0987 654 321', '0912 345 6789', '+84912345678+84912345678', '044190001234', '1900', '1234', '110', '0912345678abc', 'máy lẻ 105', 'sip:abc@voip.example', '3713.0.1058964', '2026-11-25', '+84', '120'])('%s is no phone: a tax code, a date, two numbers, an identity number or nothing', (raw) => { expect(readPhone(raw)).toBeNull(); });
  test('every prefix of the 2018 change lands on a number in use, with the last seven digits kept', () => {
    for (const old of '0120 0121 0122 0126 0128 0123 0124 0125 0127 0129 0162 0163 0164 0165 0166 0167 0168 0169 0186 0188 0199'.split(' ')) {
      const read = readPhone(`${old}3456789`);
      expect(read, old).toMatchObject({ kind: 'mobile', warnings: [{ code: 'old-number', detail: `${old}3456789` }] });
      expect(readPhone(nationalPhone(read?.value ?? ''))?.value).toBe(read?.value);
      expect(readPhone(`+84${old.slice(1)}3456789`)?.value).toBe(read?.value);
    }
  });
  test('however it is grouped and whatever stands in front, one number has one value', () => {
    const rest = fc.stringMatching(/^\d{6}$/);
    fc.assert(fc.property(fc.constantFrom('912', '387', '707', '561', '889'), rest, fc.constantFrom('0', '+84', '84', '0084', '+84 (0)', '(+84) ', '84-'), fc.constantFrom('', ' ', '.', '-', '–'), (prefix, tail, front, between) => {
      const written = `${front}${prefix}${between}${tail.slice(0, 3)}${between}${tail.slice(3)}`;
      const read = readPhone(written);
      expect(read?.value, written).toBe(`84${prefix}${tail}`);
    }), { numRuns: 300 });
  });
  test('a service number and a ten-digit number keep their other reading', () => {
    expect(readIdentifier('0912345678').map((i) => i.type)).toEqual(['phone', 'bank_account']);
    expect(readIdentifier('19006688').map((i) => i.type)).toEqual(['phone', 'bank_account']);
    expect(readIdentifier('+84912345678').map((i) => i.type)).toEqual(['phone']);
    expect(parseIdentifier('phone', '0912345678')).toBeNull();
  });
});
