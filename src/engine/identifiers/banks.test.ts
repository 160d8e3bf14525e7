import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BANKS, bankOfCode, findBank, findBanks, foldLatin, parseIdentifier, readBankAccount, readIdentifier } from './index.ts';

/** VietQR directory, 64 institutions: code=BIN. Codes that the directory writes with blanks or dashes ("IBK-HCM", "NHB HN") are kept without them here. */
const DIRECTORY = `ICB=970415 VCB=970436 BIDV=970418 VBA=970405 OCB=970448 MB=970422 TCB=970407 ACB=970416 VPB=970432 TPB=970423 STB=970403 HDB=970437 VCCB=970454 SCB=970429 VIB=970441 SHB=970443 EIB=970431 MSB=970426 CAKE=546034 Ubank=546035 VTLMONEY=971005 TIMO=963388 VNPTMONEY=971011
  SGICB=970400 BAB=970409 MOMO=971025 PVDB=971133 PVCB=970412 MBV=970414 NCB=970419 SHBVN=970424 ABB=970425 VAB=970427 NAB=970428 PGB=970430 VIETBANK=970433 BVB=970438 SEAB=970440 COOPBANK=970446 LPB=970449 KLB=970452 KBank=668888 MAFC=977777 HLBVN=970442 KEBHANAHN=970467 KEBHANAHCM=970466
  CITIBANK=533948 CBB=970444 CIMB=422589 DBS=796500 Vikki=970406 VBSP=999888 GPB=970408 KBHCM=970463 KBHN=970462 WVN=970457 VRB=970421 HSBC=458761 IBKHN=970455 IBKHCM=970456 IVB=970434 UOB=970458 NHBHN=801011 SCVN=970410 PBVN=970439`.trim().split(/\s+/).map((row) => row.split('='));

describe('the directory', () => {
  test.each(DIRECTORY)('%s has BIN %s, and both find it', (code = '', bin = '') => {
    expect(bankOfCode(code)).toMatchObject({ code, bin });
    expect([findBank(code)?.code, findBank(bin)?.code]).toEqual([code, code]);
  });
  test('every name and alias in the table means its own bank, with and without "ngân hàng", in capitals and in one word', () => {
    const wrong = BANKS.flatMap((bank) => [bank.code, bank.shortName, bank.name, ...bank.aliases].flatMap((name) => [name, name.toUpperCase(), `ngân hàng ${name}`, `NH ${name}`]).filter((name) => findBank(name)?.code !== bank.code).map((name) => `${bank.code}: ${name} → ${findBank(name)?.code}`));
    expect(wrong).toEqual([]);
  });
  test('codes and BINs are given once', () => {
    const bins = BANKS.flatMap((b) => b.bin ?? []);
    expect([new Set(BANKS.map((b) => b.code.toUpperCase())).size, new Set(bins).size]).toEqual([BANKS.length, bins.length]);
  });
});

