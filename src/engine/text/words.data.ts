/** How chat shortens words: short form (marks as typed, or without) → the word. Only forms that are no word of their own. */
const SHORT = `ko không|k không|kg không|kh không|khg không|hok không|hong không|hông không|hem không|khum không|hk không|kô không|khong không|dc được|đc được|đk được|dk được|duoc được
a anh|e em|c chị|m mình|mk mình|mik mình|mjnh mình|b bạn|t tao|tui tôi|mn mọi|mng mọi|ae anh|vk vợ|ck chuyển|chuyen chuyển|r rồi|rui rồi|ùi rồi|vs với|vơi với|nge nghe|ngke nghe|nghe nghe
gium giúp|giùm giúp|dùm giúp|zum giúp|zùm giúp|jum giúp|jup giúp|júp giúp|giup giúp|gjup giúp|gúp giúp|hộ hộ|vô vào|vào vào|gởi gửi|gui gửi|gửi gửi|bít biết|bik biết|bjt biết|j gì|ji gì|gi gì|z vậy|zậy vậy|zị vậy|dị vậy|v vậy|vj vậy
cv việc|ntn thế|nt nhắn|ib nhắn|inbox nhắn|nhan nhắn|tl trả|tks cảm|thanks cảm|hqua hôm|hnay nay|hn nay|hnay nay|đag đang|dag đang|đg đang|trg trưởng|trog trong|xíu xíu|tý tí|lun luôn|luôn luôn|lẹ lẹ|liền liền|ah à|ak à|uh ừ|uk ừ|oki ok|okie ok
fb facebook|face facebook|zl zalo|dalo zalo|mess messenger|tele telegram|stk stk|sotk stk|tk tk|acc tk|nick nick|nik nick|lm làm|lmf làm|bn bao|bnhiu bao|nhìu nhiều|mua mua|mượn mượn|mựn mượn|mươn mượn|sep sếp|xếp sếp|xep sếp|boss sếp
đt đt|dt đt|sdt sđt|sđt sđt|chừ giờ|giừ giờ|chư giờ|mô đâu|răng sao|rứa vậy|tau tao|mi mày|nớ đó|hỉ nhé|nha nhé|nghen nhé|nhen nhé|nhoa nhé|nhe nhé|nhé nhé|nhá nhé|ngen nhé|ni này|nì này|nek đây|nè đây|ne đây|nek đây|neh đây|day đây|đây đây|đei đây`;

const strip = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
export const SHORTHAND: ReadonlyMap<string, { readonly plain: string; readonly marked: string }> = new Map(
  SHORT.split(/[|\n]/).map((row) => { const [from = '', to = ''] = row.split(' '); return [from, { plain: strip(to), marked: to }] as const; })
    // "a" is "anh" and never "ảnh": a short form says which word it stands for, also where that word has no marks.
    // A form without marks that folds to itself says nothing new ("chuyen"), and as "marked" it would refuse the plain word's other readings.
    .filter(([from, to]) => from !== to.plain),
);

/**
 * Common words that differ from a pattern's word only in marks. Where the writer typed marks, such a word is itself and not a slip for the pattern's:
 * "gặp" is not "gấp", "vậy" not "vay", "bán" not "bạn". Also plain words ("cho", "ban"), which count only in a text that has marks.
 */
const WORDS = `cho chờ chợ chó chỗ chớ|vay vậy váy vây vảy|mượn muốn muộn muôn|gấp gặp gập|trả trà tra trá|họp hợp hộp hớp|số sở sợ sơ so sổ|mã má mà ma mả|liền liên liễn|bận bạn bán bàn ban bản bẩn bắn|tin tín tìn|chú chủ chữ chừ|có cô cổ cố co cỏ|chị chỉ chi chí|bà ba bố bộ bỏ bò|máy mấy mày may mây|lo lô lỡ|mai mãi mại|sáng sang sảng|tối tôi tới tội toi tồi|nay này nảy|nó nợ nổ no nọ|đâu đầu đau dấu dầu dâu đậu
đừng dùng đúng dừng dựng dung đụng đứng dũng|đang đảng dạng đăng dáng đáng|gọi gói gỏi gởi|lại lái lai lãi|chuyển chuyện chuyến chuyên chuyền|gửi gừi|tiền tiên tiến tiện|đóng đồng đông động đống đong|nộp nóp|cần can cân cản cẩn căn|giữ giờ giơ|bí bị bì bi|thư thử thứ thừ thu thủ|kín kìn|khóa khoa khoá khoá khoả|phạt phát phật|bắt bất bật bát|lừa lửa lứa lúa|giả già giá gia giã|cảnh canh cánh cạnh|báo bao bảo bào|nói nơi nối nổi nội noi|kể kẻ kề kế ke
vợ vỡ vở vô vo|con còn cơn|cháu chau chàu|cậu câu cầu cẩu|dì di đi dị|thầy thấy thay|em êm|anh ánh ảnh|tài tại tai tải|khoản khoán|mới mời môi mỗi mồi mọi|lưu lựu|đổi đối đói đội đôi đợi đời|lỗi lối lồi lôi|hỏng hông hồng|sóng sống sông|yếu yêu yểu|pin pín|mạng mang máng màng|tắt tất tạt|bấm bẩm|cài cái cải cãi|tải|đọc độc dọc|quét|bình|chọn|giúp|hộ hồ họ hổ hố hơ|nhờ nhớ nhỡ nho nhỏ|ứng ừng|cọc|mừng mùng|phí phi|hạn hàn hán|kịp|ngay ngày|luôn luồn|gọn|sớm|trước|đây day dạy dày dậy|là lá la lạ|thi thì thị thí|vào|qua quà quá|về ve vé vế|đến đèn đen đền|từ tự tu tứ tư|ai ái|sao sáo|biết|thôi thối|nhé|rồi rời rơi rỗi|đã đá da|vừa vựa|chưa chữa chứa|không|được|hết hét|thẻ thể thế the|ví vì vị vi|bạn|kẹt kết két|khẩn khăn khan khán|tớ tố tổ tờ tô to|tạo táo|đọi|chửi|giá|sang|năm|cám|ngân ngăn ngàn ngắn ngan|lẹ lệ lễ lẻ lê`;
export const HOMOGRAPHS: ReadonlySet<string> = new Set(WORDS.split(/[| \n]/).filter(Boolean));
