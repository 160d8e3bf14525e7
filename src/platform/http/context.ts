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

/** ?lang, then the cookie, then the browser's first choice; Vietnamese otherwise. */
export function localeOf(query: Readonly<Record<string, unknown>>, cookies: Readonly<Record<string, string>>, acceptLanguage: string | undefined): Locale {
  const isLocale = (value: unknown): value is Locale => value === 'vi' || value === 'en';
  if (isLocale(query['lang'])) return query['lang'];
  if (isLocale(cookies['lang'])) return cookies['lang'];
  return (acceptLanguage ?? '').slice(0, 100).toLowerCase().startsWith('en') ? 'en' : 'vi';
}

export function contextOf(request: FastifyRequest, clock: Clock): Context {
  const given = request.headers['x-request-id'];
  const requestId = typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : newId(clock.now());
  const query = typeof request.query === 'object' && request.query !== null ? Object.fromEntries(Object.entries(request.query)) : {};
  return { actor: ANONYMOUS, requestId, clock, locale: localeOf(query, parseCookies(request.headers.cookie), request.headers['accept-language']) };
}
