import type { Bank } from './types.ts';

/**
 * Institutions of the VietQR / NAPAS 24/7 directory with their BIN, plus the Treasury, the policy bank and wallets that have none there.
 * `aliases`: as people write them, folded. `weak`: aliases that are ordinary words or syllables and mean a bank only beside "stk", "ck", "ngân hàng" or an account number.
 * "Công thương", "nông nghiệp", "quân đội", "đầu tư phát triển" are departments and the army first: weak, whatever bank bears the word too. NHNN is the State Bank, which keeps no accounts for people.
 * Renamed banks keep the old name as an alias (DongA → Vikki, OceanBank → MBV, LienVietPostBank → LPBank, CBBank → VCBNeo).
 */
export interface BankRow extends Bank { readonly aliases: readonly string[]; readonly weak: readonly string[] }

type Row = readonly [code: string, bin: string | null, shortName: string, name: string, aliases: string, weak?: string];

const ROWS: readonly Row[] = [
  ['VCB', '970436', 'Vietcombank', 'Ngân hàng TMCP Ngoại thương Việt Nam', 'vietcombank,vietcom bank,vietcom,vcbank,vcb digibank,vcb', 'ngoai thuong'],
  ['ICB', '970415', 'VietinBank', 'Ngân hàng TMCP Công thương Việt Nam', 'vietinbank,vietin bank,vietin,viettinbank,viettin bank,viettin,vtin,vtb,ctg,vietin ipay,incombank,icb', 'cong thuong'],
  ['BIDV', '970418', 'BIDV', 'Ngân hàng TMCP Đầu tư và Phát triển Việt Nam', 'bidv,bidv bank,bidv smartbanking', 'dau tu va phat trien,dau tu phat trien,dt va pt'],
  ['VBA', '970405', 'Agribank', 'Ngân hàng Nông nghiệp và Phát triển Nông thôn Việt Nam', 'agribank,agri bank,agri,vbard,varb,agb,ngan hang nn va ptnt,ngan hang no va ptnt,ngan hang nn ptnt', 'vba,nong nghiep,nong nghiep va ptnt,nnptnt,nn ptnt'],
  ['TCB', '970407', 'Techcombank', 'Ngân hàng TMCP Kỹ thương Việt Nam', 'techcombank,techcom bank,techcom,tech bank,techbank,tcb', 'tech,ky thuong'],
  ['MB', '970422', 'MBBank', 'Ngân hàng TMCP Quân đội', 'mbbank,mb bank,mbb,military bank', 'mb,quan doi'],
  ['ACB', '970416', 'ACB', 'Ngân hàng TMCP Á Châu', 'acb,acb bank,acbank,acb one', 'a chau'],
  ['VPB', '970432', 'VPBank', 'Ngân hàng TMCP Việt Nam Thịnh Vượng', 'vpbank,vp bank,vpb,vpbank neo', 'vp,thinh vuong,viet nam thinh vuong'],
  ['TPB', '970423', 'TPBank', 'Ngân hàng TMCP Tiên Phong', 'tpbank,tp bank,tpb,tien phong bank,tienphongbank,tpbank ebank', 'tien phong'],
  ['STB', '970403', 'Sacombank', 'Ngân hàng TMCP Sài Gòn Thương Tín', 'sacombank,sacom bank,sacom,sai gon thuong tin,sacombank pay,stb'],
  ['HDB', '970437', 'HDBank', 'Ngân hàng TMCP Phát triển Thành phố Hồ Chí Minh', 'hdbank,hd bank,hdb,phat trien nha tphcm,phat trien tphcm', 'hd'],
  ['VCCB', '970454', 'BVBank', 'Ngân hàng TMCP Bản Việt', 'bvbank,bv bank,vietcapital bank,vietcapitalbank,viet capital bank,vietcapital,viet capital,vccb', 'ban viet'],
  ['SCB', '970429', 'SCB', 'Ngân hàng TMCP Sài Gòn', 'ngan hang sai gon,scb bank,scb'],
  ['VIB', '970441', 'VIB', 'Ngân hàng TMCP Quốc tế Việt Nam', 'vib,vibank,vib bank,my vib,ngan hang quoc te', 'quoc te'],
  ['SHB', '970443', 'SHB', 'Ngân hàng TMCP Sài Gòn – Hà Nội', 'shb,shbank,shb bank', 'sai gon ha noi'],
  ['EIB', '970431', 'Eximbank', 'Ngân hàng TMCP Xuất nhập khẩu Việt Nam', 'eximbank,exim bank,exim,xuat nhap khau bank,eib', 'xuat nhap khau'],
  ['MSB', '970426', 'MSB', 'Ngân hàng TMCP Hàng hải Việt Nam', 'msb,msbank,msb bank,maritime bank,maritimebank,tnex', 'hang hai'],
  ['CAKE', '546034', 'CAKE', 'Ngân hàng số CAKE by VPBank', 'cake by vpbank,cakebyvpbank,ngan hang so cake,cake bank,ngan hang cake', 'cake'],
  ['Ubank', '546035', 'Ubank', 'Ngân hàng số Ubank by VPBank', 'ubank,ubank by vpbank'],
  ['TIMO', '963388', 'Timo', 'Ngân hàng số Timo by BVBank', 'timo bank,timo plus,timo by bvbank,timo by ban viet bank,ngan hang so timo', 'timo'],
  ['VTLMONEY', '971005', 'Viettel Money', 'Viettel Money (ViettelPay)', 'viettel money,viettelmoney,viettel pay,viettelpay,vtl money,vtlmoney', 'vtp'],
  ['VNPTMONEY', '971011', 'VNPT Money', 'VNPT Money', 'vnpt money,vnptmoney,vnpt pay,vnptpay'],
  ['SGICB', '970400', 'SaigonBank', 'Ngân hàng TMCP Sài Gòn Công Thương', 'saigonbank,saigon bank,sai gon bank,sai gon cong thuong,sgb'],
  ['BAB', '970409', 'BacABank', 'Ngân hàng TMCP Bắc Á', 'bacabank,bac a bank,baca bank,ngan hang bac a,nasb', 'bac a,bab'],
  ['MOMO', '971025', 'MoMo', 'Ví MoMo', 'vi momo,momo,vi dien tu momo', ''],
  ['PVDB', '971133', 'PVcomBank Pay', 'PVcomBank Pay', 'pvcombank pay,pvcom pay,pvcom bank pay'],
  ['PVCB', '970412', 'PVcomBank', 'Ngân hàng TMCP Đại Chúng Việt Nam', 'pvcombank,pvcom bank,pvcom,pvb,pv bank,dai chung bank', 'dai chung'],
  ['MBV', '970414', 'MBV', 'Ngân hàng TNHH MTV Việt Nam Hiện Đại', 'mbv,mbv bank,oceanbank,ocean bank,dai duong bank,ngan hang dai duong,viet nam hien dai', 'ocean,dai duong'],
  ['NCB', '970419', 'NCB', 'Ngân hàng TMCP Quốc Dân', 'ncb,ncb bank,nvb,navibank,ngan hang quoc dan', 'quoc dan'],
  ['SHBVN', '970424', 'ShinhanBank', 'Ngân hàng TNHH MTV Shinhan Việt Nam', 'shinhanbank,shinhan bank,shinhan,svb'],
  ['ABB', '970425', 'ABBANK', 'Ngân hàng TMCP An Bình', 'abbank,ab bank,abb,ngan hang an binh,an binh bank', 'an binh'],
  ['VAB', '970427', 'VietABank', 'Ngân hàng TMCP Việt Á', 'vietabank,viet a bank,vieta bank,ngan hang viet a', 'viet a,vab'],
  ['NAB', '970428', 'NamABank', 'Ngân hàng TMCP Nam Á', 'namabank,nam a bank,nama bank,ngan hang nam a', 'nam a,nab'],
  ['PGB', '970430', 'PGBank', 'Ngân hàng TMCP Thịnh vượng và Phát triển', 'pgbank,pg bank', 'pgb,thinh vuong va phat trien'],
  ['VIETBANK', '970433', 'VietBank', 'Ngân hàng TMCP Việt Nam Thương Tín', 'vietbank,viet bank,viet nam thuong tin,vbb'],
  ['BVB', '970438', 'BaoVietBank', 'Ngân hàng TMCP Bảo Việt', 'baovietbank,bao viet bank,baoviet bank,ngan hang bao viet', 'bao viet,bvb'],
  ['SEAB', '970440', 'SeABank', 'Ngân hàng TMCP Đông Nam Á', 'seabank,sea bank,ssb,ngan hang dong nam a', 'dong nam a,seab'],
  ['COOPBANK', '970446', 'COOPBANK', 'Ngân hàng Hợp tác xã Việt Nam', 'coopbank,co opbank,co op bank,coop bank,ngan hang hop tac xa,quy tin dung nhan dan trung uong', ''],
  ['LPB', '970449', 'LPBank', 'Ngân hàng TMCP Lộc Phát Việt Nam', 'lpbank,lp bank,lpb,lienvietpostbank,lienviet post bank,lien viet post bank,lienvietbank,lien viet bank,lien viet,lvb,lpbank loc phat,loc phat bank,buu dien lien viet', 'loc phat'],
  ['KLB', '970452', 'KienLongBank', 'Ngân hàng TMCP Kiên Long', 'kienlongbank,kien long bank,kienlong bank,klb,ngan hang kien long', 'kien long'],
  ['KBank', '668888', 'KBank', 'Ngân hàng Đại chúng TNHH Kasikornbank', 'kbank,k bank,kasikorn,kasikornbank'],
  ['OCB', '970448', 'OCB', 'Ngân hàng TMCP Phương Đông', 'ocb,ocb bank,ngan hang phuong dong,ocb omni,orient commercial bank', 'phuong dong'],
  ['CIMB', '422589', 'CIMB', 'Ngân hàng TNHH MTV CIMB Việt Nam', 'cimb,cimb bank,octo by cimb'],
  ['CBB', '970444', 'VCBNeo', 'Ngân hàng TNHH MTV Ngoại thương Công nghệ số', 'vcbneo,vcb neo,cbbank,cb bank,ngan hang xay dung', 'cbb'],
  ['Vikki', '970406', 'Vikki', 'Ngân hàng TNHH MTV Số Vikki', 'vikki,vikki bank,vikkibank,vikki by hdbank,dongabank,dong a bank,donga bank,ngan hang dong a', 'dong a,dab,dob'],
  ['GPB', '970408', 'GPBank', 'Ngân hàng TNHH MTV Kỷ nguyên Thịnh vượng', 'gpbank,gp bank,gpb,dau khi toan cau'],
  ['HSBC', '458761', 'HSBC', 'Ngân hàng TNHH MTV HSBC (Việt Nam)', 'hsbc,hsbc bank,hsbc viet nam'],
  ['SCVN', '970410', 'StandardChartered', 'Ngân hàng TNHH MTV Standard Chartered Bank Việt Nam', 'standard chartered,standard chartered bank,standardchartered,scvn'],
  ['PBVN', '970439', 'PublicBank', 'Ngân hàng TNHH MTV Public Việt Nam', 'publicbank,public bank,pbvn,vid public'],
  ['HLBVN', '970442', 'HongLeong', 'Ngân hàng TNHH MTV Hong Leong Việt Nam', 'hongleong,hong leong,hong leong bank,hlb,hlbvn'],
  ['IVB', '970434', 'IndovinaBank', 'Ngân hàng TNHH Indovina', 'indovina,indovinabank,indovina bank,ivb'],
  ['VRB', '970421', 'VRB', 'Ngân hàng Liên doanh Việt – Nga', 'vrb,vrb bank,ngan hang viet nga', 'viet nga'],
  ['WVN', '970457', 'Woori', 'Ngân hàng TNHH MTV Woori Việt Nam', 'woori,wooribank,woori bank,wvn'],
  ['UOB', '970458', 'UnitedOverseas', 'Ngân hàng United Overseas Bank', 'uob,uob bank,united overseas,united overseas bank,tmrw'],
  ['IBKHN', '970455', 'IBKHN', 'Ngân hàng Công nghiệp Hàn Quốc – Hà Nội', 'ibk,ibk bank,ibk hn,ibk ha noi,ibkhn'],
  ['IBKHCM', '970456', 'IBKHCM', 'Ngân hàng Công nghiệp Hàn Quốc – TP. Hồ Chí Minh', 'ibk hcm,ibk ho chi minh,ibkhcm'],
  ['NHBHN', '801011', 'Nonghyup', 'Ngân hàng Nonghyup – Hà Nội', 'nonghyup,nhb hn,nhbhn,nonghyup bank'],
  ['KBHN', '970462', 'KookminHN', 'Ngân hàng Kookmin – Hà Nội', 'kookmin,kookmin bank,kb kookmin,kookminhn,kookmin hn,kookmin ha noi,kbhn'],
  ['KBHCM', '970463', 'KookminHCM', 'Ngân hàng Kookmin – TP. Hồ Chí Minh', 'kookminhcm,kookmin hcm,kookmin ho chi minh,kbhcm'],
  ['DBS', '796500', 'DBSBank', 'DBS Bank – Hồ Chí Minh', 'dbs bank,dbsbank,dbs'],
  ['CITIBANK', '533948', 'Citibank', 'Ngân hàng Citibank', 'citibank,citi bank', 'citi'],
  ['KEBHANAHN', '970467', 'KEBHANAHN', 'Ngân hàng KEB Hana – Hà Nội', 'keb hana,kebhana,hana bank,keb hana hn,keb hana ha noi,kebhanahn'],
  ['KEBHANAHCM', '970466', 'KEBHanaHCM', 'Ngân hàng KEB Hana – TP. Hồ Chí Minh', 'keb hana hcm,keb hana ho chi minh,kebhanahcm'],
  ['MAFC', '977777', 'MAFC', 'Mirae Asset Finance Vietnam', 'mirae asset,mafc'],
  ['LIOBANK', '963369', 'Liobank', 'Ngân hàng số Liobank by OCB', 'liobank,lio bank,liobank by ocb'],
  ['UMEE', '963399', 'UMEE', 'Ngân hàng số UMEE by Kienlongbank', 'umee,umee by kienlongbank'],
  ['VBSP', '999888', 'VBSP', 'Ngân hàng Chính sách xã hội', 'vbsp,ngan hang chinh sach,nhcsxh,nhcs,nh csxh', 'chinh sach xa hoi'],
  ['KBNN', null, 'Kho bạc Nhà nước', 'Kho bạc Nhà nước', 'kho bac nha nuoc,kho bac,kbnn,state treasury'],
  ['ZALOPAY', null, 'ZaloPay', 'Ví ZaloPay', 'zalopay,zalo pay,vi zalopay,vi zalo'],
  ['SHOPEEPAY', null, 'ShopeePay', 'Ví ShopeePay', 'shopeepay,shopee pay,vi shopee,airpay,monee'],
  ['VNPAY', null, 'VNPAY', 'Ví VNPAY', 'vi vnpay,vnpay'],
  ['MOBIMONEY', null, 'MobiFone Money', 'MobiFone Money', 'mobifone money,mobifonemoney,mobifone pay,mobi money'],
  ['SMARTPAY', null, 'SmartPay', 'Ví SmartPay', 'smartpay,smart pay,vi smartpay'],
  ['PAYOO', null, 'Payoo', 'Ví Payoo', 'payoo,vi payoo'],
  ['VTCPAY', null, 'VTC Pay', 'Ví VTC Pay', 'vtc pay,vtcpay'],
  ['MOCA', null, 'Moca', 'Ví Moca (Grab)', 'grabpay,grab pay,vi moca', 'moca'],
];

const WALLETS = new Set(['MOMO', 'ZALOPAY', 'SHOPEEPAY', 'VNPAY', 'VTLMONEY', 'VNPTMONEY', 'PVDB', 'MOBIMONEY', 'SMARTPAY', 'PAYOO', 'VTCPAY', 'MOCA']);
const words = (text = ''): string[] => text.split(',').filter(Boolean);

export const BANKS: readonly BankRow[] = ROWS.map(([code, bin, shortName, name, aliases, weak]) => ({
  code, bin, shortName, name, kind: code === 'KBNN' ? 'treasury' : WALLETS.has(code) ? 'wallet' : 'bank', aliases: words(aliases), weak: words(weak),
}));
