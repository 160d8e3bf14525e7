// Messages from templates (tests/golden/messages/*.txt): own work, invented people, accounts, phones and links. Same input, same rows, on every machine.
// Line: kind, sign letters, text with slots. Kinds: s fraud, b benign, q benign that quotes a fraud, a text alone cannot decide.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '..', '..', 'tests', 'golden', 'messages');
const SIGNS = { L: 'claims_leader', A: 'claims_authority', K: 'claims_known', M: 'request_money', C: 'request_credentials', U: 'urgency', V: 'avoids_call', S: 'secrecy', N: 'new_account_or_number', T: 'third_party_account', P: 'promise_repay', X: 'authority_pressure', O: 'link_or_app', H: 'hijack_hook' };
const LABELS = { s: 'scam', b: 'benign', q: 'benign', a: 'ambiguous' };
/** Texts made from each template; they share a fold, so that nothing leaks from one to another. */
const FILLS = 4;
/** Every fourth template is held out, by its words, so that adding templates moves none. */
const HELD_OUT = 4;

export function hash(text) {
  let h = 2166136261;
  for (let i = 0; i < text.length; i += 1) { h ^= text.charCodeAt(i); h = Math.imul(h, 16777619); }
  h ^= h >>> 15; h = Math.imul(h, 2246822507); h ^= h >>> 13;
  return h >>> 0;
}
export function random(seed) {
  let a = seed;
  return () => { a = (a + 0x6d2b79f5) | 0; let t = Math.imul(a ^ (a >>> 15), 1 | a); t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t; return ((t ^ (t >>> 14)) >>> 0) / 4294967296; };
}
const pick = (next, list) => list[Math.floor(next() * list.length)];
const digits = (next, n) => Array.from({ length: n }, (_, i) => (i === 0 ? 1 + Math.floor(next() * 9) : Math.floor(next() * 10))).join('');

