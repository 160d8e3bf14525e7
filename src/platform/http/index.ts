import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Clock } from '#kernel/clock.ts';
import type { Context } from '#kernel/context.ts';
import { DomainError } from '#kernel/domain-error.ts';
import type { I18n } from '#platform/i18n/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { Metrics } from '#platform/metrics/index.ts';
import { BodyError, parseCookies, parseForm, parseJson } from './body.ts';
import { contextOf, traceparentOf } from './context.ts';
import { securityHeaders } from './headers.ts';
import { withIdempotency } from './idempotency.ts';
import type { IdempotencyStore } from './idempotency.store.ts';
import { faultOf, plain, problemOf, type ErrorMap, type Fault } from './problem.ts';
import { addressKey, createRateLimiter } from './rate.ts';
import type { RouteAnswer, RouteDefinition, RouteInput } from './route.ts';

export { PUBLIC, type Policy, type RouteAnswer, type RouteDefinition, type RouteInput } from './route.ts';
export { loadAssets, type Assets } from './assets.ts';
export { createIdempotencyStore } from './idempotency.store.ts';
export { openApiOf } from './openapi.ts';
export { createRateLimiter, type RateLimiter } from './rate.ts';
export { type Fault } from './problem.ts';

export interface HttpOptions {
  readonly routes: readonly RouteDefinition[];
  readonly errors: ErrorMap;
  readonly clock: Clock;
  readonly i18n: I18n;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly idempotency: IdempotencyStore;
  readonly renderError: (ctx: Context, fault: Fault, cookies: Readonly<Record<string, string>>) => string;
  readonly limits: { readonly ratePerMinute: number; readonly maxRequests: number; readonly requestTimeoutMs: number };
  readonly trustProxy: readonly string[];
  readonly isHttps: boolean;
}
export interface HttpServer { readonly app: FastifyInstance; listen(host: string, port: number): Promise<string>; stop(graceMs: number): Promise<void> }

const JSON_LIMIT = 64 * 1024;
/** Slowed at most this long, so that somebody in need waits and is not refused. */
const MAX_WAIT_MS = 2000;
const zip = promisify(gzip);

/** Throws at once when a route has no policy or stands twice: such a server must not start. */
export function createHttpServer(options: HttpOptions): HttpServer {
  verifyRoutes(options.routes);
  const app = Fastify({
    logger: false, bodyLimit: JSON_LIMIT, requestTimeout: options.limits.requestTimeoutMs, connectionTimeout: options.limits.requestTimeoutMs * 2, keepAliveTimeout: 10_000,
    http: { maxHeaderSize: 16_384, headersTimeout: options.limits.requestTimeoutMs, connectionsCheckingInterval: 1000 },
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true }, trustProxy: options.trustProxy.length > 0 ? [...options.trustProxy] : false,
    forceCloseConnections: 'idle', return503OnClosing: true, exposeHeadRoutes: true,
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, allErrors: false } },
    frameworkErrors: (error, request, reply) => { void sendFault(options, request, reply, faultOf(error, options.errors), 'page'); },
    clientErrorHandler: onClientError,
  });
  addParsers(app);
  const limiter = createRateLimiter(options.limits.ratePerMinute, MAX_WAIT_MS);
  const state = { active: 0, isStopping: false };
  for (const route of options.routes) addRoute(app, route, options, limiter, state);
  addFallbacks(app, options);
  return {
    app,
    listen: (host, port) => app.listen({ host, port, backlog: 1024 }),
    stop: (graceMs) => stop(app, state, graceMs),
  };
}

function verifyRoutes(routes: readonly RouteDefinition[]): void {
  const seen = new Set<string>();
  for (const route of routes) {
    const name = `${route.method} ${route.path}`;
    if (typeof (route as Partial<RouteDefinition>).policy?.allows !== 'function') throw new Error(`route ${name} has no policy; instead: declare who may call it`);
    if (seen.has(name)) throw new Error(`route ${name} stands twice`);
    seen.add(name);
  }
}

function addParsers(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const parse = (type: string, read: (body: Buffer) => unknown): void => {
    app.addContentTypeParser(type, { parseAs: 'buffer' }, (_request, body, done) => {
      try { done(null, read(Buffer.isBuffer(body) ? body : Buffer.from(body))); } catch (error) { done(error instanceof Error ? error : new Error('parse')); }
    });
  };
  parse('application/json', parseJson);
  parse('application/x-www-form-urlencoded', parseForm);
}

interface State { active: number; isStopping: boolean }

