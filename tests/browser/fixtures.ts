import { readFileSync } from 'node:fs';
import type { Locale } from '#kernel/context.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { CheckPage, CheckView, EvidenceView, IdentifierView, NextView, ReasonView } from '#modules/checks/check.contract.ts';
import { formatMoment } from '#kernel/dates.ts';
import { createI18n, type Catalog } from '#platform/i18n/index.ts';

/** Answers as the real operation would give them, with the real sentences. All people, accounts and numbers are invented. */
const catalog = (locale: Locale): Catalog => JSON.parse(readFileSync(new URL(`../../src/web/locales/${locale}.json`, import.meta.url), 'utf8')) as Catalog; // own file, tested beside
export const i18n = createI18n({ vi: catalog('vi'), en: catalog('en') });

export const AT = new Date('2026-11-23T07:32:00Z');
const UNTIL = new Date('2026-11-24T07:32:00Z');
export const URL_OF_ANSWER = 'https://kiemtra.tinhmau.example/k/7Q4MZ2KD9XW3B8T5N1CVRJ6H0E';

const KHUE = { vi: { honorific: 'Ông', name: 'Lê Trọng Khuê', short: 'ông Khuê', position: 'Giám đốc', unit: 'Sở Xây dựng tỉnh Mẫu' }, en: { honorific: 'Mr', name: 'Lê Trọng Khuê', short: 'Mr Khuê', position: 'Giám đốc', unit: 'Sở Xây dựng tỉnh Mẫu' } };
const NHA = { vi: { honorific: 'Bà', name: 'Phùng Thị Nhã', short: 'bà Nhã', position: 'Chủ tịch', unit: 'UBND phường Bến Mẫu' }, en: { honorific: 'Ms', name: 'Phùng Thị Nhã', short: 'Ms Nhã', position: 'Chủ tịch', unit: 'UBND phường Bến Mẫu' } };

interface Draft {
  readonly outcome: Outcome;
  readonly message: string | null;
  readonly official?: typeof KHUE;
  /** Code, kind of thing, words of the message it rests on, parameters. */
  readonly reasons: readonly (readonly [code: string, thing: string | null, words: readonly string[], params?: Record<string, string | number>])[];
  readonly identifiers?: readonly (readonly [type: string, state: IdentifierView['state'], display: string, label?: Record<string, string> | undefined, warning?: readonly [string, string?]])[];
  readonly next: readonly NextView['action'][];
  readonly steps: number;
  readonly isQuiet?: boolean;
  readonly isQuoted?: boolean;
  readonly previousOutcome?: Outcome;
  readonly until?: Date;
}

const STEPS = {
  vi: [{ text: 'Đừng chuyển tiền. Đừng trả lời tin đó.' }, { text: 'Giữ nguyên tin nhắn.', more: 'Chụp màn hình. Đừng xóa, đó là bằng chứng.' }, { text: 'Báo công an.', more: 'Nói rõ số tài khoản, số điện thoại hoặc trang đã nhắn.' }, { text: 'Báo cho người bị mạo danh và thủ trưởng đơn vị.', more: 'Để đồng nghiệp khác không bị lừa.' }],
  en: [{ text: 'Do not send money. Do not answer that message.' }, { text: 'Keep the message.', more: 'Take a screenshot. Do not delete it: it is evidence.' }, { text: 'Tell the police.', more: 'Give the account, the number or the page that wrote to you.' }, { text: 'Tell the person who is impersonated and the head of your office.', more: 'So that colleagues are not deceived.' }],
};
const HREF = { report: '/bao-cong-an', 'paid-already': '/da-chuyen-tien', 'call-office': 'tel:05003822111', 'ask-official': '/', none: '/' } as const;
const capital = (s: string): string => s.slice(0, 1).toUpperCase() + s.slice(1);

