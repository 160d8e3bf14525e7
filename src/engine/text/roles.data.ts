/** Offices that criminals borrow: canonical lower-case form → how it is written or shortened. Patterns of patterns.ts. */
export const LEADER_ROLES: readonly (readonly [string, readonly string[]])[] = [
  ['phó tổng giám đốc', ['phó tổng giám đốc', 'phó tgđ']], ['tổng giám đốc', ['tổng giám đốc', 'tgđ']],
  ['phó giám đốc', ['phó giám đốc', 'phó gđ', 'p giám đốc', 'pgđ', 'phó gd', 'pgd']], ['giám đốc', ['giám đốc', 'gđ', 'giam doc']],
  ['phó chủ tịch', ['phó chủ tịch', 'phó ct', 'pct', 'p chủ tịch']], ['chủ tịch', ['chủ tịch', 'chủ tich', 'chũ tịch']],
  ['phó bí thư', ['phó bí thư', 'phó bt', 'pbt']], ['bí thư', ['bí thư', 'bi thư']],
  ['phó trưởng phòng', ['phó trưởng phòng', 'phó phòng', 'phó tp']], ['trưởng phòng', ['trưởng phòng', 'trg phòng', 'trưởng fòng']],
  ['phó chánh văn phòng', ['phó chánh văn phòng', 'phó cvp']], ['chánh văn phòng', ['chánh văn phòng', 'cvp', 'chánh vp']],
  ['phó trưởng ban', ['phó trưởng ban', 'phó ban']], ['trưởng ban', ['trưởng ban']], ['phó vụ trưởng', ['phó vụ trưởng', 'vụ phó']], ['vụ trưởng', ['vụ trưởng']],
  ['phó cục trưởng', ['phó cục trưởng', 'cục phó']], ['cục trưởng', ['cục trưởng']], ['phó chi cục trưởng', ['phó chi cục trưởng']], ['chi cục trưởng', ['chi cục trưởng']],
  ['phó hiệu trưởng', ['phó hiệu trưởng']], ['hiệu phó', ['hiệu phó', 'hp nhà trường']], ['hiệu trưởng', ['hiệu trưởng']],
  ['viện trưởng', ['viện trưởng']], ['phó viện trưởng', ['phó viện trưởng', 'viện phó']], ['phó thủ trưởng', ['phó thủ trưởng']], ['thủ trưởng', ['thủ trưởng']],
  ['chánh án', ['chánh án']], ['phó chánh án', ['phó chánh án']], ['chánh thanh tra', ['chánh thanh tra']], ['phó trưởng đoàn', ['phó trưởng đoàn']], ['trưởng đoàn', ['trưởng đoàn']],
  ['trưởng công an', ['trưởng công an', 'trưởng ca']], ['phó trưởng công an', ['phó trưởng công an', 'phó công an']], ['chỉ huy trưởng', ['chỉ huy trưởng']], ['chính ủy', ['chính uỷ']],
  ['trưởng khoa', ['trưởng khoa']], ['trưởng trạm', ['trưởng trạm']], ['trưởng thôn', ['trưởng thôn']], ['tổ trưởng', ['tổ trưởng']], ['kế toán trưởng', ['kế toán trưởng']], ['chủ nhiệm', ['chủ nhiệm']], ['viện phó', ['viện phó']],
  ['phó đoàn', ['phó đoàn đại biểu']], ['lãnh đạo', ['lãnh đạo']], ['thứ trưởng', ['thứ trưởng']], ['bộ trưởng', ['bộ trưởng']], ['sếp', ['sếp']], ['bt', ['bt tỉnh', 'bt huyện', 'bt xã']], ['ủy viên', ['uỷ viên ban thường vụ', 'uỷ viên btv']],
  ['chủ tịch', ['ct huyện', 'ct xã', 'ct phường', 'ct tỉnh', 'ct ubnd']], ['phó giám đốc', ['anh phó', 'chị phó']], ['phó chủ tịch', ['chú phó chủ']],
];
/** Those who speak for an authority or an office without being its head. */
export const OTHER_ROLES: readonly (readonly [string, readonly string[]])[] = [
  ['điều tra viên', ['điều tra viên']], ['kiểm sát viên', ['kiểm sát viên']], ['cán bộ công an', ['cán bộ công an', 'chiến sĩ công an']], ['cán bộ thuế', ['cán bộ thuế', 'nhân viên thuế', 'cán bộ chi cục thuế', 'cán bộ cục thuế']],
  ['cán bộ csgt', ['cán bộ csgt', 'cán bộ cảnh sát giao thông']], ['cán bộ điện lực', ['cán bộ điện lực', 'nhân viên điện lực']], ['cán bộ bảo hiểm xã hội', ['cán bộ bảo hiểm', 'cán bộ bhxh', 'nhân viên bảo hiểm']],
  ['nhân viên ngân hàng', ['nhân viên ngân hàng', 'nhân viên nh', 'giao dịch viên']], ['nhân viên nhà mạng', ['nhân viên nhà mạng', 'nhân viên viettel', 'nhân viên vinaphone', 'nhân viên mobifone', 'nhân viên tổng đài']], ['cán bộ tư pháp', ['cán bộ tư pháp']], ['cán bộ địa chính', ['cán bộ địa chính']],
  ['thư ký', ['thư ký']], ['luật sư', ['luật sư']], ['giáo viên', ['giáo viên chủ nhiệm', 'giáo viên', 'gvcn']], ['bác sĩ', ['bác sĩ', 'bác sỹ']], ['công an viên', ['công an viên']], ['cảnh sát khu vực', ['cảnh sát khu vực', 'cskv']], ['thanh tra viên', ['thanh tra viên']],
  ['thẩm phán', ['thẩm phán']], ['chấp hành viên', ['chấp hành viên']], ['kiểm toán viên', ['kiểm toán viên']], ['thiếu tá', ['thiếu tá']], ['trung tá', ['trung tá']], ['thượng tá', ['thượng tá']], ['đại tá', ['đại tá']], ['đại úy', ['đại uý']], ['thượng úy', ['thượng uý']], ['trung úy', ['trung uý']], ['thiếu úy', ['thiếu uý']], ['thiếu tướng', ['thiếu tướng']],
  ['kế toán', ['kế toán']], ['văn thư', ['văn thư']], ['thủ quỹ', ['thủ quỹ']],
];
/** What may follow an office and belongs to it; the field ("Tài chính", "Xây dựng") does not. Longest first. */
export const UNITS: readonly string[] = [
  'ubnd thành phố', 'ubnd tỉnh', 'ubnd huyện', 'ubnd thị xã', 'ubnd xã', 'ubnd phường', 'ubnd quận', 'uỷ ban nhân dân tỉnh', 'uỷ ban nhân dân huyện', 'uỷ ban nhân dân xã', 'uỷ ban nhân dân phường', 'ubnd', 'hđnd tỉnh', 'hđnd huyện', 'hđnd xã', 'hđnd phường', 'hđnd', 'uỷ ban', 'ub tỉnh', 'ub huyện', 'ub xã',
  'tỉnh uỷ', 'huyện uỷ', 'thành uỷ', 'thị uỷ', 'đảng uỷ xã', 'đảng uỷ phường', 'đảng uỷ', 'chi bộ', 'chi đoàn', 'tỉnh đoàn', 'huyện đoàn', 'đoàn thanh niên', 'công an tỉnh', 'công an huyện', 'công an xã', 'công an phường', 'công an thành phố',
  'ban quản lý dự án', 'quản lý dự án', 'trung tâm y tế', 'bệnh viện', 'trung tâm', 'công ty', 'kho bạc', 'công đoàn', 'mặt trận', 'hội phụ nữ', 'hội nông dân', 'sở', 'tỉnh', 'huyện', 'thành phố', 'thị xã', 'quận', 'xã', 'phường', 'nhà trường', 'trường', 'chi nhánh', 'ngân hàng', 'thanh tra', 'văn phòng', 'hội đồng quản trị', 'hội đồng', 'hđqt', 'cơ quan', 'đơn vị', 'viện', 'chi cục', 'cục', 'thôn', 'xóm', 'tổ dân phố',
];
