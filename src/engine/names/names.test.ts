import { describe, expect, test } from 'vitest';
import { createNameIndex, foldName, parseRegisterLine, sameHolder, type NameCandidate, type RegisterName } from './index.ts';

/** Invented people of two invented units. */
const PEOPLE: readonly RegisterName[] = [
  { ref: 'khue', fullName: 'Lê Trọng Khuê' },
  { ref: 'hung-1', fullName: 'Nguyễn Văn Hùng' },
  { ref: 'hung-2', fullName: 'Nguyễn Văn Hùng' },
  { ref: 'hung-3', fullName: 'Nguyễn Văn Hưng', expectedBearers: 800 },
  { ref: 'anh', fullName: 'Trần Tuấn Anh' },
  { ref: 'dao', fullName: 'Kiều Thị Bích Đào' },
  { ref: 'hoa', fullName: 'Lê Hoa' },
  { ref: 'phong', fullName: 'Đặng Quốc Phong' },
];
const index = createNameIndex(PEOPLE);
const first = (query: string): NameCandidate | undefined => index.match(query)[0];
const whole = (query: string): string[] => index.match(query).filter((c) => c.reasons.some((r) => ['exact', 'folded', 'reordered', 'one-edit'].includes(r))).map((c) => c.ref).sort();

describe('the four kinds of match that mean the whole name', () => {
  test.each([
    ['Lê Trọng Khuê', 'exact'],
    ['lê trọng khuê', 'exact'],
    ['LÊ TRỌNG KHUÊ', 'exact'],
    ['Lê Trọng Khuê'.normalize('NFD'), 'exact'],
    ['LE TRONG KHUE', 'folded'],
    ['Le Trong Khuê', 'folded'],
    ['Khuê Lê Trọng', 'reordered'],
    ['Trọng Khuê Lê', 'reordered'],
    ['Lê Trọng Khuế', 'one-edit'],
    ['LE TRONG KHUEE', 'folded'],
    ['LE TRONK KHUE', 'one-edit'],
    ['Lеe Trong Khue', 'folded'],
    ['Lee Trongj Khuee', 'folded'],
    ['Le6 Tro5ng Khue6', 'folded'],
    ['L3 Tr0ng Khu3', 'folded'],
    ['LETRONGKHUE', 'folded'],
    ['L ê   T r ọ n g   K h u ê', 'folded'],
    ['𝐋𝐞 𝐓𝐫𝐨𝐧𝐠 𝐊𝐡𝐮𝐞', 'folded'],
  ])('%s → %s', (query, tier) => {
    expect(first(query)?.ref).toBe('khue');
    expect(first(query)?.reasons[0]).toBe(tier);
    if (tier !== 'one-edit') expect(first(query)?.score).toBeGreaterThanOrEqual(0.5);
  });

  test('a part of the name, another name or another mark throughout is none of them', () => {
    for (const query of ['Lê Khuê', 'anh Khuê', 'Lê Trọng', 'Phạm Trọng Khuê', 'Lê Trọng Khuê Minh', 'L.T.Khuê', 'Nguyễn Thị Mai', 'Cửa hàng Trọng']) expect(whole(query), query).toEqual([]);
  });

  test('Hùng is not Hưng: a mark that contradicts is an edit, never a fold', () => {
    const found = index.match('Nguyễn Văn Hưng');
    expect(found[0]?.ref).toBe('hung-3');
    expect(found.filter((c) => c.reasons[0] === 'exact').map((c) => c.ref)).toEqual(['hung-3']);
    expect(found.filter((c) => c.reasons[0] === 'folded')).toEqual([]);
  });
});

describe('titles', () => {
  test.each([
    ['đ/c Lê Trọng Khuê – PGĐ Sở Xây dựng', 'khue'],
    ['Ông Lê Trọng Khuê, Giám đốc Sở Xây dựng', 'khue'],
    ['Thượng tá Đặng Quốc Phong - Trưởng phòng PA05', 'phong'],
    ['DANG QUOC PHONG GD SO XD', 'phong'],
    ['Sở Nội vụ Kiều Thị Bích Đào', 'dao'],
    ['anh Trần Tuấn Anh', 'anh'],
    ['Trần Tuấn Anh', 'anh'],
  ])('%s', (query, ref) => {
    expect(whole(query)).toEqual([ref]);
    expect(first(query)?.ref).toBe(ref);
  });

  test('a given name behind a title names everybody who is called so, each weakly', () => {
    const found = index.match('anh Hùng GĐ');
    expect(found.map((c) => c.ref)).toEqual(['hung-1', 'hung-2']);
    for (const c of found) { expect(c.reasons[0]).toBe('given-title'); expect(c.score).toBeLessThan(0.5); }
  });
});

