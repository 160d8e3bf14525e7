import { expect, test } from 'vitest';
import type { NameCandidate } from '#engine/names/types.ts';
import type { Reading } from '#engine/text/types.ts';
import { profileOf, resolveClaimed, type Directory, type OfficialProfile } from './claimed-official.rules.ts';

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();
const person = (ref: string, fullName: string, position: string, unit: string): OfficialProfile => profileOf({ ref, fullName, position, unit }, plain);
const PEOPLE = [
  person('khue', 'Lê Trọng Khuê', 'Giám đốc', 'Sở Xây dựng'),
  person('khue2', 'Bùi Văn Khuê', 'Phó Giám đốc', 'Sở Xây dựng'),
  person('hung1', 'Nguyễn Văn Hùng', 'Giám đốc', 'Sở Tài chính'),
  person('hung2', 'Nguyễn Văn Hùng', 'Chủ tịch', 'UBND xã Suối Mẫu'),
  person('nha', 'Phùng Thị Nhã', 'Chủ tịch', 'UBND phường Bến Mẫu'),
  person('diem', 'Hà Quang Diệm', 'Chủ tịch', 'UBND tỉnh Mẫu'),
  person('truong', 'Nguyễn Khắc Trượng', 'Giám đốc', 'Công an tỉnh Mẫu'),
  person('mo', 'Quách Thị Mơ', 'Bí thư', 'Đảng ủy xã Suối Mây'),
  person('quynh', 'Trịnh Bá Quỳnh', 'Bí thư', 'Tỉnh ủy Mẫu'),
  person('van', 'Phạm Thị Từ Vân', 'Giám đốc', 'Sở Giáo dục và Đào tạo tỉnh Mẫu'),
  person('dang1', 'Nguyễn Trí Đằng', 'Trưởng phòng', 'Phòng Tổ chức cán bộ, Sở Giáo dục và Đào tạo tỉnh Mẫu'),
  person('dang2', 'Lê Văn Đằng', 'Trưởng phòng', 'Phòng Tổ chức cán bộ, Sở Y tế tỉnh Mẫu'),
];
/** Exact whole-name search, as the simplest honest index: the rules must not depend on a cleverer one. */
const directory: Directory = {
  profile: (ref) => PEOPLE.find((p) => p.ref === ref),
  byGivenName: (given) => PEOPLE.filter((p) => p.given === given),
  matchName: (query) => {
    const found = PEOPLE.filter((p) => plain(query).includes(plain(p.fullName)));
    return found.map((p) => ({ ref: p.ref, name: p.fullName, score: 1 / found.length, reasons: ['folded'] }));
  },
};
const reading = (claimedName: string | null, quoted = false): Reading => ({ entities: claimedName ? [{ type: 'claimed_name', value: claimedName, text: claimedName, start: 0, end: claimedName.length }] : [], signs: [], quoted, probability: 0, band: 'unclear' });
const fromText = (text: string, name: string | null, quoted = false) => resolveClaimed({ explicit: null, text, reading: reading(name, quoted) }, directory, plain);
const typed = (explicit: string) => resolveClaimed({ explicit, text: null, reading: null }, directory, plain);

