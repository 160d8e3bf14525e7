/**
 * Words that stand for an agency, bank, wallet, platform or utility inside a foreign host. Compared in skeleton form.
 * `anywhere`: long enough that no honest name contains it. `edge`: only at the start of a word between dashes ("helpbank" carries "lpbank").
 * `state` and `trade`: also syllables of honest names ("dichvucongty", "conganh", "acbaby"), so the whole name must be made of known words;
 * `trade` words need a lure beside them, because agents and namesakes use them honestly.
 */
export type BrandUse = 'anywhere' | 'edge' | 'state' | 'trade';
const rows = (use: BrandUse, text: string): (readonly [word: string, of: string, use: BrandUse])[] =>
  text.trim().split(/\s+/).map((row) => { const [word = '', of = ''] = row.split('='); return [word, of, use] as const; });

export const BRANDS = [
  ...rows('anywhere', `
    bocongan=bocongan.gov.vn vneid=vneid.gov.vn dichvucongquocgia=dichvucong.gov.vn congdichvucong=dichvucong.gov.vn thongtindichvucong=dichvucong.gov.vn dichvucomg=dichvucong.gov.vn dichvucogn=dichvucong.gov.vn dichvuccong=dichvucong.gov.vn
    dichvucoong=dichvucong.gov.vn vssid=baohiemxahoi.gov.vn tongcucthue=gdt.gov.vn thuedientu=gdt.gov.vn etaxmobile=gdt.gov.vn vienkiemsat=vksndtc.gov.vn toaannhandan=toaan.gov.vn khobacnhanuoc=gov.vn canhsatgiaothong=bocongan.gov.vn
    dancuquocgia=bocongan.gov.vn anninhmang=bocongan.gov.vn vksndtc=vksndtc.gov.vn nganhangnhanuoc=sbv.gov.vn govvn=gov.vn
    vietcombank=vietcombank.com.vn vcbdigibank=vietcombank.com.vn vietinbank=vietinbank.vn agribank=agribank.com.vn techcombank=techcombank.com sacombank=sacombank.com.vn eximbank=eximbank.com.vn pvcombank=pvcombank.com.vn
    kienlongbank=kienlongbank.com baovietbank=baovietbank.vn vietabank=vietabank.com.vn lienvietpostbank=lpbank.com.vn viettelmoney=viettelmoney.vn shinhanbank=shinhan.com.vn saigonbank=saigonbank.com.vn vikkibank=vikkibank.vn dongabank=vikkibank.vn viettelpay=viettelmoney.vn zalopay=zalopay.vn shopeepay=shopeepay.vn`),
  ...rows('edge', `
    bidv=bidv.com.vn ubnd=gov.vn kbnn=gov.vn hdbank=hdbank.com.vn mbbank=mbbank.com.vn vpbank=vpbank.com.vn tpbank=tpb.vn lpbank=lpbank.com.vn seabank=seabank.com.vn namabank=namabank.com.vn abbank=abbank.vn vnpay=vnpay.vn`),
  ...rows('state', `
    congan=bocongan.gov.vn dichvucong=dichvucong.gov.vn chinhphu=chinhphu.vn csgt=bocongan.gov.vn canhsat=bocongan.gov.vn toaan=toaan.gov.vn khobac=gov.vn cucthue=gdt.gov.vn baohiemxahoi=baohiemxahoi.gov.vn bhxh=baohiemxahoi.gov.vn
    etax=gdt.gov.vn gdt=gdt.gov.vn dvc=dichvucong.gov.vn bca=bocongan.gov.vn pa05=bocongan.gov.vn tct=gdt.gov.vn vks=vksndtc.gov.vn quochoi=quochoi.vn gov=gov.vn`),
  ...rows('trade', `
    vcb=vietcombank.com.vn acb=acb.com.vn tcb=techcombank.com shb=shb.com.vn vib=vib.com.vn msb=msb.com.vn ocb=ocb.com.vn tpb=tpb.vn vpb=vpbank.com.vn mbb=mbbank.com.vn mb=mbbank.com.vn scb=scb.com.vn vietcom=vietcombank.com.vn vietin=vietinbank.vn
    agri=agribank.com.vn techcom=techcombank.com sacom=sacombank.com.vn momo=momo.vn napas=napas.com.vn vietqr=vietqr.net evn=evn.com.vn evnhanoi=evnhanoi.vn evnspc=evnspc.vn evnhcmc=evnhcmc.vn
    facebook=facebook.com fb=facebook.com messenger=messenger.com zalo=zalo.me zaloo=zalo.me telegram=telegram.org tiktok=tiktok.com whatsapp=whatsapp.com viettel=viettel.vn vnpt=vnpt.vn mobifone=mobifone.vn vinaphone=vinaphone.com.vn
    shopee=shopee.vn lazada=lazada.vn ghtk=ghtk.vn ghn=ghn.vn vnpost=vnpost.vn`),
] as const;

