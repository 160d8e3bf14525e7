import { Type } from 'typebox';
import { PUBLIC, type RouteDefinition } from '#platform/http/index.ts';
import { CheckBody, CheckView, type CheckBody as Body } from './check.contract.ts';
import type { Checks } from './index.ts';

/** The API of checks: parse → operation → view. */
export function checkRoutes(checks: Checks): RouteDefinition[] {
  return [
    {
      method: 'POST', path: '/api/v1/checks', summary: 'Check a message, number, account, link or QR payload', policy: PUBLIC, kind: 'api', isIdempotent: true,
      bodyLimit: 256 * 1024, // 20,000 characters of up to three bytes each, escaped
      schema: { body: CheckBody, response: { 201: CheckView } },
      handler: async (ctx, input) => {
        const { view } = await checks.check(ctx, input.body as Body, 'api', input.once); // validated against CheckBody before it gets here
        return { status: 201, body: view, headers: { location: `/api/v1/checks/${view.checkId}` } };
      },
    },
    {
      method: 'GET', path: '/api/v1/checks/:id', summary: 'Open an answer by its address; it is weighed anew', policy: PUBLIC, kind: 'api',
      schema: { params: Type.Object({ id: Type.String({ maxLength: 64 }) }), response: { 200: CheckView } },
      handler: async (ctx, input) => ({ status: 200, body: (await checks.open(ctx, input.params['id'] ?? '')).view }),
    },
  ];
}
