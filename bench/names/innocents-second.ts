/** Who must not be taken for an official: shops, pages, companies, foreigners, streets, office talk, and other people who share parts of the name. */
import { STYLES, withoutMarks } from './letters-second.ts';
import { type Dice, type Person, pick } from './people-second.ts';

export interface Innocent { readonly name: string; readonly surface: 'facebook' | 'zalo' | 'bank' | 'chat' | 'letter'; /** `stranger` draws the name of somebody who is not in the register. */
  readonly make: (person: Person, roll: Dice, stranger: () => string) => string | undefined }
const given = (name: string): string => name.split(' ').at(-1) ?? name;
const words = (text: string): readonly string[] => text.trim().split('|');
const swapPart = (name: string, stranger: () => string, at: (length: number) => number): string | undefined => {
  const list = name.split(' ');
  if (list.length < 3) return undefined;
  const other = stranger().split(' ');
  const place = at(list.length);
  const fresh = place === 0 ? other[0] : place === list.length - 1 ? other.at(-1) : other[1];
  if (fresh === undefined || withoutMarks(fresh) === withoutMarks(list[place] ?? '') || other.length < 3) return undefined;
  return list.map((part, index) => (index === place ? fresh : part)).join(' ');
};
/** Given names that differ by little and are nevertheless two names. */
const CLOSE: readonly (readonly [string, string])[] = [['Hùng', 'Hưng'], ['Dũng', 'Dụng'], ['Hoa', 'Hòa'], ['Hà', 'Hải'], ['Lan', 'Loan'], ['Sơn', 'Sang'], ['Thành', 'Thanh'], ['Tuấn', 'Tuân'], ['Vinh', 'Vĩnh'], ['Minh', 'Ninh'], ['Thu', 'Thư'], ['Hương', 'Hường'], ['Hạnh', 'Hanh'], ['Nam', 'Nấm'], ['Long', 'Lọng'], ['Dung', 'Dũng'], ['Hiền', 'Hiển'], ['Quang', 'Quảng'], ['Tú', 'Tư'], ['Thủy', 'Thúy'], ['Cường', 'Cương'], ['Phương', 'Phượng'], ['Tâm', 'Tầm'], ['Hiếu', 'Hiệu']];
const dress = (text: string, roll: Dice): string => pick(roll, [(t: string) => `🌺 ${t} 🌺`, (t: string) => pick(roll, STYLES)(withoutMarks(t)), (t: string) => `꧁${t}꧂`, (t: string) => `${t} ✔️`, (t: string) => t.toUpperCase(), (t: string) => withoutMarks(t).toLowerCase()])(text);
const i = (name: string, surface: Innocent['surface'], make: Innocent['make']): Innocent => ({ name, surface, make });
const FOREIGN = words('John Nguyen|Kevin Tran|Maria Gonzalez|Kim Min Jun|Park Ji Sung|Иван Петров|Наталья Ким|李伟|佐藤 健|Somchai Prasert|Andrew Le|Mohammed Ali Hassan|Sophie Lefèvre|Thomas Müller|Chan Wai Man|Lee Kwang Soo|Anna Hoang|Ngo Ba Khin|Siti Nurhaliza|Carlos Vinh');
const TRADES = words('Mobile|Studio|Quán|Spa|Store|Beauty|Auto|Decor|Bakery|Homestay|Camera|Xe đạp điện|Bún bò|Cơm tấm|Tạp hóa|Trà sữa|Nội thất|Vật liệu xây dựng|Nha khoa|Nail');
const TALK = words(`Sáng mai 8h họp giao ban, các anh chị đến đúng giờ|Anh đang họp, lát gọi lại em nhé|Công văn 542 đã chuyển các xã, phường chưa em|Tiền ăn trưa thứ năm hết 1.250k, chia 10 người|Chúc mừng sinh nhật, chúc anh mạnh khỏe bình an, vạn sự thành công|Hoa hồng vàng nở rộ bên sông, thu về lá đỏ
|Kính gửi các đồng chí, thời tiết hôm nay mưa lớn|Trường thông báo nghỉ học ngày mai do bão|Em gửi anh hồ sơ sang sở trước 16h|Chiều nay ai đi viếng đăng ký với văn phòng|Kho bạc trả hồ sơ đợt 2, bổ sung giấy đi đường|minh dang di cong tac hai ngay, mai ve|binh an la duoc, tien khong quan trong|Hải sản tươi sống, giao tận nhà|Long trọng khai mạc hội thao, hùng tráng và vinh quang`.replaceAll('\n', ''));
const STREETS = words('đường Nguyễn Văn Trỗi|Trường THPT Lê Quý Đôn|phường Trần Hưng Đạo|Bệnh viện Nguyễn Tri Phương|đường Hùng Vương, thành phố Mẫu|ngã tư Lê Lợi - Nguyễn Huệ|Trường Tiểu học Võ Thị Sáu|công viên Lý Thái Tổ|phố Phan Bội Châu|cầu Nguyễn Hoàng|Thư viện Phan Châu Trinh|chợ Bình An|sân vận động Hòa Xuân');
const NICK = words('Mẹ bé Na|Bố Tôm|Cô bé mùa đông|Hoàng tử bóng đêm|congchua_97|user83920411|Sad boy|Trùm cuối|Gió mùa thu|Bà chủ nhỏ|Khách hàng 0912|Thợ sửa nước|Shipper Grab|Nhà mình|Lớp 12A3 khóa 2001|Hội đồng hương');

