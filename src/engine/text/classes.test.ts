import { describe, expect, test } from 'vitest';
import { fold, hasRequest, read } from './index.ts';

/** Classes of faults met in the field, each with examples of both errors. */
const values = (text: string, type: string): (string | number)[] => read(text).entities.filter((e) => e.type === type).map((e) => e.value);
const codes = (text: string): string[] => [...new Set(read(text).signs.map((s) => s.code))];

describe('a group of an account is no amount', () => {
  test.each([
    ['STK 0800 0000 1846 Ngân hàng Mẫu', '080000001846'], ['tk 1903 6628 1040 ngan hang quan doi', '190366281040'], ['chuyển vào 0123 4567 8901 Ngân hàng Á Mẫu giúp anh', '012345678901'], ['số tài khoản 0800-0000-1846 ngân hàng', '080000001846'],
  ])('%s', (text, account) => {
    expect(values(text, 'bank_account')).toEqual([account]);
    expect(values(text, 'money')).toEqual([]);
  });
  test.each<[string, number[], string[]]>([
    ['stk 0123456789 30 triệu', [30e6], ['0123456789']], ['stk 1903 6628 1040 500k', [500e3], ['190366281040']], ['chuyển 500 ngàn', [500e3], []], ['mở thẻ ở bốn ngân hàng', [], []], ['gửi ở 2 ngân hàng', [], []], ['chuyển bốn ngàn', [4000], []],
    ['đợi anh một tí nữa', [], []], ['cho em hoi mot ti', [], []], ['vay một tỉ', [1e9], []], ['đạt một tỉ lệ cao', [], []],
  ])('%s', (text, money, accounts) => {
    expect(values(text, 'money')).toEqual(money);
    expect(values(text, 'bank_account')).toEqual(accounts);
  });
});

describe('a holder typed in small letters behind the account', () => {
  test.each([
    ['vao 0900000654 mb le trong khue, chieu anh tra', ['LE TRONG KHUE']], ['stk 0900000654 nguyen thi hoa mb', ['NGUYEN THI HOA']], ['1029384756 vcb - tran van duc nhe', ['TRAN VAN DUC']], ['0900000654 mb lê trọng khuê nhé', ['LE TRONG KHUE']], ['MB 0900000654 Lê Trọng Khuê', ['LE TRONG KHUE']], ['ck 5tr 0123456789 bidv pham thi thu ha em nhe', ['PHAM THI THU HA']],
    ['0900000654 mb le phi ho so 500k', []], ['0900000654 mb do ban cung lop', []], ['0900000654 vcb ho so xay dung', []], ['0900000654 mb lễ hội làng mình', []], ['0900000654 mb tran trong cam on', []], ['0900000654 mb dang can gap lam', []], ['le trong khue dang hop', []],
  ])('%s', (text, holders) => {
    expect(values(text, 'holder_name')).toEqual(holders);
  });
  test('the name gives no haste', () => {
    expect(codes('chuyen giup anh 20 trieu vao 0900000654 mb le trong khue, chieu anh tra')).not.toContain('urgency');
    expect(codes('Tài liệu ở trong, chiều nay anh lấy')).not.toContain('urgency');
    expect(codes('chuyển giúp anh 20 triệu trong chiều nay')).toContain('urgency');
  });
});

test.each([
  ['SHB 0900000669 PHUNG THI NHA nhé', 'PHUNG THI NHA'], ['vào 0900000669 MB NGUYEN VAN QUY', 'NGUYEN VAN QUY'], ['0900000669 VCB LE THI EM giúp chị', 'LE THI EM'], ['0900000669 ACB CHU VAN AN', 'CHU VAN AN'], ['0900000669 ACB TRAN MINH THONG', 'TRAN MINH THONG'],
  ['STK MB 0900000669 CHU TK NGUYEN VAN AN', 'NGUYEN VAN AN'], ['0900000669 MB NGUYEN VAN AN CK GAP', 'NGUYEN VAN AN'],
])('words of capitals that are also particles: %s', (text, holder) => {
  expect(values(text, 'holder_name')).toEqual([holder]);
});

