import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findBank, findBanks, nationalPhone, parseIdentifier, readBankAccount, readEmail, readIdentifier, readLink, readPhone } from './index.ts';
import { decodePunycode } from './punycode.ts';

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
});

describe('banks and accounts', () => {
  test.each([
    ['vietin', 'ICB'], ['Vietinbank', 'ICB'], ['NH Công Thương', 'ICB'], ['agri', 'VBA'], ['Ngân hàng Nông nghiệp', 'VBA'], ['mb', 'MB'], ['Quân đội', 'MB'], ['ngân hàng TMCP Quân đội', 'MB'], ['tech', 'TCB'], ['Techcombank', 'TCB'], ['vcb', 'VCB'], ['ngoại thương', 'VCB'],
    ['sacom', 'STB'], ['SCB', 'SCB'], ['Saigonbank', 'SGICB'], ['MSB', 'MSB'], ['MBV', 'MBV'], ['OceanBank', 'MBV'], ['Đông Á', 'Vikki'], ['LienVietPostBank', 'LPB'], ['BVBank', 'VCCB'], ['Bảo Việt', 'BVB'], ['Việt Á', 'VAB'], ['vietbank', 'VIETBANK'], ['momo', 'MOMO'], ['Kho bạc Nhà nước', 'KBNN'], ['970436', 'VCB'], ['Vіetcombаnk', 'VCB'],
  ])('%s is %s', (text, code) => {
    expect(findBank(text)?.code).toBe(code);
  });
  test.each(['ngân hàng', 'bank', 'Sở Xây dựng', 'techno', 'vib rator', ''])('%s is no bank', (text) => {
    expect(findBank(text)).toBeNull();
  });
  test('mentions in running text: the longer name wins, ordinary words are marked weak', () => {
    expect(findBanks('ck vao vietcombank hoac ngan hang quan doi').map((m) => [m.bank.code, m.isWeak])).toEqual([['VCB', false], ['MB', false]]);
    expect(findBanks('con nghien tech qua')[0]).toMatchObject({ isWeak: true });
    expect(findBanks('techcombank').map((m) => m.bank.code)).toEqual(['TCB']);
    expect(findBanks('membership ambition')).toEqual([]);
  });
  test.each([
    ['1023 4567 8901 2', 'VCB', 'VCB:1023456789012'], ['0O12.3456.789', null, ':00123456789'], ['19036l2345', 'tech', 'TCB:1903612345'], ['99MM24011M34875080', 'BVBank', 'VCCB:99MM24011M34875080'], ['3761.0.1234567.91049', null, 'KBNN:37610123456791049'],
  ])('%s at %s → %s', (raw, bank, value) => {
    expect(readBankAccount(raw, bank)?.value).toBe(value);
  });
  test.each(['12345', 'NGUYEN VAN A', '12 500', 'ABCDEFGHIJ', '1'.repeat(20)])('%s is no account', (raw) => {
    expect(readBankAccount(raw)).toBeNull();
  });
  test('a ten-digit number stays both until context decides', () => {
    expect(readIdentifier('0912345678').map((i) => i.type)).toEqual(['phone', 'bank_account']);
    expect(readIdentifier('+84912345678').map((i) => i.type)).toEqual(['phone']);
  });
});

describe('profiles', () => {
  test.each([
    ['https://www.facebook.com/profile.php?id=100012345678901&mibextid=x', 'facebook:100012345678901'], ['fb.com/Le.Trong.Khue', 'facebook:letrongkhue'], ['https://m.facebook.com/le.trong.khue/', 'facebook:letrongkhue'], ['facebook.com/people/Le-Khue/100012345678901/', 'facebook:100012345678901'],
    ['https://m.me/letrongkhue', 'facebook:letrongkhue'], ['https://www.messenger.com/t/100012345678901', 'facebook:100012345678901'], ['zalo.me/0912345678', 'zalo:84912345678'], ['https://zalo.me/84912345678', 'zalo:84912345678'], ['https://zalo.me/g/abcxyz123', 'zalo:g/abcxyz123'], ['zalo.me/1234567890123456789', 'zalo:1234567890123456789'],
    ['t.me/Ten_Nguoi', 'telegram:ten_nguoi'], ['https://t.me/+AbCdEf123', 'telegram:+AbCdEf123'], ['tg://resolve?domain=Ten_Nguoi', 'telegram:ten_nguoi'], ['https://www.tiktok.com/@Ban.Tin?_t=x', 'tiktok:@ban.tin'], ['youtube.com/@KenhMau', 'youtube:@kenhmau'],
  ])('%s → %s', (raw, value) => {
    expect(readLink(raw)).toMatchObject({ type: 'profile', value });
  });
  test('a share link does not say whose it is', () => {
    expect(readLink('https://www.facebook.com/share/1AbCdEfG/')).toMatchObject({ kind: 'share', warnings: [{ code: 'opaque-share-link' }] });
  });
  test.each(['https://www.facebook.com/login.php', 'https://facebook.com/', 'https://zalo.me/'])('%s names nobody', (raw) => {
    expect(readLink(raw)?.type).toBe('url');
  });
  test.each(['xin chao', '12.500.000', '17.30', 'a@b', 'javascript:alert(1)', 'file:///etc/passwd', 'Đ/c.Vĩnh', 'v.v...'])('%s is no link', (raw) => {
    expect(readLink(raw)).toBeNull();
  });
});

