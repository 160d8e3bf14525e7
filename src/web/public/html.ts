/** Markup that is ready to send. Only `html` and `raw` make it, so a plain string can never slip into a page unescaped. */
class Markup {
  readonly markup: string;
  constructor(markup: string) { this.markup = markup; }
}
export type Html = Markup;
export type Part = Html | string | number | null | undefined | false | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' };

/** For text between tags and for quoted attribute values, the only two places where `html` puts values. NUL, which parsers treat each in their own way, becomes U+FFFD. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (c) => ENTITIES[c] ?? c).replaceAll('\u0000', '\uFFFD');
}

/** Escapes every value; nothing (null, undefined, false) prints nothing; lists are joined. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Markup(strings.reduce((out, text, i) => out + print(parts[i - 1]) + text));
}

/** Markup written by us in this room: signs and icons. Never for anything that came from outside. */
export const raw = (markup: string): Html => new Markup(markup);

function print(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return part instanceof Markup ? part.markup : part.map(print).join('');
}

/** An address that may stand in `href`: a page of ours, a call, a letter, the web. Anything else (javascript:, data:) leads to the start page. */
export function safeHref(href: string): string {
  return /^(?:\/(?![/\\])|#|tel:|mailto:|https?:\/\/)/i.test(href) && !/[\s\p{Cc}]/u.test(href) ? href : '/';
}

/** `path` with one query parameter set, the others kept. */
export function withQuery(path: string, name: string, value: string): string {
  const [head = '/', query = ''] = path.split('#', 1)[0]?.split('?') ?? [];
  const kept = query.split('&').filter((pair) => pair !== '' && pair.split('=')[0] !== name);
  return `${head}?${[...kept, `${name}=${encodeURIComponent(value)}`].join('&')}`;
}
