/**
 * The second author's register of invented people: its own token lists, its own shares, its own seed.
 * Published surname shares (Lê Trung Hoa 2005, the DKL01 sample) shape the Kinh part; 6 % carry names of other peoples of Vietnam,
 * because a matcher that knows only three-syllable Kinh names fails exactly in the mountain communes.
 */
export interface Person { readonly ref: string; readonly name: string; readonly position: string; readonly unit: string }
export type Dice = () => number;

/** mulberry32: small, seedable, good enough to draw names. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick<T>(roll: Dice, list: readonly T[]): T {
  const item = list[Math.floor(roll() * list.length)];
  if (item === undefined) throw new Error('an empty list was drawn from');
  return item;
}

/** The first of a list is the most frequent: share of rank r falls with r^-0.7, as given names do. */
export function pickRanked(roll: Dice, list: readonly string[]): string {
  const weights = weightsOf(list);
  let rest = roll() * (weights.at(-1) ?? 0);
  let low = 0, high = weights.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((weights[middle] ?? 0) < rest) low = middle + 1; else high = middle;
  }
  rest = low;
  return list[rest] ?? '';
}
const ranked = new Map<readonly string[], number[]>();
function weightsOf(list: readonly string[]): number[] {
  const known = ranked.get(list);
  if (known !== undefined) return known;
  let sum = 0;
  const made = list.map((_, rank) => (sum += (rank + 1) ** -0.7));
  ranked.set(list, made);
  return made;
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);
const SURNAMES: readonly (readonly [string, number])[] = [
  ['Nguyễn', 33], ['Trần', 10.8], ['Lê', 8.9], ['Phạm', 6.2], ['Hoàng', 3.4], ['Huỳnh', 1.8], ['Phan', 4], ['Vũ', 2], ['Võ', 2.4], ['Đặng', 2.1], ['Bùi', 2.2], ['Đỗ', 1.5],
  ['Hồ', 2.4], ['Ngô', 1.3], ['Dương', 1.1], ['Lý', 0.5], ['Trương', 1.4], ['Đinh', 0.9], ['Lâm', 0.6], ['Mai', 0.6], ['Cao', 0.6], ['Trịnh', 0.6], ['Đào', 0.6], ['Đoàn', 0.6],
  ['Lương', 0.5], ['Hà', 0.6], ['Thái', 0.4], ['Tạ', 0.3], ['Phùng', 0.3], ['Châu', 0.3], ['Quách', 0.2], ['Tô', 0.3], ['Từ', 0.1], ['Văn', 0.2], ['Tăng', 0.1], ['Kiều', 0.2],
  ['Nghiêm', 0.1], ['Thân', 0.1], ['Lưu', 0.4], ['Vương', 0.3], ['Chu', 0.3], ['Triệu', 0.2], ['La', 0.2], ['Tống', 0.2], ['Bạch', 0.1], ['Giang', 0.1], ['Khổng', 0.1], ['Ông', 0.03],
  ['Tôn Thất', 0.08], ['Tôn Nữ', 0.05], ['Nguyễn Phúc', 0.1], ['Nguyễn Đình', 0.3], ['Lê Trần', 0.05],
];
const GIVEN_MAN = words(`Hùng Dũng Tuấn Minh Thành Hải Sơn Long Cường Bình Nam Quang Hiếu Trung Tùng Thắng Đức Anh Hoàng Phong Khoa Huy Việt Phúc Tâm Tiến Lâm Vinh Khánh Duy Toàn Kiên Quân Lộc Tài Hòa
  Thịnh Nghĩa Đạt An Hưng Dương Giang Chiến Hậu Thuận Trường Linh Phát Kỳ Lợi Công Nhân Bảo Phương Luân Quý Định Vũ Sang Thái Đông Tân Trí Thông Chung Cảnh Danh Thiện Lực Hào Đăng Triều Sinh Tính Bách Nhật Hợp Khang
  Ngọc Hiệp Chính Tú Vương Mạnh Thạch Ninh Hiển Đại Thế Oai Sĩ Khải Lương Viễn Tường Diệu Cẩn Đôn Thuyết Vịnh Hạnh Tấn Khôi Thống Lãm Nguyên Bằng Thức Biên Chương Du Hoan Hoạt Khiêm Ngạn Nhuận Phùng Quyền Soạn Thảo Uy Xuyên`);
