import type { Cue, Cues } from './signs.ts';
import type { Words } from './words.ts';

/**
 * Does the text tell of such a message – a warning, a report, a joke, a lesson – instead of being one? A criminal may put "cẩn thận lừa đảo" into a real
 * request, so one warning word is not enough: either several of them, or a teller ("nó bảo", "có nick xưng"), and nothing asked outside them.
 */
const of = (cues: Cues, family: string): readonly Cue[] => cues.get(family) ?? [];

const STRONG = /^(?:canh bao|canh giac|khuyen cao|ke |bon |doi tuong|mao danh|gia mao|gia danh|mao nhan|thu doan|chieu |nick gia|to giac|nan nhan|tro lua|trinh bao|tuyen truyen|dien tap|mo phong|tap huan|kich ban|xung|tu xung|tu nhan|mao xung|lua dao|nghi |ai (?:nhan|hoi)|la gia|deu la|khong bao gio|chang bao gio|suyt|tuyet doi khong (?!goi|hoi|nghe|lien)|coi chung|can (?:than|trong)|de phong|gia (?:lam|giong|dang|nick|can bo|cong an)|ma doc|cup may|chan (?:so|nick)|do (?:lua|gia)|dung ai|bi lua|tro lua|lua$|mat (?:nick|sach)|tranh|bao xau|khang dinh|khong muon tien ai|khong phai tai khoan)/;

export function quotedScore(words: Words, cues: Cues, isInQuotes: boolean): number {
  const text = (c: Cue): string => words.list.slice(c.from, c.to).map((w) => w.plain).join(' ');
  const warn = of(cues, 'warn');
  const kinds = new Set(warn.map((c) => text(c).split(' ').slice(0, 2).join(' ')));
  const strong = new Set(warn.map(text).filter((t) => STRONG.test(t)).map((t) => t.split(' ').slice(0, 2).join(' '))).size;
  const told = new Set(of(cues, 'reported').map(text)).size;
  let score = Math.min(4, strong) * 1.2 + Math.min(3, kinds.size - strong) * 0.5 + Math.min(3, told) * 0.9;
  if (of(cues, 'joke').length > 0) score += 0.8;
  if (of(cues, 'hypothetical').length > 0) score += 0.8;
  // Somebody is said to have said it, and the words stand in quotation marks.
  if (told > 0 && isInQuotes) score += 0.7;
  if (of(cues, 'negated').length > 0 && strong > 0) score += 1;
  // Without one plain word of warning, two tellers or a joke it is not quoted, however many weak hints stand in it.
  const isPlain = strong > 0 || (told > 0 && (isInQuotes || of(cues, 'joke').length > 0)) || told > 1 || of(cues, 'hypothetical').length > 0;
  return isPlain ? score : Math.min(score, 0.9);
}

/** Is anything asked of the reader in the criminal's own voice: pressing words that warnings do not use on their readers? */
export function ownVoice(words: Words, cues: Cues, hasAccount: boolean, nameAt: number | null): number {
  let voice = 0;
  // A warning pasted before the request: the sender names himself and asks after the last word of warning ("… đừng chuyển cho người lạ. Anh Khuê đây là thật").
  const lastTold = Math.max(-1, ...[...of(cues, 'warn'), ...of(cues, 'reported')].map((c) => c.start));
  const asks = [...of(cues, 'loan'), ...of(cues, 'send')].some((c) => c.start > (nameAt ?? Infinity));
  const title = words.list.findIndex((w) => w.start === nameAt) - 1;
  if (nameAt !== null && nameAt > lastTold && asks && words.list[title]?.gap === 2) voice += 6;
  if (of(cues, 'selfAuthority').length > 0 && of(cues, 'pressure').length > 0) voice += of(cues, 'warn').length > 1 ? 0.6 : 1.2;
  // Who tells of an account has also said who named it, or that nothing was sent.
  if (hasAccount) voice += of(cues, 'reported').length > 1 ? 0.3 : 1.2;
  if (of(cues, 'secret').length > 0) voice += 0.8;
  // Who "gets lost money back" talks of fraud all the time.
  if (of(cues, 'recovery').length > 0) voice += 2;
  if (of(cues, 'loan').length > 0 && of(cues, 'warn').length === 0) voice += 0.6;
  if (words.list.some((w, i) => w.plain === 'day' && (words.list[i - 1]?.plain === '#role'))) voice += 0.8;
  if (of(cues, 'openLink').length > 0 && of(cues, 'negated').length === 0) voice += 0.6;
  return voice;
}
