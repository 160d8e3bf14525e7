import { cellReader, splitList, type Column, type Faults, type Header, type TableRow, type Template } from '#platform/sheets/index.ts';
import type { Change, UnitKind, UnitRow } from './org.contract.ts';
import type { UnitField } from './unit-row.rules.ts';

/** The table of units as offices fill it in. */
export const UNIT_SHEET = 'Đơn vị';

export const KIND_WORDS: Readonly<Record<UnitKind, readonly string[]>> = {
  province: ['tỉnh', 'thành phố trực thuộc trung ương', 'cấp tỉnh'],
  district: ['huyện', 'quận', 'thị xã', 'thành phố', 'thành phố thuộc tỉnh', 'cấp huyện'],
  commune: ['xã', 'phường', 'đặc khu', 'thị trấn', 'cấp xã'],
  committee: ['ubnd', 'ủy ban', 'ủy ban nhân dân', 'hđnd', 'hội đồng nhân dân'],
  department: ['sở', 'ban', 'ngành', 'sở, ban, ngành', 'cục', 'chi cục', 'thanh tra'],
  police: ['công an'],
  division: ['phòng', 'văn phòng', 'đội'],
  party: ['đảng', 'tỉnh ủy', 'đảng ủy', 'ban đảng'],
  front: ['mặt trận', 'mttq', 'đoàn thể', 'hội'],
  service: ['đơn vị sự nghiệp', 'trường', 'bệnh viện', 'trung tâm'],
  other: ['khác'],
};
export const CHANGE_WORDS: Readonly<Record<Change, readonly string[]>> = {
  rename: ['đổi tên', 'đổi mã', 'chuyển cấp trên', 'thay đổi'],
  merge: ['sáp nhập', 'hợp nhất', 'nhập'],
  split: ['chia tách', 'chia', 'tách'],
  abolish: ['giải thể', 'bãi bỏ', 'chấm dứt'],
};

export const UNIT_COLUMNS: readonly Column<UnitField>[] = [
  { key: 'code', vi: 'Mã đơn vị', en: 'Code', isRequired: true, example: 'SXD', help: { vi: 'Mã của đơn vị. Mã được dùng lại thì mỗi lần dùng là một dòng.', en: 'The unit\'s code. A code that is used again has a line for each time.' } },
  { key: 'codeSystem', vi: 'Hệ mã', en: 'Code system', example: '', help: { vi: 'Để trống: mã của tỉnh. Có thể ghi gso (danh mục hành chính) hoặc organ-id (mã định danh điện tử).', en: 'Empty: the province\'s own codes. Or gso (national list), organ-id (electronic documents).' } },
  { key: 'name', vi: 'Tên đơn vị', en: 'Name', isRequired: true, example: 'Sở Xây dựng', help: { vi: 'Tên đầy đủ như trên văn bản.', en: 'Full name as on paper.' } },
  { key: 'kind', vi: 'Loại', en: 'Kind', aliases: ['Loại đơn vị'], isRequired: true, example: 'sở', help: { vi: 'Tỉnh, xã, phường, UBND, sở, công an, phòng, đảng, mặt trận, trường, khác.', en: 'province, district, commune, committee, department, police, division, party, front, service, other.' } },
  { key: 'parent', vi: 'Mã cấp trên', en: 'Parent', aliases: ['Đơn vị cấp trên', 'Mã đơn vị cấp trên', 'Trực thuộc'], example: 'TINH', help: { vi: 'Mã của đơn vị cấp trên vào ngày bắt đầu. Đơn vị cao nhất để trống.', en: 'Code of the unit above on the first day. Empty for the highest unit.' } },
  { key: 'from', vi: 'Từ ngày', en: 'From', aliases: ['Hiệu lực từ', 'Ngày bắt đầu'], isRequired: true, example: '01/03/2025', help: { vi: 'Ngày đầu tiên, dạng ngày/tháng/năm.', en: 'First day, day/month/year.' } },
  { key: 'to', vi: 'Đến hết ngày', en: 'To', aliases: ['Đến ngày', 'Hiệu lực đến', 'Ngày kết thúc'], example: '', help: { vi: 'Ngày cuối cùng. Để trống nếu vẫn còn.', en: 'Last day. Empty while it goes on.' } },
  { key: 'change', vi: 'Cách thay đổi', en: 'Change', aliases: ['Hình thức thay đổi'], example: '', help: { vi: 'Khi có ngày cuối: đổi tên, sáp nhập, chia tách, giải thể.', en: 'With a last day: rename, merge, split, abolish.' } },
  { key: 'successors', vi: 'Đơn vị kế thừa', en: 'Successors', aliases: ['Mã kế thừa', 'Mã đơn vị kế thừa'], example: '', help: { vi: 'Mã của đơn vị nhận việc từ ngày hôm sau, cách nhau bằng dấu chấm phẩy.', en: 'Codes of the units that take over the next day, separated by semicolons.' } },
  { key: 'phone', vi: 'Điện thoại', en: 'Phone', aliases: ['Số điện thoại', 'Điện thoại cơ quan'], example: '0233 385 2555', help: { vi: 'Số trực của đơn vị. Người dân gọi số này để hỏi lại.', en: 'The unit\'s line. People call it to ask back.' } },
  { key: 'otherCodes', vi: 'Mã khác', en: 'Other codes', example: 'organ-id:H00.12', help: { vi: 'Mã trong hệ khác, dạng hệ:mã, cách nhau bằng dấu chấm phẩy.', en: 'Codes in other systems as system:code, separated by semicolons.' } },
];

