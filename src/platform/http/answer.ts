import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from '#kernel/context.ts';
import { parseCookies } from './body.ts';
import { contextOf, traceparentOf } from './context.ts';
import { ERROR_HEADERS, securityHeaders } from './headers.ts';
import type { HttpOptions } from './index.ts';
import { plain, problemOf, type Fault } from './problem.ts';
import type { RouteAnswer, RouteDefinition } from './route.ts';

type Kind = RouteDefinition['kind'];
const zip = promisify(gzip);

export async function sendAnswer(request: FastifyRequest, reply: FastifyReply, ctx: Context, route: RouteDefinition, answer: RouteAnswer, options: HttpOptions): Promise<FastifyReply> {
  reply.code(answer.status).headers(commonHeaders(request, ctx, route.kind, options));
  const { body } = answer;
  if (body !== undefined && typeof body !== 'string' && !Buffer.isBuffer(body)) reply.header('content-type', 'application/json; charset=utf-8').header('content-language', ctx.locale);
  if (typeof body === 'string' && route.kind === 'page') reply.header('content-type', 'text/html; charset=utf-8').header('content-language', ctx.locale);
  if (answer.headers) reply.headers({ ...answer.headers });
  if (body === undefined) return reply.send();
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  if (route.kind !== 'page') return reply.send(bytes);
  reply.header('vary', 'accept-encoding');
  // Small answers and finished assets gain nothing; answers without a secret of ours beside attacker's text may be compressed.
  if (bytes.length > 1024 && takes(request.headers['accept-encoding'], 'gzip')) return reply.header('content-encoding', 'gzip').send(await zip(bytes, { level: 5 }));
  return reply.send(bytes);
}

/** `coding` is acceptable: named, and not with weight zero (RFC 9110 §12.5.3). */
export function takes(header: string | string[] | undefined, coding: string): boolean {
  return String(header ?? '').slice(0, 200).toLowerCase().split(',').some((part) => {
    const [name, weight] = part.split(';').map((p) => p.trim());
    return name === coding && !/^q=0(?:\.0*)?$/.test(weight ?? '');
  });
}

function commonHeaders(request: FastifyRequest, ctx: Context, kind: Kind, options: HttpOptions): Record<string, string> {
  const trace = traceparentOf(request.headers['traceparent']);
  return { ...securityHeaders(kind, options.isHttps), 'x-request-id': ctx.requestId, ...(trace ? { traceparent: trace } : {}) };
}

export async function sendBare(options: HttpOptions, request: FastifyRequest, reply: FastifyReply, status: number, headers: Readonly<Record<string, string>>): Promise<FastifyReply> {
  return reply.code(status).headers({ ...commonHeaders(request, contextOf(request, options.clock), 'ops', options), ...headers }).send();
}

export async function sendFault(options: HttpOptions, request: FastifyRequest, reply: FastifyReply, given: Fault, kind: Kind, error?: unknown): Promise<FastifyReply> {
  const ctx = contextOf(request, options.clock);
  if (given.status >= 500) {
    const fields = { requestId: ctx.requestId, method: request.method, route: request.routeOptions?.url ?? '-', status: given.status, code: given.code };
    if (given.code === 'internal') options.log.error('http.failed', fields, error);
    else options.log.debug('http.unavailable', fields); // at an attack's or an outage's rate; the figures count them
  }
  reply.code(given.status).headers({ ...commonHeaders(request, ctx, kind, options), 'cache-control': 'no-store', 'content-language': ctx.locale, ...given.headers });
  if ((given.status === 429 || given.status === 503) && !given.headers?.['retry-after']) reply.header('retry-after', '5');
  const page = kind === 'page' && !String(request.headers.accept ?? '').includes('json') ? render(options, ctx, given, parseCookies(request.headers.cookie)) : null;
  if (page !== null) return reply.header('content-type', 'text/html; charset=utf-8').send(page);
  return reply.header('content-type', 'application/problem+json; charset=utf-8').send(Buffer.from(JSON.stringify(problemOf(given, ctx, options.i18n))));
}

/** A fault in the page of faults must not hide the first one. */
function render(options: HttpOptions, ctx: Context, fault: Fault, cookies: Readonly<Record<string, string>>): string | null {
  try {
    return options.renderError(ctx, fault, cookies);
  } catch (error) {
    options.log.error('http.error-page-failed', { requestId: ctx.requestId }, error);
    return null;
  }
}

/** Broken HTTP never reaches a route: a short answer in both languages, and the connection is closed. */
export function clientErrorHandler(options: HttpOptions): (error: NodeJS.ErrnoException, socket: Socket) => void {
  return (error, socket) => {
    // Node's own mark that an answer is on its way on this connection; a second one would be read as part of it.
    const { _httpMessage: begun } = socket as Socket & { readonly _httpMessage?: { readonly headersSent?: boolean } | null };
    if (error.code === 'ECONNRESET' || !socket.writable || begun?.headersSent) { socket.destroy(); return; }
    const [status, phrase, code] = error.code === 'HPE_HEADER_OVERFLOW' ? [431, 'Request Header Fields Too Large', 'too-long'] as const
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? [408, 'Request Timeout', 'too-slow'] as const : [400, 'Bad Request', 'bad-request'] as const;
    const { requestId: _none, ...problem } = problemOf(plain(status, code), { ...NOBODY, clock: options.clock }, options.i18n);
    const body = JSON.stringify(problem);
    const head = Object.entries({ ...ERROR_HEADERS, 'content-type': 'application/problem+json; charset=utf-8', 'content-length': String(Buffer.byteLength(body)), connection: 'close' }).map(([k, v]) => `${k}: ${v}\r\n`).join('');
    // The socket is half-open by design of Node's server: without the end of both halves whoever never closes his would keep it.
    socket.end(`HTTP/1.1 ${status} ${phrase}\r\n${head}\r\n${body}`, () => socket.destroy());
  };
}
const NOBODY = { actor: { kind: 'anonymous' }, requestId: '', locale: 'vi' } as const;
