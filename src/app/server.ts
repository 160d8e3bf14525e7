import { vietnamDay } from '#kernel/dates.ts';
import { checkRoutes } from '#modules/checks/check.routes.ts';
import { createListener, type Listener } from '#platform/db/index.ts';
import { createHttpServer, createIdempotencyStore, loadAssets, type HttpServer, type RouteDefinition } from '#platform/http/index.ts';
import { startWorker, type Worker } from '#platform/jobs/index.ts';
import type { App } from './compose.ts';
import { ERRORS } from './http-errors.ts';
import { opsRoutes } from './ops-routes.ts';
import { ASSETS } from './paths.ts';
import { publicPages } from './public-pages.ts';

export interface Service { readonly url: string | null; stop(): Promise<void> }

const MIDNIGHT_CHECK_MS = 30_000;

/** Starts what this process serves (SERVICES). Stopping goes the other way round and loses no answered request. */
export async function startService(app: App): Promise<Service> {
  const listener = await follow(app);
  const worker = app.config.services.includes('worker') ? await work(app) : null;
  const web = app.config.services.includes('web') ? await serveWeb(app) : null;
  if (web) app.lock?.announce(web.url);
  const midnight = watchMidnight(app);
  return {
    url: web?.url ?? null,
    stop: async () => {
      clearInterval(midnight);
      await web?.server.stop(app.config.stopGraceMs);
      await worker?.stop();
      await listener.stop();
    },
  };
}

/** What other processes change reaches this one by notices; a broken connection reloads, because some may have been missed. */
async function follow(app: App): Promise<Listener> {
  const listener = createListener(() => app.database.connectionString());
  const failed = (what: string) => (error: unknown): void => app.log.error('refresh.failed', { name: what }, error);
  listener.on('register-changed', () => { app.checks.refreshDirectory(app.clock.now()).catch(failed('directory')); });
  listener.on('guidance-changed', () => { app.checks.refreshGuidance().catch(failed('guidance')); });
  await listener.start();
  return listener;
}

/** Positions begin and end by day, so the directory of yesterday is wrong after midnight. */
function watchMidnight(app: App): NodeJS.Timeout {
  let day = vietnamDay(app.clock.now());
  const timer = setInterval(() => {
    const today = vietnamDay(app.clock.now());
    if (today === day) return;
    day = today;
    app.checks.refreshDirectory(app.clock.now()).catch((error: unknown) => app.log.error('refresh.failed', { name: 'directory' }, error));
  }, MIDNIGHT_CHECK_MS);
  timer.unref();
  return timer;
}

function work(app: App): Promise<Worker> {
  const idempotency = createIdempotencyStore(app.database.db, app.keys);
  return startWorker({
    pool: app.database.pool, db: app.database.db, isAlone: app.lock !== null, cron: { expire: '*/5 * * * *' },
    handlers: {
      expire: async () => {
        const count = await app.checks.expire(app.clock.now());
        await idempotency.expire(app.clock.now());
        app.log.info('expired', { count });
      },
    },
  }, app.log);
}

async function serveWeb(app: App): Promise<{ server: HttpServer; url: string }> {
  const { config } = app;
  const state = { url: config.publicUrl ?? '', isStopping: false };
  const assets = loadAssets(ASSETS);
  const pages = publicPages(app, assets, () => state.url);
  const routes: RouteDefinition[] = [...pages.routes, ...checkRoutes(app.checks), ...assets.routes];
  routes.push(...opsRoutes(app, () => routes, () => state.url, () => state.isStopping));
  const server = createHttpServer({
    routes, errors: ERRORS, clock: app.clock, i18n: app.i18n, log: app.log, metrics: app.metrics, idempotency: createIdempotencyStore(app.database.db, app.keys), renderError: pages.renderError,
    limits: { ratePerMinute: config.ratePerMinute, maxRequests: config.maxRequests, requestTimeoutMs: config.requestTimeoutMs }, trustProxy: config.trustProxy,
    isHttps: config.publicUrl?.startsWith('https:') === true,
  });
  const address = new URL(await server.listen(config.host, config.port));
  state.url ||= address.origin;
  app.log.info('server.listening', { host: config.host, port: Number(address.port), isSample: app.installation.isSample, officials: app.checks.directorySize });
  return { url: address.origin, server: { ...server, stop: (graceMs) => { state.isStopping = true; return server.stop(graceMs); } } };
}