const list = (text: string): readonly string[] => text.trim().split(/\s+/);
/** What a victim is told to do there. */
export const LURES = list(`
  dangnhap dangky login signin otp xacthuc xacminh xacnhan capnhat nangcap hotro huy huydangky digi digibank ebank ebanking ibank ibanking ipay efast smart smartbanking banking bank nganhang khachhang cskh uudai trian quatang nhanqua qua
  khuyenmai trungthuong tracuu phatnguoi nop nopphat tienphat hoantien hoanthue sinhtrac sinhtrachoc dinhdanh muc2 cccd thongbao verify secure security baomat account taikhoan khoataikhoan mokhoa moithe thetindung tindung vay vaytien vayvon
  vaynhanh vaytieudung khoanvay tieudung hanmuc nanghanmuc rut ruttien rutgon taive tai taiapp download caidat congdan nguoidan hoso thutuc hanhchinh thanhtoan hoadon tiendien doisim khoasim chuanhoa chuanhoathongtin binhchon vote cuocthi
  dieutra lenh truyna tamgiam quyetdinh khoito vuan xuphat vipham bienban bienlai khaibao giamsat antoan baove phongchong thuhoitien laylaitien hoantra masothue mst hoadondientu quyettoan thunhapcanhan tncn giamthue trocap ansinh luonghuu huutri bhyt thebhyt hokhau cutru
  tamtru cancuoc ganchip hochieu xuatnhapcanh gplx banglai dangkiem dangkyxe bienso camera phatnong giayphep hokinhdoanh hosonhap sapnhap kiemtien nhiemvu congtacvien ctv vieclam hoahong donhang giaohang nhanhang buukien vandon thuphi phiship datcoc dautu loinhuan
  tangqua hocbong khoasim xacthucsim kichhoat giahan thuebao dongphi muaho follow tichxanh mothe phi kiemtra dieuchinh
  like lixi nhan phat lenhbat ekyc kyc hotline tongdai chamcong vneid boithuong mienphi doiqua thuong premium vietnam`);
/** Words that only fill a name. */
export const FILLERS = list(`
  vn com net org edu info online tructuyen app apps me web website www portal trangchu cong thongtin hethong trungtam center quocgia nhanuoc nhandan dientu giaothong anninh thue dichvu dien pay payment vi the id m mobile vip pro top new moi so chinhthuc official fanpage
  24h 247 4g 5g neo plus finance phong pc01 pc02 pc03 pc04 pc06 pc07 pc08 dienluc tinh xa phuong huyen quan tp thanhpho thixa dackhu tw trunguong toicao bo cuc chicuc ca c02 c06 c08 qg`);
/** Provinces of today and of before 1/7/2025: a province's name beside an agency's word claims to be that agency. */
export const PROVINCES = list(`
  angiang bacninh camau caobang cantho dienbien danang daklak dongnai dongthap gialai hanoi hatinh haiphong hue hungyen khanhhoa laichau langson laocai lamdong nghean ninhbinh phutho quangngai quangninh quangtri sonla thanhhoa hochiminh
  tphcm hcm thainguyen tuyenquang tayninh vinhlong baria vungtau bariavungtau bacgiang backan baclieu bentre binhdinh binhduong binhphuoc binhthuan daknong hagiang hanam haiduong haugiang hoabinh kiengiang kontum longan namdinh ninhthuan
  phuyen quangbinh quangnam soctrang thaibinh thuathienhue tiengiang travinh vinhphuc yenbai donghoi dongha tinhmau haichau vinhlinh`);
/** Names of eight letters and more that are compared with one or two letters wrong; and honest names that lie near them, or are made of the words above (agents who file papers for others). */
export const NEAR_NAMES = list('vietcombank vietinbank agribank techcombank sacombank eximbank pvcombank kienlongbank baovietbank namabank bacabank vietabank saigonbank lienvietpostbank viettelmoney shopeepay bocongan facebook telegram messenger whatsapp');
export const HONEST_NAMES = list('agrobank vietbank telegraph facebooks dichvubaohiemxahoi dichvubhxh');
