import { formatMoment } from '#kernel/dates.ts';
import type { CheckView, NextView, OfficialView, ReasonView } from '#modules/checks/check.contract.ts';
import { html, raw, safeHref, type Html } from './html.ts';
import { copyButton, identifiers } from './identifiers.ts';
import { button, page } from './layout.ts';
import { inert, message } from './message.ts';
import type { AnswerModel, PageContext } from './page.ts';
import { icon, OUTCOME_CLASS, sign } from './signs.ts';
import { steps } from './steps.ts';
import { bound } from './typography.ts';

/** More reasons than this are not read by somebody under pressure; the rest is one press away. */
const SHOWN = 5;

/** The answer: what to do, why, on which words it rests. DOM order is the order of a phone. */
export function renderAnswer(ctx: PageContext, answer: AnswerModel): string {
  const { view } = answer;
  const { t } = ctx;
  const main = html`${banner(ctx, view)}
<div class="wrap abc o-${OUTCOME_CLASS[view.outcome]}"><div class="a">${stamp(ctx, view)}
${view.previousOutcome ? changed(ctx, view, view.previousOutcome) : null}
${actions(ctx, view)}</div>
<div class="b"><section class="sec"><h2>${t('page.answer.reasons')}</h2>${reasons(ctx, view.reasons)}</section>
${answer.message === null ? null : html`<section class="sec"><h2>${t('page.answer.message')}</h2>${message(ctx, answer.message, numberedSpans(view))}</section>`}
${view.identifiers.length === 0 ? null : html`<section class="sec"><h2>${t('page.answer.identifiers')}</h2>${identifiers(ctx, view.identifiers)}</section>`}</div>
<div class="c">${view.official ? person(ctx, view, view.official) : null}
${view.steps.length === 0 ? null : html`<section class="sec"><h2>${t('page.answer.steps')}</h2>${steps(view.steps)}</section>`}
${address(ctx, answer)}
<div class="btns last">${button({ href: '/', text: t('next.none.text'), look: 'ink', icon: 'search' })}</div></div></div>`;
  return page(ctx, { title: view.headline, main, isHidden: true, hasBanner: true });
}

/**
 * Which words the banner speaks. The quiet form needs a message that was read: of a bare account number nobody can say that nothing was asked for.
 */
function variantOf(view: CheckView): { key: string; title: string; isQuiet: boolean } {
  const isQuiet = view.outcome === 'unverified' && view.isQuiet && view.reading !== null;
  if (!isQuiet) return { key: view.outcome, title: view.outcome, isQuiet };
  return { key: view.reading?.quoted ? 'unverified-quoted' : 'unverified-quiet', title: 'unverified-quiet', isQuiet };
}

function banner({ t }: PageContext, view: CheckView): Html {
  const { key, title, isQuiet } = variantOf(view);
  // "CHƯA / XÁC MINH", never "XÁC / MINH": a break inside a compound is a spelling mistake to the eye.
  const word = bound(t(`outcome.${title}.title`));
  return html`<div class="out ${OUTCOME_CLASS[view.outcome]}${isQuiet ? ' quiet' : ''}"><div class="wrap">${sign(view.outcome)}<h1>${word}</h1><p class="why">${bound(t(`outcome.${key}.why`))}</p><p class="do">${stressed(t(`outcome.${key}.advice`), t(`outcome.${key}.stress`))}</p></div></div>`;
}

function stressed(sentence: string, words: string): Html {
  const at = sentence.indexOf(words);
  return at < 0 ? html`${sentence}` : html`${sentence.slice(0, at)}<b>${words}</b>${sentence.slice(at + words.length)}`;
}

const moment = (iso: string): Html => html`<time datetime="${iso}">${formatMoment(new Date(iso))}</time>`;

function stamp({ t }: PageContext, view: CheckView): Html {
  return html`<p class="stamp"><span>${t('page.answer.at')} ${moment(view.at)}</span> <span>${t('page.answer.until')} ${moment(view.validUntil)}</span></p>`;
}

function changed({ t }: PageContext, view: CheckView, before: NonNullable<CheckView['previousOutcome']>): Html {
  return html`<section class="note changed" aria-labelledby="changed"><h2 id="changed">${icon('beware')}${t('page.answer.changed.title')}</h2><p>${t('page.answer.changed.before')}: <s>${t(`outcome.${before}.headline`)}</s></p><p>${t('page.answer.changed.now')}: <b>${view.headline}</b></p><p>${t('page.answer.changed.follow')}</p></section>`;
}

const ICON = { 'ask-official': 'talk', report: 'flag', 'paid-already': 'bank', 'call-office': 'phone', none: 'search' } as const;

