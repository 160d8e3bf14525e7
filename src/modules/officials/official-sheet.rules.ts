import { cellReader, findWord, knownWords, splitList, type Column, type Faults, type Header, type TableRow, type Template } from '#platform/sheets/index.ts';
import { CHANNEL_COLUMNS } from './channel.rules.ts';
import type { AccountPlatform, OfficialRow } from './official.contract.ts';
import type { OfficialField } from './official-row.rules.ts';

/** The table of officials as offices fill it in: one line for each official and position. */
export const OFFICIAL_SHEET = 'Cán bộ';

const GENDER_WORDS = { male: ['nam', 'ông'], female: ['nữ', 'bà'] } as const;
const PLATFORM_WORDS: Readonly<Record<AccountPlatform, readonly string[]>> = {
  facebook: ['facebook', 'fb', 'phây'], zalo: ['zalo'], telegram: ['telegram'], tiktok: ['tiktok', 'tik tok'], youtube: ['youtube', 'you tube'], messenger: ['messenger'], viber: ['viber'],
};

export const OFFICIAL_COLUMNS: readonly Column<OfficialField>[] = [
  { key: 'code', vi: 'Mã cán bộ', en: 'Code', aliases: ['Mã số cán bộ'], isRequired: true, example: 'CB001', help: { vi: 'Mã riêng của mỗi người, không dùng lại cho người khác. Hai chức vụ thì hai dòng cùng mã.', en: 'Each person\'s own code, never used for another. Two positions: two lines with one code.' } },
  { key: 'fullName', vi: 'Họ và tên', en: 'Full name', aliases: ['Họ tên'], isRequired: true, example: 'Lê Trọng Khuê', help: { vi: 'Đủ dấu.', en: 'With diacritics.' } },
  { key: 'gender', vi: 'Giới tính', en: 'Gender', isRequired: true, example: 'nam', help: { vi: 'nam hoặc nữ; để xưng ông, bà.', en: 'male or female; for ông, bà.' } },
  { key: 'position', vi: 'Chức vụ', en: 'Position', isRequired: true, example: 'Giám đốc', help: { vi: 'Không ghi kèm tên đơn vị.', en: 'Without the unit\'s name.' } },
  { key: 'unit', vi: 'Mã đơn vị', en: 'Unit', aliases: ['Đơn vị', 'Unit code'], isRequired: true, example: 'SXD', help: { vi: 'Mã của đơn vị vào ngày nhận chức vụ.', en: 'The unit\'s code on the first day in the position.' } },
  { key: 'unitSystem', vi: 'Hệ mã', en: 'Code system', example: '', help: { vi: 'Để trống: mã của tỉnh.', en: 'Empty: the province\'s own codes.' } },
  { key: 'from', vi: 'Từ ngày', en: 'From', aliases: ['Ngày bắt đầu', 'Ngày nhận chức vụ'], isRequired: true, example: '01/03/2025', help: { vi: 'Ngày nhận chức vụ, dạng ngày/tháng/năm.', en: 'First day, day/month/year.' } },
  { key: 'to', vi: 'Đến hết ngày', en: 'To', aliases: ['Đến ngày', 'Ngày kết thúc', 'Ngày thôi chức vụ'], example: '', help: { vi: 'Ngày cuối cùng giữ chức vụ. Để trống nếu còn giữ.', en: 'Last day. Empty while it goes on.' } },
  { key: 'facebook', vi: 'Facebook', en: 'Facebook', example: 'facebook.com/ten.tai.khoan', help: { vi: 'Địa chỉ trang cá nhân; không dùng liên kết chia sẻ. Nhiều kênh cách nhau bằng dấu chấm phẩy. Ô có ghi là danh sách đầy đủ: kênh không còn ghi sẽ ngừng dùng.', en: 'Profile address, no share link. Several separated by semicolons. What is written is the whole list: a channel that is left out is retired.' } },
  { key: 'zalo', vi: 'Zalo', en: 'Zalo', example: '0912 345 678', help: { vi: 'Số điện thoại gắn với Zalo, hoặc địa chỉ zalo.me.', en: 'The phone bound to it, or a zalo.me address.' } },
  { key: 'phone', vi: 'Điện thoại', en: 'Phone', aliases: ['Số điện thoại', 'Di động'], example: '0912 345 678', help: { vi: 'Ghi đủ số 0 ở đầu. Định dạng cột là văn bản.', en: 'With the leading 0. Format the column as text.' } },
  { key: 'email', vi: 'Email', en: 'E-mail', aliases: ['Thư điện tử', 'Mail'], example: 'ten@tinhmau.gov.vn', help: { vi: 'Hộp thư công vụ.', en: 'Office mailbox.' } },
  { key: 'website', vi: 'Website', en: 'Web site', aliases: ['Trang web', 'Trang thông tin'], example: 'soxaydung.tinhmau.gov.vn', help: { vi: 'Trang web.', en: 'Web site.' } },
  { key: 'other', vi: 'Khác', en: 'Other', aliases: ['Kênh khác'], example: 't.me/ten_tai_khoan', help: { vi: 'Telegram, TikTok, YouTube hay liên kết khác.', en: 'Telegram, TikTok, YouTube or another link.' } },
  { key: 'noAccountOn', vi: 'Không dùng', en: 'No account', aliases: ['Không có tài khoản', 'No account on'], example: 'Facebook; TikTok', help: { vi: 'Nền tảng mà người này cam kết không có tài khoản.', en: 'Platforms on which the person declares to have no account.' } },
  { key: 'confirmedAt', vi: 'Ngày xác nhận', en: 'Confirmed on', aliases: ['Ngày khai'], example: '02/11/2026', help: { vi: 'Ngày người này xác nhận các kênh. Để trống: ngày nhập. Có giá trị một năm.', en: 'Day on which the person confirmed the channels. Empty: the day of the import. Holds a year.' } },
];

