import { sql } from 'kysely';
import { openApiOf, PUBLIC, type RouteDefinition } from '#platform/http/index.ts';
import { addressKey } from '#platform/http/rate.ts';
import type { App } from './compose.ts';
import { readVersion } from './paths.ts';

/** Health, readiness, metrics and the interface description: for whoever runs the service. */
export function opsRoutes(app: App, all: () => readonly RouteDefinition[], publicUrl: () => string, isStopping: () => boolean): RouteDefinition[] {
  const ops = { method: 'GET', policy: PUBLIC, kind: 'ops', rate: 'none' } as const;
  const version = readVersion();
  const allowed = new Set(app.config.metricsAllow.map(addressKey));
  return [
    { ...ops, path: '/healthz', summary: 'The process is alive', handler: async () => ({ status: 200, body: { status: 'ok', version } }) },
    { ...ops, path: '/readyz', summary: 'The process can answer checks', handler: async () => {
      if (isStopping()) return { status: 503, body: { status: 'stopping' } };
      const isUp = await sql`select 1`.execute(app.database.db).then(() => true, () => false);
      return isUp ? { status: 200, body: { status: 'ready', officials: app.checks.directorySize } } : { status: 503, body: { status: 'database unreachable' } };
    } },
    { ...ops, path: '/metrics', summary: 'Prometheus figures', handler: async (_ctx, { ip }) => (allowed.has(addressKey(ip))
      ? { status: 200, body: await app.metrics.text(), headers: { 'content-type': app.metrics.contentType } }
      : { status: 403, body: { status: 'forbidden' } }) },
    { ...ops, path: '/openapi.json', summary: 'This interface as OpenAPI 3.1', rate: 'normal', handler: async () => ({ status: 200, body: openApiOf(all(), { version, server: publicUrl() }) }) },
  ];
}
