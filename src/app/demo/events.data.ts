import type { DemoChannelEvent, DemoStatement } from './shapes.ts';

/** What happened to genuine channels. Former numbers are of the block 0900 000 3xx. */
export const CHANNEL_EVENTS: readonly DemoChannelEvent[] = [
  { official: 'CB060', platform: 'facebook', value: 'facebook.com/ngat.sam.syt.mau', kind: 'hijacked', at: '2026-11-20T21:15:00+07:00', reason: 'Bà Ngát mất quyền đăng nhập, bạn bè nhận tin vay tiền' },
  { official: 'CB116', platform: 'zalo', value: '0900 000 216', kind: 'hijacked', at: '2026-11-22T06:40:00+07:00', reason: 'Zalo của bà Thanh bị đăng nhập ở máy lạ sau khi bấm đường liên kết bình chọn' },
  { official: 'CB102', platform: 'facebook', value: 'facebook.com/lua.dang.songlua.mau', kind: 'hijacked', at: '2026-10-30T08:05:00+07:00', reason: 'Trang bị đổi ảnh, đổi thư khôi phục' },
  { official: 'CB014', platform: 'facebook', value: 'facebook.com/khoi.doan.td.mau', kind: 'hijacked', at: '2026-09-12T19:30:00+07:00', reason: 'Kẻ xấu dùng trang để mời góp quỹ' },
  { official: 'CB020', platform: 'facebook', value: 'https://www.facebook.com/profile.php?id=900000000000120', kind: 'hijacked', at: '2026-11-02T13:20:00+07:00', reason: 'Ông Đoái báo không vào được trang' },
  { official: 'CB049', platform: 'facebook', value: 'facebook.com/to.doan.ttcds.mau', kind: 'hijacked', at: '2026-11-15T10:00:00+07:00', reason: 'Trang gửi đường liên kết lạ cho đồng nghiệp' },

  { official: 'CB021', platform: 'zalo', value: '0900 000 321', kind: 'retired', at: '2026-03-02T09:00:00+07:00', reason: 'Đổi số điện thoại', confirmedAt: '2025-05-06' },
  { official: 'CB088', platform: 'facebook', value: 'facebook.com/nha.phung.cu.mau', kind: 'retired', at: '2026-08-01T09:00:00+07:00', reason: 'Lập trang mới sau khi nhận nhiệm vụ ở phường', confirmedAt: '2025-07-10' },
  { official: 'CB054', platform: 'phone', value: '0900 000 354', kind: 'retired', at: '2026-01-15T09:00:00+07:00', reason: 'Trả số cho nhà mạng', confirmedAt: '2025-03-20' },
  { official: 'CB007', platform: 'zalo', value: '0900 000 307', kind: 'retired', at: '2025-12-20T09:00:00+07:00', reason: 'Bàn giao số công vụ cho người kế nhiệm ở đơn vị cũ', confirmedAt: '2025-07-02' },
  { official: 'CB059', platform: 'facebook', value: 'facebook.com/bacsi.buu.mau', kind: 'retired', at: '2026-05-09T09:00:00+07:00', reason: 'Không dùng trang này nữa', confirmedAt: '2025-04-01' },
];

/** What officials have said of identifiers that are not theirs. Numbers of the block 0900 000 60x. */
export const STATEMENTS: readonly DemoStatement[] = [
  { official: 'CB015', kind: 'declared-fake', value: 't.me/dautu_cung_khue_mau', at: '2026-11-21T08:30:00+07:00' },
  { official: 'CB088', kind: 'declared-fake', value: 'facebook.com/nha.phung.moi.mau', at: '2026-11-18T16:10:00+07:00' },
  { official: 'CB009', kind: 'declared-fake', value: 'https://www.facebook.com/profile.php?id=900000000000909', at: '2026-10-05T09:00:00+07:00' },
  { official: 'CB059', kind: 'declared-fake', value: 'zalo.me/0900000609', at: '2026-11-11T11:11:00+07:00' },
  { official: 'CB008', kind: 'declared-fake', value: '0900 000 608', at: '2026-11-09T14:00:00+07:00' },
  { official: 'CB023', kind: 'declared-fake', value: 'MB:0900000607', at: '2026-11-16T07:45:00+07:00' },
  { official: 'CB072', kind: 'declared-fake', value: 'https://congan-tinhmau.example/nop-phat', at: '2026-09-28T10:20:00+07:00' },
  { official: 'CB154', kind: 'declared-fake', value: 'tiktok.com/@hoamau.tuyendung', at: '2026-08-19T15:00:00+07:00' },

  { official: 'CB015', kind: 'denied', value: 'zalo.me/0900000601', at: '2026-11-23T14:34:00+07:00' },
  { official: 'CB021', kind: 'denied', value: 'zalo.me/0900000602', at: '2026-11-23T09:12:00+07:00' },
  { official: 'CB007', kind: 'denied', value: '0900 000 603', at: '2026-11-19T17:05:00+07:00' },
  { official: 'CB054', kind: 'denied', value: 'facebook.com/tuvan.sogiaoduc.mau', at: '2026-11-22T20:18:00+07:00' },
  { official: 'CB110', kind: 'denied', value: 't.me/mo_doithong_mau', at: '2026-11-17T12:00:00+07:00' },
  { official: 'CB191', kind: 'denied', value: 'hanhchinhcong.mau@mail.example', at: '2026-11-12T08:00:00+07:00' },
];
