import type { Scenario } from './scenario.ts';

const UNKNOWN_ZALO = { platform: 'zalo', value: '0900 000 659' } as const;

/** What the words alone say, in the disguises in which such messages come. */
export const WORD_CASES: readonly Scenario[] = [
  {
    id: 'otp', title: 'Xin mã OTP', request: { text: 'Chị ơi em là Hiên văn phòng sở, đọc giúp em mã OTP 6 số vừa gửi về máy chị để em kích hoạt tài khoản hành chính cho chị.', channel: UNKNOWN_ZALO },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['request-credentials'] }, why: 'A code is worth more than money: it is asked by nobody honest.',
  },
  {
    id: 'app', title: 'Bắt cài ứng dụng sổ họp', request: { text: 'Văn phòng đề nghị các đồng chí tải ứng dụng sổ họp điện tử tại https://sohop.example/sohop.apk và cài ngay trong sáng nay, nhập mật khẩu email công vụ để kích hoạt.' },
    expect: { outcome: 'stop-evidence', reasons: ['identifier-red', 'request-link-or-app'] }, why: 'The file is published as malicious.',
  },
  {
    id: 'hook', title: 'Nhờ bình chọn, nhắn hộ để chiếm tài khoản', request: { text: 'Có đứa cháu thi vẽ tranh cần em bình chọn giúp. Anh gửi mã sang Zalo em, em đọc lại mã giúp anh nhé.', channel: UNKNOWN_ZALO },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['hook'] }, why: 'No money is asked yet: this is how the next genuine account is taken over.',
  },
  {
    id: 'balance-probe', title: 'Hỏi còn tiền không', request: { text: 'Cháu ơi, cô đang cần nhờ cháu việc này. Cháu còn tiền trong tài khoản không?', channel: UNKNOWN_ZALO },
    expect: { outcome: 'unverified', isQuiet: false, not: ['no-request'] }, why: 'The opening carries no amount; a warning is cheapest here.',
  },
  {
    id: 'new-number', title: 'Số mới của lãnh đạo', request: { text: 'Chào em, anh Bân giám đốc sở tài chính đây. Anh đổi số, số mới của anh đây, em lưu lại và nhắn anh qua Zalo này nhé.', channel: { platform: 'zalo', value: '0900000664' } },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['new-account-or-number', 'channel-unregistered-for-official'], official: 'Hoàng Ngọc Bân' }, why: 'A leader with a new channel: the money comes in the next message.',
  },
  {
    id: 'secrecy', title: 'Dặn giữ kín', request: { text: 'Việc này chỉ anh và em biết, đừng nói với ai trong cơ quan. Em chuyển giúp anh 50 triệu sang tài khoản 0900000665 TPBank trước 4 giờ.', claimedOfficial: 'Hà Quang Diệm' },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['secrecy', 'request-money'], official: 'Hà Quang Diệm' }, why: 'Secrecy keeps the victim from asking.',
  },
  {
    id: 'third-party', title: 'Nhờ chuyển vào tài khoản người khác', request: { text: 'Tài khoản anh đang lỗi, em chuyển giúp anh 18 triệu vào tài khoản của thằng cháu anh: 0900000666 Agribank LO VAN TINH.', claimedOfficial: 'Trần Hữu Cơ' },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['third-party-account', 'holder-differs', 'request-money'], official: 'Trần Hữu Cơ' }, why: 'The stranger\'s account with its excuse.',
  },
  {
    id: 'fake-police', title: 'Giả công an dọa bắt', request: { text: 'Tôi là cán bộ công an tỉnh. Ông đang liên quan đường dây rửa tiền, yêu cầu chuyển toàn bộ tiền tiết kiệm vào tài khoản tạm giữ 0900000667 để xác minh trong 30 phút, nếu không sẽ bị bắt tạm giam. Không được nói với ai.' },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['request-money', 'authority-pressure', 'secrecy', 'claims-authority'] }, why: 'No police force keeps money on an account.',
  },
  {
    id: 'purchase-on-behalf', title: 'Giả Hiệu trưởng nhờ mua thẻ cào', request: { text: 'Cô Hạ hiệu trưởng đây em. Em mua giúp cô 5 thẻ cào Viettel 500k rồi chụp mã gửi cô, cô đang tiếp đoàn không gọi được.', claimedOfficial: 'Nguyễn Thị Khánh Hạ' },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['request-money', 'avoids-call'], official: 'Nguyễn Thị Khánh Hạ' }, why: 'Cards are money.',
  },
  {
    id: 'no-diacritics', title: 'Không dấu', request: { text: 'em oi anh khue giam doc so xay dung day, chuyen gap giup anh 20 trieu vao 0900000654 mb le trong khue, chieu anh tra', channel: UNKNOWN_ZALO },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['request-money', 'urgency', 'promise-repay', 'holder-equals-official'], official: 'Lê Trọng Khuê' }, why: 'Half of all messages are written without marks.',
  },
  {
    id: 'teencode', title: 'Viết tắt kiểu nhắn tin', request: { text: 'e oi a dag hop k nghe dc, ck gap giup a 15tr vao stk 0900000668 vcb nha, toi a tra lai', channel: UNKNOWN_ZALO },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['request-money', 'avoids-call'] }, why: 'Short forms are no disguise.',
  },
  {
    id: 'ocr-damage', title: 'Chữ do máy đọc từ ảnh, hỏng vài chỗ', request: { text: 'Em 0i anh đang hop, kh0ng tien nghe máy. Em chuyên giúp anh lO triệu vào STK O9000007lO MB nhé, chiêu anh tra' },
    expect: { outcome: 'stop-evidence', reasons: ['identifier-red', 'request-money'] }, why: 'A screenshot read badly still carries the published number.',
  },
  {
    id: 'nfd', title: 'Dấu tách rời (NFD)', request: { text: 'Anh Lê Trọng Khuê đây em, cho anh mượn 10 triệu, anh đang họp không nghe máy được.'.normalize('NFD'), channel: UNKNOWN_ZALO },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['request-money', 'avoids-call', 'channel-unregistered-for-official'], official: 'Lê Trọng Khuê' }, why: 'Phones of one maker send marks apart.',
  },
  {
    id: 'zero-width', title: 'Chèn ký tự vô hình', request: { text: 'Em ch\u200buyển gi\u200búp anh 30 tri\u200bệu vào 0900\u200b000\u200b710 M\u200bB, anh đang họp' },
    expect: { outcome: 'stop-evidence', reasons: ['identifier-red', 'request-money'] }, why: 'Invisible characters are put in to escape filters.',
  },
  {
    id: 'math-letters', title: 'Chữ toán học', request: { text: 'em oi \u{1D41A}\u{1D427}\u{1D421} \u{1D424}\u{1D421}\u{1D42E}\u{1D41E} day, \u{1D41C}\u{1D421}\u{1D42E}\u{1D432}\u{1D41E}\u{1D427} gap giup anh 30 trieu vao \u{1D7CE}\u{1D7D7}\u{1D7CE}\u{1D7CE}\u{1D7CE}\u{1D7CE}\u{1D7CE}\u{1D7D5}\u{1D7CF}\u{1D7CE} MB' },
    expect: { outcome: 'stop-evidence', reasons: ['identifier-red', 'request-money'] }, why: 'Bold mathematical letters and digits read as what they look like.',
  },
  {
    id: 'cyrillic', title: 'Chữ Cyrillic giống chữ Latin', request: { text: 'Em \u0441huy\u0435n giup anh 20 tri\u0435u v\u0430o 0900000710 MB, anh dang h\u043Ep khong nghe may, t\u043Ei tra' },
    expect: { outcome: 'stop-evidence', reasons: ['identifier-red', 'request-money'] }, why: 'Look-alike letters are no other words.',
  },
  {
    id: 'fullwidth-digits', title: 'Số toàn chiều rộng', request: { account: { number: '０９０００００７１０', bank: 'ＭＢ' } },
    expect: { outcome: 'stop-evidence', reasons: ['identifier-red'] }, why: 'Full-width digits and letters are what keyboards of other countries give.',
  },
  {
    id: 'spaced-out', title: 'Chữ cách rời từng ký tự', request: { text: 'e m  c h u y ể n  k h o ả n  g ấ p  2 0  t r i ệ u  c h o  a n h', claimedOfficial: 'Lê Trọng Khuê' },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['request-money'], official: 'Lê Trọng Khuê' }, why: 'Letters set apart to escape filters.',
  },
  {
    id: 'role-without-name', title: 'Xưng chức, không xưng tên', request: { text: 'Giám đốc sở đây, em chuyển gấp 10 triệu cho khách giúp anh, lát anh gửi lại.' },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['request-money', 'claims-leader', 'urgency'], official: null }, why: 'A post without a name names nobody.',
  },
  {
    id: 'given-name-and-post', title: 'Chỉ tên gọi, chức vụ viết tắt', request: { text: 'a Khue gd so xay dung day e, ck cho a 5tr nhe, mai a gui lai', channel: { platform: 'facebook' } },
    expect: { outcome: 'stop-evidence', reasons: ['platform-none', 'request-money'], official: 'Lê Trọng Khuê' }, why: 'Given name, post and department lead to one person.',
  },
  {
    id: 'party-secretary-spoken', title: 'Bí thư xã xưng theo lối nói', request: { text: 'Chị Mơ bí thư xã Suối Mây đây em, chị gửi em cái danh sách, em ứng trước 6 triệu tiền quà giúp chị.', channel: UNKNOWN_ZALO },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['request-money', 'channel-unregistered-for-official'], official: 'Quách Thị Mơ' }, why: '"Đảng ủy" is dropped in speech like "UBND".',
  },
  {
    id: 'chair-spoken', title: 'Chủ tịch phường xưng theo lối nói', request: { text: 'Chị Nhã chủ tịch phường Bến Mẫu đây, em chuyển giúp chị 9 triệu vào 0900000669 SHB PHUNG THI NHA nhé.', channel: UNKNOWN_ZALO },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['holder-equals-official', 'request-money', 'channel-unregistered-for-official'], official: 'Phùng Thị Nhã' }, why: '"UBND" is dropped in speech.',
  },
  {
    id: 'police-unit-claimed', title: 'Xưng Trưởng phòng PA05', request: { text: 'Tôi là Đỗ Hữu Thạc, Trưởng phòng PA05 Công an tỉnh Mẫu. Anh chuyển 2 triệu lệ phí gỡ phong tỏa tài khoản vào 0900000670 VietinBank.' },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['request-money'], official: 'Đỗ Hữu Thạc' }, why: 'The police of this system can be impersonated like anybody.',
  },
  {
    id: 'quote-as-cover', title: 'Dán cảnh báo của công an quanh lời mượn tiền', request: {
      text: 'Công an tỉnh cảnh báo có kẻ giả danh lãnh đạo vay tiền, đề nghị không chuyển tiền cho người lạ. Anh Khuê đây là thật, anh cần gấp 20 triệu, em giúp anh nhé.',
      claimedOfficial: 'Lê Trọng Khuê', channel: { platform: 'facebook', value: 'facebook.com/khue.that.mau' },
    },
    expect: { outcome: 'stop-evidence', reasons: ['platform-none'], official: 'Lê Trọng Khuê' }, why: 'Whatever the text quotes, the asker says that it came by Facebook in the name of one who has none.',
  },
  {
    id: 'long-text', title: 'Tin rất dài, số đỏ ở cuối', request: { text: `${'Kính gửi quý đồng nghiệp, xin chia sẻ một vài suy nghĩ về công việc cuối năm của chúng ta. '.repeat(200)}Chuyển giúp 5 triệu vào 0900000710 MB nhé.` },
    expect: { outcome: 'stop-evidence', reasons: ['identifier-red'] }, why: 'Padding is no hiding place.',
  },
];
