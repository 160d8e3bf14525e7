import { seeded } from '../harness.ts';
import { officialPhone } from '../register/people.ts';
import { IDENTIFIERS, OFFICIALS, knownAccount, knownPhone } from './province.ts';

/** What people ask, as bodies of POST /api/v1/checks. Invented; every number different, because a real day has few repeats. */

/** Half of them known to the police, a tenth genuine channels, the rest unknown. */
export function identifierBodies(count: number): string[] {
  const chance = seeded(1);
  const below = (n: number): number => Math.floor(chance() * n);
  return Array.from({ length: count }, () => {
    const kind = chance();
    if (kind < 0.35) return JSON.stringify({ account: knownAccount(1 + below(IDENTIFIERS * 0.6)) });
    if (kind < 0.5) return JSON.stringify({ phone: knownPhone(1 + below(IDENTIFIERS * 0.3)) });
    if (kind < 0.6) return JSON.stringify({ phone: officialPhone(below(OFFICIALS)) });
    if (kind < 0.75) return JSON.stringify({ link: `https://www.facebook.com/nguoi.la.${below(1e9)}` });
    return JSON.stringify({ account: { number: String(2_000_000_000 + below(1e9)), bank: 'VCB' } });
  });
}

const MESSAGES: readonly ((account: string, money: number, name: string) => string)[] = [
  (account, money, name) => `Anh ${name} giám đốc sở đây, anh đang họp không nghe máy được. Em chuyển gấp giúp anh ${money} triệu vào ${account} MB NGUYEN VAN A, chiều anh trả.`,
  (account, money, name) => `Chào em, chị là ${name} bên văn phòng UBND. Chị đang cần gấp ${money}.000.000 đ đóng viện phí cho mẹ, em ck giúp chị stk ${account} ngân hàng Vietinbank nhé, tối chị gửi lại. Đừng nói với ai.`,
  (_account, _money, name) => `Kính gửi các đồng chí, sáng mai 8h họp giao ban tại phòng họp số 2, đề nghị các phòng chuẩn bị báo cáo. ${name}`,
  (account, money) => `Zalo mới của chú đây nhé, số cũ bị mất. Cháu chuyển hộ chú ${money}tr vao stk ${account} vcb, chu dang ban qua khong goi dc`,
  (_account, _money, name) => `Công an tỉnh cảnh báo: gần đây có đối tượng giả danh ${name} nhắn tin vay tiền. Người dân không chuyển tiền, không cung cấp mã OTP, báo ngay cho công an nơi gần nhất.`,
  (account) => `Bạn có bưu phẩm chưa nhận. Vui lòng truy cập http://dichvucong-gov.example/${account} để xác nhận thông tin và đóng phí trong 24h.`,
  () => 'Em ơi cuối tuần này nhà mình có về quê không, mẹ hỏi suốt. Nhớ mua cho bố hộp trà nhé.',
  (account, money, name) => `Tôi là ${name}, phó chủ tịch. Đồng chí cho tôi mượn tạm ${money} triệu, chuyển vào tài khoản ${account} của cháu tôi tại Agribank. Việc gấp, đừng gọi lại, tôi đang làm việc với đoàn kiểm tra.`,
];
const NAMES = ['Lê Trọng Khuê', 'Phùng Thị Nhã', 'Trần Quốc Lãm', 'Nguyễn Minh Trực', 'Đặng Thu Hà', 'Võ Đình Oai'];

/** Eight kinds of message, fraud and not, 80 to 260 characters. */
export function textBodies(count: number): string[] {
  const chance = seeded(2);
  return Array.from({ length: count }, (_, i) => {
    const account = String(1_000_000_000 + Math.floor(chance() * 8e9));
    return JSON.stringify({ text: MESSAGES[i % MESSAGES.length]?.(account, 5 + Math.floor(chance() * 60), NAMES[Math.floor(chance() * NAMES.length)] ?? '') ?? '' });
  });
}