function build(draft: Draft, locale: Locale): CheckPage {
  const t = (key: string, params: Record<string, string | number> = {}): string => i18n.t(locale, key, params);
  const official = draft.official?.[locale];
  const spansOf = (words: readonly string[]): { start: number; end: number }[] => words.flatMap((w) => { const start = draft.message?.indexOf(w) ?? -1; return start < 0 ? [] : [{ start, end: start + w.length }]; });
  const reasons = draft.reasons.map(([code, kind, words, extra = {}]): ReasonView => {
    const thing = t(kind ? `thing.${kind}` : 'thing.profile');
    const who = official?.short ?? t('who.nobody');
    const params = { at: formatMoment(new Date('2026-11-22T02:10:00Z')), count: 0, holder: '', detail: '', thing, Thing: capital(thing), who, Who: capital(who), ...extra };
    const optional = (part: 'more' | 'source'): object => (i18n.has(`reason.${code}.${part}`) ? { [part]: t(`reason.${code}.${part}`, params) } : {});
    const evidence: EvidenceView = { kind: 'text', spans: spansOf(words), words: [...words] };
    return { code, text: t(`reason.${code}.text`, params), ...optional('more'), ...optional('source'), evidence };
  });
  const identifiers = (draft.identifiers ?? []).map(([type, state, display, label, warning]): IdentifierView => ({
    type, state, display, value: display.replaceAll(' ', ''), label: label?.['bank'] ? t('identifier.label.bank_account-at', label) : t(`identifier.label.${type}`, label ?? {}),
    stateText: t(`identifier.state.${state}`, { count: 2 }), ...(warning ? { note: t(`identifier.warning.${warning[0]}`, { detail: warning[1] ?? '' }) } : {}), spans: spansOf([display]),
  }));
  const next = draft.next.map((action): NextView => {
    const more = `next.${action}.more`;
    const params = { who: official?.short ?? '', phone: '0500 3822 111' };
    return { action, text: t(`next.${action}.text`, params), href: HREF[action], ...(i18n.has(more) ? { more: t(more, params) } : {}) };
  });
  const variant = draft.isQuiet ? 'unverified-quiet' : draft.outcome;
  const view: CheckView = {
    checkId: '7Q4MZ2KD9XW3B8T5N1CVRJ6H0E', at: AT.toISOString(), validUntil: (draft.until ?? UNTIL).toISOString(), outcome: draft.outcome, isQuiet: draft.isQuiet === true,
    ...(draft.previousOutcome ? { previousOutcome: draft.previousOutcome } : {}), headline: t(`outcome.${variant}.headline`), reasons, ...(official ? { official: { ...official } } : {}), identifiers,
    reading: draft.message === null ? null : { entities: [], signs: [], quoted: draft.isQuoted === true, probability: 0.9, band: 'likely-fraud' }, steps: STEPS[locale].slice(0, draft.steps), next,
  };
  return { view, message: draft.message, expiresAt: UNTIL.toISOString() };
}

const LONG_TEXT = [
  'Kính gửi các đồng chí,', '', 'Anh đang đi công tác, máy hỏng loa không nghe gọi được. Em đừng nói với ai trong cơ quan, việc này tế nhị.', '',
  ...Array.from({ length: 40 }, (_, i) => `${i + 1}. Em chuyển giúp anh ${i + 1}.500.000 đ, nội dung “tạm ứng đoàn công tác số ${i + 1}”, chiều anh gửi lại em cả gốc lẫn quà.`),
  '', 'Nhanh giúp anh, trong 15 phút nữa phải xong.',
].join('\n');

