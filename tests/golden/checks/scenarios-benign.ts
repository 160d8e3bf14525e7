import type { Scenario } from './scenario.ts';

const QUIET = { outcome: 'unverified', isQuiet: true } as const;

/** The other error: honest messages that must not be refused or shouted at, and texts that tell of fraud instead of being one. */
export const BENIGN_CASES: readonly Scenario[] = [
  {
    id: 'meeting', title: 'Hẹn họp', request: { text: 'Sáng mai 7h30 họp giao ban, giám đốc chủ trì, đề nghị đi đúng giờ. Ai vắng báo lại văn phòng.' },
    expect: { ...QUIET, reasons: ['no-request'], not: ['urgency', 'claims-leader'] }, why: 'An order to come is ordinary work.',
  },
  {
    id: 'appointment-leader', title: 'Lãnh đạo hẹn gặp qua Zalo lạ', request: { text: 'Sáng mai 8 giờ em qua phòng anh nhé.', claimedOfficial: 'Lê Trọng Khuê', channel: { platform: 'zalo', value: '0900 000 671' } },
    expect: { ...QUIET, reasons: ['channel-unregistered-for-official', 'no-request'], official: 'Lê Trọng Khuê' }, why: 'Nothing is asked: said quietly, with the advice for later.',
  },
  {
    id: 'in-meeting', title: 'Đang họp, nhắn sau', request: { text: 'Anh đang họp trên tỉnh, có gì em nhắn tin trước nhé, 11h anh ra anh gọi lại. Hồ sơ cứ để trên bàn cho anh ký.' },
    expect: { ...QUIET, reasons: ['no-request'], not: ['request-money', 'avoids-call'] }, why: 'Being in a meeting is no sign by itself.',
  },
  {
    id: 'urgent-file', title: 'Giục gửi văn bản', request: { text: 'Chuyển giúp anh công văn cho các xã gấp trước 11h, lãnh đạo đang chờ.' },
    expect: { ...QUIET, not: ['request-money'] }, why: 'To "chuyển" a paper is not to transfer money.',
  },
  {
    id: 'document-transfer', title: 'Chuyển khoản mục ngân sách', request: { text: 'Chuyển khoản mục sửa chữa sang mục mua sắm phải xin ý kiến Sở Tài chính, em soạn tờ trình giúp anh.' },
    expect: { ...QUIET, not: ['request-money'] }, why: '"Chuyển khoản mục" is a matter of the budget.',
  },
  {
    id: 'salary', title: 'Báo lương', request: { text: 'Techcombank: TK 1903xxx8012 +7,850,000 VND luc 17:03 28/10. ND: LUONG THANG 10. So du 9,120,334 VND' },
    expect: { ...QUIET, not: ['request-money', 'identifier-red'] }, why: 'A credit note asks for nothing.',
  },
  {
    id: 'bank-debit-sms', title: 'Tin nhắn trừ tiền', request: { text: 'VCB: TK 1029xxx384 -500,000VND luc 08:12 24-11-2026. SD 3,215,880VND. Ref MBVCB.0000. NGUYEN THI LAN chuyen tien' },
    expect: { ...QUIET, not: ['request-money'] }, why: 'A balance message tells what was.',
  },
  {
    id: 'otp-notice', title: 'Ngân hàng gửi mã OTP', request: { text: 'Ma OTP giao dich 300,000 VND tai Shopee la 482915. KHONG cung cap ma nay cho bat ky ai, ke ca nhan vien ngan hang. Hieu luc 2 phut.' },
    expect: { ...QUIET, not: ['request-credentials'] }, why: 'It says not to give the code away.',
  },
  {
    id: 'fund-collection', title: 'Công đoàn thu quỹ trực tiếp', request: { text: 'Phòng mình gom tiền viếng bố anh Tùng, mỗi người 200k, em Vân thu trực tiếp trước 10h, xe chạy 10h15.' },
    expect: { outcome: 'unverified', not: ['identifier-red', 'third-party-account', 'claims-leader'] }, why: 'Money between colleagues, collected by hand; whether quiet or not, nobody is accused.',
  },
  {
    id: 'appeal-treasury', title: 'Mặt trận kêu gọi ủng hộ, tài khoản Kho bạc', request: { text: 'Ủy ban MTTQ tỉnh Mẫu tiếp nhận ủng hộ đồng bào vùng lũ qua tài khoản 3713.0.1000000.00000 tại Kho bạc Nhà nước. Danh sách được công khai trên báo.' },
    expect: { outcome: 'unverified', not: ['identifier-red', 'link-suspicious', 'third-party-account', 'secrecy'] }, why: 'A Treasury account is no private one; still, nothing is ever called genuine for want of doubt.',
  },
  {
    id: 'contract-payment', title: 'Thanh toán theo hợp đồng', request: { text: 'Giám đốc duyệt dự toán rồi, em làm thủ tục chuyển khoản cho nhà thầu theo hợp đồng, đủ chữ ký mới đi lệnh nhé.' },
    expect: { outcome: 'unverified', not: ['avoids-call', 'secrecy', 'third-party-account'] }, why: 'With signatures and a contract: no pressing.',
  },
  {
    id: 'contract-names-director', title: 'Nhắc Giám đốc đã duyệt, trả tiền cho công ty', request: { text: 'Anh Lê Trọng Khuê đã duyệt rồi, em làm thủ tục tạm ứng cho nhà thầu theo hợp đồng, tài khoản 0900000674 BIDV CONG TY TNHH XAY DUNG AN MAU nhé.' },
    expect: { outcome: 'unverified', not: ['holder-differs', 'identifier-red'] }, why: 'Who is only mentioned need not own the account.',
  },
  {
    id: 'thanks-returned', title: 'Báo đã trả nợ', request: { text: 'Tuần trước anh mượn chú 3 triệu, hôm nay có lương anh chuyển trả rồi đó, chú kiểm tra giúp anh. Nếu cần gì gọi anh nhé.' },
    expect: { ...QUIET, not: ['request-money'] }, why: 'It gives money back and invites a call.',
  },
  {
    id: 'wrong-transfer', title: 'Chuyển nhầm, xin trả lại', request: { text: 'Em chào anh, em vừa chuyển nhầm 2 triệu vào tài khoản anh, nhờ anh ra ngân hàng làm thủ tục chuyển lại giúp em ạ.' },
    expect: { outcome: 'unverified', not: ['identifier-red'] }, why: 'Honest or not, the words cannot tell: unverified, and never accused.',
  },
  {
    id: 'public-service-notice', title: 'Cổng dịch vụ công báo hồ sơ', request: { text: 'Cổng DVC: Hồ sơ H00.12-261124-0007 của ông/bà đã được tiếp nhận, hẹn trả kết quả 28/11/2026. Tra cứu tại https://dichvucong.gov.vn' },
    expect: { ...QUIET, not: ['link-lookalike'] }, why: 'A genuine notice with the genuine address.',
  },
  {
    id: 'police-warning', title: 'Công an cảnh báo, có trích tin lừa', request: { text: 'CẢNH BÁO: Hiện có đối tượng giả mạo tài khoản Zalo của lãnh đạo, nhắn "anh đang họp, em chuyển giúp anh 20 triệu gấp". Cán bộ tuyệt đối không chuyển tiền, gọi điện xác minh trực tiếp.' },
    expect: { ...QUIET, reasons: ['quoted-warning'], not: ['request-money', 'urgency'] }, why: 'The warning quotes what it warns of.',
  },
  {
    id: 'police-warning-names-leader', title: 'Cảnh báo nêu tên Giám đốc Sở', request: { text: 'Công an tỉnh Mẫu thông báo: xuất hiện Facebook mạo danh ông Lê Trọng Khuê, Giám đốc Sở Xây dựng để vay tiền. Đề nghị người dân không chuyển tiền.', channel: { platform: 'facebook' } },
    expect: { ...QUIET, reasons: ['quoted-warning'], not: ['platform-none', 'request-money'] }, why: 'Whoever shares a warning on Facebook does not claim to be him.',
  },
  {
    id: 'warning-with-red-account', title: 'Cảnh báo nêu tài khoản đã công bố', request: { text: 'Công an tỉnh cảnh báo: không chuyển tiền vào tài khoản 0900000710 MB, đây là tài khoản lừa đảo mạo danh lãnh đạo.' },
    expect: { outcome: 'stop-evidence', reasons: ['identifier-red', 'quoted-warning'] }, why: 'The account is red wherever it stands; the words are said to be a warning.',
  },
  {
    id: 'story-of-victim', title: 'Kể chuyện người nhà suýt bị lừa', request: { text: 'Mẹ em vừa bị một người gọi xưng công an bảo chuyển 50 triệu "để xác minh", may mà con ở nhà cản kịp. Cả nhà mình cẩn thận nhé.' },
    expect: { ...QUIET, not: ['authority-pressure'] }, why: 'A story is no request.',
  },
  {
    id: 'report-to-boss', title: 'Nhân viên báo lại tin lạ', request: { text: 'Báo cáo anh, sáng nay em nhận được tin nhắn từ Zalo tên và hình giám đốc bảo chuyển 30tr vào tài khoản 0900000672 Vietcombank. Em nghi lừa đảo nên chưa chuyển.' },
    expect: { outcome: 'unverified', reasons: ['quoted-warning'], not: ['request-money'] }, why: 'The reporter is the careful one; he must not be told that he asks for money.',
  },
  {
    id: 'hacked-friend', title: 'Bạn báo bị mất Facebook', request: { text: 'mn ơi fb mình bị hack rồi nha, ai nhận đc tin mượn tiền thì đừng ck nhé, ko phải mình đâu huhu' },
    expect: { ...QUIET, not: ['request-money'] }, why: 'It warns of itself.',
  },
  {
    id: 'joke', title: 'Đùa về sếp mượn tiền', request: { text: 'Sếp mà nhắn mượn 20 triệu thì chắc chắn là lừa đảo, sếp mình toàn cho anh em vay thôi haha.' },
    expect: { ...QUIET, not: ['request-money'] }, why: 'A joke is no request.',
  },
  {
    id: 'electricity-bill', title: 'Hóa đơn tiền điện', request: { text: 'Hóa đơn tiền điện kỳ 1 tháng 11/2026: 642.318 đồng. Hạn thanh toán 30/11. Thanh toán qua ứng dụng chính thức hoặc điểm thu.' },
    expect: { outcome: 'unverified', not: ['identifier-red', 'third-party-account', 'claims-leader'] }, why: 'A bill by the usual way.',
  },
  {
    id: 'greeting', title: 'Lời chúc', request: { text: 'Chúc mừng ngày Nhà giáo Việt Nam 20/11, chúc thầy cô luôn mạnh khỏe.' },
    expect: { ...QUIET, reasons: ['no-request'], official: null }, why: 'No cry of wolf.',
  },
  {
    id: 'office-number', title: 'Chỉ đường đến một cửa', request: { text: 'Anh liên hệ bộ phận một cửa theo số 0233 555 0402 trong giờ hành chính để bổ sung hồ sơ nhé.' },
    expect: { ...QUIET, not: ['request-money'] }, why: 'A number to call in office hours.',
  },
];