describe('names as people write them', () => {
  test.each([
    ['vietin', 'ICB'], ['Vietinbank', 'ICB'], ['viettin', 'ICB'], ['CTG', 'ICB'], ['NH Công Thương', 'ICB'], ['Ngân hàng TMCP Công Thương Việt Nam - CN Quảng Trị', 'ICB'], ['agri', 'VBA'], ['Ngân hàng Nông nghiệp', 'VBA'], ['ngân hàng NN&PTNT', 'VBA'], ['mb', 'MB'], ['M B', 'MB'], ['Quân đội', 'MB'],
    ['ngân hàng TMCP Quân đội', 'MB'], ['tech', 'TCB'], ['Techcombank', 'TCB'], ['vcb', 'VCB'], ['ngoại thương', 'VCB'], ['sacom', 'STB'], ['á châu', 'ACB'], ['hàng hải', 'MSB'], ['exim', 'EIB'], ['lien viet', 'LPB'], ['Ngân hàng Bưu điện Liên Việt', 'LPB'], ['ví MoMo', 'MOMO'], ['ViettelPay', 'VTLMONEY'], ['Zalo Pay', 'ZALOPAY'],
    ['Kho bạc Nhà nước', 'KBNN'], ['KBNN', 'KBNN'], ['NHCSXH', 'VBSP'], ['Vіetcombаnk', 'VCB'], ['Vietcombank - PGD Đông Hà', 'VCB'], ['B1DV', 'BIDV'], ['Techc0mbank', 'TCB'], ['v1etinbank', 'ICB'], ['vietcombak', 'VCB'], ['vietcon bank', 'VCB'], ['sacombak', 'STB'],
  ])('%s is %s', (text, code) => { expect(findBank(text)?.code).toBe(code); });
  test.each([
    ['SCB', 'SCB'], ['STB', 'STB'], ['SGB', 'SGICB'], ['Saigonbank', 'SGICB'], ['Ngân hàng Sài Gòn', 'SCB'], ['Ngân hàng Sài Gòn Thương Tín', 'STB'], ['Ngân hàng Sài Gòn - Hà Nội', 'SHB'], ['Ngân hàng Sài Gòn Công Thương', 'SGICB'], ['VAB', 'VAB'], ['Việt Á', 'VAB'], ['VBB', 'VIETBANK'], ['vietbank', 'VIETBANK'], ['BVB', 'BVB'], ['Bảo Việt', 'BVB'],
    ['BVBank', 'VCCB'], ['Bản Việt', 'VCCB'], ['MB', 'MB'], ['MSB', 'MSB'], ['MBV', 'MBV'], ['MBBank', 'MB'], ['Nam Á', 'NAB'], ['Bắc Á', 'BAB'], ['Đông Á', 'Vikki'], ['Đông Nam Á', 'SEAB'], ['VPBank', 'VPB'], ['Vượng', undefined], ['PGBank', 'PGB'], ['GPBank', 'GPB'], ['Shinhan', 'SHBVN'], ['SHB', 'SHB'], ['KBank', 'KBank'],
    ['OceanBank', 'MBV'], ['DongA Bank', 'Vikki'], ['LienVietPostBank', 'LPB'], ['CB Bank', 'CBB'], ['VCBNeo', 'CBB'], ['VCB', 'VCB'],
  ])('collisions and renamings: %s is %s', (text, code) => { expect(findBank(text)?.code).toBe(code); });
  test.each(['ngân hàng', 'bank', 'Ngân hàng Nhà nước', 'NHNN', 'Sở Công Thương', 'Sở Xây dựng', 'techno', 'vib rator', 'vietabnk', 'nicebank', 'Quảng Trị', '', '1', 'x'.repeat(200)])('%s is no bank, or not one alone', (text) => { expect(findBank(text)).toBeNull(); });
});

const mentions = (text: string): string[] => findBanks(foldLatin(text)).map((m) => `${m.bank.code}${m.isWeak ? '?' : ''}`);
describe('in running text', () => {
  test.each([
    ['ck vào Vietcombank hoặc ngân hàng Quân đội', ['VCB', 'MB']], ['stk 0123456789 MB', ['MB?']], ['STK: 1903612345 - Techcombank - NGUYEN VAN A', ['TCB']], ['em gửi qua MB0912345678 nhé', ['MB?']], ['0123456789VCB', ['VCB']], ['chuyển B1DV', ['BIDV']], ['ngân hàng TMCP Sài Gòn – Hà Nội', ['SHB']],
    ['MB-Bank', ['MB']], ['Ngân hàng Nông nghiệp và Phát triển Nông thôn Việt Nam', ['VBA']], ['mbv msb mb scb stb sgb', ['MBV', 'MSB', 'MB?', 'SCB', 'STB', 'SGICB']], ['ngân hàng Công thương', ['ICB']], ['con nghiện tech quá', ['TCB?']],
  ])('%s', (text, wanted) => { expect(mentions(text)).toEqual(wanted); });
  test.each(['Sở Công Thương', 'Sở Nông nghiệp và Môi trường', 'Bộ Chỉ huy quân sự tỉnh, Quân đội nhân dân', 'Trường Đại học Ngoại thương', 'Ban Quản lý dự án đầu tư phát triển', 'chính sách xã hội', 'báo Tiền Phong', 'Bệnh viện quốc tế', 'chúc năm mới thịnh vượng', 'xã An Bình', 'phường Phương Đông', 'tải 30 MB'])('%s: an ordinary word is weak at most', (text) => {
    expect(mentions(text).filter((m) => !m.endsWith('?'))).toEqual([]);
  });
  test.each(['membership ambition', 'thư mời họp', 'techcombanking', 'vcbx', 'a123mb', 'Ngân hàng Nhà nước Việt Nam'])('%s names none', (text) => { expect(mentions(text)).toEqual([]); });
  test('offsets cut out the mention', () => {
    const text = 'chuyen vao ngan hang quan doi so 0912345678vcb nhe';
    expect(findBanks(text).map((m) => text.slice(m.start, m.end))).toEqual(['ngan hang quan doi', 'vcb']);
  });
  test('mentions never overlap and stay inside, whatever the text', () => {
    const word = fc.oneof(fc.constantFrom('ngan', 'hang', 'ngan hang', 'nh', 'mb', 'bank', 'sai gon', 'vcb', 'viet', 'a', '-', '0912345678', 'tech', 'tmcp'), fc.string({ maxLength: 6 }));
    fc.assert(fc.property(fc.array(word, { maxLength: 40 }), (parts) => {
      const text = foldLatin(parts.join(' '));
      let last = 0;
      for (const m of findBanks(text)) { expect(m.start).toBeGreaterThanOrEqual(last); expect(m.end).toBeGreaterThan(m.start); expect(m.end).toBeLessThanOrEqual(text.length); last = m.end; }
    }));
  });
});

