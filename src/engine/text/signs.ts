import type { Found } from './found.ts';
import { compile, type Match } from './patterns.ts';
import { CUES, SETS } from './cues.data.ts';
import type { SignCode } from './types.ts';
import type { Words } from './words.ts';

/** Cues → signs: who speaks, what is negated, done or told, and what stands beside it. Offsets on folded text. */

const match = compile<string>(Object.entries(CUES), SETS);

export interface Cue { readonly start: number; readonly end: number; readonly from: number; readonly to: number }
export type Cues = ReadonlyMap<string, readonly Cue[]>;
export interface FoundSign { readonly code: SignCode; readonly start: number; readonly end: number }

/** Longest cue at each place, per family; at most this many, because a text of nothing but cues is no message. */
const MOST = 60;
const UNBROKEN = new Set(['negated', 'warn', 'reported', 'noCall', 'secret']);
/** "le trong khue, chiều anh trả", "cái danh sách, em ứng 6 triệu": what these begin ends at the comma. */
const WITHIN_COMMAS: Readonly<Record<string, ReadonlySet<string>>> = { urgent: new Set(['trong', 'truoc', 'sau']), done: new Set(['danh', 'tong']) };

export function findCues(words: Words): Cues {
  const byFamily = new Map<string, Match<string>[]>();
  for (const m of match(words)) {
    // "rảnh không, chuyển giùm": the comma parts what would be a refusal.
    if (UNBROKEN.has(m.payload) && (words.list[m.from + 1]?.gap ?? 0) > 0 && m.to > m.from + 1) continue;
    if (UNBROKEN.has(m.payload) && (isFor(words, m.from) || isBankWord(words, m.from))) continue;
    if (m.payload === 'negated' && (isSecondHalf(words, m.from) || words.list.slice(m.from + 1, m.to).some((w) => w.gap > 0))) continue;
    if (WITHIN_COMMAS[m.payload]?.has(words.list[m.from]?.plain ?? '') && words.list.slice(m.from + 1, m.to).some((w) => w.gap > 0)) continue;
    // "chuyen khoan le phi": a fee, and not "lẹ".
    if (m.payload === 'urgent' && words.list[m.to - 1]?.plain === 'le' && ['phi', 'te', 'tan', 'thi', 'van', 'trong'].includes(words.list[m.to]?.plain ?? '')) continue;
    const list = byFamily.get(m.payload) ?? [];
    const last = list.at(-1);
    if (last && last.from === m.from) { if (m.to > last.to) list[list.length - 1] = m; } else if (list.length < MOST) list.push(m);
    byFamily.set(m.payload, list);
  }
  const out = new Map<string, Cue[]>();
  for (const [family, list] of byFamily) out.set(family, list.map((m) => ({ from: m.from, to: m.to, start: words.list[m.from]?.start ?? 0, end: words.list[m.to - 1]?.end ?? 0 })));
  return out;
}

/** "cho a muon": without marks "cho" is "cho", so common that "chớ" (don't) has to be written. */
function isFor(words: Words, at: number): boolean {
  const word = words.list[at];
  return word?.plain === 'cho' && word.marked !== 'chớ';
}
/** "ngan hang" without marks is a bank, and nobody who stops anything ("ngăn"). */
const isBankWord = (words: Words, at: number): boolean => words.list[at]?.plain === 'ngan' && words.list[at + 1]?.plain === 'hang';

/** "xây dựng", "sử dụng", "nội dung", typed without marks, hold "đừng" only for the eye. */
function isSecondHalf(words: Words, at: number): boolean {
  const word = words.list[at];
  return word?.plain === 'dung' && word.marked === '' && word.gap === 0 && DUNG_AFTER.has(words.list[at - 1]?.plain ?? '');
}
const DUNG_AFTER = new Set(['xay', 'su', 'noi', 'tin', 'ung', 'ap', 'tac', 'cong', 'tuyen', 'hinh', 'bao', 'tieu', 'huu']);

