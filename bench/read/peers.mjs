// What a reader must beat: ten plain regular expressions with weights by hand, and a regression on character n-grams alone.
const RULES = [
  [/giám đốc|giam doc|chủ tịch|chu tich|bí thư|bi thu|trưởng phòng|sếp/i, 1], [/chuyển|chuyen|\bck\b|gửi/i, 1], [/\d+ ?(?:triệu|trieu|tr|củ)\b|\d{1,3}(?:[.,]\d{3}){2,}/i, 1], [/gấp|gap|ngay|liền/i, 1], [/đang họp|dang hop|không nghe máy|đừng gọi/i, 2],
  [/bí mật|đừng nói|dung noi/i, 2], [/stk|số tài khoản|\btk\b/i, 1], [/otp|mã xác|mật khẩu/i, 1], [/https?:|\.(?:top|xyz|vip|cc|online|site)\b/i, 2], [/công an|viện kiểm sát|thuế/i, 1],
];
export const regexScore = (text) => RULES.reduce((z, [pattern, weight]) => z + (pattern.test(text) ? weight : 0), 0) / 13;

const AMOUNT = /(\d+(?:[.,]\d+)*) ?(triệu|trieu|tr|k|nghìn|đ|vnd)\b/gi;
const RATE = { triệu: 1e6, trieu: 1e6, tr: 1e6, k: 1e3, nghìn: 1e3, đ: 1, vnd: 1 };
const BANKS = { vietcombank: 'VCB', vcb: 'VCB', vietinbank: 'ICB', bidv: 'BIDV', agribank: 'VBA', techcombank: 'TCB', mb: 'MB', acb: 'ACB', vpbank: 'VPB', tpbank: 'TPB', sacombank: 'STB', shb: 'SHB', vib: 'VIB' };
/** Entities as one would write them in an afternoon. */
export function regexEntities(text) {
  const out = [];
  for (const m of text.matchAll(AMOUNT)) out.push({ type: 'money', value: Number(m[1].replace(/[.,]/g, (c, i, all) => (/[.,]\d{3}/.test(all.slice(i)) ? '' : '.'))) * (RATE[m[2].toLowerCase()] ?? 1) });
  for (const m of text.matchAll(/\b0\d{9}\b/g)) out.push({ type: 'phone', value: m[0] });
  for (const m of text.matchAll(/\b\d{8,15}\b/g)) if (!/^0\d{9}$/.test(m[0])) out.push({ type: 'bank_account', value: m[0] });
  for (const m of text.matchAll(new RegExp(`\\b(${Object.keys(BANKS).join('|')})\\b`, 'gi'))) out.push({ type: 'bank', value: BANKS[m[1].toLowerCase()] });
  for (const m of text.matchAll(/(?:https?:\/\/)?((?:[a-z0-9-]+\.)+(?:vn|com|net|top|xyz|vip|cc|online)\S*)/gi)) out.push({ type: 'url', value: m[1] });
  for (const m of text.matchAll(/\b[A-Z]{2,}(?: [A-Z]{2,}){2,3}\b/g)) out.push({ type: 'holder_name', value: m[0] });
  return { entities: out, signs: [] };
}
