import { html, raw, safeHref, type Html } from './html.ts';
import { button, page } from './layout.ts';
import type { ErrorModel, InfoModel, PageContext } from './page.ts';
import { icon } from './signs.ts';
import { steps } from './steps.ts';

/** A page that tells: what to do after paying, how to report, how it works, privacy. */
export function renderInfo(ctx: PageContext, model: InfoModel): string {
  const main = html`<div class="wrap tell"><h1>${model.title}</h1>
${model.lead ? html`<p class="lead">${model.lead}</p>` : null}
${model.steps && model.steps.length > 0 ? steps(model.steps) : null}
${model.paragraphs.map((p) => html`<p>${p}</p>\n`)}
${model.contacts && model.contacts.length > 0 ? contacts(ctx, model.contacts) : null}
${origin(ctx, model)}
<div class="btns">${button({ href: '/', text: ctx.t('page.nav.check'), look: 'ink', icon: 'search' })}</div></div>`;
  return page(ctx, { title: model.title, main });
}

function contacts({ t }: PageContext, list: NonNullable<InfoModel['contacts']>): Html {
  const rows = list.map((c) => {
    const text = html`${icon('phone')}<span>${c.label}<span class="sub num">${c.value}</span></span>`;
    // A contact without a number is shown, but is nothing to press.
    return html`<li>${/^tel:$|^$/.test(c.href) ? html`<span class="contact">${text}</span>` : html`<a class="btn row" href="${safeHref(c.href)}">${text}${icon('go')}</a>`}</li>`;
  });
  return html`<section class="sec" aria-labelledby="contacts"><h2 id="contacts">${t('page.info.contacts')}</h2><ul class="btns">${rows}</ul></section>`;
}

function origin({ t }: PageContext, { source, updated }: InfoModel): Html | null {
  if (!source && !updated) return null;
  const link = source && /^https?:\/\//.test(source) ? html`<a href="${safeHref(source)}" rel="noreferrer">${source}</a>` : source;
  const [before = '', after = ''] = t('page.info.source', { source: '\u0000' }).split('\u0000');
  return html`<p class="small origin">${link ? html`${before}${link}${after} ` : null}${updated ? t('page.info.updated', { date: updated }) : null}</p>`;
}

const HEADING: Readonly<Record<number, string>> = { 404: 'not-found', 410: 'not-found', 429: 'busy', 503: 'busy' };

/** What went wrong, what to do about it – and what must not happen meanwhile. */
export function renderError(ctx: PageContext, model: ErrorModel): string {
  const { t } = ctx;
  const title = t(`page.error.${HEADING[model.status] ?? 'other'}`);
  const main = html`<div class="wrap tell"><h1>${title}</h1>
<p class="lead">${model.message}</p>
<p class="note"><b>${t('page.error.stop.strong')}</b> ${t('page.error.stop')}</p>
<div class="btns">${button({ href: '/', text: t('page.error.home'), look: 'pri', icon: 'search' })}${button({ href: '/da-chuyen-tien', text: t('page.nav.paid'), look: 'paid', icon: 'bank' })}</div>
<p class="small">${t('page.error.id')}: <span class="id">${model.requestId}</span>${raw(' · ')}<span class="id">${model.status} ${model.code}</span></p></div>`;
  return page(ctx, { title, main, isHidden: true });
}