export interface SignContext {
  readonly words: Words;
  readonly cues: Cues;
  readonly entities: readonly Found[];
  readonly hasPersonHolder: boolean;
  /** The holder is called like the sender claims to be called. */
  readonly holderIsSender: boolean;
  readonly hasForeignUrl: boolean;
  /** The text quotes: what it says not to do is what the criminal asks. */
  readonly isQuoted: boolean;
}

const of = (cues: Cues, family: string): readonly Cue[] => cues.get(family) ?? [];
const touches = (a: Cue, b: Cue): boolean => a.from < b.to && b.from < a.to;

/** A cue that is not said no to, and not told as done. */
function live(context: SignContext, family: string): Cue[] {
  // "đừng chuyển tiền" speaks to the reader even in a warning; "công an không yêu cầu chuyển tiền" tells what the criminal asks.
  if (context.isQuoted) return of(context.cues, family).filter((c) => !NEGATORS.has(context.words.list[c.from - 1]?.marked || (context.words.list[c.from - 1]?.plain ?? '')));
  const off = [...of(context.cues, 'negated'), ...(family === 'send' || family === 'fee' ? of(context.cues, 'done') : family === 'loan' ? past(context) : []), ...(family === 'send' || family === 'loan' ? things(context) : [])];
  return of(context.cues, family).filter((c) => !off.some((o) => touches(o, c) && !isQuestion(context.words, o) && !['neu', 'sao'].includes(context.words.list[o.from - 1]?.plain ?? '')) && !isNegated(context.words, c.from));
}

/** "tuần trước anh mượn chú 3 triệu", "hôm nọ em có vay chị 2 triệu": what was lent then is not asked for now. */
function past({ cues, words }: SignContext): Cue[] {
  return of(cues, 'done').filter((c) => PAST.has(words.list[c.from]?.plain ?? ''));
}
const PAST = new Set(['hom', 'tuan', 'bua', 'thang', 'dot', 'nam', 'hoi']);

/** "mượn cái máy chiếu", "chuyển hồ sơ": a thing, unless an amount stands in the same stretch ("mượn bộ hồ sơ 5 triệu" is rare). */
function things(context: SignContext): Cue[] {
  return of(context.cues, 'thing').filter((t) => !context.entities.some((e) => e.type === 'money' && e.start < t.end && t.start < e.end) && !isPerson(context.words, t));
}

/** Without marks "anh", "bo", "may" are "anh", "bố", "mày" as often as "ảnh", "bộ", "máy": before an amount, and "anh" also after "cho", a person. */
function isPerson(words: Words, thing: Cue): boolean {
  const last = words.list[thing.to - 1];
  if (!last || last.marked !== '' || words.isMarked) return false;
  const next = words.list[thing.to];
  if (next?.plain === '#money' && next.gap === 0) return true;
  return last.plain === 'anh' && ['cho', 'giup', 'ho', 'dum', 'gap', 'lai'].includes(words.list[thing.to - 2]?.plain ?? '') && !['chup', 'the', 'chan'].includes(next?.plain ?? '');
}

/** "còn tiền không cho anh mượn": "không" closes a question and denies nothing. */
function isQuestion(words: Words, cue: Cue): boolean {
  if (words.list[cue.from]?.plain !== 'khong') return false;
  for (let i = cue.from - 1; i >= Math.max(0, cue.from - 6); i -= 1) {
    if (words.list[i + 1]?.gap === 2) return false;
    if (['co', 'con', 'duoc', 'san'].includes(words.list[i]?.plain ?? '')) return true;
  }
  return false;
}
const NEGATORS = new Set(['đừng', 'cấm', 'chớ', 'dung', 'cam']);
function isNegated(words: Words, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 3); i -= 1) {
    if ((words.list[i + 1]?.gap ?? 2) !== 0) return false;
    const word = words.list[i];
    if (word && NEGATORS.has(word.marked || word.plain) && !isSecondHalf(words, i)) return true;
    if (word?.plain === 'khong' && !isQuestion(words, { from: i, to: i + 1, start: 0, end: 0 }) && !['neu', 'sao'].includes(words.list[i - 1]?.plain ?? '')) return true;
  }
  return false;
}

