import { writeVietQr } from '#engine/identifiers/index.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { CheckBody } from '#modules/checks/check.contract.ts';

/** One line of the guided list on the start page of sample mode. Holds only over the sample province. */
export interface Example {
  readonly id: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly request: CheckBody;
  readonly expected: { readonly outcome: Outcome; readonly isQuiet?: boolean };
}

const MB = '970422';

/** In the order in which a newcomer learns most: what everybody fears, then the four answers, then what must not cry wolf. */
export const EXAMPLES: readonly Example[] = [
  {
    id: 'own-name-account', title: { vi: 'Sếp vay tiền, tài khoản đúng tên sếp', en: 'The boss borrows money, the account bears his own name' },
    request: {
      text: 'Em ơi anh Khuê đây. Anh đang họp, không tiện nghe máy. Em chuyển giúp anh 48.000.000 đ vào STK 0800 0000 1846 MB, chủ TK LE TRONG KHUE. Chiều anh gửi lại. Việc tế nhị, đừng nói với ai.',
      claimedOfficial: 'Lê Trọng Khuê, Giám đốc Sở Xây dựng', channel: { platform: 'zalo' },
    },
    expected: { outcome: 'stop-evidence' },
  },
  {
    id: 'stranger-account', title: { vi: 'Facebook lạ mượn tiền, tài khoản tên người khác', en: 'An unknown Facebook page borrows, the account is a stranger’s' },
    request: {
      text: 'Anh Thạc ơi, Nhã đây ạ. Máy em hỏng loa không gọi được. Anh cho em mượn tạm 15 triệu vào 0900000651 Vietcombank DO VAN LUONG, 5 giờ chiều em gửi lại nhé.',
      claimedOfficial: 'Phùng Thị Nhã', channel: { platform: 'facebook', value: 'facebook.com/phungnha.1986.mau' },
    },
    expected: { outcome: 'unverified', isQuiet: false },
  },
  {
    id: 'official-said-no', title: { vi: 'Zalo mà người thật đã trả lời: không phải tôi', en: 'A Zalo account of which the real person said: not me' },
    request: { text: 'Cô Vy à, tôi đang đi công tác không nghe được. Cô ứng giúp 20 triệu cho đoàn, tối tôi hoàn lại.', channel: { platform: 'zalo', value: '0900 000 601' } },
    expected: { outcome: 'stop-denied' },
  },
  {
    id: 'no-facebook', title: { vi: 'Facebook của người đã khai không dùng Facebook', en: 'The Facebook page of somebody who has declared to have none' },
    request: { text: 'Chào em, anh là Lê Trọng Khuê, Giám đốc Sở Xây dựng. Em kết bạn với anh nhé, anh có việc cần nhờ.', channel: { platform: 'facebook', value: 'facebook.com/khue.le.giamdoc.mau' } },
    expected: { outcome: 'stop-evidence' },
  },
  {
    id: 'hijacked-channel', title: { vi: 'Zalo thật, nhưng đang bị kẻ khác chiếm', en: 'A genuine Zalo account that somebody else has taken over' },
    request: { text: 'Chị Thanh đây em. Em bình chọn giúp cháu nhà chị, rồi đọc lại cho chị mã vừa gửi về máy em nhé.', channel: { platform: 'zalo', value: '0900 000 216' } },
    expected: { outcome: 'stop-evidence' },
  },
  {
    id: 'genuine-channel', title: { vi: 'Tin công việc từ Zalo đã đăng ký', en: 'A work message from a registered Zalo account' },
    request: { text: 'Sáng mai 8 giờ họp giao ban, anh mang theo số liệu tháng 11 nhé.', channel: { platform: 'zalo', value: '0900 000 188' } },
    expected: { outcome: 'genuine-channel' },
  },
  {
    id: 'quiet', title: { vi: 'Tin hẹn gặp, không đòi gì', en: 'An appointment that asks for nothing' },
    request: { text: 'Sáng mai 8 giờ em qua phòng anh nhé.', claimedOfficial: 'Lê Trọng Khuê', channel: { platform: 'zalo', value: '0900 000 652' } },
    expected: { outcome: 'unverified', isQuiet: true },
  },
  {
    id: 'police-warning', title: { vi: 'Cảnh báo của công an có trích tin lừa', en: 'A police warning that quotes a scam' },
    request: { text: 'Công an tỉnh Mẫu cảnh báo: kẻ xấu lập Zalo giả Giám đốc Sở Xây dựng, nhắn “anh đang họp, em chuyển gấp giúp anh 20 triệu”. Đề nghị cán bộ không chuyển tiền, gọi lại số đã lưu và báo Phòng PA05.' },
    expected: { outcome: 'unverified', isQuiet: true },
  },
  {
    id: 'qr-red', title: { vi: 'Mã QR chuyển tiền lấy từ tin nhắn', en: 'A payment QR code from a message' },
    request: { qr: writeVietQr({ bin: MB, account: '0900000710', amount: 30_000_000, purpose: 'cho anh muon' }) },
    expected: { outcome: 'stop-evidence' },
  },
  {
    id: 'lookalike-link', title: { vi: 'Đường liên kết nhái Cổng Dịch vụ công', en: 'A link that imitates the public service portal' },
    request: { text: 'Hồ sơ của ông/bà thiếu thông tin. Đăng nhập ngay https://dichvucong.gov.vn.xacthuc-mau.example/dang-nhap và nhập mã OTP để không bị hủy.' },
    expected: { outcome: 'unverified', isQuiet: false },
  },
];
