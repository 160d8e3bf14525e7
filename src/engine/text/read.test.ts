import { describe, expect, test } from 'vitest';
import { hasRequest, read, type Reading } from './index.ts';

const values = (reading: Reading, type: string): (string | number)[] => reading.entities.filter((e) => e.type === type).map((e) => e.value);
const codes = (reading: Reading): string[] => [...new Set(reading.signs.map((s) => s.code))];

describe('the message that everything began with', () => {
  const text = 'Anh Hùng giám đốc sở đây, anh đang họp, em chuyển gấp 30 triệu vào 0123456789 MB NGUYEN VAN A, chiều anh trả';
  test.each([
    ['as written', text], ['without marks', 'Anh Hung giam doc so day, anh dang hop, em chuyen gap 30 trieu vao 0123456789 MB NGUYEN VAN A, chieu anh tra'], ['decomposed', text.normalize('NFD')],
    ['cheating a filter', 'Anh Hùng giám đốc sở đây, anh đang họp, em c.h.u.y.ể.n gấp 3O tri\u200bệu vào O123456789 MB NGUYEN VAN A, chiều anh trả'],
  ])('%s', (_how, given) => {
    const reading = read(given);
    expect(values(reading, 'money')).toEqual([30_000_000]);
    expect(values(reading, 'bank_account')).toEqual(['0123456789']);
    expect(values(reading, 'bank')).toEqual(['MB']);
    expect(values(reading, 'holder_name')).toEqual(['NGUYEN VAN A']);
    expect(values(reading, 'claimed_role')).toEqual(['giám đốc sở']);
    expect(values(reading, 'claimed_name').map((n) => String(n).normalize('NFD').replace(/\p{M}/gu, ''))).toEqual(['Hung']);
    expect(values(reading, 'time').map((n) => String(n).normalize('NFD').replace(/\p{M}/gu, ''))).toEqual(['chieu']);
    expect(codes(reading)).toEqual(expect.arrayContaining(['claims_leader', 'request_money', 'urgency', 'third_party_account', 'promise_repay', 'avoids_call']));
    expect(reading).toMatchObject({ quoted: false, band: 'likely-fraud' });
    expect(hasRequest(reading)).toBe(true);
    for (const e of reading.entities) expect(given.slice(e.start, e.end)).toBe(e.text);
  });
});

