import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasRequest, read } from './index.ts';

const GOLDEN = join(import.meta.dirname, '../../../tests/golden/messages');

describe('told, warned of, joked about', () => {
  test.each([
    ['the dispatch itself', readFileSync(join(GOLDEN, 'dispatch.txt'), 'utf8')],
    ['a warning', 'CẢNH BÁO: đối tượng giả mạo Zalo của lãnh đạo nhắn "anh đang họp, em chuyển giúp anh 20 triệu". Tuyệt đối không chuyển tiền, gọi điện xác minh.'],
    ['a report', 'Báo cáo anh, sáng nay em nhận tin nhắn Zalo tên anh bảo chuyển 30tr vào 1037745120 Vietcombank tên LE VAN DAT. Em nghi lừa đảo nên chưa chuyển.'],
    ['a warning that names the sender without quotation marks', 'Cảnh báo lừa đảo, chúng nhắn: anh Khuê giám đốc đây, em chuyển gấp 20 triệu. Tuyệt đối không chuyển, gọi lại số cũ'],
    ['a victim', 'mn ơi fb mình bị hack rồi nha, ai nhận đc tin mượn tiền thì đừng ck nhé, ko phải mình đâu'],
    ['a story', 'Mẹ em vừa bị người xưng công an gọi đòi chuyển 50 triệu, may ngân hàng ngăn kịp. Cả nhà cẩn thận lừa đảo.'],
  ])('%s is quoted and asks for nothing', (_what, text) => {
    const reading = read(text);
    expect(reading).toMatchObject({ quoted: true });
    expect(reading.band).not.toBe('likely-fraud');
    expect(hasRequest(reading)).toBe(false);
  });
  test.each(['Công an tỉnh cảnh báo có kẻ giả danh lãnh đạo vay tiền, đề nghị không chuyển tiền cho người lạ. Anh Khuê giám đốc đây, anh cần gấp 20 triệu, em giúp anh nhé', 'Anh giám đốc đây, dạo này nhiều lừa đảo nên em đừng gọi số kia. Chuyển gấp 20 triệu vào 1029384756 VCB NGUYEN THI HOA giúp anh', 'Tôi là điều tra viên, tài khoản của bà liên quan lừa đảo chiếm đoạt tài sản, chuyển tiền vào tài khoản 1900228877665 Agribank để xác minh, không được nói với ai'])('a criminal who warns is not a warning: %s', (text) => {
    const reading = read(text);
    expect(reading).toMatchObject({ quoted: false, band: 'likely-fraud' });
    expect(hasRequest(reading)).toBe(true);
  });
});

describe('who asks whom', () => {
  const asks = (text: string): boolean => read(text).signs.some((s) => s.code === 'request_money');
  test.each(['Em còn tiền không cho anh mượn 5 triệu', 'chuyển giúp anh 5 triệu', 'Nếu không chuyển 5 triệu là bị phạt', 'Đừng nói ai, chuyển giúp anh 5 triệu'])('asked: %s', (text) => expect(asks(text)).toBe(true));
  test.each(['Đừng chuyển tiền cho ai xưng là tôi', 'Em đừng chuyển 5 triệu', 'Em chuyển hồ sơ giúp anh', 'Cho em mượn máy chiếu', 'Mình vừa chuyển lại bạn 2tr rồi'])('not asked: %s', (text) => expect(asks(text)).toBe(false));
});

describe('first contact without a word of money', () => {
  test.each(['Chú Chủ tịch đây, cháu lưu số mới của chú nhé', 'Anh giám đốc đây, có đứa cháu đi thi cần em nhắn giúp một like', 'Em ơi có tiện không, giám đốc nhờ chút việc. Đừng gọi nhé anh đang họp'])('%s is a request', (text) => {
    expect(hasRequest(read(text))).toBe(true);
  });
});

test.each(['Cho em mượn 2 triệu được không ạ, lương về em gửi lại', 'Số mới của chị nhé, lưu lại giúp chị'])('text alone cannot decide: %s', (text) => {
  expect(read(text).band).toBe('unclear');
});

test('a likely fraud has a sign to show', () => {
  expect(read('Em là thư ký của giám đốc')).toMatchObject({ signs: [], band: 'unclear' });
});