describe('sentences', () => {
  test.each([
    ['Chào em, tôi là Lê Trọng Khuê, em chuyển giúp tôi 20 triệu vào số này nhé', ['khue']],
    ['toi la le trong khue day em oi giup anh chut viec', ['khue']],
    ['Kính gửi ông Đặng Quốc Phong và bà Kiều Thị Bích Đào, mời hai đồng chí dự họp lúc 14 giờ', ['dao', 'phong']],
    ['CHUYEN TIEN CHO LE TRONG KHUE TRUOC 15H NGAY MAI', ['khue']],
  ])('%s', (text, refs) => { expect(whole(text)).toEqual(refs); });

  test('everyday words that spell a short name are no mention of it', () => {
    expect(whole('Hôm nay mình đi xem lễ hoa ở chợ đêm với mấy đứa bạn')).toEqual([]);
    expect(whole('mai le hoa nho mang ao mua di nhe moi nguoi')).toEqual([]);
  });
});

describe('scores', () => {
  test('namesakes share the probability and expected bearers bound it', () => {
    const found = index.match('Nguyễn Văn Hùng').filter((c) => c.reasons[0] === 'exact');
    expect(found.map((c) => c.ref)).toEqual(['hung-1', 'hung-2']);
    for (const c of found) expect(c.score).toBeLessThanOrEqual(0.5);
    expect(first('Nguyễn Văn Hưng')?.score).toBeLessThanOrEqual(1 / 800);
  });

  test('hostile queries are bounded and harmless', () => {
    for (const query of ['', ' ', '\u200b', '\u0000', 'a'.repeat(100_000), 'Lê '.repeat(50_000), '*'.repeat(5000), '\ud800', 'e\u0301'.repeat(9000), 'Nguyễn Văn Hùng '.repeat(400), '1'.repeat(2000)]) {
      const found = index.match(query);
      expect(found.length).toBeLessThanOrEqual(10);
      for (const c of found) { expect(c.score).toBeGreaterThanOrEqual(0); expect(c.score).toBeLessThanOrEqual(1); }
    }
    expect(index.match(`${'x '.repeat(1500)}Lê Trọng Khuê`)).toEqual([]);
  });
});

describe('register', () => {
  test('an official registered now is matched now, one removed is not', () => {
    const live = createNameIndex([]);
    expect(live.match('Lê Trọng Khuê')).toEqual([]);
    live.add({ ref: 'x', fullName: 'Lê Trọng Khuê' });
    live.add({ ref: 'y', fullName: 'Lê Trọng Khuê' });
    expect(live.match('LE TRONG KHUE').map((c) => c.ref)).toEqual(['x', 'y']);
    live.remove('x');
    live.remove('unknown');
    expect(live.match('LE TRONG KHUE').map((c) => c.ref)).toEqual(['y']);
    live.add({ ref: 'y', fullName: 'Phạm Gia Bảo' });
    expect(live.match('LE TRONG KHUE').filter((c) => c.score >= 0.5)).toEqual([]);
    expect(live.match('Phạm Gia Bảo')[0]?.ref).toBe('y');
    expect(live.size).toBe(1);
  });

  test('lines of a register file', () => {
    expect(parseRegisterLine('7\tLê Trọng Khuê\t12')).toEqual({ ref: '7', fullName: 'Lê Trọng Khuê', expectedBearers: 12 });
    expect(parseRegisterLine('7\tLê Trọng Khuê\r\n')).toEqual({ ref: '7', fullName: 'Lê Trọng Khuê' });
    expect(parseRegisterLine('7\tLê Trọng Khuê\t\tGiám đốc\tSở Y tế tỉnh Mẫu')).toEqual({ ref: '7', fullName: 'Lê Trọng Khuê', position: 'Giám đốc', unit: 'Sở Y tế tỉnh Mẫu' });
    for (const line of ['', '7', '\tLê', '7\t', '7\t...', '7\tLê\tmany', '7\tLê\t1\t2', `7\t${'x'.repeat(300)}`, '7\tLê\t1\tGiám đốc\tSở\tmore', `7\tLê\t1\t${'x'.repeat(300)}`]) expect(parseRegisterLine(line), line).toBeNull();
  });
});

describe('the holder of an account', () => {
  test.each([
    ['LE TRONG KHUE', 'equal'], ['lê trọng khuê', 'equal'], ['KHUE LE TRONG', 'equal'], ['LETRONGKHUE', 'equal'], ['LЕ ТRОNG КHUЕ', 'equal'],
    ['LE TRONG KHUEE', 'near'], ['LE TRONK KHUE', 'near'], ['LE KHUE', 'near'], ['LE VAN TRONG KHUE', 'near'], ['LE TRONG KH', 'near'],
    ['LE TRONG DUNG', 'different'], ['TRAN TRONG KHUE', 'different'], ['LE', 'different'], ['', 'different'], ['NGUYEN THI MAI', 'different'],
    ['CONG TY TNHH LE TRONG KHUE', 'different'], ['HKD LE TRONG KHUE', 'different'], ['KHO BAC NHA NUOC', 'different'], ['SHOP LE TRONG KHUE', 'different'],
  ])('%s is %s', (holder, relation) => { expect(sameHolder(holder, 'Lê Trọng Khuê')).toBe(relation); });

  test('folding as banks print', () => {
    expect(foldName('Lê Trọng Khuê')).toBe('LE TRONG KHUE');
    expect(foldName('  đặng-quốc   PHONG ')).toBe('DANG QUOC PHONG');
    expect(foldName('Đ'.repeat(5000)).length).toBeLessThanOrEqual(200);
  });
});