export const SECOND_INNOCENTS: readonly Innocent[] = [
  i('shop', 'facebook', ({ name }, roll, stranger) => pick(roll, [`${given(name)} ${pick(roll, TRADES)}`, `Shop ${given(name)}`, `${pick(roll, TRADES)} ${given(name)} ${given(stranger())}`])),
  i('company', 'bank', (_, roll, stranger) => withoutMarks(pick(roll, [`CTY TNHH MTV ${given(stranger())} ${given(stranger())}`, `Công ty CP Xây dựng ${given(stranger())} ${given(stranger())}`, `CT TNHH TM DV ${stranger()}`])).toUpperCase()),
  i('page', 'facebook', (_, roll) => pick(roll, ['Công an tỉnh Mẫu - Trang thông tin', 'Chợ tốt Mẫu An', 'Tuổi trẻ Mẫu Sơn', 'Yêu Mẫu Hải', 'Tin nóng 24h Mẫu', 'Thanh niên tình nguyện Mẫu', 'Hội phụ nữ xã Mẫu An', 'Review ẩm thực Mẫu', 'Đoàn xã Mẫu Bình', 'Sở Y tế tỉnh Mẫu'])),
  i('foreigner', 'facebook', (_, roll) => pick(roll, FOREIGN)),
  i('street-or-school', 'chat', (_, roll) => pick(roll, STREETS)),
  i('talk', 'chat', (_, roll) => pick(roll, TALK)),
  i('nickname', 'zalo', (_, roll) => pick(roll, NICK)),
  i('tradesman', 'zalo', ({ name }, roll) => `${pick(roll, ['anh', 'chị', 'cô', 'chú'])} ${given(name)} ${pick(roll, ['thợ điện', 'bán bún', 'shipper', 'hàng xóm', 'xe ôm', 'cắt tóc', 'gas', 'nha khoa'])}`),
  i('couple', 'facebook', ({ name }, roll, stranger) => `${given(name)}${pick(roll, [' ♥ ', ' ', ' & '])}${given(stranger())}`),
  i('given-alone', 'zalo', ({ name }) => given(name)),
  i('stranger', 'zalo', (_, roll, stranger) => stranger()),
  i('stranger-bank', 'bank', (_, roll, stranger) => withoutMarks(stranger()).toUpperCase()),
  i('stranger-dressed', 'facebook', (_, roll, stranger) => dress(stranger(), roll)),
  i('stranger-joined', 'facebook', (_, roll, stranger) => withoutMarks(stranger()).toLowerCase().replace(/[^a-z]/g, '')),
  i('stranger-in-message', 'chat', (_, roll, stranger) => pick(roll, [`Chào anh, em là ${stranger()} bên bưu điện`, `Ck vào stk 0999888777 ${withoutMarks(stranger()).toUpperCase()} tiền hàng nhé`, `Cô ${stranger()} chủ nhiệm lớp cháu vừa gọi`])),
  i('other-surname', 'facebook', ({ name }, _, stranger) => swapPart(name, stranger, () => 0)),
  i('other-middle', 'facebook', ({ name }, _, stranger) => swapPart(name, stranger, () => 1)),
  i('other-given', 'facebook', ({ name }, _, stranger) => swapPart(name, stranger, (length) => length - 1)),
  i('other-middle-dressed', 'facebook', ({ name }, roll, stranger) => { const made = swapPart(name, stranger, () => 1); return made === undefined ? undefined : dress(made, roll); }),
  i('other-given-bank', 'bank', ({ name }, roll, stranger) => { const made = swapPart(name, stranger, (length) => length - 1); return made === undefined ? undefined : withoutMarks(made).toUpperCase(); }),
  i('close-given', 'zalo', ({ name }) => { const last = given(name), pair = CLOSE.find((two) => two.includes(last)); return pair === undefined ? undefined : [...name.split(' ').slice(0, -1), pair[0] === last ? pair[1] : pair[0]].join(' '); }),
  i('other-post', 'zalo', ({ name }, roll) => `${pick(roll, ['anh', 'chị', 'Đ/c'])} ${given(name)} ${pick(roll, ['kế toán', 'lái xe', 'bảo vệ', 'văn thư'])} ${pick(roll, ['Điện lực', 'Bưu điện', 'trường mầm non Mẫu An', 'HTX Mẫu Bình'])}`),
];
/** The same name borne by somebody else: no text can tell them apart; used only to judge the stated probability. */
export const SECOND_NAMESAKE = ({ name }: Person): string => name;
