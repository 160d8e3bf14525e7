/** Words around names that are not the name. Folded, lower case. Own list from everyday administrative and spoken use. */

/** Forms of address. They stand before a name; many of them are also given names or surnames ("Anh", "Chi", "Ba"), so only the front is stripped. */
export const ADDRESS = [
  'd c', 'dc', 'dong chi', 'ong', 'ba', 'anh', 'chi', 'chu', 'bac', 'co', 'di', 'cau', 'em', 'chau', 'sep', 'thay', 'cu', 'mr', 'mrs', 'ms', 'a', 'c', 'e', 'o', 'b', 'thu truong', 'ban', 'quy ong', 'quy ba', 'me', 'bo', 'thim', 'mo', 'nguoi', 'kinh gui', 'cac',
  'bs', 'bac si', 'ths', 'thac si', 'ts', 'tien si', 'gs', 'giao su', 'pgs', 'pho giao su', 'pgs ts', 'gs ts', 'ks', 'ky su', 'ls', 'luat su', 'cn', 'cu nhan', 'ktv', 'ktt', 'nha bao', 'nghe si', 'nsut', 'nsnd', 'dai bieu', 'gv', 'giao vien', 'hs', 'duoc si', 'ds',
];

/** Positions and ranks, whole and as they are shortened. They stand before or after a name. */
export const POSITIONS = [
  'bi thu', 'bt', 'pho bi thu', 'pbt', 'pho bi thu thuong truc', 'chu tich', 'ct', 'pho chu tich', 'pct', 'pct tt', 'pho chu tich thuong truc', 'giam doc', 'gd', 'gds', 'pho giam doc', 'pgd', 'pgds', 'tong giam doc', 'tgd', 'pho tong giam doc', 'ptgd',
  'truong phong', 'tp', 'pho truong phong', 'ptp', 'pho phong', 'truong ban', 'pho truong ban', 'ptb', 'tb', 'chanh van phong', 'cvp', 'pho chanh van phong', 'pcvp', 'pvp', 'hieu truong', 'ht', 'pho hieu truong', 'pht', 'hieu pho',
  'chi cuc truong', 'cct', 'pho chi cuc truong', 'cuc truong', 'pho cuc truong', 'truong cong an', 'pho truong cong an', 'truong ca', 'truong cax', 'truong cap', 'vien truong', 'pho vien truong', 'chanh an', 'pho chanh an', 'chanh thanh tra', 'pho chanh thanh tra',
  'chi huy truong', 'chi huy pho', 'chinh uy', 'pho chinh uy', 'tham muu truong', 'uy vien', 'uv btv', 'uvbtv', 'uy vien ban thuong vu', 'thuong truc', 'bo truong', 'thu truong', 'vu truong', 'pho vu truong', 'to truong', 'doi truong', 'pho doi truong', 'tram truong', 'truong khoa', 'pho khoa',
  'chuyen vien', 'can bo', 'cong chuc', 'thu ky', 'ke toan', 'ke toan truong', 'ctv', 'cskv', 'dtv', 'dieu tra vien', 'kiem sat vien', 'tham phan', 'chap hanh vien', 'thu quy', 'van thu', 'dia chinh', 'tu phap', 'truong thon', 'thon truong', 'ap truong',
  'thieu uy', 'trung uy', 'thuong uy', 'dai uy', 'thieu ta', 'trung ta', 'thuong ta', 'dai ta', 'thieu tuong', 'trung tuong', 'thuong tuong', 'dai tuong', 'd ta', 'th ta', 'tr ta', 't ta', 'd uy', 'th uy', 'tr uy', 'ha si', 'trung si', 'thuong si',
  'ceo', 'cfo', 'chairman', 'director', 'manager', 'admin', 'official', 'real', 'fanpage', 'nick chinh', 'nick moi', 'acc moi', 'tai khoan moi', 'so moi', 'zalo moi', 'zalo', 'fb', 'facebook', 'chinh chu', 'ca nhan', 'chinh thuc', 'new', 'vip', 'sn',
];

/** Heads of bodies and places: from here to the end of the phrase it is a unit, not a name. */
export const UNITS = [
  'ubnd', 'hdnd', 'ubmttq', 'mttq', 'mat tran', 'uy ban', 'uy ban nhan dan', 'hoi dong', 'so', 'phong', 'phong gd', 'pgd dt', 'van phong', 'vp', 'ban', 'cuc', 'chi cuc', 'vu', 'bo', 'cong an', 'ca', 'cat', 'cah', 'catp', 'cax', 'huyen uy', 'tinh uy', 'thanh uy', 'thi uy', 'dang uy', 'huyen', 'xa', 'phuong',
  'tinh', 'thanh pho', 'thi xa', 'thi tran', 'quan', 'truong thpt', 'truong thcs', 'truong tieu hoc', 'truong mam non', 'truong dh', 'truong dai hoc', 'truong cao dang', 'truong th', 'thpt', 'thcs', 'benh vien', 'bv', 'trung tam', 'tt', 'vien kiem sat', 'vks', 'vksnd', 'toa an', 'tand', 'kho bac', 'thue', 'hai quan', 'bao hiem', 'bhxh',
  'ban quan ly', 'bql', 'bch', 'bchqs', 'quan su', 'bien phong', 'kiem lam', 'ngan hang', 'buu dien', 'vnpt', 'viettel', 'dien luc', 'thanh tra', 'doan thanh nien', 'hoi nong dan', 'hoi phu nu', 'hoi cuu chien binh', 'cong doan', 'lien doan', 'khoa', 'to dan pho', 'thon', 'khu pho', 'ap', 'quan ly', 'thi hanh an', 'so gd dt', 'so gddt', 'sgd', 'phuong an', 'khoi', 'pa05', 'pc02', 'csgt', 'cshs', 'trung uong',
];

/** Legal forms and trades: the name behind them is a firm's. A bank holder named like this is not the person. */
export const COMPANIES = [
  'cong ty', 'cty', 'cong ty tnhh', 'cty tnhh', 'tnhh', 'mtv', 'cp', 'co phan', 'dntn', 'doanh nghiep', 'doanh nghiep tu nhan', 'hkd', 'ho kinh doanh', 'htx', 'hop tac xa', 'tap doan', 'chi nhanh', 'cn cty', 'co so', 'shop', 'cua hang', 'quan', 'nha hang', 'khach san', 'tiem', 'salon', 'spa', 'studio', 'company', 'ltd', 'jsc', 'group', 'corp', 'co ltd',
  'nha thuoc', 'karaoke', 'mobile', 'vat lieu', 'tap hoa', 'noi that', 'xuong', 'dai ly', 'cafe', 'coffee', 'garage', 'gara', 'tham my vien', 'phong kham', 'quy', 'hoi', 'cau lac bo', 'clb', 'trung tam', 'truong', 'ban quan ly', 'kho bac', 'benh vien', 'ubnd', 'uy ban nhan dan', 'cong an', 'ngan hang', 'xi nghiep', 'nha xe', 'nha may', 'vien', 'to chuc', 'ban dieu hanh', 'store', 'fashion', 'beauty', 'auto', 'bds', 'bat dong san', 'sua xe', 'in an', 'quang cao', 'thoi trang', 'my pham', 'quan an', 'com', 'pho', 'bun', 'tra sua', 'homestay', 'villa', 'hotel',
];
