import { sql } from 'kysely';
import { createNetworks, openApiOf, PUBLIC, type RouteDefinition } from '#platform/http/index.ts';
import type { App } from './compose.ts';
import { readVersion } from './paths.ts';

/** Health, readiness, metrics and the interface description: for whoever runs the service. */
export function opsRoutes(app: App, all: () => readonly RouteDefinition[], publicUrl: () => string, isStopping: () => boolean): RouteDefinition[] {
  const ops = { method: 'GET', policy: PUBLIC, kind: 'ops', rate: 'none' } as const;
  const version = readVersion();
  const mayRead = createNetworks(app.config.metricsAllow);
  return [
    { ...ops, path: '/healthz', summary: 'The process is alive', handler: async () => ({ status: 200, body: { status: 'ok', version } }) },
    { ...ops, path: '/readyz', summary: 'The process can answer checks', handler: async () => {
      if (isStopping()) return { status: 503, body: { status: 'stopping' } };
      const isUp = await sql`select 1`.execute(app.database.db).then(() => true, () => false);
      return isUp ? { status: 200, body: { status: 'ready', officials: app.checks.directorySize } } : { status: 503, body: { status: 'database unreachable' } };
    } },
    { ...ops, path: '/metrics', summary: 'Prometheus figures', produces: 'text/plain', handler: async (_ctx, { ip, isForwarded }) => (!isForwarded && mayRead(ip) // behind a proxy that is not named everybody has the proxy's address
      ? { status: 200, body: await app.metrics.text(), headers: { 'content-type': app.metrics.contentType } }
      : { status: 403, body: { status: 'forbidden' } }) },
    { ...ops, path: '/openapi.json', summary: 'This interface as OpenAPI 3.1', rate: 'normal', handler: async () => ({ status: 200, body: openApiOf(all(), { version, server: publicUrl() }) }) },
  ];
}
