import { describe, expect, test } from 'vitest';
import { read } from './index.ts';

const values = (text: string, type: string): (string | number)[] => read(text).entities.filter((e) => e.type === type).map((e) => e.value);

describe('money', () => {
  test.each<[string, number[]]>([
    ['chuyển 20tr', [20e6]], ['cho mượn 3tr5', [3.5e6]], ['3tr25', [3.25e6]], ['1tr250', [1.25e6]], ['3 triệu rưỡi', [3.5e6]], ['3 triệu 2 nhé', [3.2e6]], ['3 triệu 2 lần', [3e6]], ['3tr360k', [3.36e6]], ['50 củ', []], ['chuyển 50 củ', [50e6]], ['mua 5 củ khoai', []], ['500k', [500e3]], ['1.250k', [1.25e6]], ['2,5 triệu', [2.5e6]],
    ['có 2 chai không cho mượn', [2e6]], ['mua 2 chai nước', []], ['cho vay 5 lít', [5e5]], ['hai mươi lăm triệu', [25e6]], ['một trăm năm mươi triệu', [150e6]], ['tám chục triệu', [80e6]], ['nửa tỷ', [500e6]], ['12.500.000đ', [12.5e6]], ['12,500,000 VND', [12.5e6]], ['12 500 000 đồng', [12.5e6]], ['chuyển 5000000 cho anh', [5e6]], ['1 tỷ 2', [1.2e9]], ['transfer 50M', [50e6]], ['dài 5m', []],
    ['lO triệu', [10e6]], ['2O.OOO.OOO đ', [20e6]], ['6.5OO.OOO d', [6.5e6]], ['năm 2025', []], ['phòng 203', []], ['công văn 542', []], ['0912.345.678', []], ['vài triệu', []], ['-500,000VND', [500e3]],
  ])('%s', (text, amounts) => {
    expect(values(text, 'money')).toEqual(amounts);
  });
});

describe('what a number is', () => {
  test.each<[string, string, string | null]>([
    ['stk 1903 6628 1040 11 techcombank', 'bank_account', '19036628104011'], ['ck vào 0986112233445 mb bank', 'bank_account', '0986112233445'], ['STK 883O119922 BIDV', 'bank_account', '8830119922'], ['tài khoản 3713.0.1058964 tại Kho bạc', 'bank_account', '371301058964'], ['số tài khoản\n19036628\n104011\nTechcombank', 'bank_account', '19036628104011'],
    ['gọi 0912 345 678', 'phone', '0912345678'], ['liên hệ 0233.3873.999', 'phone', '02333873999'], ['hotline 1900545426', 'phone', '1900545426'], ['zalo +84 912 345 678', 'phone', '0912345678'],
    ['mã xác thực của bạn là 119387', 'otp', '119387'], ['G-558203 is your Google verification code', 'otp', '558203'], ['CCCD 044099001234', 'national_id', '044099001234'],
    ['hồ sơ số 1029384756', 'bank_account', null], ['mã số thuế 0101234567', 'phone', null], ['mã giao dịch 11120250018', 'bank_account', null], ['TK 1029xxx384', 'bank_account', null], ['đơn hàng 123456789012', 'bank_account', null],
  ])('%s', (text, type, value) => {
    expect(values(text, type)).toEqual(value === null ? [] : [value]);
  });
  test('a phone-shaped account keeps the other reading until somebody decides', () => {
    const [account] = read('chuyển vào 0912345678 mb').entities.filter((e) => e.type === 'bank_account');
    expect(account).toMatchObject({ value: '0912345678', alternatives: [{ type: 'phone', value: '0912345678', e164: '+84912345678' }] });
    expect(read('gọi anh số 0912345678').entities[0]).toMatchObject({ type: 'phone', alternatives: [{ type: 'bank_account' }] });
  });
});

describe('who the sender says he is', () => {
  test.each<[string, string[]]>([
    ['Anh Hùng giám đốc đây', ['Hùng']], ['Chú Thắng bí thư, cháu chuyển giúp chú 5 triệu', ['Thắng']], ['Tôi là Nguyễn Văn Khuê, cán bộ thuế', ['Nguyễn Văn Khuê']], ['chi nga phong minh day', ['nga']], ['Trưởng phòng Nguyễn Văn Nam đây', ['Nguyễn Văn Nam']], ['Em báo trưởng phòng Nam rồi', []],
    ['Anh Hùng ơi, em gửi anh hồ sơ', []], ['Em chào anh Hùng giám đốc', []], ['Chị Hà à, em gửi chị', []], ['Em đang họp với anh Hùng', []], ['anh đang ở đây', []], ['Nhờ anh báo anh Hùng giám đốc', []],
  ])('%s', (text, names) => {
    expect(values(text, 'claimed_name')).toEqual(names);
  });
  test.each([['Anh phó giám đốc sở đây', 'phó giám đốc sở'], ['chu chu tich ubnd huyen day chau', 'chủ tịch ubnd huyện'], ['e oi a trg phòng nè', 'trưởng phòng'], ['Tôi là điều tra viên', 'điều tra viên'], ['Em là thư ký của giám đốc', 'thư ký']])('%s', (text, role) => {
    expect(values(text, 'claimed_role')).toEqual([role]);
  });
});

test.each<[string, string[]]>([['8h30 sáng mai họp', ['8h30 sáng mai']], ['truoc 17h hom nay', ['17h hom nay']], ['nộp trước 16h00 ngày 25/3, gửi về', ['16h00 ngày 25/3']], ['15 phút nữa', ['15 phút']], ['Thư thứ Hai', ['thứ Hai']], ['công văn số 12/3', []]])('times: %s', (text, times) => {
  expect(values(text, 'time')).toEqual(times);
});
test.each<[string, string[]]>([['vào https://vneid-capnhat.top/app.apk nhé', ['vneid-capnhat.top/app.apk']], ['xong.cho em biết', []], ['v.v...', []], ['fb.com/le.khue', ['fb.com/le.khue']]])('links: %s', (text, urls) => {
  expect(values(text, 'url')).toEqual(urls);
});
test('holder names: of banks, of people who type them, and no shouting', () => {
  expect(values('0591003344 OCB CAO THI NGOC BICH', 'holder_name')).toEqual(['CAO THI NGOC BICH']);
  expect(values('tk 0591003344 vcb ten nguyen van nam nhe', 'holder_name')).toEqual(['NGUYEN VAN NAM']);
  expect(values('Vietcombank 0123456789, chủ tài khoản Lê Thị Mai', 'holder_name')).toEqual(['LE THI MAI']);
  expect(values('CẢNH BÁO LỪA ĐẢO KHÔNG CHUYỂN TIỀN VÀO 1029384756 VCB', 'holder_name')).toEqual([]);
});