describe('accounts', () => {
  test.each([
    ['1023 4567 8901 2', 'VCB', 'VCB:1023456789012'], ['STK: 0123.456.789', 'vcb', 'VCB:0123456789'], ['0O12.3456.789', null, ':00123456789'], ['19036l2345', 'tech', 'TCB:1903612345'], ['99MM24011M34875080', 'BVBank', 'VCCB:99MM24011M34875080'], ['99mm 2401 1m34 8750 80', 'BVBank', 'VCCB:99MM24011M34875080'],
    ['3761.0.1234567.91049', null, 'KBNN:37610123456791049'], ['3713.O.1058964', null, 'KBNN:371301058964'], ['371301058964', 'kho bạc', 'KBNN:371301058964'], ['9704 2292 0011 4567', 'mb', 'MB:9704229200114567'], ['hung68hd', 'MB', 'MB:HUNG68HD'], ['0912345678', 'momo', 'MOMO:0912345678'], ['１０２３４５６７８９', null, ':1023456789'], ['1023\u200b456789', null, ':1023456789'],
  ])('%s at %s → %s', (raw, bank, value) => { expect(readBankAccount(raw, bank)?.value).toBe(value); });
  test.each(['12345', 'NGUYEN VAN A', '12 500', 'ABCDEFGHIJ', 'HUNG68HD', '1'.repeat(20), '<script>', '0912345678; DROP'])('%s is no account without more', (raw) => { expect(readBankAccount(raw)).toBeNull(); });
  test.each(['NGUYEN VAN A1', 'NGUYENVANA', '123'])('%s is none at a bank either', (raw) => { expect(readBankAccount(raw, 'MB')).toBeNull(); });
  test.each([['9704229200114567', 'card'], ['3761.0.1234567.91049', 'treasury'], ['1023456789012', 'bank']])('%s is of kind %s', (raw, kind) => { expect(readBankAccount(raw)?.kind).toBe(kind); });
  test('alone in the box: wallet accounts are read, amounts, plates and notations are not', () => {
    expect(readIdentifier('99MM24011M34875080').map((i) => i.value)).toEqual([':99MM24011M34875080']);
    for (const text of ['12.500.000', '1.250', '74A-123.45', '542/CAT-PA05', '25/3/2022', 'HUNG68HD']) expect(readIdentifier(text), text).toEqual([]);
  });
  test('display and value read back for every bank and every number', () => {
    const number = fc.oneof(fc.stringMatching(/^\d{6,19}$/), fc.stringMatching(/^[A-Z0-9]{6,19}$/));
    fc.assert(fc.property(fc.constantFrom(null, ...BANKS.map((b) => b.code)), number, (bank, raw) => {
      const read = readBankAccount(raw, bank);
      if (!read) return;
      expect(readBankAccount(read.display, read.value.split(':')[0])?.value).toBe(read.value);
      expect(parseIdentifier('bank_account', read.value)).toEqual(read);
    }), { numRuns: 1000 });
  });
});
