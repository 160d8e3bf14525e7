import type { IdentifierState } from '#kernel/outcome.ts';
import type { IdentifierView } from '#modules/checks/check.contract.ts';
import { html, type Html, type Part } from './html.ts';
import { inert } from './message.ts';
import type { PageContext } from './page.ts';
import { glyph, icon } from './signs.ts';

/** More than a screen of them is a list; the rest is one press away. */
const SHOWN = 8;
const LOOK: Readonly<Record<IdentifierState, string>> = { red: 'c-red', hijacked: 'c-red', 'declared-fake': 'c-fake', reported: 'c-rep', unknown: 'c-unk', genuine: 'c-ge' };
/** What weighs most is read first. */
const ORDER: readonly IdentifierState[] = ['red', 'declared-fake', 'hijacked', 'reported', 'unknown', 'genuine'];

export function identifiers(ctx: PageContext, list: readonly IdentifierView[]): Html {
  const sorted = [...list].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state)).map((one) => chip(ctx, one));
  const rest = sorted.slice(SHOWN);
  return html`<ul class="chips" role="list">${sorted.slice(0, SHOWN)}</ul>${rest.length > 0 ? html`<details class="rest"><summary>${ctx.t('page.answer.identifiers.rest', { count: rest.length })}</summary><ul class="chips" role="list">${rest}</ul></details>` : null}`;
}

function chip(ctx: PageContext, one: IdentifierView): Html {
  const display = inert(one.display);
  const isNumber = /^[\d\s.+()-]+$/.test(display);
  return html`<li class="chip ${LOOK[one.state]}"><span class="k">${inert(one.label)}</span>
<span class="v${isNumber ? '' : ' id'}">${isNumber ? grouped(display) : mixed(display, one.note !== undefined)}</span>
<span class="st">${glyph(one.state)}${one.stateText}</span>${one.note ? html`<span class="nt">${inert(one.note)}</span>` : null}
${copyButton(ctx, isNumber ? display.replace(/\s/g, '') : display, display)}</li>`;
}

/** Groups as spans without spaces between them: what is selected by hand is copied in one piece too. */
function grouped(display: string): Html {
  return html`<span class="acc">${display.split(/\s+/).map((part) => html`<span>${part}</span>`)}</span>`;
}

/** In a name of letters and digits: the figures among letters and the foreign letters, which are there to be misread, are underlined. */
function mixed(display: string, isMisleading: boolean): Part {
  if (!isMisleading) return display;
  const host = display.split('/')[0] ?? '';
  return display.split(/((?<=[a-zA-Z])[01](?=[a-zA-Z])|\P{ASCII}+)/u).map((part, i) => (i % 2 === 1 && host.includes(part) ? html`<b class="conf">${part}</b>` : part));
}

/** Hidden until the script shows it: without the script it could do nothing. */
export function copyButton({ t }: PageContext, value: string, spoken: string): Html {
  return html`<button type="button" class="copy" data-copy="${value}" data-done="${t('page.answer.copied')}" hidden>${icon('copy')}<span>${t('page.answer.copy')}</span><span class="vh"> ${spoken}</span></button>`;
}
