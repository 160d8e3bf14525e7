import type { Scenario } from './scenario.ts';

/** The cases of the dispatch itself: accounts made up or taken over, the office-holder's picture and name, money to a stranger's or to a bought account. */
export const DISPATCH_CASES: readonly Scenario[] = [
  {
    id: 'fake-facebook-lend-none', title: 'Facebook giả Giám đốc Sở mượn tiền, người thật không dùng Facebook',
    request: { text: 'Chào em, anh Lê Trọng Khuê, Giám đốc Sở Xây dựng đây. Em cho anh mượn tạm 30 triệu, anh đang họp trên tỉnh, chiều anh chuyển trả.', channel: { platform: 'facebook', value: 'facebook.com/khue.trong.le.mau' } },
    expect: { outcome: 'stop-evidence', reasons: ['platform-none', 'request-money', 'promise-repay'], official: 'Lê Trọng Khuê' },
    why: 'He has declared to have no Facebook account, so any account there in his name is false.',
  },
  {
    id: 'fake-facebook-lend-unregistered', title: 'Facebook lạ mang tên Chủ tịch phường, bà có Facebook khác',
    request: { text: 'Anh ơi, Nhã đây ạ. Máy em hỏng loa không gọi được. Anh cho em mượn tạm 15 triệu, 5 giờ chiều em gửi lại nhé.', claimedOfficial: 'Phùng Thị Nhã', channel: { platform: 'facebook', value: 'facebook.com/phung.nha.1985.mau' } },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['channel-unregistered-for-official', 'request-money', 'avoids-call', 'promise-repay', 'identifier-unknown'], official: 'Phùng Thị Nhã' },
    why: 'Nobody has said that this page is false: the answer is to ask her, not to accuse the page.',
  },
  {
    id: 'stranger-account', title: 'Xưng Giám đốc Sở, tiền vào tài khoản tên người lạ',
    request: { text: 'Anh Khuê giám đốc sở xây dựng đây em. Chuyển giúp anh 25 triệu vào stk 0900000653 Vietcombank NGUYEN THI DUYEN, cháu anh cần gấp, tối anh gửi lại.' },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['holder-differs', 'request-money', 'urgency', 'identifier-unknown'], not: ['identifier-red'], official: 'Lê Trọng Khuê' },
    why: 'The account of the dispatch "in somebody else\'s name": a strong sign, but unknown, so not evidence.',
  },
  {
    id: 'bought-account-own-name', title: 'Tài khoản mua lại đúng tên Giám đốc, chưa ai báo',
    request: { text: 'Em ơi anh Khuê giám đốc Sở Xây dựng đây, chuyển giúp anh 20 triệu vào 0900000654 MB LE TRONG KHUE, anh đang họp.' },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['holder-equals-official', 'request-money', 'avoids-call'], not: ['holder-differs', 'channel-genuine'], official: 'Lê Trọng Khuê' },
    why: 'An equal holder name is what criminals buy: a warning sign, never comfort.',
  },
  {
    id: 'bought-account-similar-name', title: 'Tài khoản tên gần giống Giám đốc',
    request: { text: 'Em ơi anh Khuê giám đốc Sở Xây dựng đây, chuyển giúp anh 20 triệu vào 0900000655 MB, chủ tài khoản LE TRONG KHE, anh đang họp.' },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['holder-resembles-official', 'request-money'], official: 'Lê Trọng Khuê' },
    why: 'The dispatch: "số tài khoản có họ tên tương tự cán bộ, lãnh đạo".',
  },
  {
    id: 'bought-account-red', title: 'Tài khoản trùng tên đã bị công bố',
    request: { text: 'Em ơi anh Khuê đây. Em chuyển giúp anh 48.000.000 đ vào STK 0800 0000 1846 Ngân hàng Mẫu, chủ TK LE TRONG KHUE. Chiều anh gửi lại. Việc tế nhị, đừng nói với ai.', claimedOfficial: 'Lê Trọng Khuê' },
    expect: { outcome: 'stop-evidence', reasons: ['identifier-red', 'holder-equals-official', 'request-money', 'secrecy'], official: 'Lê Trọng Khuê' },
    why: 'Published by two persons; the bank is not said in a way that we know, the number is enough.',
  },
  {
    id: 'hijacked-facebook-lend', title: 'Facebook thật của Phó Giám đốc Sở Y tế đã bị chiếm, nhắn mượn tiền',
    request: { text: 'Chị đang kẹt chút việc, em có sẵn 10 triệu không cho chị vay đến mai?', channel: { platform: 'facebook', value: 'https://www.facebook.com/ngat.sam.syt.mau?mibextid=abc' } },
    expect: { outcome: 'stop-evidence', reasons: ['channel-hijacked'], not: ['channel-genuine'], official: 'Sầm Thị Ngát' },
    why: 'A genuine channel in strange hands is worse than a fake one: everybody trusts it.',
  },
  {
    id: 'hijacked-zalo-small-talk', title: 'Zalo thật bị chiếm, mới chỉ chào hỏi',
    request: { text: 'Em ăn cơm chưa, dạo này công việc thế nào rồi?', channel: { platform: 'zalo', value: '0900 000 216' } },
    expect: { outcome: 'stop-evidence', reasons: ['channel-hijacked'], official: 'Vũ Thị Lam Thanh' },
    why: 'Small talk comes before the money; the hijack alone is evidence.',
  },
  {
    id: 'hijacked-zalo-known-by-phone', title: 'Số điện thoại của Zalo đang bị chiếm',
    request: { phone: '0900000216' },
    expect: { outcome: 'stop-evidence', reasons: ['channel-hijacked'], official: 'Vũ Thị Lam Thanh' },
    why: 'Zalo is bound to the phone: whoever asks by the number must hear of the hijack.',
  },
  {
    id: 'hijacked-other-channel-stays', title: 'Facebook của bà Thanh không bị chiếm, chỉ Zalo',
    request: { link: 'https://m.facebook.com/profile.php?id=900000000000216&mibextid=ZbWKwL' },
    expect: { outcome: 'genuine-channel', reasons: ['channel-genuine'], official: 'Vũ Thị Lam Thanh' },
    why: 'A hijack is of one channel; refusing her other one would be the other error.',
  },
  {
    id: 'fake-zalo-denied', title: 'Zalo “Khuê Lê SXD”: chính ông đã trả lời không phải mình',
    request: { text: 'Cô Vy à, tôi đang đi công tác không nghe được. Cô ứng giúp 20 triệu cho đoàn, tối tôi hoàn lại.', channel: { platform: 'zalo', value: '0900.000.601' } },
    expect: { outcome: 'stop-denied', reasons: ['official-denied', 'request-money'], official: 'Lê Trọng Khuê' },
    why: 'The real person answered no: one no serves everybody who asks later.',
  },
  {
    id: 'fake-zalo-unknown', title: 'Zalo mới lập xưng Chủ tịch xã',
    request: { text: 'Chào em, anh Lê Bá Nhẫn chủ tịch xã Đồng Lau đây, em chuyển giúp anh 12 triệu, anh họp không nghe máy được.', channel: { platform: 'zalo', value: '0900000656' } },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['channel-unregistered-for-official', 'request-money', 'avoids-call', 'identifier-unknown'], official: 'Lê Bá Nhẫn' },
    why: 'A fresh fake account: every list of known numbers says "no record" exactly here.',
  },
  {
    id: 'fake-zalo-red', title: 'Zalo giả đã công bố',
    request: { text: 'Anh Khuê đây, số mới của anh, em lưu lại nhé.', channel: { platform: 'zalo', value: 'https://zalo.me/0900000725' } },
    expect: { outcome: 'stop-evidence', reasons: ['identifier-red'] },
    why: 'Published red, whatever the words are.',
  },
  {
    id: 'fake-telegram-declared', title: 'Telegram “đầu tư cùng” mà Giám đốc đã khai là giả',
    request: { link: 'https://t.me/dautu_cung_khue_mau' },
    expect: { outcome: 'stop-evidence', reasons: ['identifier-declared-fake'], official: 'Lê Trọng Khuê' },
    why: 'His own declaration is evidence.',
  },
  {
    id: 'platform-only-none', title: 'Chỉ biết là nhắn qua Zalo, người thật không dùng Zalo',
    request: { text: 'Chào đồng chí, tôi là Thái Bá Cương, Giám đốc Sở Công Thương. Đồng chí mua giúp tôi 10 thẻ cào 500 nghìn.', channel: { platform: 'zalo' } },
    expect: { outcome: 'stop-evidence', reasons: ['platform-none', 'request-money'], official: 'Thái Bá Cương' },
    why: 'A screenshot has no address; the declared absence on the platform is enough.',
  },
  {
    id: 'money-no-channel', title: 'Chỉ dán tin mượn tiền, không rõ kênh',
    request: { text: 'Anh Hùng giám đốc sở đây, anh đang họp, em chuyển gấp 30 triệu vào 0123456789 MB NGUYEN VAN A, chiều anh trả' },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['request-money', 'urgency', 'promise-repay', 'claims-leader'], not: ['channel-genuine'], official: null },
    why: 'No director of that name in the register: nobody may be named, and nothing is known of the account.',
  },
  {
    id: 'dispatch-quoted', title: 'Nguyên văn công văn cảnh báo, chữ bị máy đọc hỏng',
    request: {
      text: `BỘ CÔNG AN
CÔNG AN TỈNH MẪU

Số: 731/CAT-PA05
V/v phòng ngừa tội phạm
trên môi trường mạng

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Mẫu, ngày 12 tháng 3 năm 2026

UBND PHƯỜNG BẾN MẦU

Số: 418

Ngày: 8/3

Chuyên:

- Thủ trưởng các sở, ban, ngành cấp tỉnh;

- Chủ tịch UBND các xã, phường, đặc khu.

Thời gian gần đây, trên địa bàn tỉnh xuất hiện các đối tượng lợi dụng mạng xã hội để lập mới hoặc chiếm quyền các tài khoản Facebook, zalo... của lãnh đạo (phần lớn là giám đốc các sở, chủ tịch các xã), lấy hình ảnh, thông tin của cán bộ rồi giả danh người đó để nhờ chuyển tiền, mượn tiền... Sau đó, đối tượng đề nghị chuyển vào số tài khoản đứng tên người khác hoặc số tài khoản có họ tên gần giống lãnh đạo được chúng mua trên mạng, nhằm chiếm đoạt tài sản (đã có vụ việc, lực lượng chức năng đang xác minh; các đối tượng dùng thiết bị đặt ở nước ngoài nên việc đấu tranh gặp khó khăn).

Vi vậy, Công an tỉnh Mẫu đề nghị thủ trưởng các đơn vị quán triệt thủ đoạn trên đến toàn thể cán bộ, công chức, viên chức để nâng cao cảnh giác, kịp thời tố giác tội phạm.

Khi phát hiện dấu hiệu nêu trên, đề nghị xác minh cụ thể và trao đổi với Công an tỉnh Mẫu (qua phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao).

Nơi nhận:

- Như trên (phối hợp thực hiện);
- Chủ tịch UBND tỉnh (để báo cáo);
- Đ/c Giám đốc (để báo cáo);
- Đ/c Lại Thế Vĩ-PGD (p/hợp chỉ đạo);
- Lưu: VT, PA05.

Trưng tá Đỗ Hữu Thạc`,
    },
    expect: { outcome: 'unverified', isQuiet: true, reasons: ['quoted-warning'], not: ['request-money', 'authority-pressure'] },
    why: 'The very paper that warns must not come out as fraud, or nobody will believe the next answer.',
  },
];
