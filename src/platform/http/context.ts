import type { FastifyRequest } from 'fastify';
import { ANONYMOUS } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Context, Locale } from '#kernel/context.ts';
import { newId } from '#platform/crypto/index.ts';
import { parseCookies } from './body.ts';

/** W3C Trace Context, version 00: anything else is as if it were not there. */
export function traceparentOf(header: unknown): string | null {
  return typeof header === 'string' && /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/.test(header) ? header : null;
}

/** ?lang, then the cookie, then what the browser prefers of the two; Vietnamese otherwise. */
export function localeOf(query: Readonly<Record<string, unknown>>, cookies: Readonly<Record<string, string>>, acceptLanguage: string | undefined): Locale {
  const isLocale = (value: unknown): value is Locale => value === 'vi' || value === 'en';
  if (isLocale(query['lang'])) return query['lang'];
  if (isLocale(cookies['lang'])) return cookies['lang'];
  const weight = (locale: Locale): number => Math.max(0, ...preferences(acceptLanguage).filter((p) => p.tag === locale || p.tag.startsWith(`${locale}-`)).map((p) => p.weight));
  return weight('en') > weight('vi') ? 'en' : 'vi';
}

/** RFC 9110 §12.5.4, as much of it as two languages need. */
function preferences(header: string | undefined): { tag: string; weight: number }[] {
  return (header ?? '').slice(0, 200).toLowerCase().split(',').slice(0, 20).map((part) => {
    const [tag = '', parameter] = part.split(';').map((p) => p.trim());
    const weight = parameter === undefined ? 1 : Number(/^q=([01](?:\.\d{1,3})?)$/.exec(parameter)?.[1] ?? 0);
    return { tag, weight };
  });
}

const known = new WeakMap<object, Context>();

/** One context for one request, so that the log line, the audit entry and the header of an answer or an error carry the same id. */
export function contextOf(request: FastifyRequest, clock: Clock): Context {
  const before = known.get(request.raw);
  if (before) return before;
  const query = typeof request.query === 'object' && request.query !== null ? Object.fromEntries(Object.entries(request.query)) : {};
  const ctx: Context = { actor: ANONYMOUS, requestId: requestIdOf(request.headers['x-request-id'], clock), clock, locale: localeOf(query, parseCookies(request.headers.cookie), request.headers['accept-language']) };
  known.set(request.raw, ctx);
  return ctx;
}

/** UUID, 32 hexadecimal digits (nginx's $request_id) or ULID: what machines make. Anything else could be a word or a number of the message, and would be logged and stored. */
const FOREIGN_ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}|[0-7][0-9A-HJKMNP-TV-Z]{25})$/;

function requestIdOf(given: unknown, clock: Clock): string {
  return typeof given === 'string' && FOREIGN_ID.test(given) ? given : newId(clock.now());
}
