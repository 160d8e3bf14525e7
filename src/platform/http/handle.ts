import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { DomainError } from '#kernel/domain-error.ts';
import { sendAnswer, sendBare, sendFault } from './answer.ts';
import { BODY_LIMIT, cleanText, parseCookies } from './body.ts';
import { contextOf, traceparentOf } from './context.ts';
import { withIdempotency } from './idempotency.ts';
import type { HttpOptions } from './index.ts';
import { faultOf, plain } from './problem.ts';
import { addressKey, createRateLimiter } from './rate.ts';
import type { RouteDefinition, RouteInput } from './route.ts';

export interface State { active: number; isStopping: boolean; hasWarned: boolean }

/**
 * Slowed at most this long: somebody in need waits and is not refused, and thousands share one address behind a mobile network. Shorter than a request may take
 * to arrive; how many wait is bounded by the connections.
 */
export const MAX_WAIT_MS = 8000;

/** What every request passes before its route: load, rate, encoding; and what every answer passes: the word that we are closing, and the figures. */
export function addGate(app: FastifyInstance, options: HttpOptions, state: State): void {
  const limiter = createRateLimiter(options.limits.ratePerMinute, options.limits.maxWaitMs ?? MAX_WAIT_MS);
  const byPath = new Map(options.routes.map((r) => [r.path, r]));
  const routeOf = (request: FastifyRequest): RouteDefinition | undefined => (request.is404 ? undefined : byPath.get(request.routeOptions.url ?? ''));
  app.addHook('onRequest', async (request) => {
    warnOfProxy(request, options, state);
    const route = routeOf(request);
    if (route?.kind !== 'ops') refuseWhenBusy(options, state);
    const coding = request.headers['content-encoding'];
    if (coding !== undefined && coding.toLowerCase() !== 'identity') throw Object.assign(new Error('content-encoding'), { code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE', statusCode: 415 });
    if (route?.rate === 'none') return;
    const { waitMs, retryAfter } = limiter.take(addressKey(request.ip), options.clock.now().getTime());
    if (waitMs === Infinity) throw new DomainError('too-many-requests', { retryAfter });
    // Waiting costs nobody else anything: it holds no place among the requests in work.
    if (waitMs > 0) await waitOrGone(waitMs, request.raw);
  });
  app.addHook('onSend', async (_request, reply) => { if (state.isStopping) reply.header('connection', 'close'); });
  app.addHook('onResponse', async (request, reply) => {
    const route = routeOf(request);
    const label = route?.kind === 'asset' ? '/a/*' : (route?.path ?? 'none');
    options.metrics.request(label, reply.statusCode, reply.elapsedTime / 1000);
    if (route?.kind === 'asset') return;
    const trace = traceparentOf(request.headers['traceparent']);
    options.log.debug('http.request', { requestId: contextOf(request, options.clock).requestId, method: request.method, route: label, status: reply.statusCode, durationMs: Math.round(reply.elapsedTime), ...(trace ? { traceId: trace.slice(3, 35) } : {}) });
  });
}

const isForwarded = (request: FastifyRequest): boolean => request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;

/** Without TRUST_PROXY everybody behind the proxy shares one limit; the operator should hear of it before the first rush. */
function warnOfProxy(request: FastifyRequest, options: HttpOptions, state: State): void {
  if (state.hasWarned || options.trustProxy.length > 0 || !isForwarded(request)) return;
  state.hasWarned = true;
  options.log.warn('http.untrusted-proxy', { name: 'TRUST_PROXY' });
}

function refuseWhenBusy(options: HttpOptions, state: State): void {
  if (state.active >= options.limits.maxRequests) throw new DomainError('busy', { retryAfter: 2 });
}

/** Ends early when the caller has gone: his work need not be done. */
function waitOrGone(ms: number, { socket }: IncomingMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    const onClose = (): void => { clearTimeout(timer); reject(new DomainError('busy')); };
    const timer = setTimeout(() => { socket.off('close', onClose); resolve(); }, ms);
    socket.once('close', onClose);
  });
}

export function addRoute(app: FastifyInstance, route: RouteDefinition, options: HttpOptions, state: State): void {
  app.route({
    method: route.method, url: route.path, bodyLimit: route.bodyLimit ?? BODY_LIMIT,
    schema: { ...(route.schema?.body ? { body: route.schema.body } : {}), ...(route.schema?.query ? { querystring: route.schema.query } : {}), ...(route.schema?.params ? { params: route.schema.params } : {}) },
    attachValidation: false,
    errorHandler: (error, request, reply) => sendFault(options, request, reply, hasHungUp(request) ? plain(400, 'bad-request') : faultOf(error, options.errors), route.kind, error),
    handler: async (request, reply) => {
      const ctx = contextOf(request, options.clock);
      if (!route.policy.allows(ctx.actor)) return sendFault(options, request, reply, plain(403, 'forbidden'), route.kind);
      // Once more, now that the body is here: many may have passed the gate together.
      if (route.kind !== 'ops') refuseWhenBusy(options, state);
      state.active += 1;
      try {
        const input = inputOf(request, options);
        const answer = route.isIdempotent ? await withIdempotency(options.idempotency, route, ctx, input, (once) => route.handler(ctx, { ...input, once })) : await route.handler(ctx, input);
        return await sendAnswer(request, reply, ctx, route, answer, options);
      } finally {
        state.active -= 1;
      }
    },
  });
}

/** The body broke off: the same error code as a lost database, but nothing of ours failed. */
const hasHungUp = ({ raw }: FastifyRequest): boolean => !raw.complete && (raw.destroyed || raw.errored !== null);

function inputOf(request: FastifyRequest, options: HttpOptions): RouteInput {
  const record = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, typeof v === 'string' ? cleanText(v) : v])) : {});
  const params = Object.fromEntries(Object.entries(record(request.params)).map(([k, v]) => [k, String(v)]));
  return {
    params, query: record(request.query), body: request.body ?? null, headers: request.headers, cookies: parseCookies(request.headers.cookie), ip: request.ip,
    isForwarded: options.trustProxy.length === 0 && isForwarded(request), once: null,
  };
}

export const kindOf = (url: string): RouteDefinition['kind'] => (url.startsWith('/api/') ? 'api' : 'page');

/** Unknown path: 404; known path, other method: 405 with Allow; OPTIONS: what is allowed (and nothing for other origins). */
export function addFallbacks(app: FastifyInstance, options: HttpOptions): void {
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const allowed = new Set(options.routes.filter((r) => matches(r.path, path)).flatMap((r) => (r.method === 'GET' ? ['GET', 'HEAD'] : [r.method])));
    if (allowed.size === 0) return sendFault(options, request, reply, plain(404, 'not-found'), kindOf(path));
    const allow = [...allowed, 'OPTIONS'].join(', ');
    if (request.method === 'OPTIONS') return sendBare(options, request, reply, 204, { allow });
    return sendFault(options, request, reply, plain(405, 'method', { allow }), kindOf(path));
  });
  app.setErrorHandler((error, request, reply) => sendFault(options, request, reply, faultOf(error, options.errors), kindOf(request.url), error));
}

function matches(pattern: string, path: string): boolean {
  const [a, b] = [pattern.split('/'), path.replace(/(?<=.)\/$/, '').split('/')];
  return a.length === b.length && a.every((part, i) => (part.startsWith(':') ? b[i] !== '' : part === b[i]));
}
