/**
 * Genuine domains that criminals imitate. `suffixes`: everything below is run by the state. `hosts`: banks, wallets and platforms; sub-domains belong to them.
 * A host that is none of these but looks like one is flagged; a host that is one is never flagged.
 */
export const STATE_SUFFIXES = ['gov.vn', 'mil.vn'] as const;

export const GENUINE_HOSTS: readonly string[] = [
  'vietcombank.com.vn', 'vietinbank.vn', 'bidv.com.vn', 'agribank.com.vn', 'techcombank.com', 'techcombank.com.vn', 'mbbank.com.vn', 'mb.com.vn', 'acb.com.vn', 'vpbank.com.vn', 'tpb.vn', 'tpbank.vn', 'sacombank.com.vn', 'sacombank.com', 'hdbank.com.vn', 'vib.com.vn', 'shb.com.vn',
  'eximbank.com.vn', 'msb.com.vn', 'seabank.com.vn', 'lpbank.com.vn', 'lienvietpostbank.com.vn', 'ocb.com.vn', 'namabank.com.vn', 'abbank.vn', 'baovietbank.vn', 'bvbank.net.vn', 'ncb-bank.vn', 'pvcombank.com.vn', 'kienlongbank.com', 'vietbank.com.vn', 'vietabank.com.vn', 'bacabank.vn', 'pgbank.com.vn', 'saigonbank.com.vn', 'scb.com.vn', 'vbsp.org.vn',
  'momo.vn', 'zalopay.vn', 'vnpay.vn', 'viettelmoney.vn', 'vnptpay.vn', 'napas.com.vn', 'vietqr.io', 'vneid.gov.vn',
  'zalo.me', 'zalo.vn', 'facebook.com', 'messenger.com', 'telegram.org', 'tiktok.com', 'youtube.com', 'google.com', 'viettel.com.vn', 'viettel.vn', 'vnpt.vn', 'vnpt.com.vn', 'mobifone.vn', 'evn.com.vn', 'shopee.vn', 'lazada.vn', 'tiki.vn', 'vnexpress.net', 'tuoitre.vn', 'thanhnien.vn', 'dantri.com.vn', 'vietnamnet.vn', 'nhandan.vn',
];

/** Words that stand for an agency or bank; a foreign host that carries one at a label's edge pretends to be it. Skeleton form is compared. */
export const BRAND_WORDS: readonly (readonly [word: string, of: string])[] = [
  ['congan', 'gov.vn'], ['bocongan', 'bocongan.gov.vn'], ['dichvucong', 'dichvucong.gov.vn'], ['dichvucongquocgia', 'dichvucong.gov.vn'], ['vneid', 'vneid.gov.vn'], ['chinhphu', 'chinhphu.vn'], ['tonghoptthc', 'gov.vn'], ['tongcucthue', 'gdt.gov.vn'], ['thuedientu', 'gdt.gov.vn'], ['cucthue', 'gdt.gov.vn'], ['etax', 'gdt.gov.vn'],
  ['baohiemxahoi', 'baohiemxahoi.gov.vn'], ['vssid', 'baohiemxahoi.gov.vn'], ['toaan', 'toaan.gov.vn'], ['vienkiemsat', 'vksndtc.gov.vn'], ['ubnd', 'gov.vn'], ['govvn', 'gov.vn'], ['gov-vn', 'gov.vn'], ['kbnn', 'gov.vn'], ['khobac', 'gov.vn'],
  ['vietcombank', 'vietcombank.com.vn'], ['vcbdigibank', 'vietcombank.com.vn'], ['vietinbank', 'vietinbank.vn'], ['bidv', 'bidv.com.vn'], ['agribank', 'agribank.com.vn'], ['techcombank', 'techcombank.com'], ['mbbank', 'mbbank.com.vn'], ['vpbank', 'vpbank.com.vn'], ['tpbank', 'tpb.vn'], ['sacombank', 'sacombank.com.vn'], ['hdbank', 'hdbank.com.vn'], ['eximbank', 'eximbank.com.vn'], ['seabank', 'seabank.com.vn'], ['lpbank', 'lpbank.com.vn'], ['namabank', 'namabank.com.vn'], ['abbank', 'abbank.vn'],
  ['zalopay', 'zalopay.vn'], ['vnpay', 'vnpay.vn'], ['momo', 'momo.vn'], ['evn', 'evn.com.vn'],
];
/** Short brand words are also parts of other words ("evn" in "seven"): only as a whole label or beside a dash. */
export const WHOLE_WORD_ONLY = new Set(['bidv', 'momo', 'evn', 'ubnd', 'toaan', 'etax', 'kbnn', 'vssid', 'vnpay']);

export const SHORTENERS = new Set(['bit.ly', 'tinyurl.com', 't.co', 'goo.gl', 'cutt.ly', 'is.gd', 'v.gd', 'ow.ly', 'rb.gy', 'shorturl.at', 's.id', 'tiny.cc', 'rebrand.ly', 'bom.so', 'by.com.vn', 'short.gy', 'lnk.ink', 'zi.ma', 'vnurl.xyz', 't.ly', 'me2.do', 'shope.ee', 'adf.ly', 'bitly.com.vn', 'linkvertise.com']);
