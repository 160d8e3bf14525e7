/** Words around names that are not the name, in lower case with their marks (a text without marks matches them too). Own list from everyday administrative and spoken use. */

/** Forms of address and academic titles. They stand before a name; many of them are also names ("Anh", "Chi", "Chu"). */
export const ADDRESS = [
  'đ c', 'đc', 'đồng chí', 'ông', 'bà', 'anh', 'chị', 'chú', 'bác', 'cô', 'dì', 'cậu', 'em', 'cháu', 'sếp', 'thầy', 'cụ', 'mẹ', 'bố', 'thím', 'mr', 'mrs', 'ms', 'a', 'c', 'e', 'o', 'ô', 'b', 'thủ trưởng', 'bạn', 'quý ông', 'quý bà', 'kính gửi', 'ngài', 'đại ca', 'tôi là', 'mình là', 'em là', 'anh là', 'chị là', 'tên là', 'tên', 'họ tên', 'họ và tên', 'stk', 'ctk', 'chủ tài khoản', 'chủ tk', 'tài khoản', 'tk', 'người nhận', 'người gửi', 'gửi', 'cho', 'của', 'với', 'và', 'là',
  'bs', 'bác sĩ', 'bác sỹ', 'ths', 'thạc sĩ', 'thạc sỹ', 'ts', 'tiến sĩ', 'tiến sỹ', 'gs', 'giáo sư', 'pgs', 'phó giáo sư', 'pgs ts', 'gs ts', 'ks', 'kỹ sư', 'ls', 'luật sư', 'cn', 'cử nhân', 'ktv', 'ktt', 'nhà báo', 'nghệ sĩ', 'nsưt', 'nsnd', 'đại biểu', 'đb', 'gv', 'giáo viên', 'cô giáo', 'thầy giáo', 'hs', 'dược sĩ', 'ds', 'đd', 'điều dưỡng', 'bsck', 'bs ckii', 'bs cki', 'kts', 'kiến trúc sư', 'dr', 'prof', 'master',
];

/** Positions and ranks, whole and as they are shortened. They stand before or after a name. */
export const POSITIONS = [
  'bí thư', 'bt', 'phó bí thư', 'pbt', 'phó bí thư thường trực', 'chủ tịch', 'ct', 'phó chủ tịch', 'pct', 'pct tt', 'phó chủ tịch thường trực', 'giám đốc', 'gđ', 'phó giám đốc', 'pgđ', 'tổng giám đốc', 'tgđ', 'phó tổng giám đốc', 'ptgđ', 'gđs', 'pgđs', 'p gđ', 'p ct', 'p bt', 'p chủ tịch', 'p giám đốc', 'p bí thư', 'p tp', 'p trưởng phòng', 'p hiệu trưởng', 'p ht', 'q gđ', 'q giám đốc', 'q chủ tịch', 'giám đốc sở',
  'trưởng phòng', 'tp', 'phó trưởng phòng', 'ptp', 'phó phòng', 'pp', 'trưởng ban', 'phó trưởng ban', 'ptb', 'tb', 'phó ban', 'chánh văn phòng', 'cvp', 'phó chánh văn phòng', 'pcvp', 'phó văn phòng', 'pvp', 'hiệu trưởng', 'ht', 'phó hiệu trưởng', 'pht', 'hiệu phó',
  'chi cục trưởng', 'cct', 'phó chi cục trưởng', 'cục trưởng', 'phó cục trưởng', 'trưởng công an', 'phó trưởng công an', 'trưởng ca', 'phó trưởng ca', 'viện trưởng', 'phó viện trưởng', 'chánh án', 'phó chánh án', 'chánh thanh tra', 'phó chánh thanh tra', 'tổng biên tập',
  'chỉ huy trưởng', 'chỉ huy phó', 'cht', 'chính ủy', 'phó chính ủy', 'chính trị viên', 'tham mưu trưởng', 'ủy viên', 'uv btv', 'uvbtv', 'ủy viên ban thường vụ', 'thường trực', 'bộ trưởng', 'thứ trưởng', 'vụ trưởng', 'phó vụ trưởng', 'tổ trưởng', 'tổ phó', 'đội trưởng', 'đội phó', 'phó đội trưởng', 'trạm trưởng', 'trưởng khoa', 'phó khoa', 'trưởng bộ môn',
  'chuyên viên', 'cán bộ', 'công chức', 'thư ký', 'kế toán', 'kế toán trưởng', 'cskv', 'đtv', 'điều tra viên', 'kiểm sát viên', 'thẩm phán', 'chấp hành viên', 'thủ quỹ', 'văn thư', 'địa chính', 'tư pháp', 'trưởng thôn', 'thôn trưởng', 'ấp trưởng', 'lãnh đạo', 'nhân viên', 'quyền giám đốc', 'quyền chủ tịch', 'nguyên chủ tịch', 'nguyên giám đốc', 'nguyên bí thư', 'nguyên phó chủ tịch',
  'thiếu úy', 'trung úy', 'thượng úy', 'đại úy', 'thiếu tá', 'trung tá', 'thượng tá', 'đại tá', 'thiếu tướng', 'trung tướng', 'thượng tướng', 'đại tướng', 'đ tá', 'th tá', 'tr tá', 't tá', 'đ úy', 'th úy', 'tr úy', 'hạ sĩ', 'trung sĩ', 'thượng sĩ', 'thiếu uý', 'trung uý', 'thượng uý', 'đại uý',
  'ceo', 'cfo', 'chairman', 'director', 'manager', 'admin', 'official', 'real', 'fanpage', 'nick chính', 'nick mới', 'nick', 'acc mới', 'acc', 'tài khoản mới', 'số mới', 'zalo mới', 'zalo', 'fb', 'facebook', 'chính chủ', 'cá nhân', 'chính thức', 'new', 'vip', 'đã đổi số', 'backup', 'dự phòng',
];

