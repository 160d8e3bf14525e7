import { html, type Html } from './html.ts';
import { bound } from './typography.ts';

/** Numbered steps; the number is drawn by the style, the list says it to a screen reader. */
export function steps(list: readonly { readonly text: string; readonly more?: string }[]): Html {
  return html`<ol class="steps">${list.map((s) => html`<li><b>${bound(s.text)}</b>${s.more ? html`<p>${s.more}</p>` : null}</li>`)}</ol>`;
}