/** Ordinary messages of offices and families (forms seen in public notices, and office practice). None may be called fraud. */
const GENUINE = [
  'Mọi sự ủng hộ xin chuyển về: Công đoàn [đơn vị], số tài khoản 12500001xxxx, Ngân hàng TMCP Công thương, CN [tỉnh], trước ngày 15/4',
  'Ủng hộ gửi về Ủy ban MTTQ tỉnh: STK tại Vietcombank CN tỉnh; hoặc 3761.0.1234567.91049 tại Kho bạc Nhà nước tỉnh',
  'Đề nghị CBCCVC ủng hộ tối thiểu 01 ngày lương, công đoàn tổng hợp nộp về TK UBMTTQ',
  'Hưởng ứng thư kêu gọi của UBMTTQ huyện, các đơn vị gửi tiền ủng hộ qua quỹ trước 26/10',
  'Chị dặn em: không chuyển tiền cho chị khi số tài khoản không đứng tên chị, chị vừa bị hack Facebook',
  'Anh đang họp, lát gọi lại em nhé',
  'Em chuyển giúp anh bộ hồ sơ sang Sở Tài chính trước 16h',
  'Văn thư đã chuyển công văn 542 cho các xã, phường chưa?',
  'Tiền ăn trưa thứ 5 hết 1.250k, chia 10, mỗi người 125k ck em Hoa MB 0999xxxx giúp em ạ',
  'Chị Hương thủ quỹ nhắc: tháng 6 thu quỹ cơ quan 100k/người, nộp tiền mặt hoặc ck',
  'Đ/c nào chưa nộp đảng phí quý II nộp cho đ/c Lan chi ủy trước 25/6',
  'Em gửi anh STK công ty để thanh toán hợp đồng số 12/HĐ-MS, hóa đơn em đã xuất',
  'Kho bạc trả hồ sơ tạm ứng công tác phí đợt 2, em bổ sung giấy đi đường',
  'Lương tháng 3 đã về tài khoản, mọi người kiểm tra giúp',
  'Chiều nay ai đi viếng bố anh Sơn đăng ký với văn phòng, phúng viếng mỗi người 200k',
  'Em chuyển nhầm cho chị 500k, chị chuyển lại giúp em với, chị gọi em xác nhận nhé',
  'Hôm qua chị ứng tiền taxi 320k, em ck lại chị rồi đó',
  'Cho em mượn cái máy chiếu / mượn xe cơ quan sáng mai',
  'Chủ tịch kết luận: giao Phòng TC-KH chuyển kinh phí hỗ trợ hộ nghèo đợt 1 trong tháng 6',
  'Bí thư Chi đoàn: quyên góp áo ấm, tiền mặt nộp tại văn phòng Đoàn, có biên nhận',
  'VCB: TK 0xxx +5,000,000VND lúc 08:01. ND: LUONG T3',
  'Anh Tuấn ơi tài khoản của anh còn tiền tạm ứng chưa quyết toán, anh nộp hồ sơ trước thứ 6',
  'Em đang họp với đ/c Chủ tịch, có gì nhắn tin giúp em',
  'Nhờ anh chuyển lời tới đ/c Giám đốc',
  'Vợ: ck cho em 2tr đóng tiền học cho con nhé',
  'Mai giỗ ông, mỗi nhà góp 500k, em gửi chị Ba',
  'Sở gửi giấy mời họp, không có nội dung thu tiền; số liên hệ 0233.3123456',
];
describe('genuine messages are not accused', () => {
  test.each(GENUINE)('%s', (text) => {
    expect(read(text).band).not.toBe('likely-fraud');
  });
  test.each(['Anh đang họp, lát gọi lại em nhé', 'Em chuyển giúp anh bộ hồ sơ sang Sở Tài chính trước 16h', 'Văn thư đã chuyển công văn 542 cho các xã, phường chưa?', 'Lương tháng 3 đã về tài khoản, mọi người kiểm tra giúp', 'Hôm qua chị ứng tiền taxi 320k, em ck lại chị rồi đó',
    'Cho em mượn cái máy chiếu / mượn xe cơ quan sáng mai', 'Em đang họp với đ/c Chủ tịch, có gì nhắn tin giúp em', 'Nhờ anh chuyển lời tới đ/c Giám đốc', 'VCB: TK 0xxx +5,000,000VND lúc 08:01. ND: LUONG T3'])('nothing is asked: %s', (text) => {
    expect(hasRequest(read(text))).toBe(false);
  });
});

describe('long and hostile texts', () => {
  test.each([
    ['one letter', 'a'], ['digits', '0912345678 '], ['money', '3tr5 '], ['cues', 'chuyển gấp giúp anh '], ['dots', 'c.h.u.y.e.n.'], ['links', 'a.b.c.d.com/x '], ['capitals', 'NGUYEN VAN A '], ['number words', 'hai mươi ba trăm '], ['roles', 'phó giám đốc '], ['marks', '\u0301'], ['times', '8h30 sáng mai ngày 2/3 '], ['at', 'a@'], ['grouped', '1.000.'],
  ])('%s, a hundred thousand characters, is read', (_what, unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length)).slice(0, 100_000);
    const reading = read(text);
    expect(reading.probability).toBeGreaterThanOrEqual(0);
    for (const e of reading.entities) expect(text.slice(e.start, e.end)).toBe(e.text);
    for (const s of reading.signs) expect(s.end).toBeGreaterThan(s.start);
  });
});