/** Heads of bodies and places, and banks: from here to the end of the phrase it is a unit, not a name. */
export const UNITS = [
  'ubnd', 'hđnd', 'ubmttq', 'mttq', 'mặt trận', 'ủy ban', 'uỷ ban', 'ủy ban nhân dân', 'hội đồng', 'sở', 'phòng', 'phòng gd', 'pgd đt', 'văn phòng', 'vp', 'ban', 'cục', 'chi cục', 'vụ', 'bộ', 'công an', 'ca', 'cat', 'cah', 'catp', 'cax', 'huyện ủy', 'tỉnh ủy', 'thành ủy', 'thị ủy', 'đảng ủy', 'huyện', 'xã', 'phường', 'tỉnh',
  'thành phố', 'tp', 'thị xã', 'tx', 'thị trấn', 'quận', 'trường thpt', 'trường thcs', 'trường tiểu học', 'trường mầm non', 'trường đh', 'trường đại học', 'trường cao đẳng', 'trường th', 'thpt', 'thcs', 'bệnh viện', 'bv', 'trung tâm', 'tt', 'tttt', 'viện kiểm sát', 'vks', 'vksnd', 'tòa án', 'tand', 'kho bạc', 'thuế', 'hải quan', 'bảo hiểm', 'bhxh',
  'ban quản lý', 'bql', 'bch', 'bchqs', 'quân sự', 'biên phòng', 'kiểm lâm', 'ngân hàng', 'bưu điện', 'vnpt', 'viettel', 'mobifone', 'điện lực', 'thanh tra', 'đoàn thanh niên', 'hội nông dân', 'hội phụ nữ', 'hội cựu chiến binh', 'công đoàn', 'liên đoàn', 'khoa', 'tổ dân phố', 'thôn', 'khu phố', 'ấp', 'thi hành án', 'sở gd đt', 'gd đt', 'kh đt', 'sgd', 'khối', 'csgt', 'cshs', 'trung ương', 'việt nam', 'quê',
  'bidv', 'vietcombank', 'vcb', 'agribank', 'vietinbank', 'mb', 'mbbank', 'techcombank', 'tcb', 'acb', 'vpbank', 'tpbank', 'sacombank', 'shb', 'vib', 'hdbank', 'ocb', 'msb', 'seabank', 'momo', 'sđt', 'số tk', 'bank',
];

/** Legal forms, bodies and trades: the name behind them is a firm's. A bank holder named like this is not the person. */
export const COMPANIES = [
  'công ty', 'cty', 'công ty tnhh', 'cty tnhh', 'cty cp', 'công ty cp', 'công ty cổ phần', 'công ty tnhh mtv', 'cty tnhh mtv', 'cong ty tnhh một thành viên', 'tnhh', 'mtv', 'tnhh mtv', 'cổ phần', 'dntn', 'doanh nghiệp', 'dn', 'doanh nghiệp tư nhân', 'hkd', 'hộ kinh doanh', 'htx', 'hợp tác xã', 'tập đoàn', 'chi nhánh', 'cn cty', 'cơ sở', 'shop', 'cửa hàng', 'nhà hàng', 'khách sạn', 'tiệm', 'salon', 'spa', 'studio', 'company', 'ltd', 'jsc', 'group', 'corp', 'co ltd',
  'nhà thuốc', 'karaoke', 'mobile', 'vật liệu', 'vật liệu xd', 'vlxd', 'tạp hóa', 'nội thất', 'xưởng', 'đại lý', 'cafe', 'coffee', 'garage', 'gara', 'thẩm mỹ viện', 'phòng khám', 'câu lạc bộ', 'clb', 'quỹ', 'xí nghiệp', 'nhà xe', 'nhà máy', 'tổ chức', 'store', 'fashion', 'beauty', 'auto', 'bđs', 'bất động sản', 'sửa xe', 'in ấn', 'quảng cáo', 'thời trang', 'mỹ phẩm', 'quán ăn', 'quán', 'trà sữa', 'homestay', 'villa', 'hotel', 'bún', 'cơm', 'hải sản', 'điện máy', 'điện thoại', 'vàng', 'tiệm vàng', 'hội', 'clb',
];
/** Bodies, for holder names only. */
export const BODIES = ['ubnd', 'uy ban nhan dan', 'cong an', 'ngan hang', 'kho bac', 'benh vien', 'trung tam', 'ban quan ly', 'truong thpt', 'truong tieu hoc', 'truong thcs', 'so', 'chi cuc', 'hoi chu thap do', 'ban dieu hanh', 'doan thanh nien', 'cong doan', 'hoi nong dan', 'hoi phu nu'];