const GIVEN_WOMAN = words(`Hương Lan Hoa Hà Thủy Mai Hạnh Trang Linh Nga Hiền Phương Thu Thảo Yến Anh Ngọc Hằng Nhung Vân Loan Oanh Tuyết Huệ Liên Thanh Dung Lý Hồng Nguyệt Xuân Bích Tâm Chi Ngân My Vy Quỳnh Hòa Lệ Diễm Trinh Đào Cúc Thơm Thúy
  Trâm Uyên Nhi Như Ánh Phượng Thoa Duyên Huyền Kim Sương Giang Hậu Thắm Lài Thuận Tươi Bình Mỹ Nhàn Hảo Gấm Diệp Khuê San Quyên Thi Ty Vinh Na Nụ Lành Xoan Hợi Thìn Tý Sen Mận Hiếu Thùy Trúc Thư Tiên Châu Hải Minh Thương Vui Bưởi Lựu Mơ Sáu Bảy`);
const MIDDLE_MAN = words(`Văn Đức Xuân Quang Minh Hữu Ngọc Thanh Quốc Đình Anh Công Thế Trọng Duy Hoàng Mạnh Tuấn Trung Bá Viết Hồng Thành Phước Như Gia Việt Tiến Đăng Nhật Trường Chí Huy Sỹ Khắc Tấn Hải Vĩnh Cao Bảo Phú Thái Nam Danh Kim
  Doãn Phi Hùng Lương Đại Nguyên Thiện Phúc Hoài Tùng Cảnh Nhân Đắc Đông Kiến Cẩm Lâm Ích Thuận Tử Quý Trí Triệu Tất Năng Dương Tri Kỳ Hà Tôn Khánh Bình Long Phương Thiên Khôi Lê Trần`);