export const UNIT_TEMPLATE: Template = { sheet: UNIT_SHEET, columns: UNIT_COLUMNS };
export const isUnitSheet = (name: string): boolean => /^(đơn vị|units)$/i.test(name.normalize('NFC').trim());

/** What stands for cells that could not be read: nothing that would be a fault of its own. */
const STAND_IN = { code: '-', name: '-', kind: 'other', from: '1900-01-01' } as const;

/**
 * One line of the table → row. Not whole: a cell that it needs cannot be read (its fault is added) and has a stand-in, so that what else is wrong with the line is said in
 * the same go; such a row must not be written.
 */
export function unitRowOf(row: TableRow<UnitField>, header: Header<UnitField>, faults: Faults): { readonly row: UnitRow; readonly isWhole: boolean } {
  const cells = cellReader(row, header, faults);
  const [code, parent, from, to] = [cells.code('code'), cells.code('parent'), cells.day('from'), cells.day('to')];
  const kind = cells.word('kind', KIND_WORDS);
  const change = cells.word('change', CHANGE_WORDS);
  const name = cells.text('name');
  const otherCodes = splitList(row.get('otherCodes')).map((text) => otherCodeOf(text));
  if (otherCodes.includes(null)) faults.add(row.line, header.title('otherCodes'), 'sheet.cell-unreadable', { form: 'organ-id:H00.12' });
  const isWhole = Boolean(code && name && kind && from) && parent !== null && to !== null && change !== null && !otherCodes.includes(null);
  const successors = splitList(row.get('successors')).map((text) => ({ code: text }));
  const [codeSystem, phone] = [cells.text('codeSystem'), cells.text('phone')];
  // How a unit ends is said by three cells together: where one is unreadable, the others cannot be judged.
  const end = to === null || change === null ? {} : { ...(to ? { to } : {}), ...(change ? { change } : {}), ...(successors.length > 0 ? { successors } : {}) };
  return {
    isWhole,
    row: {
      code: code || STAND_IN.code, name: name || STAND_IN.name, kind: kind || STAND_IN.kind, from: from || STAND_IN.from, ...end, ...(codeSystem ? { codeSystem } : {}), ...(parent ? { parent } : {}), ...(phone ? { phone } : {}),
      ...(otherCodes.length > 0 ? { otherCodes: otherCodes.filter((c) => c !== null) } : {}),
    },
  };
}

function otherCodeOf(text: string): { codeSystem: string; code: string } | null {
  const [, codeSystem, code] = /^([\w-]{1,32})\s*[:=]\s*(.+)$/.exec(text) ?? [];
  return codeSystem && code ? { codeSystem: codeSystem.toLowerCase(), code } : null;
}