export function findSigns(context: SignContext): FoundSign[] {
  const { cues, words } = context;
  const out: FoundSign[] = [];
  const add = (code: SignCode, list: readonly Cue[], most = 4): void => { for (const c of list.slice(0, most)) out.push({ code, start: c.start, end: c.end }); };
  const money = [...live(context, 'send'), ...live(context, 'loan').filter((c) => !isAdvanceOpen(words, c)), ...live(context, 'balance').filter((c) => !isAdvanceOpen(words, c)), ...live(context, 'buy'), ...live(context, 'fee')];
  const isNotice = of(cues, 'notice').length > 0 && of(cues, 'loan').length === 0 && !context.entities.some((e) => e.type === 'bank_account');
  const asksMoney = money.length > 0 && !isNotice;
  if (asksMoney) add('request_money', money);
  const credential = live(context, 'credential');
  add('request_credentials', credential);
  const urgent = of(cues, 'urgent').filter((c) => !isNegated(words, c.from) && !isLongWindow(context, c));
  add('urgency', urgent);
  add('avoids_call', of(cues, 'noCall'));
  add('secrecy', of(cues, 'secret').filter((c) => !of(cues, 'credential').some((k) => touches(k, c))));
  // "trao đổi", "chuyển đổi số": the second half of another word.
  add('new_account_or_number', of(cues, 'newChannel').filter((c) => !['trao', 'chuyen', 'thay'].includes(words.list[c.from - 1]?.plain ?? '') && !isTransfer(words, c)));
  if (asksMoney) add('promise_repay', of(cues, 'giveBack').filter((c) => !isGivenByReader(words, c, money)));
  add('authority_pressure', of(cues, 'pressure'));
  const links = live(context, 'openLink').filter((c) => context.hasForeignUrl || !covers(context, c, 'url'));
  add('link_or_app', links);
  const hook = live(context, 'hook');
  add('hijack_hook', hook);
  out.push(...claims(context, asksMoney, credential.length > 0 || links.length > 0 || hook.length > 0));
  if (asksMoney && !context.holderIsSender) out.push(...thirdParty(context));
  return merged(out);
}

/** "còn tiền tạm ứng chưa quyết toán": a ledger's word, nobody asks what is left. */
function isAdvanceOpen(words: Words, cue: Cue): boolean {
  const at = words.list.findIndex((w, i) => i >= cue.from && i < cue.to && w.plain === 'tien');
  return at >= 0 && words.list[at + 1]?.plain === 'tam' && words.list[at + 2]?.plain === 'ung';
}

/** "chuyển sang số 0900000710 MB": money goes there, no talk does. */
function isTransfer(words: Words, cue: Cue): boolean {
  return words.list[cue.from]?.plain === 'chuyen' && words.list.slice(cue.from, cue.to + 4).some((w) => w.plain === '#account' || w.plain === '#bank' || w.plain === '#money');
}

/** "chiều em chuyển ngay 30 triệu giúp anh": who is asked to send gives nothing back; whoever is helped ("giúp anh") does. */
function isGivenByReader(words: Words, cue: Cue, asked: readonly Cue[]): boolean {
  const inCue = words.list.slice(cue.from, cue.to);
  if (inCue.some((w) => ['lai', 'tra', 'hoan', 'bu'].includes(w.plain)) || !asked.some((a) => touches(a, cue))) return false;
  const verb = inCue.findIndex((w) => ['chuyen', 'gui', 'dua', 'bank'].includes(w.plain));
  const giver = inCue[verb - 1]?.plain;
  if (verb < 1 || giver === undefined) return false;
  const helped = words.list.findIndex((w, i) => ['giup', 'ho', 'cho', 'dum'].includes(w.plain) && words.list[i + 1]?.plain === giver);
  return helped < 0;
}

/** "trong tuần này" presses nobody; "trong 10 phút" and "trong sáng nay" do. */
function isLongWindow(context: SignContext, cue: Cue): boolean {
  if (context.words.list[cue.from]?.plain !== 'trong') return false;
  const time = context.entities.find((e) => e.type === 'time' && e.start >= cue.start && e.end <= cue.end);
  return time !== undefined && !/ph|gi|h|nay/i.test(String(time.value).replace(/tu[aầ]n nay|tu[aầ]n này/i, ''));
}

