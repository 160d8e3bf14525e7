import type { RouteDefinition } from './route.ts';

/** OpenAPI 3.1 from the route list: what is listed exists, what exists is listed. Pages and assets are not part of the interface. */
export function openApiOf(routes: readonly RouteDefinition[], info: { version: string; server: string }): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes.filter((r) => r.kind === 'api' || r.kind === 'ops')) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.0', info: { title: 'Chính Danh', version: info.version, description: 'Check a doubtful message; four outcomes. Errors are RFC 9457 problem documents.' },
    servers: [{ url: info.server }], paths,
    components: { responses: { Problem: { description: 'RFC 9457 problem document', content: { 'application/problem+json': { schema: PROBLEM } } } } },
  };
}

const PROBLEM = {
  type: 'object', required: ['type', 'title', 'status', 'code', 'messages', 'requestId'],
  properties: { type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' }, code: { type: 'string' }, requestId: { type: 'string' }, messages: { type: 'object' }, errors: { type: 'array' } },
};

function operationOf(route: RouteDefinition): object {
  const parameters = [...route.path.matchAll(/:(\w+)/g)].map((m) => ({ name: m[1], in: 'path', required: true, schema: { type: 'string' } }));
  const idempotency = route.isIdempotent ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', minLength: 8, maxLength: 255 } }] : [];
  const responses = Object.fromEntries(Object.entries(route.schema?.response ?? { 200: {} }).map(([status, schema]) => [status, { description: route.summary, content: { 'application/json': { schema } } }]));
  return {
    summary: route.summary, 'x-policy': route.policy.name, parameters: [...parameters, ...idempotency],
    ...(route.schema?.body ? { requestBody: { required: true, content: { 'application/json': { schema: route.schema.body } } } } : {}),
    responses: { ...responses, default: { $ref: '#/components/responses/Problem' } },
  };
}