const MIDDLE_WOMAN = words(`Thị Ngọc Thanh Thu Kim Bích Hồng Thúy Phương Mỹ Minh Thùy Diệu Quỳnh Lan Xuân Hoài Mai Tuyết Hải Ánh Cẩm Như Khánh Hà Bảo Tường Vân Anh Kiều Huyền Yến Diễm Tố Hương Trúc Nhật Lệ Ái Thảo Châu Tú Hạnh Linh Nguyệt Uyên Trà Đan Gia Thiên An Quế Thục Mộng`);
const OTHER_PEOPLES: readonly ((roll: Dice) => string)[] = [
  (roll) => `Hồ ${pick(roll, ['Văn', 'Thị', 'A', 'Xuân'])} ${pick(roll, words('Lang Pờ Chăn Ngời Thơi Vênh Xa Mơ Lăng Tuồi Phường Nam Thiêng Cốc Xoa Hạ Đức Nghĩa Lệ Cươi Pức'))}`,
  (roll) => `${pick(roll, words('Giàng Vàng Sùng Thào Lý Vừ Mùa Hạng Cứ'))} ${pick(roll, ['A', 'Thị', 'Mí', 'Seo'])} ${pick(roll, words('Páo Dơ Chứ Súa Lử Chinh Sính Vàng Pó Dế Mỷ Cáng Tủa Phừ'))}`,
  (roll) => `${pick(roll, words('Lò Quàng Cầm Hà Lường Tòng Cà Bạc'))} ${pick(roll, ['Văn', 'Thị', 'Minh', 'Ngọc'])} ${pick(roll, words('Ín Pâng Hặc Thoan Inh Thương Phong Panh Ương Ngoan Hoan Chung'))}`,
  (roll) => `${pick(roll, words('Nông Hoàng Bế Ma Lương Vi Triệu Đàm Chu'))} ${pick(roll, words('Văn Thị Ích Quốc Thế Đức'))} ${pick(roll, words('Dìn Thoát Tặng Viên Mỹ Hào Dần Sằm Pảo Lèng Chài Luyện Chiêm'))}`,
  (roll) => `${pick(roll, ['Y', 'H\''])} ${pick(roll, words('Moan Hen Biêr Blim Ngõ Kim Thương Vân Nguyên Sơn Dem Luik'))} ${pick(roll, words('Niê Êban Mlô Kpă Byă Adrơng Ktla Ayun'))}`.replace('\' ', '\''),
  (roll) => `${pick(roll, words('Ksor Rơ Siu Rmah Nay Kpă Rah'))} ${pick(roll, words('Phước Krơn Hlim Thuyên Jao Blơi Hà Tuyn Nham Lâm'))}`,
  (roll) => `${pick(roll, words('Thạch Sơn Kim Danh Lâm Châu Trà'))} ${pick(roll, words('Thị Sa Ngọc Văn Minh'))} ${pick(roll, words('Rinh Phal Som Sóc Thươne Riết Hương Đa Suôl Khêm Rết Oanh'))}`,
];
const POSITIONS = ['Giám đốc', 'Phó Giám đốc', 'Chủ tịch', 'Phó Chủ tịch', 'Bí thư', 'Phó Bí thư', 'Trưởng phòng', 'Phó Trưởng phòng', 'Chánh Văn phòng', 'Hiệu trưởng', 'Chi cục trưởng', 'Chánh Thanh tra'];
const UNITS = ['Sở Tài chính', 'Sở Y tế', 'Sở Giáo dục và Đào tạo', 'Sở Xây dựng', 'Sở Nội vụ', 'Sở Tư pháp', 'Sở Công Thương', 'Sở Khoa học và Công nghệ', 'UBND xã Mẫu An', 'UBND phường Mẫu Đông', 'Đảng ủy xã Mẫu Sơn', 'Công an tỉnh Mẫu', 'Văn phòng UBND tỉnh Mẫu', 'Trường THPT Mẫu Hải'];

function kinh(roll: Dice): string {
  let rest = roll() * SURNAMES.reduce((sum, [, share]) => sum + share, 0);
  const surname = SURNAMES.find(([, share]) => (rest -= share) < 0)?.[0] ?? 'Nguyễn';
  const man = roll() < 0.58;
  const middles = man ? MIDDLE_MAN : MIDDLE_WOMAN;
  const given = pickRanked(roll, man ? GIVEN_MAN : GIVEN_WOMAN);
  const shape = roll();
  if (shape < 0.03) return `${surname} ${given}`;
  const first = !man && roll() < 0.55 ? 'Thị' : pickRanked(roll, middles);
  if (shape < 0.68) return first === given ? `${surname} ${man ? 'Văn' : 'Thị'} ${given}` : `${surname} ${first} ${given}`;
  const second = pickRanked(roll, middles);
  return second === first || second === given || second === 'Thị' ? `${surname} ${first} ${given}` : `${surname} ${first} ${second} ${given}`;
}

/** One invented name; `roll` decides everything. */
export const inventName = (roll: Dice): string => (roll() < 0.06 ? pick(roll, OTHER_PEOPLES)(roll) : kinh(roll));

/** `size` people; the same name may come twice (real registers have namesakes), but not more often than 40 times. */
export function registerOfSecond(size: number, seed = 20_260_707): Person[] {
  const roll = dice(seed), seen = new Map<string, number>(), people: Person[] = [];
  while (people.length < size) {
    const name = inventName(roll), times = seen.get(name) ?? 0;
    if (times >= 40) continue;
    seen.set(name, times + 1);
    people.push({ ref: `p${people.length + 1}`, name, position: pick(roll, POSITIONS), unit: pick(roll, UNITS) });
  }
  return people;
}