export const OFFICIAL_TEMPLATE: Template = { sheet: OFFICIAL_SHEET, columns: OFFICIAL_COLUMNS };
export const isOfficialSheet = (name: string): boolean => /^(cán bộ|officials)$/i.test(name.normalize('NFC').trim());

/** More values than this in one cell is a pasted list, not one person's channels. */
const MAX_VALUES = 20;

/** What stands for cells that could not be read: nothing that would be a fault of its own. */
const STAND_IN = { code: '-', fullName: 'An', gender: 'male', position: '-', unit: '-', from: '1900-01-01' } as const;

/**
 * One line of the table → row. Not whole: a cell that it needs cannot be read (its fault is added) and has a stand-in, so that what else is wrong with the line is said in
 * the same go; such a row must not be written.
 */
export function officialRowOf(row: TableRow<OfficialField>, header: Header<OfficialField>, faults: Faults): { readonly row: OfficialRow; readonly isWhole: boolean } {
  const cells = cellReader(row, header, faults);
  const [code, unit, from, to, confirmedAt] = [cells.code('code'), cells.code('unit'), cells.day('from'), cells.day('to'), cells.day('confirmedAt')];
  const gender = cells.word('gender', GENDER_WORDS);
  const [fullName, position, unitSystem] = [cells.text('fullName'), cells.text('position'), cells.text('unitSystem')];
  const noAccountOn = platformsOf(row, header, faults);
  let isSound = true;
  const channels = CHANNEL_COLUMNS.flatMap((column) => {
    const cell = cells.code(column);
    const values = splitList(cell ?? '');
    if (values.length > MAX_VALUES) faults.add(row.line, header.title(column), 'sheet.too-many-values', { max: MAX_VALUES });
    if (cell === null || values.length > MAX_VALUES) { isSound = false; return []; }
    return values.map((value) => ({ platform: column, value, ...(confirmedAt ? { confirmedAt } : {}) }));
  });
  const isWhole = isSound && Boolean(code && fullName && gender && position && unit && from) && to !== null && confirmedAt !== null && noAccountOn !== null;
  return {
    isWhole,
    row: {
      code: code || STAND_IN.code, fullName: fullName ?? STAND_IN.fullName, gender: gender ?? STAND_IN.gender, position: position ?? STAND_IN.position, unit: unit || STAND_IN.unit, from: from || STAND_IN.from,
      channels, noAccountOn: noAccountOn ?? [], ...(to ? { to } : {}), ...(unitSystem ? { unitSystem } : {}),
    },
  };
}

function platformsOf(row: TableRow<OfficialField>, header: Header<OfficialField>, faults: Faults): AccountPlatform[] | null {
  const words = row.get('noAccountOn').split(/[;,\n]/).map((w) => w.trim()).filter((w) => w !== '');
  const found = words.map((word) => findWord(word, PLATFORM_WORDS));
  if (!found.includes(null)) return found.filter((p) => p !== null);
  faults.add(row.line, header.title('noAccountOn'), 'sheet.unknown-word', { known: knownWords(PLATFORM_WORDS) });
  return null;
}
