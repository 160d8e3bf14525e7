import { writeVietQr } from '#engine/identifiers/index.ts';
import type { Scenario } from './scenario.ts';

const MB = '970422';
const VCB = '970436';
const GOOD_QR = writeVietQr({ bin: VCB, account: '0900000660', amount: 5_000_000, purpose: 'cho muon' });
const RED_QR = writeVietQr({ bin: MB, account: '0900000710' });

/** Accounts, phones, links and QR payloads: red, reported, unknown, and the spellings that mislead. */
export const IDENTIFIER_CASES: readonly Scenario[] = [
  {
    id: 'account-red-with-bank', title: 'Tài khoản đỏ, đúng ngân hàng', request: { account: { number: '0900 000 710', bank: 'ngân hàng quân đội' } },
    expect: { outcome: 'stop-evidence', reasons: ['identifier-red'] }, why: 'Published.',
  },
  {
    id: 'account-red-without-bank', title: 'Tài khoản đỏ, không nói ngân hàng', request: { account: { number: '0900000710' } },
    expect: { outcome: 'stop-evidence', reasons: ['identifier-red'] }, why: 'The number alone finds it at any bank.',
  },
  {
    id: 'account-red-wrong-bank', title: 'Cùng số ở ngân hàng khác', request: { account: { number: '0900000710', bank: 'VCB' } },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['identifier-unknown'], not: ['identifier-red'] }, why: 'The same number at another bank is another person\'s account.',
  },
  {
    id: 'account-reported-other-bank-red', title: 'Số đỏ ở MB, mới có người báo ở VIB', request: { account: { number: '0900000703', bank: 'vib' } },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['identifier-reported'], not: ['identifier-red'] }, why: 'Reported never stops by itself, and the other bank\'s red is not his.',
  },
  {
    id: 'account-with-harmless-text', title: 'Tin chỉ chào hỏi, nhưng người hỏi đưa kèm số tài khoản', request: { text: 'Chào em, dạo này khỏe không?', account: { number: '0900000673', bank: 'SHB' } },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['identifier-unknown'] }, why: 'Whoever hands in an account is about to pay.',
  },
  {
    id: 'account-bare-ten-digits', title: 'Chỉ dán 10 chữ số', request: { text: '0900000710' },
    expect: { outcome: 'stop-evidence', reasons: ['identifier-red'] }, why: 'Phone or account: both readings are asked until context decides.',
  },
  {
    id: 'account-red-in-text-typed-badly', title: 'Số tài khoản bị gõ chữ o và khoảng trắng',
    request: { text: 'ck vao tk O900 000 71O mb nhe e, 20tr' },
    expect: { outcome: 'stop-evidence', reasons: ['identifier-red'] }, why: 'Numbers copied from a picture have letters for zeros.',
  },
  {
    id: 'account-unreadable', title: 'Số tài khoản không phải số', request: { account: { number: 'chưa có số' } },
    expect: { error: 'check.unreadable', field: 'account/number' }, why: 'Said at the field, not answered with "unknown".',
  },
  {
    id: 'bank-unreadable', title: 'Ngân hàng không có thật', request: { account: { number: '0900000710', bank: 'Ngân hàng Trên Mây' } },
    expect: { error: 'check.unreadable', field: 'account/bank' }, why: 'A bank that we do not know must not silently become "any bank".',
  },
  {
    id: 'wallet-red', title: 'Ví điện tử đã công bố', request: { account: { number: '0900000705', bank: 'momo' } },
    expect: { outcome: 'stop-evidence', reasons: ['identifier-red'] }, why: 'Wallets are accounts.',
  },
  {
    id: 'phone-red', title: 'Số gọi đến đã công bố', request: { phone: '+84900000720' },
    expect: { outcome: 'stop-evidence', reasons: ['identifier-red'], official: null }, why: 'Published.',
  },
  {
    id: 'phone-foreign-red', title: 'Số nước ngoài đã công bố', request: { phone: '00855 10 000 0724' },
    expect: { outcome: 'stop-evidence', reasons: ['identifier-red'] }, why: 'The dispatch: their devices are abroad.',
  },
  {
    id: 'phone-reported', title: 'Số có người báo, chưa xác minh', request: { phone: '0900000820' },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['identifier-reported'] }, why: 'A report is not evidence; it is said and never quiet.',
  },
  {
    id: 'phone-unknown', title: 'Số chưa ai biết', request: { phone: '0900000699' },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['identifier-unknown'], official: null }, why: 'Absence of knowledge is never green, and without the message nobody can say that nothing was asked.',
  },
  {
    id: 'app-file', title: 'Đường liên kết tải ứng dụng', request: { text: 'Cập nhật VNeID mức 2 tại https://tai-ung-dung-mau.example/vneid.apk' },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['link-app-download'] }, why: 'An installation file from a message is how phones are taken over.',
  },
  {
    id: 'zalo-of-red-phone', title: 'Zalo của số điện thoại đã công bố', request: { channel: { platform: 'zalo', value: '0900 000 721' } },
    expect: { outcome: 'stop-evidence', reasons: ['identifier-red'] }, why: 'A Zalo account is bound to its phone.',
  },
  {
    id: 'red-number-mentioned', title: 'Số đỏ chỉ được nhắc trong tin', request: { text: 'Có gì anh gọi vào số 0900 000 720 gặp anh Dũng nhé.' },
    expect: { outcome: 'stop-evidence', reasons: ['identifier-red'] }, why: 'Whoever calls a published number is in danger, whatever its place in the text.',
  },
  {
    id: 'link-red', title: 'Đường liên kết đã công bố', request: { link: 'HTTPS://DICHVUCONG-MAU.example/dang-nhap?utm_source=sms' },
    expect: { outcome: 'stop-evidence', reasons: ['identifier-red'] }, why: 'One page in all its spellings.',
  },
  {
    id: 'link-lookalike-gov', title: 'Nhái Cổng Dịch vụ công', request: { text: 'Ho so cua ong/ba bi thieu, vao https://dichvucong.gov.vn.hoso-mau.example cap nhat ngay, nhap ma OTP' },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['link-lookalike', 'request-credentials'] }, why: 'The state\'s ending anywhere but at the end.',
  },
  {
    id: 'link-lookalike-bank', title: 'Nhái tên ngân hàng bằng chữ rn', request: { link: 'https://vietcornbank.example/khoi-phuc' },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['link-lookalike'] }, why: 'rn is drawn like m.',
  },
  {
    id: 'link-punycode', title: 'Tên miền có chữ Cyrillic', request: { link: 'https://xn--vitcombank-lsi.example/' },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['link-suspicious'] }, why: 'Encoded letters hide what it imitates.',
  },
  {
    id: 'link-ip', title: 'Đường liên kết là địa chỉ IP', request: { link: 'http://192.0.2.44/tai-ve/sohop.apk' },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['link-suspicious'] }, why: 'No office gives out bare addresses.',
  },
  {
    id: 'link-shortener', title: 'Liên kết rút gọn', request: { text: 'Xem danh sách được thưởng tại bit.ly/mau-000000' },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['link-shortener'] }, why: 'Where it leads is hidden, and we resolve nothing over the network.',
  },
  {
    id: 'link-genuine-gov', title: 'Trang thật của nhà nước', request: { text: 'Tra cứu hồ sơ tại https://dichvucong.gov.vn nhé bà con.' },
    expect: { outcome: 'unverified', isQuiet: true, not: ['link-lookalike', 'link-suspicious'] }, why: 'The genuine portal must not be flagged.',
  },
  {
    id: 'holder-only', title: 'Chỉ có tên chủ tài khoản trùng một cán bộ', request: { account: { number: '0900000661', bank: 'MB' }, holderName: 'LE TRONG KHUE' },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['holder-equals-official'], official: 'Lê Trọng Khuê' }, why: 'Nobody was claimed, the bank shows an official\'s name: the very trick of the dispatch.',
  },
  {
    id: 'holder-of-nobody', title: 'Tên chủ tài khoản không trùng ai', request: { account: { number: '0900000662', bank: 'MB' }, holderName: 'TRAN DAI VO DANH' },
    expect: { outcome: 'unverified', not: ['holder-equals-official', 'holder-differs'], official: null }, why: 'Nobody to compare with: no judgement of the name.',
  },
  {
    id: 'holder-company', title: 'Chủ tài khoản là công ty, tin xưng Giám đốc',
    request: { text: 'Anh Lê Trọng Khuê đây, chuyển giúp anh tiền cọc vào tài khoản này, 0900000663 BIDV.', holderName: 'CONG TY TNHH LE TRONG KHUE' },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['holder-differs'], not: ['holder-equals-official'] }, why: 'A company is not the person.',
  },
  {
    id: 'qr-good-unknown', title: 'Mã QR đọc được, tài khoản chưa biết', request: { qr: GOOD_QR },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['identifier-unknown', 'qr-holder-unknown'], not: ['qr-bad-checksum'] }, why: 'A QR code carries no holder name: say so.',
  },
  {
    id: 'qr-good-red', title: 'Mã QR của tài khoản đã công bố', request: { qr: RED_QR },
    expect: { outcome: 'stop-evidence', reasons: ['identifier-red'] }, why: 'The account inside is published.',
  },
  {
    id: 'qr-pasted-in-box', title: 'Dán chuỗi QR vào ô chữ', request: { text: RED_QR },
    expect: { outcome: 'stop-evidence', reasons: ['identifier-red'] }, why: 'One box, anything in it.',
  },
  {
    id: 'qr-bad-checksum', title: 'Mã QR sai mã kiểm', request: { qr: `${GOOD_QR.slice(0, -4)}0000` },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['qr-bad-checksum'] }, why: 'Damaged or doctored: said beside what is known of the account.',
  },
  {
    id: 'qr-bad-checksum-in-box', title: 'Dán vào ô chữ mã QR đỏ bị sửa mã kiểm', request: { text: `${RED_QR.slice(0, -4)}0000` },
    expect: { outcome: 'stop-evidence', reasons: ['identifier-red', 'qr-bad-checksum'] }, why: 'Some bank apps do not mind a wrong checksum, so the account inside is looked up even so.',
  },
  {
    id: 'qr-with-holder', title: 'Mã QR và tên ngân hàng hiện ra', request: { qr: GOOD_QR, holderName: 'PHUNG THI NHA', claimedOfficial: 'Phùng Thị Nhã' },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['holder-equals-official'], not: ['qr-holder-unknown'], official: 'Phùng Thị Nhã' }, why: 'The name that the bank app shows belongs to the QR.',
  },
  {
    id: 'qr-not-payment', title: 'Mã QR không phải chuyển tiền', request: { qr: 'WIFI:S:SoXayDung;T:WPA;P:matkhau;;' },
    expect: { error: 'check.unreadable', field: 'qr' }, why: 'Said at the field.',
  },
  {
    id: 'account-red-at-another-bank', title: 'Số đỏ ở MB, ghi nhầm thành ngân hàng khác', request: { account: { number: '0900000710', bank: 'Vietcombank' } },
    expect: { outcome: 'unverified', isQuiet: false, reasons: ['account-red-elsewhere'] }, why: 'The bank is often misread or written wrong on purpose; the number alone is no proof, but silence would be comfort.',
  },
];