function addRoute(app: FastifyInstance, route: RouteDefinition, options: HttpOptions, limiter: ReturnType<typeof createRateLimiter>, state: State): void {
  app.route({
    method: route.method, url: route.path, bodyLimit: route.bodyLimit ?? JSON_LIMIT,
    schema: { ...(route.schema?.body ? { body: route.schema.body } : {}), ...(route.schema?.query ? { querystring: route.schema.query } : {}), ...(route.schema?.params ? { params: route.schema.params } : {}) },
    attachValidation: false,
    errorHandler: (error, request, reply) => sendFault(options, request, reply, error instanceof BodyError ? plain(400, error.code) : faultOf(error, options.errors), route.kind, error),
    onRequest: async (request) => {
      if (state.active >= options.limits.maxRequests) throw new DomainError('busy');
      if (route.rate === 'none') return;
      const { waitMs } = limiter.take(addressKey(request.ip), options.clock.now().getTime());
      if (waitMs === Infinity) throw new DomainError('too-many-requests');
      if (waitMs > 0) await new Promise((done) => { setTimeout(done, waitMs); });
    },
    handler: async (request, reply) => {
      const ctx = contextOf(request, options.clock);
      if (!route.policy.allows(ctx.actor)) return sendFault(options, request, reply, plain(403, 'forbidden'), route.kind);
      const began = performance.now();
      state.active += 1;
      try {
        const input = inputOf(request);
        const answer = route.isIdempotent ? await withIdempotency(options.idempotency, route, ctx, input, () => route.handler(ctx, input)) : await route.handler(ctx, input);
        return await sendAnswer(request, reply, ctx, route, answer, options);
      } finally {
        state.active -= 1;
        options.metrics.request(route.kind === 'asset' ? '/a/*' : route.path, reply.statusCode, (performance.now() - began) / 1000);
        if (route.kind !== 'asset') options.log.debug('http.request', { requestId: ctx.requestId, method: route.method, route: route.path, status: reply.statusCode, durationMs: Math.round(performance.now() - began) });
      }
    },
  });
}

function inputOf(request: FastifyRequest): RouteInput {
  const record = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {});
  const params = Object.fromEntries(Object.entries(record(request.params)).map(([k, v]) => [k, String(v)]));
  return { params, query: record(request.query), body: request.body ?? null, headers: request.headers, cookies: parseCookies(request.headers.cookie), ip: request.ip };
}

async function sendAnswer(request: FastifyRequest, reply: FastifyReply, ctx: Context, route: RouteDefinition, answer: RouteAnswer, options: HttpOptions): Promise<FastifyReply> {
  reply.code(answer.status).headers({ ...securityHeaders(route.kind, options.isHttps), 'x-request-id': ctx.requestId });
  const trace = traceparentOf(request.headers['traceparent']);
  if (trace) reply.header('traceparent', trace);
  const { body } = answer;
  if (body !== undefined && typeof body !== 'string' && !Buffer.isBuffer(body)) reply.header('content-type', 'application/json; charset=utf-8').header('content-language', ctx.locale);
  if (answer.headers) reply.headers({ ...answer.headers });
  if (body === undefined) return reply.send();
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  // Small answers and finished assets gain nothing; answers without a secret of ours beside attacker's text may be compressed.
  if (route.kind === 'page' && bytes.length > 1024 && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) {
    reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding');
    return reply.send(await zip(bytes, { level: 5 }));
  }
  return reply.send(bytes);
}

async function sendFault(options: HttpOptions, request: FastifyRequest, reply: FastifyReply, given: Fault, kind: RouteDefinition['kind'], error?: unknown): Promise<FastifyReply> {
  const ctx = contextOf(request, options.clock);
  if (given.status >= 500 && given.code === 'internal') options.log.error('http.failed', { requestId: ctx.requestId, method: request.method, route: request.routeOptions?.url ?? '-', status: given.status }, error);
  reply.code(given.status).headers({ ...securityHeaders(kind, options.isHttps), 'x-request-id': ctx.requestId, 'content-language': ctx.locale, ...given.headers });
  if (given.status === 429 || given.status === 503) reply.header('retry-after', '5');
  const wantsPage = kind === 'page' && !String(request.headers.accept ?? '').includes('json');
  if (wantsPage) return reply.header('content-type', 'text/html; charset=utf-8').send(options.renderError(ctx, given, parseCookies(request.headers.cookie)));
  return reply.header('content-type', 'application/problem+json; charset=utf-8').send(Buffer.from(JSON.stringify(problemOf(given, ctx, options.i18n))));
}

/** Unknown path: 404; known path, other method: 405 with Allow. */
function addFallbacks(app: FastifyInstance, options: HttpOptions): void {
  const kindOf = (url: string): RouteDefinition['kind'] => (url.startsWith('/api/') ? 'api' : 'page');
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const allowed = (['GET', 'POST'] as const).filter((method) => app.findRoute({ method, url: path }) !== null || options.routes.some((r) => r.method === method && matches(r.path, path)));
    const fault = allowed.length > 0 ? plain(405, 'method', { allow: allowed.join(', ') }) : plain(404, 'not-found');
    return sendFault(options, request, reply, fault, kindOf(path));
  });
  app.setErrorHandler((error, request, reply) => sendFault(options, request, reply, error instanceof BodyError ? plain(400, error.code) : faultOf(error, options.errors), kindOf(request.url), error));
}
const matches = (pattern: string, path: string): boolean => {
  const [a, b] = [pattern.split('/'), path.split('/')];
  return a.length === b.length && a.every((part, i) => part.startsWith(':') || part === b[i]);
};

/** Broken HTTP never reaches a route: a short answer and the connection is closed. */
function onClientError(error: NodeJS.ErrnoException, socket: import('node:net').Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) { socket.destroy(); return; }
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout' : '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`);
}

/** No new connections, requests in work are answered, at most `graceMs`. */
async function stop(app: FastifyInstance, state: State, graceMs: number): Promise<void> {
  state.isStopping = true;
  const closed = app.close();
  const late = setTimeout(() => app.server.closeAllConnections(), graceMs);
  await closed.finally(() => clearTimeout(late));
}

