import { html, type Html, type Part } from './html.ts';
import type { PageContext } from './page.ts';

/** A stretch of the message that rests under the reason with this number. UTF-16 offsets. */
export interface NumberedSpan { readonly start: number; readonly end: number; readonly number: number }
interface Segment { readonly start: number; readonly end: number; readonly numbers: readonly number[]; readonly closing: readonly number[] }

/**
 * Characters that show nothing or turn the order of what follows: controls, zero-width, bidi (Unicode TR 36), fillers, tags. A criminal hides words with them
 * or makes a number read backwards, so they are taken out of the text and, in the message, shown as a box.
 */
const HIDDEN = /(?:(?![\n\t\r])(?:[\p{Cc}\p{Cf}\p{Cs}\u{115f}\u{1160}\u{2800}\u{3164}\u{ffa0}]|\u{34f}|\u{17b4}|\u{17b5}|\u{180b}|\u{180c}|\u{180d}|\u{180f}))+/gu;
/** More marks on one letter than any script writes cover the lines above (Vietnamese needs two). */
const PILED = /(\p{M}{4})\p{M}+/gu;
/** More boxes than this are a flood, not a finding: the rest is taken out without one. */
const MAX_BOXES = 60;
/** Longer messages scroll in their own frame, so that the advice below stays near. */
const LONG = 1500;
const MAX_SPANS = 400;

/** For one-line values that may carry outside text: nothing hidden, nothing that reorders, no towers of marks. */
export function inert(text: string): string {
  return text.replace(HIDDEN, '').replace(PILED, '$1');
}

/** The asker's own words, the exact places numbered as the reasons are. Everything in them is inert. */
export function message(ctx: PageContext, text: string, spans: readonly NumberedSpan[]): Html {
  const { t } = ctx;
  const boxes = { left: MAX_BOXES };
  const body = segmentsOf(text, spans).map((s) => {
    const words = show(ctx, text.slice(s.start, s.end), boxes);
    if (s.numbers.length === 0) return words;
    return html`<mark class="hl">${words}${s.closing.map((n) => html`<span class="n"><span class="vh"> (${t('page.answer.message.mark')} </span>${n}<span class="vh">) </span></span>`)}</mark>`;
  });
  const isLong = text.length > LONG;
  const long = isLong ? html` tabindex="0" role="region" aria-label="${t('page.answer.message.full', { count: text.length })}"` : null;
  return html`<div class="msg${isLong ? ' long' : ''}"${long}><blockquote dir="auto">${body}</blockquote></div>${boxes.left < MAX_BOXES ? html`<p class="small mt">${t('page.answer.message.hidden')}</p>` : null}`;
}

function show({ t }: PageContext, text: string, boxes: { left: number }): Part {
  const out: Part[] = [];
  let at = 0;
  for (const match of text.matchAll(HIDDEN)) {
    // Emoji are joined by a zero-width joiner, which hides nothing there.
    if (match[0] === '\u200d' && isPictograph(text, match.index)) continue;
    out.push(plain(text.slice(at, match.index)));
    at = match.index + match[0].length;
    if (boxes.left === 0) continue;
    boxes.left -= 1;
    const count = [...match[0]].length;
    out.push(html`<span class="hid">${count === 1 ? t('page.answer.message.hidden-mark') : t('page.answer.message.hidden-many', { count })}</span>`);
  }
  out.push(plain(text.slice(at)));
  return out;
}

const plain = (text: string): string => text.replaceAll('\r', '').replace(PILED, '$1');

const isPictograph = (text: string, at: number): boolean => /\p{Extended_Pictographic}\p{M}*\p{Emoji_Modifier}?$/u.test(text.slice(Math.max(0, at - 6), at)) || text[at - 1] === '\ufe0f';

/** Cuts the text where any span begins or ends. Overlapping places belong to several reasons; a number is printed once, where its place ends. */
export function segmentsOf(text: string, spans: readonly NumberedSpan[]): Segment[] {
  const merged = mergeByNumber(text, spans.slice(0, MAX_SPANS));
  const cuts = [...new Set([0, text.length, ...merged.flatMap((s) => [s.start, s.end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1] ?? text.length;
    const over = merged.filter((s) => s.start <= start && s.end >= end);
    return { start, end, numbers: over.map((s) => s.number), closing: over.filter((s) => s.end === end).map((s) => s.number) };
  });
}

function mergeByNumber(text: string, spans: readonly NumberedSpan[]): NumberedSpan[] {
  const sorted = spans.map((s) => ({ number: s.number, start: outward(text, s.start, -1), end: outward(text, s.end, 1) })).filter((s) => s.start < s.end).sort((a, b) => a.number - b.number || a.start - b.start);
  const out: NumberedSpan[] = [];
  for (const span of sorted) {
    const last = out.at(-1);
    if (last && last.number === span.number && span.start <= last.end) out[out.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else out.push(span);
  }
  return out;
}

/** An offset inside the text that does not cut a character in two or tear its marks off. */
function outward(text: string, offset: number, step: 1 | -1): number {
  let at = Number.isFinite(offset) ? Math.min(Math.max(0, Math.trunc(offset)), text.length) : 0;
  for (let tries = 0; tries < 8 && at > 0 && at < text.length && /^[\udc00-\udfff\p{M}]/u.test(text.slice(at, at + 2)); tries += 1) at += step;
  return at;
}