function covers(context: SignContext, cue: Cue, type: string): boolean {
  return context.entities.some((e) => e.type === type && e.start < cue.end && cue.start < e.end);
}

/** Head of an office who asks, or says that he is it; a known person who asks; an authority that asks or threatens. */
function claims(context: SignContext, asksMoney: boolean, asksOther: boolean): FoundSign[] {
  const { cues, words } = context;
  const out: FoundSign[] = [];
  const asks = asksMoney || asksOther;
  const roles = words.list.flatMap((w, i) => (w.plain === '#role' ? [i] : []));
  const isNew = of(cues, 'newChannel').length > 0;
  const leader = roles.filter((i) => saysHere(words, i) || asks || ((isNew || of(cues, 'opener').length > 0) && i < 12) || context.isQuoted);
  for (const i of leader.slice(0, 2)) out.push({ code: 'claims_leader', start: words.list[i]?.start ?? 0, end: words.list[i]?.end ?? 0 });
  const authority = of(cues, 'selfAuthority').length > 0 ? of(cues, 'selfAuthority') : [...of(cues, 'authority'), ...posts(words)];
  const isPressing = asksOther || of(cues, 'pressure').length > 0 || (asksMoney && context.entities.some((e) => e.type === 'bank_account') && (context.hasPersonHolder || of(cues, 'mentionCall').length === 0));
  if (leader.length === 0 && authority.length > 0 && (context.isQuoted ? asks : isPressing && (of(cues, 'selfAuthority').length > 0 || asks))) for (const c of authority.slice(0, 2)) out.push({ code: 'claims_authority', start: c.start, end: c.end });
  const known = of(cues, 'known');
  const isPersonal = of(cues, 'loan').length > 0 || (of(cues, 'urgent').length > 0 && context.entities.some((e) => e.type === 'bank_account')) || of(cues, 'giveBack').length > 0 || of(cues, 'hook').length > 0 || of(cues, 'noCall').length > 0 || context.hasPersonHolder || isNew;
  if (out.length === 0 && known.length > 0 && asks && isPersonal) for (const c of known.slice(0, 1)) out.push({ code: 'claims_known', start: c.start, end: c.end });
  return out;
}

/** Officers and lawyers speak for an authority; clerks and teachers do not. */
function posts(words: Words): Cue[] {
  return words.list.flatMap((w, i) => (w.plain === '#post' ? [{ from: i, to: i + 1, start: w.start, end: w.end }] : []));
}

/** "giám đốc đây", "là giám đốc", and not "giám đốc ơi". */
function saysHere(words: Words, at: number): boolean {
  for (let i = at + 1; i < Math.min(at + 5, words.list.length); i += 1) {
    const word = words.list[i];
    if (!word || word.gap === 2) break;
    if (word.plain === 'day') return !['o', 'tai', 'vao', 'qua', 'den'].includes(words.list[i - 1]?.plain ?? '');
  }
  const before = words.list[at - 1];
  return before?.plain === 'la' && ['toi', 'minh', 'day', 'anh', 'chu', 'chi', 'em'].includes(words.list[at - 2]?.plain ?? '');
}

function thirdParty(context: SignContext): FoundSign[] {
  const out: FoundSign[] = of(context.cues, 'thirdParty').map((c) => ({ code: 'third_party_account', start: c.start, end: c.end }));
  const holder = context.entities.find((e) => e.type === 'holder_name');
  if (holder && context.hasPersonHolder) out.push({ code: 'third_party_account', start: holder.start, end: holder.end });
  return out;
}

/** One span a place: overlapping spans of one code are joined; order of the text. */
function merged(signs: readonly FoundSign[]): FoundSign[] {
  const out: FoundSign[] = [];
  for (const sign of [...signs].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.start - b.start))) {
    const last = out.at(-1);
    if (last && last.code === sign.code && sign.start <= last.end) out[out.length - 1] = { ...last, end: Math.max(last.end, sign.end) };
    else out.push(sign);
  }
  return out.sort((a, b) => a.start - b.start || (a.code < b.code ? -1 : 1));
}
