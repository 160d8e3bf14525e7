import { seeded } from '../harness.ts';

/** An invented province for the benches: units and officials as tables, the way an office hands them in. Names are drawn from lists; whom they coincide with is chance. */
const SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Phan', 'Vũ', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý', 'Trương', 'Đinh', 'Đoàn', 'Lâm', 'Mai', 'Trịnh', 'Phùng', 'Quách', 'Thạch', 'Nông', 'Tạ'];
const MIDDLE = { male: ['Văn', 'Đức', 'Hữu', 'Quốc', 'Minh', 'Xuân', 'Đình', 'Công', 'Trọng', 'Quang', 'Mạnh', 'Thành', 'Bá', 'Viết', 'Khắc', 'Thế'], female: ['Thị', 'Thu', 'Ngọc', 'Thanh', 'Thúy', 'Kim', 'Hồng', 'Bích', 'Minh', 'Phương', 'Diệu', 'Khánh'] };
const GIVEN = { male: ['Hùng', 'Dũng', 'Tuấn', 'Nam', 'Minh', 'Long', 'Hải', 'Sơn', 'Thắng', 'Cường', 'Hiếu', 'Trung', 'Huy', 'Phong', 'Khánh', 'Kiên', 'Đạt', 'Bình', 'Khuê', 'Trực', 'Lãm', 'Oai'], female: ['Hương', 'Lan', 'Hà', 'Trang', 'Huyền', 'Thảo', 'Hoa', 'Mai', 'Nga', 'Hằng', 'Yến', 'Oanh', 'Nhung', 'Hạnh', 'Nhã', 'Duyên'] };
const POSITIONS = ['Giám đốc', 'Phó Giám đốc', 'Chủ tịch', 'Phó Chủ tịch', 'Trưởng phòng', 'Phó Trưởng phòng', 'Chánh Văn phòng', 'Chuyên viên'];
const UNITS = 200;
const FROM = '01/07/2025';

export type Table = readonly (readonly string[])[];

export function unitTable(): Table {
  const rows = [['Mã đơn vị', 'Tên đơn vị', 'Loại', 'Mã cấp trên', 'Từ ngày', 'Điện thoại'], ['TINH', 'Tỉnh Thử', 'tỉnh', '', FROM, '']];
  for (let i = 0; i < UNITS; i += 1) rows.push([unitCode(i), i % 3 === 0 ? `UBND xã Thử ${i + 1}` : `Sở Thử nghiệm ${i + 1}`, i % 3 === 0 ? 'UBND' : 'sở', 'TINH', FROM, `0299 3${String(100_000 + i)}`]);
  return rows;
}
const unitCode = (i: number): string => `DV${String(i + 1).padStart(3, '0')}`;

/** Two of three have channels: a phone and Zalo on it, a Facebook page; some have declared to have no Facebook. */
export function officialTable(size: number): Table {
  const chance = seeded(size);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!; // chance() < 1
  const rows = [['Mã cán bộ', 'Họ và tên', 'Giới tính', 'Chức vụ', 'Mã đơn vị', 'Từ ngày', 'Điện thoại', 'Zalo', 'Facebook', 'Không dùng']];
  for (let i = 0; i < size; i += 1) {
    const gender = chance() < 0.6 ? 'male' : 'female';
    const phone = officialPhone(i);
    const hasChannels = i % 3 !== 0;
    rows.push([`CB${String(i + 1).padStart(5, '0')}`, `${pick(SURNAMES)} ${pick(MIDDLE[gender])} ${pick(GIVEN[gender])}`, gender === 'male' ? 'nam' : 'nữ', pick(POSITIONS), unitCode(i % UNITS), FROM,
      hasChannels ? phone : '', hasChannels ? phone : '', hasChannels ? `https://www.facebook.com/canbo.thu.${i + 1}` : '', hasChannels ? '' : 'facebook']);
  }
  return rows;
}
export const officialPhone = (i: number): string => `0900${String(100_000 + i)}`;

export const csvOf = (table: Table): string => `\uFEFF${table.map((row) => row.map((cell) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';')).join('\r\n')}\r\n`;