describe('letters set apart', () => {
  test.each([
    ['e m  c h u y ể n  k h o ả n  g ấ p  2 0  t r i ệ u  c h o  a n h', 'em chuyen khoan gap 20 trieu cho anh'], ['e m c h u y ể n k h o ả n g ấ p 2 0 t r i ệ u c h o a n h', 'em chuyen khoan gap 20 trieu cho anh'], ['c.h.u.y.ể.n..k.h.o.ả.n', 'chuyen khoan'], ['c-h-u-y-ể-n - k-h-o-ả-n', 'chuyen khoan'],
    ['c_h_u_y_ể_n t_i_ề_n', 'chuyen tien'], ['c.h.u.y.ể.n.g.ấ.p.5.t.r', 'chuyen gap 5 tr'], ['giúp anh c h u y ể n tiền', 'giup anh chuyen tien'], ['g ử i m ã o t p', 'gui ma otp'],
  ])('%s', (given, folded) => {
    expect(fold(given).text).toBe(folded);
  });
  test.each(['a e c m k ơi', 'A B C D', 'A. B. C. D.', '0 9 1 2 3 4 5 6', 'a - b - c - d', 'v.v...', 'm k b e', '1 2 3 a b c', 'vào x.q.w.k.d.top/a nhé'])('%s is left alone', (given) => {
    expect(fold(given).text).toBe(fold(given.normalize('NFD')).text);
    expect(fold(given).text.length).toBe(given.length);
  });
  test('marks of a word set apart still count: to meet is not to hurry', () => {
    expect(codes('m a i  e m  g ặ p  a n h  ở  p h ò n g')).not.toContain('urgency');
  });
});

describe('who is asked for money', () => {
  test.each([
    'ck cho a 5tr nhe', 'ck a 5tr', 'chuyển anh 5tr', 'bank cho em 2 củ', 'chuyen cho bo 5tr nhe', 'ck cho may 3tr truoc', 'em ứng trước 6 triệu tiền quà giúp chị', 'chị gửi em cái danh sách, em ứng trước 6 triệu tiền quà giúp chị', 'em trả trước giúp anh 2 triệu tiền hoa', 'mua giúp anh giỏ quà khoảng 3 triệu', 'bo giup chi 2 trieu tien hoa truoc nhe', 'Tuần trước anh mượn em 2 triệu, giờ cho anh mượn thêm 10 triệu nữa',
    'em oi anh khue giam doc so xay dung day, chuyen gap giup anh 20 trieu',
  ])('asked: %s', (text) => expect(codes(text)).toContain('request_money'));
  test.each([
    'Tuần trước anh mượn chú 3 triệu, hôm nay có lương anh chuyển trả rồi đó, chú kiểm tra giúp anh', 'Hôm nọ em vay chị 2 triệu, em vừa chuyển khoản trả chị rồi ạ', 'tháng trước mượn m 500k t ck trả rồi nhé', 'gui anh chup ho so cho a', 'chuyển ảnh hồ sơ cho anh', 'gửi anh bộ hồ sơ', 'Danh sách đã nộp 5 triệu, em xem lại',
  ])('not asked: %s', (text) => expect(codes(text)).not.toContain('request_money'));
});

