import { html, raw, type Html, type Part } from './html.ts';
import { button, page } from './layout.ts';
import type { FormValues, HomeModel, PageContext } from './page.ts';
import { misreadDigit } from './repair.ts';
import { icon, OUTCOME_CLASS, sign } from './signs.ts';
import { OUTCOMES } from '#kernel/outcome.ts';
import type { SaidPlatform } from '#modules/checks/check.contract.ts';

/** Those that people meet, in that order; Messenger stands with Facebook. */
const PLATFORMS = ['facebook', 'zalo', 'phone', 'telegram', 'tiktok', 'email', 'other'] as const satisfies readonly SaidPlatform[];
const OWN_LABEL = new Set<string>(['facebook', 'phone', 'email', 'other']);
const MORE_FIELDS = ['official', 'platform', 'channel', 'holder'] as const;
const isField = (name: string): name is keyof FormValues => name === 'text' || MORE_FIELDS.some((f) => f === name);

/** The start page: one box, and what one knows beside it. */
export function renderHome(ctx: PageContext, model: HomeModel): string {
  const { t } = ctx;
  const title = model.fault ? `${t('page.home.fault')} ${t('page.home.title')}` : t('page.home.title');
  const main = html`<div class="wrap hero two-col"><div>
<h1>${t('page.home.heading')}</h1>
<p class="lead">${t('page.home.lead')}</p>
${model.fault ? summary(ctx, model.fault) : null}
${form(ctx, model)}
<p class="promise"><b>${t('page.home.promise.strong')}</b> ${t('page.home.promise')}</p>
<div class="others">${button({ href: '/da-chuyen-tien', text: t('page.nav.paid'), more: t('page.home.paid.more'), look: 'paid', icon: 'bank' })}${button({ href: '/bao-cong-an', text: t('page.nav.report'), more: t('page.home.report.more'), icon: 'flag' })}</div>
</div><div class="side">${model.examples.length > 0 ? examples(ctx, model) : null}${legend(ctx)}</div></div>`;
  return page(ctx, { title, main });
}

function summary({ t }: PageContext, fault: { readonly field: string; readonly message: string }): Html {
  const field = isField(fault.field) ? fault.field : 'text';
  return html`<div class="faults" role="alert"><p><b>${t('page.home.fault')}</b></p><p><a href="#${field}">${t('page.home.fault.link', { field: t(`page.home.${field}.label`) })}</a></p></div>`;
}

function form(ctx: PageContext, { values, fault }: HomeModel): Html {
  const { t } = ctx;
  const isBad = fault !== undefined && (fault.field === 'text' || !isField(fault.field));
  const isOpen = MORE_FIELDS.some((f) => values[f].trim() !== '' || fault?.field === f);
  // The parser drops one line break after <textarea>; ours is dropped instead of the asker's.
  return html`<form class="stack" id="check" action="/kiem-tra" method="post" accept-charset="utf-8">
<div class="box${isBad ? ' is-bad' : ''}"><label class="vh" for="text">${t('page.home.text.label')}</label>
<textarea id="text" name="text" rows="6" placeholder="${t('page.home.text.placeholder')}" spellcheck="false" autocomplete="off"${isBad ? raw(' aria-invalid="true" aria-describedby="text-err"') : null}>
${values.text}</textarea></div>
${isBad && fault ? error('text', fault.message) : null}
<details class="more"${isOpen ? raw(' open') : null}><summary>${t('page.home.more')}</summary>
<p class="hint">${t('page.home.more.hint')}</p>
${input(ctx, 'official', values, fault, 200)}
${platform(ctx, values, fault)}
${input(ctx, 'channel', values, fault, 2048)}
${input(ctx, 'holder', values, fault, 120)}
</details>
<button class="btn pri big" data-busy="${t('page.home.busy')}">${icon('search')}<span>${t('page.home.submit')}</span></button></form>`;
}

const error = (field: string, message: Part): Html => html`<p class="err" id="${field}-err">${icon('beware')}<span>${message}</span></p>`;

function field(ctx: PageContext, name: (typeof MORE_FIELDS)[number], fault: HomeModel['fault'], control: (attributes: Html) => Html, repair?: string | null): Html {
  const { t } = ctx;
  const isBad = fault?.field === name;
  const attributes = html` id="${name}" name="${name}" aria-describedby="${name}-hint${isBad ? ` ${name}-err` : ''}"${isBad ? raw(' aria-invalid="true"') : null} class="in${isBad ? ' is-bad' : ''}"`;
  return html`<div class="field"><label for="${name}">${t(`page.home.${name}.label`)}</label><p class="hint" id="${name}-hint">${t(`page.home.${name}.hint`)}</p>
${control(attributes)}${isBad && fault ? error(name, [fault.message, repair ? html`<br>${repair}` : null]) : null}</div>`;
}

function input(ctx: PageContext, name: 'official' | 'channel' | 'holder', values: FormValues, fault: HomeModel['fault'], maxLength: number): Html {
  const repair = name === 'channel' && fault?.field === name ? repairOf(ctx, values.channel) : null;
  return field(ctx, name, fault, (attributes) => html`<input${attributes} value="${values[name]}" maxlength="${maxLength}" autocomplete="off" spellcheck="false"${name === 'channel' ? raw(' autocapitalize="none"') : null}>`, repair);
}

/** A letter that was meant as a digit is named with its place; else what such a field looks like. */
function repairOf({ t }: PageContext, value: string): string {
  const found = misreadDigit(value);
  return found ? t('page.home.repair', found) : t('page.home.repair.channel');
}

function platform(ctx: PageContext, values: FormValues, fault: HomeModel['fault']): Html {
  const { t } = ctx;
  const options = PLATFORMS.map((p) => html`<option value="${p}"${values.platform === p ? raw(' selected') : null}>${t(OWN_LABEL.has(p) ? `page.home.platform.${p}` : `platform.${p}`)}</option>`);
  return field(ctx, 'platform', fault, (attributes) => html`<select${attributes}><option value="">${t('page.home.platform.none')}</option>${options}</select>`);
}

function examples({ t }: PageContext, { examples: list }: HomeModel): Html {
  return html`<section class="examples" aria-labelledby="examples"><h2 id="examples">${t('page.examples.title')}</h2><p class="small">${t('page.examples.note')}</p>
<ol>${list.map((e) => html`<li><a href="/?vi-du=${encodeURIComponent(e.id)}"${e.isOpen ? raw(' aria-current="true"') : null}>${e.title}${e.isOpen ? html` <span class="small">(${t('page.examples.open')})</span>` : null}</a></li>`)}</ol></section>`;
}

function legend({ t }: PageContext): Html {
  const rows = OUTCOMES.map((o) => html`<li class="l-${OUTCOME_CLASS[o]}">${sign(o)}<p><b>${t(`outcome.${o}.title`)}</b> ${t(`outcome.${o}.legend`)}</p></li>`);
  return html`<section class="legend" aria-labelledby="legend"><h2 id="legend">${t('page.legend.title')}</h2><p class="small">${t('page.legend.note')}</p><ul>${rows}</ul></section>`;
}
