import { describe, expect, test } from 'vitest';
import { createNameIndex, sayable, tellingReason, type NameCandidate, type RegisterName } from '#engine/names/index.ts';
import vi from '../../../src/web/locales/vi.json' with { type: 'json' };

/** Invented officials of four units; two share a given name, two a whole name. */
const PEOPLE: readonly RegisterName[] = [
  { ref: 'khue', fullName: 'Lê Trọng Khuê', position: 'Giám đốc', unit: 'Sở Xây dựng tỉnh Mẫu' },
  { ref: 'nha', fullName: 'Phùng Thị Nhã', position: 'Chủ tịch', unit: 'UBND phường Bến Mẫu' },
  { ref: 'hung-yte', fullName: 'Nguyễn Văn Hùng', position: 'Giám đốc', unit: 'Sở Y tế tỉnh Mẫu', expectedBearers: 1183 },
  { ref: 'hung-xa', fullName: 'Nguyễn Văn Hùng', position: 'Bí thư', unit: 'Đảng ủy xã Mẫu Sơn', expectedBearers: 1183 },
  { ref: 'vinh', fullName: 'Trần Xuân Vịnh', position: 'Phó Giám đốc', unit: 'Công an tỉnh Mẫu' },
];
const index = createNameIndex(PEOPLE);
const of = (query: string, ref: string): NameCandidate | undefined => index.match(query).find((c) => c.ref === ref);
const placed = (query: string, ref: string): string => { const span = of(query, ref)?.span; return span ? query.slice(span.start, span.end) : ''; };

describe('where in the text a name stands', () => {
  test.each([
    ['Kính gửi ông Lê Trọng Khuê, bà Phùng Thị Nhã và đồng chí Trần Xuân Vịnh', [['khue', 'Lê Trọng Khuê'], ['nha', 'Phùng Thị Nhã'], ['vinh', 'Trần Xuân Vịnh']]],
    ['🌸🌸 Lê Trọng Khuê 🌸🌸', [['khue', 'Lê Trọng Khuê']]],
    ['toi la le trong khue day em oi giup anh', [['khue', 'le trong khue']]],
    ['Chủ TK: PHUNG THI NHA, số 0999000111', [['nha', 'PHUNG THI NHA']]],
    ['em đang ở chỗ anh L\u0435 Tr\u043eng Khuê phải không', [['khue', 'L\u0435 Tr\u043eng Khuê']]],
    ['Lê Trọng Khuê đã họp'.normalize('NFD'), [['khue', 'Lê Trọng Khuê'.normalize('NFD')]]],
    ['xin chào letrongkhue', [['khue', 'letrongkhue']]],
  ] as const)('%s', (query, wanted) => { for (const [ref, words] of wanted) expect(placed(query, ref)).toBe(words); });

  test('two people in one sentence are no rivals: each is as sure as alone', () => {
    for (const ref of ['khue', 'nha']) expect(of('Lê Trọng Khuê gặp Phùng Thị Nhã ở hội trường tỉnh vào sáng thứ hai', ref)?.score).toBeGreaterThan(0.9);
  });

  test('of two people in one sentence both stand before everybody who merely resembles one of them, however common their names', () => {
    const alike = ['Phùng Thị Nhạ', 'Phùng Thị Nha', 'Phùng Thị Thanh Nhã', 'Phùng Nhã'].map((fullName, k) => ({ ref: `alike ${k}`, fullName, expectedBearers: 3 }));
    const crowded = createNameIndex([...PEOPLE.filter((p) => p.ref !== 'hung-xa').map((p) => ({ ...p, expectedBearers: p.ref === 'nha' ? 1000 : 1183 })), ...alike]);
    expect(crowded.match('Hôm nay ông Nguyễn Văn Hùng và bà Phùng Thị Nhã họp').slice(0, 2).map((c) => c.ref).sort()).toEqual(['hung-yte', 'nha']);
  });

  test('titles and posts beside the name are kept', () => {
    expect(of('Đ/c Trần Xuân Vịnh - PGĐ Công an tỉnh', 'vinh')?.context).toEqual(['Đ/c', 'PGĐ', 'Công an tỉnh']);
    expect(of('ông Lê Trọng Khuê, giám đốc Sở Xây dựng, đã về', 'khue')?.context).toEqual(['ông', 'giám đốc Sở Xây dựng']);
  });
});