describe('domains', () => {
  test.each([
    'https://congan-gov.vn.xyz.top/nop', 'https://dichvucong.gov.vn-xacthuc.com', 'http://dichvucong-gov.vn.com', 'https://vneid.govvn.cc', 'https://vietcombank.com.vn.login-otp.top', 'https://vietcornbank.com.vn', 'https://vietc0mbank.com.vn', 'https://vietcombamk.com.vn', 'https://agribank-vn.top', 'https://faceb00k.com/x', 'https://xn--vetcombank-19b.com', 'http://vietcombank.com.vn@evil.top/x', 'https://techcombank.vip', 'https://bocongan.vip', 'https://vpbank.online-vay.cc', 'https://mbbank24h.top',
  ])('%s imitates', (link) => {
    expect(readLink(link)?.warnings.map((w) => w.code)).toContain('lookalike-domain');
  });
  test.each([
    'https://congan.quangtri.gov.vn', 'https://bocongan.gov.vn/tin-tuc', 'https://dichvucong.gov.vn', 'https://vneid.gov.vn', 'https://quangtri.gov.vn', 'https://vietcombank.com.vn', 'https://portal.vietcombank.com.vn', 'https://www.techcombank.com', 'https://online.acb.com.vn', 'https://tpb.vn', 'https://mbbank.com.vn', 'https://momo.vn', 'https://dantri.com.vn/x', 'https://seven.com.vn', 'https://example.com', 'https://google.com', 'https://truonghoc.edu.vn', 'https://baoquangtri.vn', 'https://hdpe.vn', 'https://benhvien.com.vn', 'https://mobile.vn', 'https://shop.com',
  ])('%s is left alone', (link) => {
    expect(readLink(link)?.warnings).toEqual([]);
  });
  test('shorteners, bare addresses and punycode are named', () => {
    expect(readLink('bit.ly/3abc')?.warnings[0]?.code).toBe('shortener');
    expect(readLink('http://103.1.2.3/vcb')?.warnings[0]?.code).toBe('ip-address');
    expect(readLink('https://xn--bcher-kva.example')?.warnings[0]).toEqual({ code: 'punycode', detail: 'bücher.example' });
  });
  // RFC 3492 §7.1, samples (L) and (D).
  test.each([['3B-ww4c5e180e575a65lsy2b', '3年b組金八先生'], ['Proprostnemluvesky-uyb24dma41a', 'Pročprostěnemluvíčesky']])('punycode %s', (encoded, plain) => {
    expect(decodePunycode(encoded)?.toLowerCase()).toBe(plain.toLowerCase());
  });
  test('two links that differ only in tracking are one', () => {
    expect(readLink('https://Example.com/a?utm_source=zalo&x=1#top')?.value).toBe(readLink('https://example.com/a?x=1&fbclid=abc')?.value);
  });
});

test('e-mail: lower case, official domains told apart', () => {
  expect(readEmail('Le.Khue@SXD.tinhmau.gov.vn')).toMatchObject({ value: 'le.khue@sxd.tinhmau.gov.vn', kind: 'official-domain' });
  expect(readEmail('khue@gmail.com.')).toBeNull();
});

describe('whatever is put in', () => {
  const digits = (min: number, max: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: min, maxLength: max }).map((d) => d.join(''));
  const anything = fc.oneof(fc.string({ maxLength: 60, unit: 'binary' }), digits(3, 20), fc.webUrl(), fc.emailAddress(), digits(9, 9).map((d) => `0${d}`), digits(8, 8).map((d) => `+849${d}`), fc.tuple(fc.constantFrom('fb.com/', 'zalo.me/', 't.me/', 'm.me/', 'youtube.com/@'), fc.string({ maxLength: 30 })).map((p) => p.join('')));
  test('display and value read back as the same identifier', () => {
    fc.assert(fc.property(anything, (raw) => {
      for (const identifier of readIdentifier(raw)) {
        expect(parseIdentifier(identifier.type, identifier.value), `value ${identifier.value}`).toMatchObject({ type: identifier.type, value: identifier.value });
        const again = identifier.type === 'bank_account' ? readBankAccount(identifier.display, identifier.value.split(':')[0] || null) : readIdentifier(identifier.display).find((i) => i.type === identifier.type);
        expect(again?.value, `display ${identifier.display}`).toBe(identifier.value);
      }
    }), { numRuns: 3000 });
  });
  test('hostile lengths are refused or answered at once', () => {
    for (const raw of ['0'.repeat(20_000), 'a.'.repeat(10_000), `${'x@'.repeat(9000)}y.vn`, 'l '.repeat(10_000), `http://${'a-'.repeat(9000)}.vn`, '́'.repeat(20_000)]) expect(readIdentifier(raw).length).toBeLessThan(3);
    expect(findBanks('ngan hang '.repeat(2000))).toEqual([]);
  });
});
