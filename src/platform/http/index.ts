import Fastify, { type FastifyInstance } from 'fastify';
import { Server as NetServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '#kernel/clock.ts';
import type { Context } from '#kernel/context.ts';
import { DomainError } from '#kernel/domain-error.ts';
import type { I18n } from '#platform/i18n/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { Metrics } from '#platform/metrics/index.ts';
import { clientErrorHandler, sendFault } from './answer.ts';
import { BODY_LIMIT, parseForm, parseJson } from './body.ts';
import { CONNECTION_LIMITS, limitConnections, type ConnectionLimits } from './connections.ts';
import { addFallbacks, addGate, addRoute, kindOf, type State } from './handle.ts';
import { HTTP_ERRORS } from './idempotency.ts';
import type { IdempotencyStore } from './idempotency.store.ts';
import { createNetworks } from './networks.ts';
import { faultOf, type ErrorMap, type Fault } from './problem.ts';
import type { RouteDefinition } from './route.ts';

export { PUBLIC, type Once, type Policy, type RouteAnswer, type RouteDefinition, type RouteInput } from './route.ts';
export { loadAssets, type Assets } from './assets.ts';
export { BODY_LIMIT } from './body.ts';
export { createIdempotencyStore, type IdempotencyStore } from './idempotency.store.ts';
export { createNetworks } from './networks.ts';
export { openApiOf } from './openapi.ts';
export { createRateLimiter, type RateLimiter } from './rate.ts';
export { type ErrorMap, type Fault } from './problem.ts';

export interface HttpOptions {
  readonly routes: readonly RouteDefinition[];
  readonly errors: ErrorMap;
  readonly clock: Clock;
  readonly i18n: I18n;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly idempotency: IdempotencyStore;
  readonly renderError: (ctx: Context, fault: Fault, cookies: Readonly<Record<string, string>>) => string;
  readonly limits: { readonly ratePerMinute: number; readonly maxWaitMs?: number; readonly maxRequests: number; readonly requestTimeoutMs: number; readonly connections?: ConnectionLimits };
  readonly trustProxy: readonly string[];
  readonly isHttps: boolean;
}
export interface HttpServer {
  readonly app: FastifyInstance;
  /** Throws DomainError server.port-taken, server.port-forbidden, server.no-such-address {host, port}. */
  listen(host: string, port: number): Promise<string>;
  /** From the first moment of a stop on; for readiness. */
  isStopping(): boolean;
  stop(graceMs: number): Promise<void>;
}

/**
 * Longer than reverse proxies keep an idle connection to us (nginx: 60 s), so that the proxy closes it and not we: a request that meets our closing is lost.
 */
const KEEP_ALIVE_MS = 65_000;

/** Throws at once when a route has no policy or stands twice: such a server must not start. */
export function createHttpServer(given: HttpOptions): HttpServer {
  const options: HttpOptions = { ...given, errors: { ...HTTP_ERRORS, ...given.errors } };
  verifyRoutes(options.routes);
  const { requestTimeoutMs, connections = CONNECTION_LIMITS } = options.limits;
  const app = Fastify({
    logger: false, bodyLimit: BODY_LIMIT, requestTimeout: requestTimeoutMs, connectionTimeout: Math.max(requestTimeoutMs * 2, KEEP_ALIVE_MS + 5000), keepAliveTimeout: KEEP_ALIVE_MS,
    http: { maxHeaderSize: 16_384, headersTimeout: requestTimeoutMs, connectionsCheckingInterval: Math.min(1000, requestTimeoutMs) },
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true }, trustProxy: options.trustProxy.length > 0 ? [...options.trustProxy] : false,
    // A request that still comes on an open connection during a stop is answered like any other.
    forceCloseConnections: 'idle', return503OnClosing: false, exposeHeadRoutes: true,
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, allErrors: false } },
    frameworkErrors: (error, request, reply) => { void sendFault(options, request, reply, faultOf(error, options.errors), kindOf(request.url)); },
    clientErrorHandler: clientErrorHandler(options),
  });
  limitConnections(app.server, connections, createNetworks(options.trustProxy));
  addParsers(app);
  const state: State = { active: 0, isStopping: false, hasWarned: false };
  addGate(app, options, state);
  for (const route of options.routes) addRoute(app, route, options, state);
  addFallbacks(app, options);
  return {
    app,
    // One address, one listener: for "localhost" there would be a second one, which neither limits nor stop know of.
    listen: (host, port) => app.listen({ host: host === 'localhost' ? '127.0.0.1' : host, port, backlog: 1024 }).catch((error: unknown) => { throw listenError(error, host, port); }),
    isStopping: () => state.isStopping,
    stop: (graceMs) => stop(app, state, graceMs),
  };
}

function verifyRoutes(routes: readonly RouteDefinition[]): void {
  const seen = new Set<string>();
  for (const route of routes) {
    const name = `${route.method} ${route.path}`;
    if (typeof (route as Partial<RouteDefinition>).policy?.allows !== 'function') throw new Error(`route ${name} has no policy; instead: declare who may call it`);
    if (route.isIdempotent && route.method !== 'POST') throw new Error(`route ${name} is idempotent by its method; instead: leave isIdempotent out`);
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

function listenError(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known: Readonly<Record<string, string>> = { EADDRINUSE: 'server.port-taken', EACCES: 'server.port-forbidden', EADDRNOTAVAIL: 'server.no-such-address', ENOTFOUND: 'server.no-such-address', EAI_AGAIN: 'server.no-such-address' };
  return known[code] ? new DomainError(known[code], { host, port }, { cause: error }) : error;
}

/** For this long answers on open connections say "connection: close": whoever is talking to us hears it before the connection is closed. */
const DRAIN_MS = 250;

/**
 * Stops listening, tells those who are connected, closes what is idle, answers what is in work; at most `graceMs` in all. In this order: Node's own close()
 * would cut an idle connection in the moment in which its client sends the next request.
 */
async function stop(app: FastifyInstance, state: State, graceMs: number): Promise<void> {
  if (state.isStopping) return;
  state.isStopping = true;
  const late = setTimeout(() => app.server.closeAllConnections(), graceMs);
  // Right after the round of the event loop in which waiting connections were accepted: what still waits when the listener closes is reset.
  await new Promise<void>((done) => { setImmediate(() => { NetServer.prototype.close.call(app.server); done(); }); });
  for (let waited = 0; waited < Math.min(DRAIN_MS, graceMs) && (await connectionsOf(app)) > 0; waited += 25) await sleep(25);
  await app.close().finally(() => clearTimeout(late));
}

const connectionsOf = (app: FastifyInstance): Promise<number> => new Promise((done) => { app.server.getConnections((_error, count) => done(count)); });
