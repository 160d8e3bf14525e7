import type { Scenario } from './scenario.ts';

/** What the register decides: genuine channels and their limits, namesakes, deputies, former channels, and names nobody bears. */
export const REGISTER_CASES: readonly Scenario[] = [
  {
    id: 'genuine-zalo-work', title: 'Zalo đã đăng ký, tin công việc',
    request: { text: 'Sáng mai 8 giờ họp giao ban, anh mang theo số liệu tháng 11 nhé.', channel: { platform: 'zalo', value: '0900 000 188' } },
    expect: { outcome: 'genuine-channel', reasons: ['channel-genuine', 'no-request'], official: 'Phùng Thị Nhã' },
    why: 'A registered, current channel: refusing it would teach people to ignore us.',
  },
  {
    id: 'genuine-zalo-money', title: 'Zalo đã đăng ký nhưng hỏi mượn tiền',
    request: { text: 'Em ơi chị Nhã đây, cho chị mượn 20 triệu đến chiều nhé, chị đang họp.', channel: { platform: 'zalo', value: 'zalo.me/0900000188' } },
    expect: { outcome: 'genuine-channel', reasons: ['channel-genuine', 'request-money'], official: 'Phùng Thị Nhã' },
    why: 'Still genuine, with the warning beside it: it may have been taken over within the hour.',
  },
  {
    id: 'genuine-phone', title: 'Số điện thoại đã đăng ký', request: { phone: '0900 000 115' },
    expect: { outcome: 'genuine-channel', reasons: ['channel-genuine'], official: 'Lê Trọng Khuê' }, why: 'The number of the register.',
  },
  {
    id: 'phone-spelled-84', title: 'Cùng số, viết +84', request: { phone: '+84 (900) 000-115' },
    expect: { outcome: 'genuine-channel', official: 'Lê Trọng Khuê' }, why: 'One number in all its spellings.',
  },
  {
    id: 'phone-spelled-dots', title: 'Cùng số, có dấu chấm và chữ O', request: { phone: 'SĐT: O900.000.115' },
    expect: { outcome: 'genuine-channel', official: 'Lê Trọng Khuê' }, why: 'Letters O for zeros are how numbers are copied from pictures.',
  },
  {
    id: 'phone-spelled-0084', title: 'Cùng số, viết 0084', request: { text: '0084900000115' },
    expect: { outcome: 'genuine-channel', official: 'Lê Trọng Khuê' }, why: 'Pasted alone into the box it is the number being asked about.',
  },
  {
    id: 'genuine-email', title: 'Thư điện tử công vụ đã đăng ký', request: { channel: { value: 'KhueLT@sxd.tinhmau.example' } },
    expect: { outcome: 'genuine-channel', official: 'Lê Trọng Khuê' }, why: 'Case does not matter in an address.',
  },
  {
    id: 'email-lookalike', title: 'Thư gần giống thư công vụ', request: { text: 'Gửi đồng chí tài liệu họp.', channel: { value: 'khuelt@sxd.tinhmau-vn.example' } },
    expect: { outcome: 'unverified', isQuiet: true, reasons: ['identifier-unknown'], official: null }, why: 'One label more is another address.',
  },
  {
    id: 'genuine-website', title: 'Trang của Sở đã đăng ký', request: { link: 'https://sxd.tinhmau.example/lanh-dao?utm_source=zalo' },
    expect: { outcome: 'genuine-channel', official: 'Lê Trọng Khuê' }, why: 'Tracking parameters do not make another page.',
  },
  {
    id: 'facebook-profile-id-mobile', title: 'Facebook dạng m.facebook.com/profile.php', request: { link: 'm.facebook.com/profile.php?id=900000000000188&__tn__=R' },
    expect: { outcome: 'genuine-channel', official: 'Phùng Thị Nhã' }, why: 'profile.php?id= in any host of Facebook is one account.',
  },
  {
    id: 'facebook-people-form', title: 'Facebook dạng /people/tên/số', request: { link: 'https://www.facebook.com/people/Ph%C3%B9ng-Nh%C3%A3/900000000000188/' },
    expect: { outcome: 'genuine-channel', official: 'Phùng Thị Nhã' }, why: 'The number counts, the name in the path is decoration.',
  },
  {
    id: 'facebook-people-wrong-number', title: 'Đúng tên trong đường dẫn, sai số', request: { link: 'https://www.facebook.com/people/Ph%C3%B9ng-Nh%C3%A3/900000000000189/' },
    expect: { outcome: 'unverified', reasons: ['identifier-unknown'], official: null }, why: 'The name in the path proves nothing.',
  },
  {
    id: 'facebook-dots-and-case', title: 'Tên Facebook viết hoa, bỏ dấu chấm', request: { link: 'fb.com/KhueBuiSxdMau' },
    expect: { outcome: 'genuine-channel', official: 'Bùi Đức Khuê' }, why: 'Facebook itself ignores dots and case.',
  },
  {
    id: 'messenger-of-registered-facebook', title: 'Messenger của Facebook đã đăng ký', request: { link: 'https://m.me/khue.bui.sxd.mau' },
    expect: { outcome: 'genuine-channel', official: 'Bùi Đức Khuê' }, why: 'Messenger and Facebook are one account.',
  },
  {
    id: 'zalo-other-than-phone', title: 'Zalo riêng khác số điện thoại', request: { channel: { platform: 'zalo', value: '0900 000 308' } },
    expect: { outcome: 'genuine-channel', official: 'Tạ Đình Phác' }, why: 'He has registered another number for Zalo.',
  },
  {
    id: 'zalo-on-phone-of-other-zalo', title: 'Zalo trên số điện thoại mà ông chỉ đăng ký gọi', request: { channel: { platform: 'zalo', value: '0900 000 108' } },
    expect: { outcome: 'unverified', reasons: ['identifier-unknown'], not: ['channel-genuine'] }, why: 'Only the call on this number is registered; a Zalo account on it is not.',
  },
  {
    id: 'number-only-mentioned', title: 'Số thật của Giám đốc nằm trong tin của kẻ lạ',
    request: { text: 'Anh Khuê giám đốc Sở Xây dựng đây, số chính của anh 0900 000 115 đang hỏng, em chuyển giúp anh 10 triệu vào 0900000657 ACB.' },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['request-money'], not: ['channel-genuine'], official: 'Lê Trọng Khuê' },
    why: 'A criminal can write the genuine number into his own message: it never comforts.',
  },
  {
    id: 'stated-channel-genuine', title: 'Tin tự nói là gửi từ Facebook thật',
    request: { text: 'Đây là trang chính thức của tôi https://www.facebook.com/profile.php?id=900000000000188, cần gì nhắn qua đó. Chuyển khoản lệ phí 500.000đ trước nhé.' },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['request-money'], not: ['channel-genuine'] },
    why: 'What the text says of itself is no proof of where it came from.',
  },
  {
    id: 'channel-of-another', title: 'Zalo thật của người này, tin xưng người khác',
    request: { text: 'Anh Lê Trọng Khuê, giám đốc Sở Xây dựng đây em.', channel: { platform: 'zalo', value: '0900 000 188' } },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['channel-of-other-official'], not: ['channel-genuine'] },
    why: 'A genuine channel of somebody else is not his.',
  },
  {
    id: 'two-channels-two-people', title: 'Hai kênh của hai người trong một tin', request: { phone: '0900 000 115', channel: { platform: 'zalo', value: '0900 000 188' } },
    expect: { outcome: 'unverified' }, why: 'One message cannot come from two people; neither may lend the other his green.',
  },
  {
    id: 'genuine-and-unknown-channel', title: 'Một kênh thật, một kênh lạ', request: { phone: '0900 000 115', link: 'facebook.com/nguoi.la.nao.do.mau' },
    expect: { outcome: 'unverified', reasons: ['identifier-unknown'] }, why: 'Every channel it came through must be genuine.',
  },
  {
    id: 'genuine-but-red-account', title: 'Kênh thật, tiền vào tài khoản đã công bố',
    request: { text: 'Em chuyển giúp chị 5 triệu vào 0900000710 MB.', channel: { platform: 'zalo', value: '0900 000 188' } },
    expect: { outcome: 'stop-evidence', reasons: ['identifier-red', 'channel-genuine'] }, why: 'Published evidence outranks any channel.',
  },
  {
    id: 'facebook-shows-real-phone', title: 'Trang Facebook lạ ghi số điện thoại thật của Phó Chủ tịch',
    request: { text: 'Em chuyển gấp giúp anh 30 triệu nhé.', channel: { platform: 'facebook', value: '0900 000 108' } },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['channel-other-platform', 'request-money'], not: ['channel-genuine'], official: 'Tạ Đình Phác' }, why: 'Anybody can write a registered number into his profile.',
  },
  {
    id: 'no-facebook-shows-real-phone', title: 'Facebook của người không dùng Facebook, ghi số thật',
    request: { text: 'Anh là Lê Trọng Khuê, em chuyển gấp giúp anh 30 triệu.', phone: '0900 000 115', channel: { platform: 'messenger' } },
    expect: { outcome: 'stop-evidence', reasons: ['platform-none'], not: ['channel-genuine'], official: 'Lê Trọng Khuê' }, why: 'He has declared to have no Facebook; his real number on it changes nothing.',
  },
  {
    id: 'zalo-by-phone-field', title: 'Chọn Zalo, ghi số vào ô điện thoại', request: { phone: '0900 000 188', channel: { platform: 'zalo' } },
    expect: { outcome: 'genuine-channel', reasons: ['channel-genuine'] }, why: 'A Zalo account is named by its phone.',
  },
  {
    id: 'name-alone', title: 'Chỉ ghi tên một cán bộ', request: { claimedOfficial: 'Lê Trọng Khuê' },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['nothing-to-compare'], official: 'Lê Trọng Khuê' }, why: 'No answer is left without a reason.',
  },
  {
    id: 'expired-confirmation', title: 'Zalo đã đăng ký nhưng quá hạn xác nhận', request: { channel: { platform: 'zalo', value: '0900 000 132' } },
    expect: { outcome: 'unverified', reasons: ['channel-expired'], not: ['channel-genuine'], official: 'Văn Đình Triệu' }, why: 'Numbers change hands; a year without confirmation is not green.',
  },
  {
    id: 'retired-zalo-money', title: 'Zalo cũ của Giám đốc Sở Tài chính xin tiền',
    request: { text: 'Anh Bân đây, em ứng giúp anh 8 triệu tiếp khách, mai anh gửi.', channel: { platform: 'zalo', value: '0900 000 321' } },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['channel-retired', 'request-money'], not: ['channel-genuine'], official: 'Hoàng Ngọc Bân' }, why: 'He has given the number back; somebody else has it now.',
  },
  {
    id: 'retired-facebook', title: 'Facebook cũ của bà Nhã', request: { link: 'facebook.com/nha.phung.cu.mau' },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['channel-retired'], official: 'Phùng Thị Nhã' }, why: 'Retired is not current, and not evidence either.',
  },
  {
    id: 'namesakes-open', title: 'Hai người trùng tên, không nói đơn vị',
    request: { text: 'Anh Nguyễn Văn Thạo đây, em cho anh mượn 5 triệu nhé.' },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['official-namesakes', 'request-money'], official: null }, why: 'Naming either of them would be a guess about a living person.',
  },
  {
    id: 'namesakes-settled-by-unit', title: 'Trùng tên, có nói đơn vị',
    request: { claimedOfficial: 'Nguyễn Văn Thạo, Chủ tịch UBND phường Chợ Mới', text: 'Cho tôi xin số tài khoản của chị.' },
    expect: { outcome: 'unverified', not: ['official-namesakes'], official: 'Nguyễn Văn Thạo' }, why: 'Unit and position settle it.',
  },
  {
    id: 'namesakes-settled-by-channel', title: 'Trùng tên, kênh thật của một người', request: { claimedOfficial: 'Nguyễn Văn Thạo', channel: { platform: 'zalo', value: '0900 000 191' } },
    expect: { outcome: 'genuine-channel', reasons: ['channel-genuine'], not: ['official-namesakes'], official: 'Nguyễn Văn Thạo' }, why: 'The owner\'s own channel says which of them it is.',
  },
  {
    id: 'namesakes-same-post', title: 'Hai Chủ tịch xã trùng tên', request: { claimedOfficial: 'Hoàng Văn Bảy, Chủ tịch UBND xã' },
    expect: { outcome: 'unverified', reasons: ['official-namesakes'], official: null }, why: 'Same name, same post, two communes: still open.',
  },
  {
    id: 'namesakes-by-marks', title: 'Viết không dấu: Hoa hay Hòa', request: { claimedOfficial: 'Bui Thi Hoa' },
    expect: { outcome: 'unverified', reasons: ['official-namesakes'], official: null }, why: 'Without marks two people have one name.',
  },
  {
    id: 'deputy-not-director', title: 'Phó Giám đốc Khuê không phải Giám đốc Khuê',
    request: { text: 'Anh Khuê phó giám đốc Sở Xây dựng đây, em chuyển giúp anh 7 triệu nhé.', channel: { platform: 'facebook', value: 'facebook.com/khue.moi.2026.mau' } },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['channel-unregistered-for-official', 'request-money'], not: ['platform-none'], official: 'Bùi Đức Khuê' }, why: 'The director has no Facebook, the deputy has: confusing them would accuse wrongly.',
  },
  {
    id: 'namesakes-settled-by-marks', title: 'Viết đủ dấu thì biết là bà Hòa', request: { claimedOfficial: 'Bùi Thị Hòa' },
    expect: { outcome: 'unverified', not: ['official-namesakes'], official: 'Bùi Thị Hòa' }, why: 'Full marks tell Hòa from Hoa.',
  },
  {
    id: 'shortened-name', title: 'Facebook tên rút gọn “Phùng Nhã”', request: { text: 'Em cho chị mượn 15 triệu, 5 giờ chiều chị gửi lại nhé.', claimedOfficial: 'Phùng Nhã', channel: { platform: 'facebook', value: 'facebook.com/phungnha.2026.mau' } },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['request-money'], not: ['official-unknown'], official: 'Phùng Thị Nhã' }, why: 'Nobody writes his whole name on Facebook; the person to ask must still be found.',
  },
  {
    id: 'shortened-name-convicts-nobody', title: 'Tên rút gọn, nền tảng người thật không dùng', request: { claimedOfficial: 'Lê Khuê', channel: { platform: 'facebook' } },
    expect: { outcome: 'unverified', not: ['platform-none'] }, why: 'Another Lê Khuê may well have a Facebook account.',
  },
  {
    id: 'post-and-given-name', title: 'Ghi “ông Khuê, GĐ sở XD”', request: { claimedOfficial: 'ông Khuê, GĐ sở XD', channel: { platform: 'telegram' } },
    expect: { outcome: 'stop-evidence', reasons: ['platform-none'], official: 'Lê Trọng Khuê' }, why: 'This is how people say who it claims to be.',
  },
  {
    id: 'post-alone', title: 'Chỉ ghi chức vụ', request: { claimedOfficial: 'Giám đốc Sở Xây dựng', channel: { platform: 'zalo', value: '0900 000 188' } },
    expect: { outcome: 'unverified', not: ['channel-genuine'], official: null }, why: 'Names must not be had by going through the posts; and another\'s genuine channel is not the director\'s.',
  },
  {
    id: 'unknown-official-claimed', title: 'Xưng một người không có trong danh bạ', request: { claimedOfficial: 'Trần Đại Vô Danh, Giám đốc Sở Xây dựng', channel: { platform: 'zalo', value: '0900 000 658' } },
    expect: { outcome: 'unverified', reasons: ['official-unknown'], official: null }, why: 'Not in the register: said, because it is itself a sign.',
  },
  {
    id: 'former-official-claimed', title: 'Xưng Giám đốc sở đã sáp nhập', request: { claimedOfficial: 'Lê Đình Khảm, Giám đốc Sở Giao thông vận tải' },
    expect: { outcome: 'unverified', reasons: ['official-unknown'], official: null }, why: 'He is no longer in office and the department no longer exists.',
  },
  {
    id: 'unknown-claim-on-genuine-channel', title: 'Kênh thật, nhưng người hỏi nghĩ là người khác', request: { claimedOfficial: 'Trần Đại Vô Danh', channel: { platform: 'zalo', value: '0900 000 188' } },
    expect: { outcome: 'unverified', reasons: ['official-unknown', 'channel-of-other-official'], not: ['channel-genuine'] }, why: 'Green would say that the unknown person is genuine.',
  },
  {
    id: 'mentioned-not-claimed', title: 'Chỉ nhắc tên Giám đốc, gửi qua Facebook',
    request: { text: 'Mai họp với anh Lê Trọng Khuê lúc 8h, nhớ mang hồ sơ nhé em.', channel: { platform: 'facebook', value: 'facebook.com/ban.dong.nghiep.mau' } },
    expect: { outcome: 'unverified', isQuiet: true, not: ['platform-none', 'request-money'] }, why: 'A colleague who names the director does not claim to be him.',
  },
  {
    id: 'minority-name', title: 'Tên dân tộc có dấu nháy, viết thường không dấu', request: { claimedOfficial: "h'nhien nie", channel: { platform: 'zalo', value: '0900 000 165' } },
    expect: { outcome: 'genuine-channel', official: 'H\'Nhiên Niê' }, why: 'Names of every people of the province are read.',
  },
  {
    id: 'declared-fake-phone', title: 'Số đã được khai là giả', request: { phone: '0900 000 608' },
    expect: { outcome: 'stop-evidence', reasons: ['identifier-declared-fake'], official: 'Tạ Đình Phác' }, why: 'He has said that this number imitates him.',
  },
  {
    id: 'declared-fake-account-without-bank', title: 'Tài khoản đã khai là giả, người hỏi không nhớ ngân hàng', request: { account: { number: '0900 000 607' } },
    expect: { outcome: 'stop-evidence', reasons: ['identifier-declared-fake'], official: 'Nguyễn Văn Thạo' }, why: 'People often do not know the bank; the number is found at any bank, as with published ones.',
  },
  {
    id: 'denied-and-red', title: 'Người thật nói không, lại thêm tài khoản đỏ',
    request: { text: 'Chuyển vào 0900000710 MB giúp tôi 3 triệu.', channel: { platform: 'zalo', value: '0900 000 602' } },
    expect: { outcome: 'stop-evidence', reasons: ['identifier-red', 'official-denied'] }, why: 'Evidence outranks denial; both are said.',
  },
  {
    id: 'denied-facebook', title: 'Facebook mà Giám đốc Sở Giáo dục nói không phải mình', request: { link: 'https://facebook.com/tuvan.sogiaoduc.mau' },
    expect: { outcome: 'stop-denied', reasons: ['official-denied'], official: 'Phạm Thị Từ Vân' }, why: 'Her answer stands for everybody.',
  },
];
