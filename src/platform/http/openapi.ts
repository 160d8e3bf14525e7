import type { RouteDefinition } from './route.ts';

type Schema = Readonly<Record<string, unknown>>;

/** OpenAPI 3.1 from the route list: what is listed exists, what exists is listed. Pages and assets are not part of the interface. */
export function openApiOf(routes: readonly RouteDefinition[], info: { version: string; server: string }): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes.filter((r) => r.kind === 'api' || r.kind === 'ops')) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Chính Danh', version: info.version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' }, description: 'Check a doubtful message; four outcomes. Errors are RFC 9457 problem documents with a stable `code` and sentences in Vietnamese and English.' },
    servers: [{ url: info.server }], paths,
    components: {
      schemas: { Problem: PROBLEM },
      responses: { Problem: { description: 'RFC 9457 problem document', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } } },
    },
  };
}

const SENTENCES = { type: 'object', required: ['vi', 'en'], properties: { vi: { type: 'string' }, en: { type: 'string' } } };
const PROBLEM = {
  type: 'object', required: ['type', 'title', 'status', 'code', 'messages'],
  properties: {
    type: { type: 'string', format: 'uri' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' }, code: { type: 'string' }, requestId: { type: 'string' }, messages: SENTENCES,
    errors: { type: 'array', items: { type: 'object', required: ['pointer', 'detail', 'messages'], properties: { pointer: { type: 'string' }, detail: { type: 'string' }, messages: SENTENCES } } },
  },
};

function operationOf(route: RouteDefinition): object {
  const responses = Object.fromEntries(Object.entries(route.schema?.response ?? { 200: {} }).map(([status, schema]) => [status, { description: route.summary, content: { [route.produces ?? 'application/json']: { schema } } }]));
  return {
    operationId: `${route.method.toLowerCase()}${route.path.replace(/^\/api\/v1/, '').replace(/[^A-Za-z0-9]+(\w?)/g, (_m, c: string) => c.toUpperCase())}`,
    summary: route.summary, 'x-policy': route.policy.name, parameters: parametersOf(route),
    ...(route.schema?.body ? { requestBody: { required: true, content: { 'application/json': { schema: route.schema.body } } } } : {}),
    responses: { ...responses, default: { $ref: '#/components/responses/Problem' } },
  };
}

function parametersOf(route: RouteDefinition): object[] {
  const known = propertiesOf(route.schema?.params);
  const path = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({ name, in: 'path', required: true, schema: known.properties[name] ?? { type: 'string' } }));
  const { properties, required } = propertiesOf(route.schema?.query);
  const query = Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }));
  const header = route.isIdempotent ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', minLength: 8, maxLength: 255 }, description: 'The first answer to a key is given again for a day.' }] : [];
  return [...path, ...query, ...header];
}

function propertiesOf(schema: unknown): { properties: Readonly<Record<string, Schema>>; required: readonly string[] } {
  const { properties = {}, required = [] } = (schema ?? {}) as { properties?: Record<string, Schema>; required?: string[] }; // a TypeBox object schema is one by construction
  return { properties, required };
}