test('who is asked to send promises nothing', () => {
  for (const text of ['anh đang họp, em chuyển gấp 30 triệu', 'anh dang hop, em chuyen gap 30 trieu', 'chiều em chuyển ngay 30 triệu giúp anh vào 0900000710 mb', 'mai em gửi anh 5 triệu vào stk này']) expect(codes(text), text).not.toContain('promise_repay');
  for (const text of ['chuyển 5 triệu giúp anh, mai anh gửi em', 'cho em mượn 2 triệu, chiều em chuyển lại', 'chuyển giúp anh 30 triệu, chiều anh trả']) expect(codes(text), text).toContain('promise_repay');
});
test('an account in a request is no new account', () => {
  for (const text of ['ck 5tr vào stk 0900000710 mb', 'chuyển sang số 0900000710 MB giúp anh 5tr', 'ck vao stk 0900000710 vcb']) expect(codes(text), text).not.toContain('new_account_or_number');
  for (const text of ['chuyển sang số mới này nhé', 'anh đổi số rồi', 'stk mới của anh 0900000710 mb']) expect(codes(text), text).toContain('new_account_or_number');
});
test('a number called an account, with a bank beside it, is no phone; anything less keeps both', () => {
  const other = (text: string): string[] => read(text).entities.filter((e) => e.value === '0900000710').flatMap((e) => (e.alternatives ?? []).map((a) => a.type));
  for (const text of ['stk 0900000710 mb', 'số tài khoản 0900000710 ngân hàng BIDV', 'MB stk: 0900000710']) expect(other(text), text).toEqual([]);
  for (const text of ['chuyển vào 0900000710 mb', 'ck vào stk 0900000710 nhé', 'stk 0900000710 momo']) expect(other(text), text).toEqual(['phone']);
  expect(other('0900000710')).toEqual(['bank_account']);
});
test.each([['Tôi là Đỗ Hữu Thạc PA05 đây', 'Đỗ Hữu Thạc'], ['Anh Nam UBND huyện đây em', 'Nam'], ['Tôi là Nguyễn Văn Khuê, cán bộ thuế', 'Nguyễn Văn Khuê']])('short forms of offices are no name: %s', (text, name) => {
  expect(values(text, 'claimed_name')).toEqual([name]);
});
test('a new number to be saved is the hook before the request; the word "hồ sơ mới" is none', () => {
  for (const text of ['lưu số mới của chú nhé cháu', 'Chị đổi zalo rồi em, lưu lại giúp chị']) expect(hasRequest(read(text)), text).toBe(true);
  for (const text of ['Em lưu hồ sơ mới vào tủ nhé', 'Số liệu mới em gửi anh rồi']) expect(hasRequest(read(text)), text).toBe(false);
});
test('in words without marks "xây dựng" is no "đừng", "ngân hàng" no "ngăn", "lệ phí" no "lẹ"', () => {
  expect(codes('so xay dung chuyen 5 trieu cho anh')).toContain('request_money');
  expect(read('Ngân hàng Mẫu thông báo, chuyển 2 triệu vào 1029384756').quoted).toBe(false);
  for (const text of ['Chuyển khoản lệ phí 500.000đ', 'chuyen khoan le phi 500.000d']) expect(codes(text), text).not.toContain('urgency');
});
test('a short form is what was typed: "nhà" is no "nha", "à" no "a"', () => {
  expect(values('Em kế toán à, thầy hiệu trưởng đây', 'claimed_role')).toEqual(['hiệu trưởng']);
  expect(codes('Cho nhà trường mượn hội trường')).not.toContain('request_money');
});
test('a threat to cut or lock presses; one\'s own locked account does not', () => {
  for (const text of ['Nộp 300k vào 1029384756 VCB trước 15h, quá giờ cắt điện', 'Thẻ của quý khách bị tạm khoá, vào vcb-moi.top', 'Sim sẽ bị khoá hai chiều, bấm phím 9']) expect(codes(text), text).toContain('authority_pressure');
  for (const text of ['Zalo cũ anh bị khoá rồi, em lưu số này nhé', 'Chiều nay cúp điện từ 13h để sửa lưới']) expect(codes(text), text).not.toContain('authority_pressure');
});
test('a promise to pay back is no haste, "trong thẻ" no vow', () => {
  expect(codes('Anh giám đốc đây, cho anh mượn 5 triệu, sáng mai anh trả')).not.toContain('urgency');
  expect(codes('cho minh vay 5 trieu, het tien trong the roi')).not.toContain('promise_repay');
});