/** Nothing to read, and inputs made to hurt. */
export const HOSTILE_CASES: readonly Scenario[] = [
  { id: 'blank', title: 'Chỉ có khoảng trắng', request: { text: ' \n\t ' }, expect: { error: 'check.empty', field: 'text' }, why: 'Nothing was handed in; an answer would be noise.' },
  { id: 'invisible-only', title: 'Chỉ có ký tự vô hình', request: { text: '\u200b\u200b\u2060\ufeff' }, expect: { error: 'check.empty', field: 'text' }, why: 'To a person this box is empty.' },
  { id: 'all-blank', title: 'Mọi ô đều trống', request: { text: ' ', phone: ' ', claimedOfficial: ' ', holderName: ' ' }, expect: { error: 'check.empty', field: 'text' }, why: 'As good as nothing.' },
  { id: 'platform-only', title: 'Chỉ chọn Zalo, không dán gì', request: { channel: { platform: 'zalo' } }, expect: { error: 'check.empty', field: 'text' }, why: 'A platform alone says nothing.' },
  { id: 'phone-is-words', title: 'Ô số điện thoại ghi chữ', request: { phone: 'số của anh Khuê' }, expect: { error: 'check.unreadable', field: 'phone' }, why: 'Named at the field.' },
  { id: 'link-is-words', title: 'Ô liên kết ghi chữ', request: { link: 'trang của anh Khuê' }, expect: { error: 'check.unreadable', field: 'link' }, why: 'Named at the field.' },
  { id: 'channel-is-words', title: 'Ô kênh ghi tên hiển thị', request: { channel: { platform: 'zalo', value: 'Khuê Lê SXD' } }, expect: { error: 'check.unreadable', field: 'channel/value' }, why: 'A display name is never an identifier.' },
  { id: 'emoji', title: 'Chỉ có hình vẽ', request: { text: '🙏🙏🙏' }, expect: { ...QUIET, reasons: ['no-request'], official: null }, why: 'No words, no request.' },
  { id: 'markup', title: 'Mã HTML và SQL', request: { text: '<script>alert(1)</script> \'; drop table official; -- {{7*7}} ${7*7}' }, expect: { ...QUIET, not: ['request-money'], official: null }, why: 'Text is text.' },
  { id: 'zero-width-flood', title: 'Tràn ký tự vô hình', request: { text: `Chuyển giúp anh 5 triệu vào 0900000710 MB${'\u200b'.repeat(15_000)}` }, expect: { outcome: 'stop-evidence', reasons: ['identifier-red'] }, why: 'A flood neither hides nor stalls.' },
  { id: 'marks-flood', title: 'Chồng dấu', request: { text: `Anh ${'a\u0301\u0302\u0303\u0323'.repeat(3000)} đây` }, expect: { outcome: 'unverified', official: null }, why: 'Stacked marks are bounded work.' },
  { id: 'digit-flood', title: 'Tràn chữ số', request: { text: '9'.repeat(19_000) }, expect: { outcome: 'unverified', not: ['identifier-red'], official: null }, why: 'No number is that long.' },
  { id: 'many-accounts', title: 'Danh sách hàng trăm số', request: { text: Array.from({ length: 400 }, (_, i) => `stk ${String(900_100_000_000 + i)} MB`).join('\n') }, expect: { outcome: 'unverified', official: null }, why: 'A list is not a message; one request stays one query.' },
  { id: 'bidi', title: 'Đảo chiều chữ để giấu số', request: { text: 'Chuyển 5 triệu vào \u202D0900000710\u202C MB' }, expect: { outcome: 'stop-evidence', reasons: ['identifier-red'] }, why: 'Direction marks do not change digits.' },
  { id: 'lone-surrogate', title: 'Ký tự hỏng', request: { text: 'Chuyển giúp anh 5 triệu \ud83d vào 0900000710 MB' }, expect: { outcome: 'stop-evidence', reasons: ['identifier-red'] }, why: 'Broken text is read as far as it goes.' },
  { id: 'name-flood', title: 'Tên người dài bất thường', request: { claimedOfficial: 'Lê Trọng Khuê '.repeat(14) }, expect: { outcome: 'unverified' }, why: 'Bounded, and no crash.' },
];