const WORDS = { 5: 'năm', 7: 'bảy', 8: 'tám', 10: 'mười', 15: 'mười lăm', 20: 'hai mươi', 25: 'hai mươi lăm', 30: 'ba mươi', 35: 'ba mươi lăm', 40: 'bốn mươi', 50: 'năm mươi', 60: 'sáu mươi', 120: 'một trăm hai mươi', 150: 'một trăm năm mươi' };
const dots = (n, by = '.') => String(n).replace(/\B(?=(\d{3})+$)/g, by);
function big(next) {
  const n = pick(next, [3, 5, 7, 8, 10, 12, 15, 18, 20, 22, 25, 28, 30, 35, 40, 45, 50, 60, 65, 80, 90, 120, 150, 200]);
  const half = n < 50 && next() < 0.15;
  const value = n * 1e6 + (half ? 5e5 : 0);
  if (half) return [pick(next, [`${n}tr5`, `${n} triệu rưỡi`, `${n}tr500`, `${n},5 triệu`, `${n} củ rưỡi`]), value];
  return [pick(next, [`${n} triệu`, `${n} triệu`, `${n}tr`, `${n}tr`, `${dots(value)}đ`, `${dots(value)} đồng`, dots(value), `${n} củ`, `${n}trieu`, `${dots(value, ',')} VND`, `${n} triệu đồng`, WORDS[n] ? `${WORDS[n]} triệu` : `${n} triệu`]), value];
}
function small(next) {
  const n = pick(next, [20, 25, 30, 35, 45, 50, 60, 65, 80, 85, 100, 120, 125, 150, 180, 200, 250, 300, 320, 350, 400, 450, 500, 650, 700, 900]);
  if (next() < 0.15) { const m = pick(next, [1, 2]); const h = pick(next, [2, 3, 4, 6, 8]); return [pick(next, [`${m}tr${h}`, `${m} triệu ${h}`, `${m}.${h}00.000đ`]), m * 1e6 + h * 1e5]; }
  return [pick(next, [`${n}k`, `${n}k`, `${n}.000đ`, `${n} nghìn`, `${n} ngàn`, `${n}.000 đồng`, `${n}K`, `${n},000 VND`]), n * 1000];
}
const BANKS = [['Vietcombank', 'VCB'], ['VCB', 'VCB'], ['vietin', 'ICB'], ['VietinBank', 'ICB'], ['BIDV', 'BIDV'], ['agribank', 'VBA'], ['Agribank', 'VBA'], ['Techcombank', 'TCB'], ['MB', 'MB'], ['mbbank', 'MB'], ['MB Bank', 'MB'], ['ACB', 'ACB'], ['VPBank', 'VPB'], ['TPBank', 'TPB'], ['Sacombank', 'STB'], ['SHB', 'SHB'], ['VIB', 'VIB'], ['HDBank', 'HDB'], ['OCB', 'OCB'], ['MSB', 'MSB'], ['LPBank', 'LPB'], ['SeABank', 'SEAB'], ['Eximbank', 'EIB'], ['ngân hàng Quân đội', 'MB']];
const SUR = 'NGUYEN NGUYEN NGUYEN TRAN LE PHAM HOANG HUYNH PHAN VU VO DANG BUI DO HO NGO DUONG LY TRINH MAI DOAN LUU CAO LAM THAI'.split(' ');
const MID = 'VAN THI DUC MINH NGOC THANH QUOC HUU XUAN KIM THUY ANH BAO GIA CONG DINH'.split(' ');
const GIV = 'HUNG LAN TUAN HOA NAM HUONG DUNG THAO LONG VY KHANG QUYEN SON TRANG HIEU LOAN TOAN NGA BINH MY PHUC YEN VINH DAT'.split(' ');
const NAMES = 'Hùng Lan Tuấn Hoa Nam Hương Dũng Thảo Long Vy Khang Sơn Trang Hiếu Loan Toàn Nga Bình Phúc Yến Vinh Đạt Thắng Quang Tâm Liên'.split(' ');
const ROLES = ['giám đốc', 'giám đốc sở', 'phó giám đốc', 'phó giám đốc sở', 'chủ tịch huyện', 'chủ tịch', 'phó chủ tịch', 'chủ tịch ubnd huyện', 'bí thư', 'bí thư huyện ủy', 'trưởng phòng', 'phó trưởng phòng', 'chánh văn phòng', 'giám đốc trung tâm', 'viện trưởng', 'cục trưởng', 'phó bí thư', 'giám đốc bệnh viện', 'trưởng ban', 'chi cục trưởng', 'thủ trưởng'];
const LATER = ['chiều nay', 'tối nay', 'sáng mai', 'mai', 'chiều mai', '8h tối', '2h chiều', 'thứ 2', 'ngày mai', 'cuối tuần', 'đầu tuần sau', 'trưa mai'];
const UNTIL = ['17h', '16h30', '11h', '10h sáng mai', '14h', '17h hôm nay', '9h00 ngày 12/11', '25/10', 'ngày 15', '20/11', '15h chiều nay', 'chiều thứ 6', '8h30'];
const URLS = 'vneid-capnhat24.top dichvucong-vn.cc binhchon-taynang.vip/so17 vcb-xacthuc.online bidv-smart.xyz thuevn-hoantra.click bhxh-trocap.net/tra csgt-phatnguoi.site hotrovay-nhanh.com/dk ubnd-hop.app-vn.cc quydienanh.live/vote?id=12 congan-xacminh.info'.split(' ');
const GOOD = ['dichvucong.gov.vn', 'https://dichvucong.gov.vn', 'thuedientu.gdt.gov.vn', 'https://ca.gov.vn'];