test('a name borne by one official is that official', () => {
  expect(typed('Lê Trọng Khuê')).toMatchObject({ kind: 'one', officialRef: 'khue', isClaim: true });
});
test('namesakes are settled by unit or position, and left open without', () => {
  expect(typed('Nguyễn Văn Hùng')).toMatchObject({ kind: 'several', refs: ['hung1', 'hung2'] });
  expect(typed('Nguyễn Văn Hùng, Sở Tài chính')).toMatchObject({ kind: 'one', officialRef: 'hung1' });
  expect(typed('ông Nguyễn Văn Hùng chủ tịch xã')).toMatchObject({ kind: 'one', officialRef: 'hung2' });
});
test('a given name needs position and unit', () => {
  expect(fromText('anh Khuê đây, giám đốc sở xây dựng', 'Khuê')).toMatchObject({ kind: 'one', officialRef: 'khue', isClaim: true });
  expect(fromText('a Khue pgd so xay dung day', 'Khue')).toMatchObject({ kind: 'one', officialRef: 'khue2' });
  expect(fromText('anh Khuê đây em', 'Khuê')).toEqual({ kind: 'none' });
});
test('the deputy is not the director', () => {
  expect(fromText('anh Khuê phó giám đốc sở xây dựng đây', 'Khuê')).toMatchObject({ kind: 'one', officialRef: 'khue2' });
});
test('UBND is dropped in speech', () => {
  expect(fromText('Chị Nhã chủ tịch phường Bến Mẫu đây em', 'Nhã')).toMatchObject({ kind: 'one', officialRef: 'nha' });
});
test('Đảng ủy and the province\'s name are dropped as well', () => {
  expect(fromText('Chị Mơ bí thư xã Suối Mây đây em', 'Mơ')).toMatchObject({ kind: 'one', officialRef: 'mo' });
  expect(fromText('anh Diệm chủ tịch tỉnh đây', 'Diệm')).toMatchObject({ kind: 'one', officialRef: 'diem' });
  expect(fromText('anh Diệm chủ tịch ubnd tỉnh đây', 'Diệm')).toMatchObject({ kind: 'one', officialRef: 'diem' });
  expect(fromText('anh Trượng giám đốc công an tỉnh đây', 'Trượng')).toMatchObject({ kind: 'one', officialRef: 'truong' });
  expect(fromText('anh Quỳnh bí thư tỉnh ủy đây', 'Quỳnh')).toMatchObject({ kind: 'one', officialRef: 'quynh' });
});
test('the chair of a commune is not the chair of the province of the same given name', () => {
  expect(fromText('anh Diệm chủ tịch UBND xã Suối Mây tỉnh Mẫu đây', 'Diệm')).toEqual({ kind: 'none' });
  expect(fromText('anh Trượng giám đốc công ty, đang ở công an xã đây', 'Trượng')).toEqual({ kind: 'none' });
});
test('departments are said by their first field and by their letters', () => {
  for (const unit of ['sở GD', 'sở giáo dục', 'Sở GD&ĐT', 'SGDĐT', 'sở gdđt']) expect(fromText(`cô Vân giám đốc ${unit} đây em`, 'Vân'), unit).toMatchObject({ kind: 'one', officialRef: 'van' });
  expect(fromText('anh Khuê pgđ sở XD đây', 'Khuê')).toMatchObject({ kind: 'one', officialRef: 'khue2' });
});
test('a division is said without the body above it, which tells two of one name apart', () => {
  expect(typed('thầy Đằng trưởng phòng tổ chức cán bộ sở giáo dục')).toMatchObject({ kind: 'one', officialRef: 'dang1' });
  expect(typed('thầy Đằng trưởng phòng tổ chức cán bộ')).toMatchObject({ kind: 'several', refs: ['dang1', 'dang2'] });
});
test('a typed claim may hold the given name among its other words', () => {
  expect(typed('ông Khuê, giám đốc sở xây dựng')).toMatchObject({ kind: 'one', officialRef: 'khue' });
  expect(typed('Khuê')).toMatchObject({ kind: 'unknown' });
});
test('a post alone names nobody', () => {
  expect(typed('Giám đốc Sở Xây dựng')).toMatchObject({ kind: 'unknown' });
  expect(fromText('Giám đốc Sở Xây dựng đây', null)).toEqual({ kind: 'none' });
});
test('full marks settle what folding cannot; without marks it stays open', () => {
  const near = (query: string): NameCandidate[] => [
    { ref: 'khue', name: 'Lê Trọng Khuê', score: 0.98, reasons: [query] }, { ref: 'khue2', name: 'Lê Trọng Khuế', score: 0.82, reasons: ['folded'] },
  ];
  const of = (reason: string) => resolveClaimed({ explicit: 'Lê Trọng Khuê', text: null, reading: null }, { ...directory, matchName: () => near(reason) }, plain);
  expect(of('exact')).toMatchObject({ kind: 'one', officialRef: 'khue' });
  expect(of('folded')).toMatchObject({ kind: 'several' });
});
test('a shortened name is the person to ask, not yet the person accused of; its post makes it a claim', () => {
  const shortened = (typedClaim: string) => resolveClaimed({ explicit: typedClaim, text: null, reading: null }, { ...directory, matchName: () => [{ ref: 'nha', name: 'Phùng Thị Nhã', score: 0.9, reasons: ['partial', 'middle-missing'] }] }, plain);
  expect(shortened('Phùng Nhã')).toMatchObject({ kind: 'one', officialRef: 'nha', isClaim: false });
  expect(shortened('Phùng Nhã phường Bến Mẫu')).toMatchObject({ kind: 'one', officialRef: 'nha', isClaim: true });
});
test('a name that is one letter off two namesakes is nobody of the register', () => {
  const off = resolveClaimed({ explicit: 'Nguyễn Văn Hưng', text: null, reading: null }, { ...directory, matchName: () => ['hung1', 'hung2'].map((ref) => ({ ref, name: 'Nguyễn Văn Hùng', score: 0.29, reasons: ['one-edit', 'namesakes'] })) }, plain);
  expect(off).toMatchObject({ kind: 'unknown' });
});
test('a name in running text is a mention, not a claim', () => {
  expect(fromText('Mai họp với anh Lê Trọng Khuê nhé', null)).toMatchObject({ kind: 'one', officialRef: 'khue', isClaim: false });
});
test('a quoted warning claims nobody, a typed stranger is unknown', () => {
  expect(fromText('Cảnh báo: kẻ xấu giả anh Lê Trọng Khuê', 'Lê Trọng Khuê', true)).toEqual({ kind: 'none' });
  expect(typed('Trần Đại Vô Danh')).toMatchObject({ kind: 'unknown' });
});
test('a list of given names at one post is no claim: who holds a post must not be had by trying', () => {
  expect(typed('anh Khuê, giám đốc sở xây dựng')).toMatchObject({ kind: 'one', officialRef: 'khue' });
  expect(typed('An Bình Châu Dũng Giang Hà Hải Hùng Khuê Lan Linh Long Mai Minh Nam giám đốc sở xây dựng')).toEqual({ kind: 'unknown', spans: [] });
});
test('an official whose name a thousand people bear is still found by it, and how many bear it is told', () => {
  const common = (likeness: number): Directory => ({
    ...directory,
    matchName: () => [{ ref: 'khue', name: 'Lê Trọng Khuê', score: 1 / 1200, reasons: ['exact'], details: { bearers: 1200, likeness } }],
  });
  const claim = (of: Directory) => resolveClaimed({ explicit: 'Lê Trọng Khuê', text: null, reading: null }, of, plain);
  expect(claim(common(0.98))).toMatchObject({ kind: 'one', officialRef: 'khue', isClaim: true, telling: { code: 'bearers', params: { count: 1200 } } });
  expect(claim(common(0.1))).toMatchObject({ kind: 'several', refs: ['khue'] });
});
test('a disguise of the name is told before how common it is', () => {
  const disguised: Directory = { ...directory, matchName: () => [{ ref: 'khue', name: 'Lê Trọng Khuê', score: 0.9, reasons: ['folded', 'look-alike'], details: { bearers: 40, lookAlike: { written: '\u043e', instead: 'o' } } }] };
  expect(resolveClaimed({ explicit: 'Lê Tr\u043eng Khuê', text: null, reading: null }, disguised, plain)).toMatchObject({ telling: { code: 'look-alike-cyrillic', params: { written: '\u043e', instead: 'o' } } });
});