/** First of `next` is the one primary button; "I have already paid" is there whenever the answer is not genuine. */
function actions(ctx: PageContext, view: CheckView): Html {
  const { t } = ctx;
  const { isQuiet } = variantOf(view);
  const wanted = view.next.filter((n) => n.action !== 'none');
  const hasPaid = view.outcome === 'genuine-channel' || wanted.some((n) => n.action === 'paid-already');
  const paid: NextView = { action: 'paid-already', text: t('next.paid-already.text'), more: t('next.paid-already.more'), href: '/da-chuyen-tien' };
  const all = hasPaid ? wanted : [...wanted, paid];
  const isCallable = wanted.some((n) => n.action === 'call-office' || n.action === 'ask-official');
  const known = (view.outcome === 'genuine-channel' || view.outcome === 'unverified') && !isCallable && !isQuiet ? callKnown(ctx, view.official) : null;
  return html`<div class="btns first">${known}${all.map((n, i) => button({ href: safeHref(n.href), text: n.text, more: n.more, icon: ICON[n.action], look: lookOf(n, i === 0 && !isQuiet) }))}</div>`;
}

function lookOf(next: NextView, isFirst: boolean): string {
  if (next.action === 'paid-already') return 'paid';
  return isFirst ? `pri${next.action === 'report' ? '' : ' big'}` : '';
}

/** No office number in the register: the one thing to do is no link, so it is said and not pressed. */
function callKnown({ t }: PageContext, official: OfficialView | undefined): Html {
  const [text, more] = official ? [t('next.call-known.text', { who: official.short }), t('next.call-known.more')] : [t('page.answer.call-self'), null];
  return html`<p class="note tell-call">${icon('phone')}<span><b>${text}</b>${more ? html`<span class="sub">${more}</span>` : null}</span></p>`;
}

function reasons({ t }: PageContext, list: readonly ReasonView[]): Html {
  const rows = list.map((r, i) => html`<li class="reason"><span class="n" aria-hidden="true">${i + 1}</span><h3>${bound(inert(r.text))}</h3>${r.more ? html`<p>${inert(r.more)}</p>` : null}${r.source ? html`<p class="src">${bound(inert(r.source))}</p>` : null}</li>`);
  const rest = rows.slice(SHOWN);
  return html`<ol class="reasons" role="list">${rows.slice(0, SHOWN)}</ol>${rest.length > 0 ? html`<details class="rest"><summary>${t('page.answer.reasons.rest', { count: rest.length })}</summary><ol class="reasons" role="list" start="${SHOWN + 1}">${rest}</ol></details>` : null}`;
}

const numberedSpans = (view: CheckView): { start: number; end: number; number: number }[] => view.reasons.flatMap((r, i) => r.evidence.spans.map(({ start, end }) => ({ start, end, number: i + 1 })));

/** Reasons that say: somebody acts under this person's name. Otherwise the person was merely named. */
const IMPERSONATED = new Set(['identifier-declared-fake', 'official-denied', 'channel-hijacked', 'platform-none']);
/** In an answer that stops, a holder or channel compared with this person says so too. */
const COMPARED = new Set(['holder-equals-official', 'holder-resembles-official', 'holder-differs', 'channel-unregistered-for-official']);

/** Initials only: a photograph would lend the criminal's proof a frame. */
function person({ t }: PageContext, view: CheckView, official: OfficialView): Html {
  const role = view.outcome === 'genuine-channel' ? 'owner' : view.reasons.some((r) => IMPERSONATED.has(r.code) || (view.outcome === 'stop-evidence' && COMPARED.has(r.code))) ? 'impersonated' : 'mentioned';
  const words = official.name.trim().split(/\s+/);
  const initials = [words[0], words.length > 1 ? words.at(-1) : undefined].map((w) => [...(w ?? '')][0] ?? '').join('').toLocaleUpperCase('vi');
  return html`<section class="sec"><h2>${t(`page.answer.person.${role}`)}</h2><div class="who"><span class="av" aria-hidden="true">${initials}</span><p><b>${official.honorific} ${official.name}</b><span>${official.position}${official.unit ? `, ${official.unit}` : ''}</span></p></div></section>`;
}

function address(ctx: PageContext, { url, expiresAt }: AnswerModel): Html {
  const { t } = ctx;
  const cut = url.lastIndexOf('/k/') + 1;
  return html`<section class="sec keep"><h2>${t('page.answer.address')}</h2><div class="note"><p class="id">${url.slice(0, cut)}<wbr>${url.slice(cut)}</p>${copyButton(ctx, url, '')}
<p class="small">${t('page.answer.address.until')} ${moment(expiresAt)}${raw('. ')}${t('page.answer.address.note')}</p></div></section>`;
}