const SLOTS = {
  M: (n) => { const [text, value] = big(n); return { text, type: 'money', value }; }, m: (n) => { const [text, value] = small(n); return { text, type: 'money', value }; },
  A: (n) => { const raw = digits(n, pick(n, [8, 9, 10, 12, 13, 13, 14])); const text = n() < 0.12 ? raw.replace(/(\d{4})(?=\d)/g, '$1 ') : raw; return { text, type: 'bank_account', value: raw }; },
  B: (n) => { const [text, value] = pick(n, BANKS); return { text, type: 'bank', value }; },
  H: (n) => { const text = [pick(n, SUR), pick(n, MID), pick(n, GIV)].join(' '); return { text, type: 'holder_name', value: text }; },
  P: (n) => { const raw = `0${pick(n, ['9', '3', '8', '7'])}${pick(n, '6789'.split(''))}${digits(n, 7)}`; return { text: pick(n, [raw, raw.replace(/(\d{4})(\d{3})(\d{3})/, '$1 $2 $3'), raw.replace(/(\d{4})(\d{3})(\d{3})/, '$1.$2.$3')]), type: 'phone', value: raw }; },
  U: (n) => { const host = pick(n, URLS); return { text: n() < 0.4 ? `https://${host}` : host, type: 'url', value: host }; },
  G: (n) => { const text = pick(n, GOOD); return { text, type: 'url', value: text.replace('https://', '') }; },
  O: (n) => ({ text: digits(n, 6), type: null }), N: (n) => ({ text: pick(n, NAMES), type: null }),
  T: (n) => ({ text: pick(n, UNTIL), type: null }), L: (n) => ({ text: pick(n, LATER), type: null }), r: (n) => ({ text: pick(n, ROLES), type: null }),
};