describe('a post that is said', () => {
  test('tells namesakes apart and outweighs how common the name is', () => {
    const [top, next] = index.match('Nguyễn Văn Hùng - Giám đốc Sở Y tế');
    expect(top?.ref).toBe('hung-yte');
    expect(top?.reasons).toContain('post-agrees');
    expect(top?.score ?? 0).toBeGreaterThan((next?.score ?? 0) * 5);
    expect(index.match('Nguyễn Văn Hùng').every((c) => c.score <= 1 / 1183)).toBe(true);
  });
  test('leads from a given name to the person, and another post leads away', () => {
    expect(index.match('anh Hùng GĐ Sở Y tế')[0]?.ref).toBe('hung-yte');
    expect(index.match('đ/c Hùng bí thư Đảng ủy xã Mẫu Sơn')[0]?.ref).toBe('hung-xa');
    expect(of('Lê Trọng Khuê - Hiệu trưởng Trường THPT Bến Mẫu', 'khue')?.reasons).toContain('post-differs');
  });
});

describe('reasons in words', () => {
  const sentences: Readonly<Record<string, string>> = vi;
  const said = (query: string, ref: string): string[] => { const c = of(query, ref); return c ? sayable(c).map((r) => Object.entries(r.params).reduce((text, [k, v]) => text.replace(`{${k}}`, String(v)), sentences[`name-reason.${r.code}`] ?? `no text for ${r.code}`)) : []; };
  test.each([
    ['LE TRONG KHUE', 'khue', 'bỏ dấu trùng khớp'], ['Khuê Lê Trọng', 'khue', 'đảo thứ tự'], ['Lê Khuê', 'khue', 'thiếu tên đệm'], ['Lê Tr\u043eng Khuê', 'khue', "chữ '\u043e' kiểu Nga thay 'o'"],
    ['Nguyễn Văn Hùng', 'hung-yte', 'tên này khoảng 1200 người trong tỉnh mang'], ['Nguyễn Văn Hùng', 'hung-yte', '2 người trong danh sách cùng tên này'], ['L\u200bê Trọng Khuê', 'khue', 'có ký tự tàng hình chen vào'], ['L3 Tr0ng Khu3', 'khue', 'chữ số thay chữ cái'],
  ])('%s → %s: %s', (query, ref, sentence) => { expect(said(query, ref)).toContain(sentence); });

  test('every reason a match can give has its text', () => {
    const queries = ['L.T. Khuê', 'LE TRONG KH', 'L* TRONG KHUE', 'Lê Trọng Khuê 1979', 'HKD LE TRONG KHUE', 'l.ê t.r.ọ.n.g k.h.u.ê', 'Lee Trongj Khuee', 'Le6 Tro5ng Khue6', 'Lê Trọng Khuế', 'Lê Trọng Khuêê', 'Lê Trọng Minh Khuê', 'LÃª Trá»\u008dng KhuÃª', 'anh Khuê GĐ', 'Phùng Thị Nhả', 'Chần Xuân Vịnh', 'letrongkhue', 'letrongkheu', 'hUnG nGuYễN vĂn'];
    for (const query of queries) for (const c of index.match(query)) for (const r of sayable(c)) expect(sentences, `${query}: ${r.code}`).toHaveProperty([`name-reason.${r.code}`]);
  });

  test('the most telling one is the disguise, not that a title stood before', () => {
    expect(tellingReason(of('Đ/c Lê Tr\u043eng Khuê', 'khue')!)?.code).toBe('look-alike-cyrillic');
    expect(tellingReason(of('Nguyễn Văn Hùng', 'hung-xa')!)?.code).toMatch(/namesakes|bearers/);
  });
});

describe('ways of writing found by the second list of variations', () => {
  test.each(['lÊ tRọNg KhUê', 'l.e t.r.o.n.g k.h.u.e', 'Lê | Trọng | Khuê', 'LÃª Trá»\u008dng KhuÃª', 'letrongkheu', 'Lê_Trọng_Khuê', 'K\u0336h\u0336u\u0336ê\u0336 L\u0336ê\u0336 T\u0336r\u0336ọ\u0336n\u0336g\u0336'])('%s', (query) => { expect(index.match(query)[0]?.ref).toBe('khue'); });
  test('innocents stay innocent', () => {
    for (const query of ['Quán cơm Khuê', 'đường Trần Xuân Soạn', 'Khuê ♥ Nhã', 'CTY TNHH KHUE NHA', 'xin nghỉ phép ngày mai', 'Иван Петров', 'N.V.H', 'congchua_97']) for (const c of index.match(query)) expect(c.score, query).toBeLessThan(0.5);
  });
});
