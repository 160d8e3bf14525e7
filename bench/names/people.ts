/**
 * Invented people: names drawn from the published surname shares and own lists of middle and given names, seeded, so that every run has the same.
 * A drawn name can coincide with a living person's; none was copied.
 */
import { SURNAME_SHARES } from '../../src/engine/names/population.data.ts';

export interface Person { readonly ref: string; readonly fullName: string; readonly bearers: number }
export type Random = () => number;

/** mulberry32: small, seeded, the same on every machine. */
export function randomFrom(seed: number): Random {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
export const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

const SURNAMES = 'nguyen:Nguyễn tran:Trần le:Lê pham:Phạm hoang:Hoàng huynh:Huỳnh phan:Phan vu:Vũ vo:Võ dang:Đặng bui:Bùi do:Đỗ ho:Hồ ngo:Ngô duong:Dương ly:Lý truong:Trương dinh:Đinh doan:Đoàn lam:Lâm mai:Mai trinh:Trịnh dao:Đào luong:Lương ha:Hà cao:Cao chau:Châu ta:Tạ to:Tô thai:Thái phung:Phùng vuong:Vương luu:Lưu quach:Quách thach:Thạch kieu:Kiều nong:Nông ton:Tôn la:La tang:Tăng tong:Tống chu:Chu van:Văn nghiem:Nghiêm tu:Từ lai:Lại han:Hàn kim:Kim quang:Quảng mac:Mạc hua:Hứa au:Âu giang:Giang khuc:Khúc trieu:Triệu tieu:Tiêu ninh:Ninh dam:Đàm than:Thân thieu:Thiều bach:Bạch ung:Ung vi:Vi lo:Lò quan:Quan hong:Hồng dong:Đồng diep:Diệp be:Bế cam:Cầm ma:Ma sung:Sùng giap:Giáp phi:Phí khong:Khổng an:An tri:Trì ong:Ông viet:Viết'.split(' ').map((p) => p.split(':') as [string, string]);
const MEN = 'Văn:22 Đức:6 Hữu:4 Quốc:4 Minh:6 Xuân:4 Đình:3 Công:3 Trọng:2 Anh:3 Quang:4 Mạnh:2 Ngọc:4 Thành:3 Thanh:4 Hoàng:4 Tuấn:3 Việt:2 Bá:1.5 Duy:3 Gia:2 Tiến:2 Hải:1.5 Nhật:1.5 Đăng:1.5 Thế:1.5 Viết:1 Phúc:1 Khắc:0.8 Tấn:1 Chí:1 Trường:1 Sỹ:0.8 Trung:1.5 Thái:1 Hồng:1 Phước:0.6 Bảo:1.5 Khánh:0.8 Huy:1 Vĩnh:0.6 Thiện:0.5 Phi:0.4 Kim:0.4 Đại:0.4 Nguyên:0.5 Cao:0.4 Hà:0.3 Lê:0.6 Nguyễn:0.6 Trần:0.5 Phạm:0.2 Hồ:0.2 Như:0.3 Tất:0.3 Danh:0.2 Cảnh:0.3 Huỳnh:0.3 Phan:0.3 Võ:0.3 Thiên:0.4 Kiến:0.2 Hùng:0.3 Tùng:0.2 Quý:0.3 An:0.2 Lâm:0.2';
const WOMEN = 'Thị:40 Thu:3 Ngọc:4 Thanh:3.5 Thúy:1.5 Thùy:2 Kim:2 Hồng:2 Bích:1.2 Minh:2 Phương:2.5 Mai:1 Hoàng:1.2 Khánh:1 Bảo:1 Như:1.2 Mỹ:1.2 Diệu:0.7 Cẩm:0.6 Lan:0.5 Quỳnh:1 Hà:0.7 Yến:0.6 Tuyết:0.5 Trúc:0.4 Tường:0.3 Xuân:1 Hải:0.5 Ánh:0.5 Linh:0.4 Gia:0.4 Vân:0.4 Tú:0.3 Huyền:0.5 Thảo:0.5 Nguyệt:0.2 Diễm:0.3 Uyên:0.2 Việt:0.2 Nhật:0.3 Châu:0.2 Đan:0.2 Tố:0.2 Lệ:0.2 Hoài:0.4 Nguyễn:0.4 Lê:0.4 Trần:0.3 Kiều:0.4 Thiên:0.2 Thục:0.2';
const MEN_GIVEN = 'Hùng:3 Dũng:3 Tuấn:4 Anh:4 Nam:3 Minh:3 Long:2.5 Hải:2.5 Sơn:2.5 Thắng:2 Cường:2 Đức:2 Hiếu:2 Trung:2 Hoàng:2 Huy:2.5 Quân:2 Phong:2 Thành:2 Tùng:1.8 Khánh:1.5 Dương:1.5 Kiên:1.5 Quang:1.5 Đạt:1.8 Bình:1.5 Tâm:1.2 Thịnh:1 Phúc:1.5 Toàn:1.2 Khoa:1.2 Tú:1 Vinh:1.2 Hưng:1.5 Lộc:0.8 Tài:1 Tiến:1.3 Việt:1.2 Linh:1 Hòa:1 Lâm:1 Nghĩa:1 An:1 Thái:0.8 Đông:0.8 Sang:0.6 Trí:0.8 Nhân:0.8 Khôi:0.5 Bảo:1 Duy:1 Chiến:0.8 Công:0.6 Cảnh:0.4 Chính:0.6 Chung:0.5 Định:0.4 Giang:0.8 Hậu:0.6 Hoan:0.2 Học:0.2 Hội:0.2 Huấn:0.4 Khải:0.5 Khang:0.6 Kha:0.2 Lương:0.3 Lợi:0.5 Luân:0.4 Lực:0.3 Mạnh:0.9 Mẫn:0.2 Ngọc:0.8 Nguyên:0.8 Nhật:0.7 Phát:0.7 Phú:0.7 Phước:0.7 Quốc:0.5 Quý:0.7 Quyền:0.3 Quyết:0.4 Sáng:0.3 Sỹ:0.3 Tân:0.7 Tấn:0.3 Thanh:0.9 Thiện:0.6 Thuận:0.5 Thức:0.2 Tín:0.5 Tính:0.2 Toản:0.3 Trường:0.8 Trọng:0.4 Tuyên:0.2 Văn:0.3 Viên:0.2 Vĩnh:0.3 Vũ:1 Vương:0.5 Xuân:0.3 Ý:0.1 Bách:0.3 Biên:0.1 Cương:0.4 Diện:0.1 Doanh:0.2 Đại:0.4 Đăng:0.4 Điền:0.1 Đoàn:0.1 Hà:0.5 Hạnh:0.2 Hiển:0.2 Hiệp:0.5 Hoạt:0.1 Huynh:0.1 Khương:0.2 Lăng:0.05 Lĩnh:0.1 Lưu:0.1 Nghiêm:0.1 Nhã:0.05 Ninh:0.2 Phi:0.3 Phương:0.7 Quảng:0.1 Sinh:0.3 Tây:0.05 Thạch:0.2 Thân:0.1 Thế:0.2 Thông:0.3 Thủy:0.2 Tiệp:0.1 Trinh:0.05 Triều:0.1 Trực:0.2 Tuệ:0.1 Tường:0.2 Uy:0.1 Vượng:0.3 Bắc:0.1 Bằng:0.4 Châu:0.3 Chương:0.2 Đàm:0.03 Điệp:0.1 Hoài:0.2 Khuê:0.05 Kỳ:0.2 Lãm:0.05 Lập:0.1 Lịch:0.03 Mẫu:0.02 Nhuận:0.05 Oai:0.02 Quế:0.03 Thao:0.05 Thuyết:0.03 Trạch:0.03 Từ:0.05';
const WOMEN_GIVEN = 'Linh:4 Hương:3 Lan:2.5 Hà:3 Trang:3.5 Huyền:2.5 Thảo:2.5 Hoa:2 Mai:2.2 Ngọc:2.5 Anh:4 Phương:3 Nga:1.8 Hằng:2.2 Thủy:2.2 Dung:1.5 Yến:1.8 Oanh:1 Nhung:1.5 Hạnh:1.5 Hiền:1.8 Liên:1.2 Loan:1.2 Vân:1.8 Thanh:1.5 Tâm:1.5 Thu:1.5 Hồng:1.5 Bình:0.8 Ánh:1 Chi:1.5 Châu:0.8 Cúc:0.5 Diệp:0.6 Diễm:0.4 Dương:0.6 Đào:0.4 Giang:1 Hảo:0.5 Hân:0.7 Hậu:0.4 Hòa:0.8 Hoài:0.6 Huệ:0.8 Khánh:0.6 Kiều:0.6 Lệ:0.5 Ly:0.8 Lý:0.3 Mỹ:0.7 My:1 Ngân:1.3 Nguyệt:0.7 Nhi:1.2 Nhàn:0.4 Như:1 Phúc:0.2 Phượng:1 Quỳnh:1.3 Quyên:0.7 Sương:0.4 Tuyết:0.8 Thắm:0.4 Thoa:0.4 Thúy:1.2 Thùy:0.9 Thư:1 Tiên:0.6 Trâm:0.8 Trinh:0.8 Trúc:0.6 Tú:0.5 Uyên:0.8 Vy:1 Xuân:0.6 Xuyến:0.2 Bích:0.5 Cẩm:0.1 Duyên:0.7 Hường:0.5 Hợp:0.1 Khuyên:0.2 Lành:0.1 Lài:0.1 Mến:0.1 Miên:0.1 Mơ:0.1 Na:0.1 Nương:0.1 Phụng:0.2 Quế:0.1 Sen:0.2 Sim:0.05 Thêu:0.1 Thìn:0.05 Thơ:0.3 Thơm:0.2 Thương:0.6 Thi:0.3 Trà:0.3 Tươi:0.2 Vui:0.05 Yên:0.3 Bé:0.1 Bảy:0.05 Ba:0.03 Hai:0.03 Tư:0.05 Út:0.03 Lụa:0.1 Lựu:0.05 Gấm:0.05 Nhạn:0.05 Oánh:0.02 Điệp:0.1 Đoan:0.1 Hiếu:0.3 Minh:0.6 An:0.6 Băng:0.1 Bông:0.02 Chung:0.1 Dịu:0.1 Hải:0.3 Khuê:0.1 Lam:0.2 Lê:0.2 Nhã:0.1 Nhiên:0.1 Thục:0.05 Tố:0.02 Vi:0.3 Viên:0.1';

interface Table { readonly words: readonly string[]; readonly upTo: readonly number[]; readonly total: number }
function tableOf(pairs: readonly (readonly [string, number])[]): Table {
  let total = 0;
  return { words: pairs.map(([w]) => w), upTo: pairs.map(([, n]) => (total += n)), get total() { return total; } };
}
const parse = (text: string): Table => tableOf(text.split(' ').map((p) => { const [w = '', n = '1'] = p.split(':'); return [w, Number(n)] as const; }));
function draw(random: Random, table: Table): string {
  const at = random() * table.total;
  let low = 0;
  let high = table.upTo.length - 1;
  while (low < high) { const middle = (low + high) >> 1; if (table.upTo[middle]! > at) high = middle; else low = middle + 1; }
  return table.words[low]!;
}
const SURNAME = tableOf(SURNAMES.map(([fold, written]) => [written, SURNAME_SHARES[fold] ?? 0.01] as const));
const TABLES = { m: [parse(MEN), parse(MEN_GIVEN)], f: [parse(WOMEN), parse(WOMEN_GIVEN)] } as const;

/** One drawn name: 3 % two words, 69 % three, 27 % four, 1 % five. */
export function drawName(random: Random): string {
  const [middle, given] = TABLES[random() < 0.5 ? 'm' : 'f'];
  const length = random();
  const parts = [draw(random, SURNAME)];
  if (length >= 0.03) parts.push(draw(random, middle));
  if (length >= 0.72) parts.push(draw(random, random() < 0.5 ? middle : given));
  if (length >= 0.99) parts.push(draw(random, middle));
  return [...parts, draw(random, given)].join(' ');
}

/** The first `size` different names of a drawn population, with how many of the `population` drew them. Larger registers contain the smaller ones of the same seed. */
export function drawRegister(size: number, seed: number): Person[] {
  const random = randomFrom(seed);
  const counts = new Map<string, number>();
  let draws = 0;
  while (counts.size < size) { const name = drawName(random); counts.set(name, (counts.get(name) ?? 0) + 1); draws += 1; }
  for (let k = 0; k < Math.min(draws, 200_000); k += 1) { const name = drawName(random); const n = counts.get(name); if (n !== undefined) counts.set(name, n + 1); }
  return [...counts].map(([fullName, bearers], k) => ({ ref: `p${k}`, fullName, bearers }));
}