/** `<type:text>` in a template: an entity that is always the same. */
const literal = (type, text) => (type === 'bank_account' ? text.replace(/\D/g, '') : type === 'url' ? text.replace(/^https?:\/\//, '') : text);

function fillTemplate(text, next) {
  let out = '';
  const entities = [];
  const isPlain = withoutMarks(text) === text;
  let from = 0;
  for (const m of text.matchAll(/\{(?:R:([^}]+)|(\w))\}|<(\w+):([^>]+)>/g)) {
    out += text.slice(from, m.index);
    const made = m[3] ? { text: m[4], type: m[3], value: literal(m[3], m[4]) } : m[1] ? { text: `${m[1]} ${pick(next, ROLES)}`, type: null } : SLOTS[m[2]](next);
    // A writer without marks types none in the amount either.
    const slot = isPlain ? { ...made, text: withoutMarks(made.text) } : made;
    if (slot.type) entities.push({ type: slot.type, value: slot.value, text: slot.text, start: out.length, end: out.length + slot.text.length });
    out += slot.text;
    from = m.index + m[0].length;
  }
  return { text: out + text.slice(from), entities };
}

/** All rows made from the templates: {id, group, variant, label, quoted, parts, text, entities, isHeldOut}. */
export function writtenRows() {
  const rows = [];
  for (const file of ['fraud.txt', 'benign.txt']) {
    let variant = '';
    for (const line of readFileSync(join(FOLDER, file), 'utf8').split('\n')) {
      if (line.startsWith('# ')) { variant = line.slice(2).trim(); continue; }
      const m = /^([sbqa]) ([A-Z]*) ?(.+)$/.exec(line);
      if (!m) continue;
      const words = m[3].replace(/<\w+:([^>]+)>/g, '$1');
      const key = hash(words);
      const group = `w${key.toString(36)}`;
      for (let k = 0; k < FILLS; k += 1) {
        const { text, entities } = fillTemplate(m[3].trim(), random(hash(`${words}#${k}`)));
        rows.push({ id: `${group}-${k}`, group, variant, label: LABELS[m[1]], quoted: m[1] === 'q', parts: [...m[2]].map((c) => SIGNS[c]), text, entities, isHeldOut: key % HELD_OUT === 0, weight: 1 / FILLS });
      }
    }
  }
  return rows;
}
/** Held-out messages of a second author: written without sight of the templates, never looked at while rules are written. `[MU:…]` marks the words that carry signs. */
export function secondRows() {
  const rows = [];
  let variant = '';
  for (const line of readFileSync(join(FOLDER, 'second.txt'), 'utf8').split('\n')) {
    if (line.startsWith('# ')) { variant = line.slice(2).trim(); continue; }
    const m = /^([sbqa]) (.+)$/.exec(line);
    if (!m) continue;
    const id = `s${hash(m[2]).toString(36)}`;
    rows.push({ id, group: id, variant, label: LABELS[m[1]], quoted: m[1] === 'q', isHeldOut: true, weight: 1, ...annotated(m[2]) });
  }
  return rows;
}
/** Text, entities and sign spans of an annotated line; annotations may hold each other. */
function annotated(source) {
  let text = '';
  const open = [];
  const entities = [];
  const spans = [];
  for (const m of source.matchAll(/\[([A-Z]+):|\]|<(\w+)(?:=([^:>]+))?:|>|[^[\]<>]+/g)) {
    if (m[1]) open.push({ signs: m[1], start: text.length });
    else if (m[2]) open.push({ type: m[2], value: m[3], start: text.length });
    else if (m[0] === ']') { const at = open.pop(); for (const c of at.signs) spans.push({ code: SIGNS[c], start: at.start, end: text.length }); }
    else if (m[0] === '>') { const at = open.pop(); const words = text.slice(at.start); entities.push({ type: at.type, value: valueOf(at.type, words, at.value), text: words, start: at.start, end: text.length }); } else text += m[0];
  }
  return { text, entities, spans, parts: [...new Set(spans.map((s) => s.code))] };
}
const UNIT_OF = { tr: 1e6, triệu: 1e6, củ: 1e6, k: 1e3, ngàn: 1e3, đ: 1 };
function valueOf(type, text, given) {
  if (type === 'money') { const m = /^([\d.]+) ?(\D+)$/.exec(text); return Number(given ?? Number(m?.[1].replaceAll('.', '')) * (UNIT_OF[m?.[2]] ?? NaN)); }
  if (type === 'bank_account' || type === 'phone') return text.replaceAll('O', '0').replace(/\D/g, '');
  if (type === 'bank') return BANKS.find(([name]) => name.toLowerCase() === text.toLowerCase())?.[1] ?? text;
  return type === 'url' ? text.replace(/^https?:\/\//, '') : text;
}

export function devRows() {
  return readFileSync(join(FOLDER, 'dev.jsonl'), 'utf8').trim().split('\n').map((l) => JSON.parse(l)).map((r) => ({ ...r, group: r.id, isHeldOut: false, weight: 1 }));
}

/** Marks off: đ and all; offsets stay, because composed text is folded letter by letter. */
export const withoutMarks = (text) => Array.from(text, (c) => { const f = c.normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd').replace('Đ', 'D'); return f.length === c.length ? f : c; }).join('');
const WRONG = { a: 'áàâã', e: 'éêẽ', o: 'óôõ', u: 'úưũ', i: 'íĩ', y: 'ý' };
/** What a reader of pictures does: O for 0 and l for 1 in numbers, 0 for o in words, marks lost or wrong. Lengths stay. */
export function damaged(text, seed) {
  const next = random(hash(`${seed}~ocr`));
  return Array.from(text, (c, i) => {
    const near = /\d/.test(text[i - 1] ?? '') || /\d/.test(text[i + 1] ?? '');
    if (c === '0' && near && next() < 0.12) return 'O';
    if (c === '1' && near && next() < 0.12) return next() < 0.5 ? 'l' : 'I';
    const plain = withoutMarks(c);
    if (plain !== c && next() < 0.12) return plain;
    if (plain !== c && plain.toLowerCase() === plain && WRONG[plain] && next() < 0.06) return pick(next, WRONG[plain].split(''));
    if (c === 'o' && /[a-z]/i.test(text[i - 1] ?? '') && next() < 0.03) return '0';
    return c;
  }).join('');
}