const DRAFTS = {
  evidence: {
    outcome: 'stop-evidence', official: KHUE, steps: 4,
    message: 'Em ơi anh Khuê đây. Anh đang họp, không tiện nghe máy. Em chuyển giúp anh 48.000.000 đ vào STK 0800 1273 1846 Ngân hàng Mẫu, chủ TK LE TRONG KHUE. Chiều anh gửi lại. Việc tế nhị, đừng nói với ai.',
    reasons: [['identifier-red', 'bank_account', ['0800 1273 1846']], ['holder-equals-official', null, ['LE TRONG KHUE'], { holder: 'LE TRONG KHUE' }], ['request-money', null, ['Em chuyển giúp anh 48.000.000 đ']], ['avoids-call', null, ['Anh đang họp, không tiện nghe máy.']], ['secrecy', null, ['Việc tế nhị, đừng nói với ai.']], ['promise-repay', null, ['Chiều anh gửi lại.']]],
    identifiers: [['bank_account', 'red', '0800 1273 1846', { bank: 'Ngân hàng Mẫu' }]], next: ['report', 'paid-already', 'call-office', 'none'],
  },
  denied: {
    outcome: 'stop-denied', official: KHUE, steps: 3, message: 'Cô Vy à, tôi đang đi công tác không nghe được. Cô ứng giúp 20 triệu cho đoàn, tối tôi hoàn lại.',
    reasons: [['official-denied', 'profile', []], ['request-money', null, ['ứng giúp 20 triệu']], ['avoids-call', null, ['tôi đang đi công tác không nghe được']]],
    identifiers: [['profile', 'declared-fake', 'facebook.com/khue.le.sxd', { platform: 'Facebook' }]], next: ['report', 'paid-already', 'none'],
  },
  unverified: {
    outcome: 'unverified', official: NHA, steps: 4, message: 'Anh Thạc ơi, Nhã đây ạ. Máy em hỏng loa không gọi được. Anh cho em mượn tạm 15 triệu, 5 giờ chiều em gửi lại nhé.',
    reasons: [['channel-unregistered-for-official', 'profile', []], ['request-money', null, ['mượn tạm 15 triệu, 5 giờ chiều em gửi lại']], ['avoids-call', null, ['Máy em hỏng loa không gọi được']], ['promise-repay', null, ['5 giờ chiều em gửi lại']], ['identifier-unknown', 'profile', []]],
    identifiers: [['profile', 'unknown', 'facebook.com/phung.nha.9021', { platform: 'Facebook' }]], next: ['call-office', 'report', 'paid-already', 'none'],
  },
  genuine: {
    outcome: 'genuine-channel', official: NHA, steps: 3, until: new Date('2026-11-23T08:32:00Z'), message: 'Sáng mai 8 giờ họp giao ban, anh mang theo số liệu tháng 11 nhé.',
    reasons: [['channel-genuine', 'phone', []], ['no-request', null, []]], identifiers: [['phone', 'genuine', '0500 127 318']], next: ['call-office', 'none'],
  },
  'genuine-no-office': {
    outcome: 'genuine-channel', official: NHA, steps: 3, until: new Date('2026-11-23T08:32:00Z'), message: null,
    reasons: [['channel-genuine', 'phone', []]], identifiers: [['phone', 'genuine', '0500 127 318']], next: ['none'],
  },
  quiet: {
    outcome: 'unverified', isQuiet: true, official: KHUE, steps: 2, message: 'Sáng mai 8 giờ em qua phòng anh nhé.',
    reasons: [['channel-unregistered-for-official', 'profile', []], ['no-request', null, []]], identifiers: [['profile', 'unknown', 'zalo.me/0500127661', { platform: 'Zalo' }]], next: ['call-office', 'none'],
  },
  quoted: {
    outcome: 'unverified', isQuiet: true, isQuoted: true, steps: 2, message: 'Công an tỉnh Mẫu cảnh báo: thời gian gần đây có đối tượng mạo danh lãnh đạo, nhắn tin vay tiền, chuyển khoản. Đề nghị người dân cảnh giác.',
    reasons: [['quoted-warning', null, []]], next: ['none'],
  },
  'bare-account': {
    outcome: 'unverified', isQuiet: true, steps: 4, message: null, reasons: [['identifier-unknown', 'bank_account', []]], identifiers: [['bank_account', 'unknown', '0800 4471 2093', { bank: 'Ngân hàng Mẫu' }]], next: ['none'],
  },
  changed: {
    outcome: 'stop-evidence', previousOutcome: 'unverified', official: KHUE, steps: 4, message: 'Em gửi 30 triệu vào số 0800 4471 2093 giúp anh.',
    reasons: [['identifier-red', 'bank_account', ['0800 4471 2093']], ['request-money', null, ['Em gửi 30 triệu']]], identifiers: [['bank_account', 'red', '0800 4471 2093', { bank: 'Ngân hàng Mẫu' }]], next: ['report', 'paid-already', 'none'],
  },
  many: {
    outcome: 'unverified', official: KHUE, steps: 4, message: LONG_TEXT,
    reasons: [
      ['holder-differs', null, [], { holder: 'TRAN VAN DAT' }], ['identifier-reported', 'phone', [], { count: 2 }], ['link-lookalike', 'url', [], { detail: 'dichvucong.gov.vn' }], ['link-shortener', 'url', []],
      ['request-money', null, ['Em chuyển giúp anh 1.500.000 đ', '12. Em chuyển giúp anh 12.500.000 đ']], ['avoids-call', null, ['máy hỏng loa không nghe gọi được']], ['secrecy', null, ['Em đừng nói với ai trong cơ quan, việc này tế nhị.']],
      ['urgency', null, ['Nhanh giúp anh, trong 15 phút nữa phải xong.']], ['promise-repay', null, ['chiều anh gửi lại em cả gốc lẫn quà']], ['authority-pressure', null, ['Kính gửi các đồng chí']], ['claims-leader', null, ['Anh đang đi công tác, máy hỏng loa']],
    ],
    identifiers: [
      ['bank_account', 'unknown', '0800 4471 2093', { bank: 'Ngân hàng Mẫu' }], ['phone', 'reported', '0500 127 661'], ['url', 'unknown', 'dichvucong-gov-vn.xn--mu-example.top/tra-cuu/ket-qua?ma=8f2a91c07be44d55a1', undefined, ['lookalike-domain', 'dichvucong.gov.vn']],
      ['url', 'unknown', 'dichvuc0ng-mau.top', undefined, ['lookalike-domain', 'dichvucong.gov.vn']], ['url', 'unknown', 'bit.ly/3xYzQ1l', undefined, ['shortener']], ['profile', 'hijacked', 'zalo.me/0500127318', { platform: 'Zalo' }],
      ['profile', 'declared-fake', 'facebook.com/profile.php?id=100099887766554', { platform: 'Facebook' }], ['email', 'unknown', 'khue.sxd@hop-thu.example'], ['phone', 'genuine', '0500 127 319'],
    ],
    next: ['report', 'paid-already', 'none'],
  },
  hostile: {
    outcome: 'unverified', steps: 2, message: '<script>alert(1)</script>\n</blockquote><img src=x onerror=alert(1)>&lt; "\' ` Anh ch\u200buy\u200b\u200b\u200bển 5 triệu vào \u202e6481 3721 0080\u202c nhé Z\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309 👨‍👩‍👧',
    reasons: [['request-money', null, ['5 triệu vào']], ['holder-differs', null, ['5 triệu'], { holder: '"><script>alert(2)</script>' }]], identifiers: [['url', 'unknown', 'javascript:alert(3)"onmouseover="x', undefined, ['lookalike-domain', '<b>']]], next: ['report', 'paid-already', 'none'],
  },
} as const satisfies Record<string, Draft>;

export type AnswerName = keyof typeof DRAFTS;
export const ANSWERS = Object.keys(DRAFTS) as AnswerName[]; // keys of a literal
export const answer = (name: AnswerName, locale: Locale): CheckPage & { url: string } => ({ ...build(DRAFTS[name], locale), url: URL_OF_ANSWER });
