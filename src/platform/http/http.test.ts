import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { Type } from 'typebox';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '#kernel/clock.ts';
import { DomainError } from '#kernel/domain-error.ts';
import { createKeys } from '#platform/crypto/index.ts';
import { createI18n, type Catalog } from '#platform/i18n/index.ts';
import { createLog } from '#platform/log/index.ts';
import { createMetrics } from '#platform/metrics/index.ts';
import { parseReply, post, raw, request } from '../../../tests/helpers/http.ts';
import { createHttpServer, createIdempotencyStore, loadAssets, openApiOf, PUBLIC, type HttpOptions, type HttpServer, type RouteDefinition } from './index.ts';

const CODES = ['internal', 'busy', 'unavailable', 'forbidden', 'not-found', 'method', 'too-many-requests', 'bad-request', 'not-json', 'not-utf8', 'too-deep', 'too-many-parts', 'duplicate-field', 'too-large', 'too-long', 'too-slow', 'media-type', 'validation', 'field.required', 'field.type', 'field.maxLength', 'field.additionalProperties', 'thing.wrong'];
const catalog = (word: string): Catalog => Object.fromEntries(CODES.map((code) => [`error.${code}`, `${word} ${code}`]));
const dir = mkdtempSync(join(tmpdir(), 'assets-'));
mkdirSync(join(dir, 'fonts'));
writeFileSync(join(dir, 'site.css'), `body { font-family: x } ${'/* padding */'.repeat(200)} @font-face { src: url(fonts/x.woff2) }`);
writeFileSync(join(dir, 'fonts', 'x.woff2'), 'font');
writeFileSync(join(dir, 'secret.key'), 'not an asset');
afterAll(() => rmSync(dir, { recursive: true }));
const assets = loadAssets(dir);
const PHONE = '0900000101';

/** What a test sets going in a handler and lets go when it has seen enough. */
interface Gate { readonly entered: Promise<void>; release(): void; enter(): Promise<void> }
function gate(): Gate {
  let release: () => void = () => {};
  let enter: () => void = () => {};
  const open = new Promise<void>((done) => { release = done; });
  const entered = new Promise<void>((done) => { enter = done; });
  return { entered, release, enter: () => { enter(); return open; } };
}
let slow = gate();

const api = { policy: PUBLIC, kind: 'api', summary: 'test' } as const;
const page = { policy: PUBLIC, kind: 'page', summary: 'test' } as const;
const ROUTES: readonly RouteDefinition[] = [
  { ...api, method: 'POST', path: '/api/v1/things', schema: { body: Type.Object({ text: Type.String({ maxLength: 20_000 }), amount: Type.Optional(Type.Integer()) }, { additionalProperties: false }), response: { 201: Type.Object({ length: Type.Integer() }) } },
    handler: async (_ctx, { body }) => { const { text } = body as { text: string }; return { status: 201, body: { length: text.length, text } }; } },
  { ...api, method: 'GET', path: '/api/v1/things/:id', schema: { query: Type.Object({ full: Type.Optional(Type.String()) }) }, handler: async (ctx, { params, query }) => ({ status: 200, body: { id: params['id'], full: query['full'] ?? null, locale: ctx.locale } }) },
  { ...api, method: 'GET', path: '/api/v1/broken', handler: async () => { throw Object.assign(new Error(`Key (value)=(${PHONE}) already exists`), { code: '23505', detail: PHONE }); } },
  { ...api, method: 'GET', path: '/api/v1/away', handler: async () => { throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }); } },
  { ...api, method: 'GET', path: '/api/v1/wrong', handler: async () => { throw new DomainError('thing.wrong', { field: 'text' }); } },
  { ...api, method: 'GET', path: '/api/v1/closed', policy: { name: 'nobody', allows: () => false }, handler: async () => ({ status: 200 }) },
  { ...api, method: 'GET', path: '/api/v1/slow', handler: async () => { await slow.enter(); return { status: 200, body: { done: true } }; } },
  { ...page, method: 'POST', path: '/form', handler: async (_ctx, { body }) => ({ status: 200, body: JSON.stringify(body), headers: { 'content-type': 'text/plain' } }) },
  { ...page, method: 'GET', path: '/', handler: async (ctx) => ({ status: 200, body: `<p>${ctx.locale}</p>${' '.repeat(2000)}` }) },
  { ...page, method: 'GET', path: '/go', handler: async (_ctx, { query }) => ({ status: 303, headers: { location: String(query['to']) } }) },
  { ...page, method: 'GET', path: '/ip', handler: async (_ctx, { ip, isForwarded }) => ({ status: 200, body: `${ip} ${isForwarded}` }) },
  { policy: PUBLIC, kind: 'ops', summary: 'alive', method: 'GET', path: '/healthz', rate: 'none', handler: async () => ({ status: 200, body: { status: 'up' } }) },
  ...assets.routes,
];

let lines = '';
const servers: HttpServer[] = [];
afterEach(() => { slow.release(); slow = gate(); lines = ''; });
const clock = fixedClock('2026-11-24T01:00:00Z');
const metrics = createMetrics();
function build(changes: Partial<HttpOptions> = {}): HttpServer {
  // No route here is idempotent (idempotency.store.test.ts has those): the store is never asked.
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new pg.Pool({ host: '127.0.0.1', port: 1 }) }) });
  const server = createHttpServer({
    routes: ROUTES, errors: { 'thing.wrong': { status: 422 } }, clock, i18n: createI18n({ vi: catalog('Lỗi'), en: catalog('Fault') }), log: createLog('debug', (line) => { lines += line; }), metrics,
    idempotency: createIdempotencyStore(db, createKeys(Buffer.alloc(32, 1))), renderError: (ctx, fault) => `<html lang="${ctx.locale}"><title>${fault.code}</title></html>`,
    limits: { ratePerMinute: 1_000_000, maxRequests: 64, requestTimeoutMs: 15_000 }, trustProxy: [], isHttps: false, ...changes,
  });
  servers.push(server);
  return server;
}
const listen = (changes: Partial<HttpOptions> = {}): Promise<string> => build(changes).listen('127.0.0.1', 0);
let url = '';
beforeAll(async () => { url = await listen(); });
afterAll(async () => { for (const server of servers) await server.stop(100); });
const ask = async (bytes: Buffer | string, options?: Parameters<typeof raw>[2]): Promise<ReturnType<typeof parseReply>> => parseReply(await raw(url, bytes, options));
const problem = (reply: { body: string }): Record<string, unknown> => JSON.parse(reply.body) as Record<string, unknown>;

describe('the start', () => {
  test.each([
    ['a route without a policy', [{ ...ROUTES[1], policy: undefined } as unknown as RouteDefinition], /no policy/],
    ['a route that stands twice', [ROUTES[1]!, ROUTES[1]!], /stands twice/],
    ['an idempotent GET', [{ ...ROUTES[1]!, isIdempotent: true }], /idempotent by its method/],
  ])('%s stops it', (_name, routes, message) => {
    expect(() => build({ routes })).toThrow(message);
  });
});

test('a taken port and an address that is not ours are named', async () => {
  await expect(build().listen('127.0.0.1', Number(new URL(url).port))).rejects.toMatchObject({ code: 'server.port-taken', params: { host: '127.0.0.1', port: Number(new URL(url).port) } });
  await expect(build().listen('192.0.2.1', 0)).rejects.toMatchObject({ code: 'server.no-such-address' });
});

describe('bodies', () => {
  const things = (body: string | Buffer, type = 'application/json'): Promise<ReturnType<typeof parseReply>> => ask(post('/api/v1/things', type, body));
  test('an honest one is answered', async () => {
    const reply = await things(JSON.stringify({ text: 'Chào anh' }));
    expect(reply.status).toBe(201);
    expect(problem(reply)).toMatchObject({ length: 8 });
  });
  const REFUSED: [string, string | Buffer, number, string][] = [
    ['no JSON', '{"text":', 400, 'not-json'],
    ['nothing', '', 400, 'validation'],
    ['an array', '["text"]', 422, 'validation'],
    ['null', 'null', 422, 'validation'],
    ['a number as text', '{"text":5}', 422, 'validation'],
    ['a list as text', '{"text":["a"]}', 422, 'validation'],
    ['an unknown field', '{"text":"a","admin":true}', 422, 'validation'],
    ['a missing field', '{}', 422, 'validation'],
    ['a number beyond all', '{"text":"a","amount":1e999}', 422, 'validation'],
    ['a text that is too long', JSON.stringify({ text: 'a'.repeat(20_001) }), 422, 'validation'],
    ['deep nesting', `{"text":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 400, 'too-deep'],
    ['unclosed deep nesting', '['.repeat(100_000), 400, 'too-deep'],
    ['very many parts', `{"text":[${'1,'.repeat(5000)}1]}`, 400, 'too-many-parts'],
    ['a prototype key', '{"text":"a","__proto__":{"isAdmin":true}}', 400, 'not-json'],
    ['a hidden prototype key', '{"text":"a","\\u005f_proto__":1}', 400, 'not-json'],
    ['a constructor key', '{"text":"a","constructor":{"prototype":{"x":1}}}', 400, 'not-json'],
    ['a field given twice', '{"text":"a","text":"b"}', 400, 'duplicate-field'],
    ['invalid UTF-8', Buffer.concat([Buffer.from('{"text":"'), Buffer.of(0xff, 0xfe, 0xc0, 0x80), Buffer.from('"}')]), 400, 'not-utf8'],
    ['an overlong slash', Buffer.concat([Buffer.from('{"text":"'), Buffer.of(0xc0, 0xaf), Buffer.from('"}')]), 400, 'not-utf8'],
    ['half a megabyte', JSON.stringify({ text: 'a'.repeat(500_000) }), 413, 'too-large'],
  ];
  test.each(REFUSED)('%s is refused with a code', async (_name, body, status, code) => {
    const reply = await things(body);
    expect([400, 413, 415, 422]).toContain(reply.status);
    if (body !== '') { expect(reply.status).toBe(status); expect(problem(reply)['code']).toBe(code); }
    expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });
  test('the faulty field is named, the value never repeated', async () => {
    const reply = await things(JSON.stringify({ text: [PHONE] }));
    expect(problem(reply)['errors']).toEqual([{ pointer: '/text', detail: 'Lỗi field.type', messages: { vi: 'Lỗi field.type', en: 'Fault field.type' } }]);
    expect(reply.body).not.toContain(PHONE);
  });
  test.each([['text/plain'], ['application/xml'], ['multipart/form-data; boundary=x'], ['application/json;;;charset'], ['nonsense'], ['']])('content type %j is refused or read as JSON, never a fault of ours', async (type) => {
    expect([201, 400, 415]).toContain((await things('{"text":"a"}', type)).status);
  });
  test('a body without a type, and one that is packed, are refused', async () => {
    expect((await ask(request('POST /api/v1/things', ['content-length: 12'], '{"text":"a"}'))).status).toBe(415);
    expect((await ask(post('/api/v1/things', 'application/json', '{"text":"a"}', ['content-encoding: gzip']))).status).toBe(415);
  });
  test('zero-width floods, NUL and half surrogates come through as text of the same length', async () => {
    const flood = `a${'\u200b'.repeat(19_998)}b`;
    expect(problem(await things(JSON.stringify({ text: flood })))).toMatchObject({ length: 20_000 });
    expect(problem(await things('{"text":"a\\u0000b\\ud800c\\udc00\\ud83d\\ude00"}'))).toMatchObject({ length: 8, text: 'a\ufffdb\ufffdc\ufffd😀' });
  });
  test('a form: the first of two values, no prototype, bad escapes refused', async () => {
    const form = (body: string): Promise<ReturnType<typeof parseReply>> => ask(post('/form', 'application/x-www-form-urlencoded', body));
    expect(JSON.parse((await form('text=m%E1%BB%99t+hai&text=b&a%00=%00')).body)).toEqual({ text: 'một hai', 'a\0': '\ufffd' });
    expect((await form('__proto__=x&constructor=y')).body).toBe('{"__proto__":"x","constructor":"y"}');
    expect((await form('text=%E1%28%A1')).status).toBe(400);
    expect((await form('text=%')).status).toBe(400);
    expect((await form(`${'a=1&'.repeat(500)}`)).status).toBe(400);
  });
});

describe('paths and methods', () => {
  test('an unknown path is 404, a known one with another method 405 with what is allowed, OPTIONS says it', async () => {
    expect((await ask(request('GET /api/v1/nothing'))).status).toBe(404);
    const reply = await ask(request('GET /api/v1/things'));
    expect([reply.status, reply.headers['allow'], problem(reply)['code']]).toEqual([405, 'POST, OPTIONS', 'method']);
    expect((await ask(request('DELETE /api/v1/things/7'))).headers['allow']).toBe('GET, HEAD, OPTIONS');
    const options = await ask(request('OPTIONS /api/v1/things', ['origin: https://evil.example', 'access-control-request-method: POST']));
    expect([options.status, options.headers['allow'], options.headers['access-control-allow-origin']]).toEqual([204, 'POST, OPTIONS', undefined]);
  });
  test.each(['TRACE', 'PROPFIND', 'PATCH', 'PUT', 'DELETE', 'HEAD', 'BREW'])('%s never reaches a handler of another method', async (method) => {
    expect([400, 404, 405]).toContain((await ask(request(`${method} /api/v1/things`))).status);
  });
  test('CONNECT gets no tunnel', async () => {
    expect(await raw(url, 'CONNECT 127.0.0.1:5432 HTTP/1.1\r\nhost: x\r\n\r\n')).not.toContain(' 200 ');
  });
  test('HEAD answers like GET, without the body', async () => {
    const [get, head] = [await ask(request('GET /healthz')), await ask(request('HEAD /healthz'))];
    expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', get.headers['content-length']]);
  });
  test.each(['/%', '/%ff', '/api/v1/things/%E1%28', '/\0', '//evil.example', '/api/v1/things/', `/api/v1/things/${'a'.repeat(500)}`, `/${'a/'.repeat(4000)}`, '/api/v1/things/%00', '/?lang=%ff&lang=en&lang[]=vi', 'http://evil.example/healthz', '*'])('path %j makes no fault of ours', async (path) => {
    const { status } = await ask(request(`GET ${path}`));
    expect(status).toBeGreaterThanOrEqual(200);
    expect(status).toBeLessThan(500);
  });
  test('an address longer than the header limit is refused', async () => {
    expect((await ask(request(`GET /${'a'.repeat(20_000)}`))).status).toBe(431);
  });
  test.each(['/a/../secret.key', '/a/%2e%2e/secret.key', '/a/..%2fsecret.key', '/a/%2e%2e%5csecret.key', '/a//secret.key', '/a/secret.key', '/a/fonts/../../../etc/passwd', '/a/....//etc/passwd', '/a/site.css%00.js', '/../../etc/passwd'])('no way out of the assets by %s', async (path) => {
    const { status, body } = await ask(request(`GET ${path}`));
    expect([400, 404]).toContain(status);
    expect(body).not.toMatch(/not an asset|root:/);
  });
  test('an asset is sent whole, packed as asked, cached for ever, and only under its hash', async () => {
    const path = assets.url('site.css');
    expect(path).toMatch(/^\/a\/site\.[0-9a-f]{12}\.css$/);
    const reply = await ask(request(`GET ${path}`));
    expect(reply.body).toContain(`url(${assets.url('fonts/x.woff2')})`);
    expect(reply.headers).toMatchObject({ 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding', 'x-content-type-options': 'nosniff' });
    expect((await ask(request(`GET ${path}`, ['accept-encoding: gzip, br']))).headers['content-encoding']).toBe('br');
    expect((await ask(request(`GET ${path}`, ['accept-encoding: gzip, br;q=0']))).headers['content-encoding']).toBe('gzip');
    expect((await ask(request('GET /a/site.css'))).status).toBe(404);
  });
});

describe('answers', () => {
  const CLOSED = "default-src 'none'; frame-ancestors 'none'";
  test.each([
    ['a page', request('GET /')], ['an answer of the API', request('GET /api/v1/things/7')], ['an asset', request(`GET ${assets.url('site.css')}`)], ['a form', post('/form', 'application/x-www-form-urlencoded', 'a=b')], ['404', request('GET /no')], ['405', request('POST /')], ['OPTIONS', request('OPTIONS /')],
    ['a refused body', post('/api/v1/things', 'application/json', '{')], ['a fault of ours', request('GET /api/v1/broken')], ['a closed route', request('GET /api/v1/closed')], ['a bad escape', request('GET /%')], ['broken HTTP', 'GARBAGE\r\n\r\n'], ['too many headers', request('GET /', [`x: ${'y'.repeat(20_000)}`])], ['413', post('/api/v1/things', 'application/json', 'x'.repeat(300_000))],
  ])('%s carries the security headers', async (_name, bytes) => {
    const { headers } = await ask(bytes);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY', 'cross-origin-opener-policy': 'same-origin' });
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';.*frame-ancestors 'none'$/);
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/);
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['server']).toBeUndefined();
  });
  test('only pages may load scripts and styles, from here; https is made to stay', async () => {
    expect((await ask(request('GET /'))).headers['content-security-policy']).toContain("script-src 'self'; style-src 'self'");
    expect((await ask(request('GET /healthz'))).headers['content-security-policy']).toBe(CLOSED);
    expect((await ask(request('GET /'))).headers['strict-transport-security']).toBeUndefined();
    expect(parseReply(await raw(await listen({ isHttps: true }), request('GET /'))).headers['strict-transport-security']).toContain('max-age=');
  });
  test('a fault of ours gives nothing away, to nobody', async () => {
    const reply = await ask(request('GET /api/v1/broken'));
    expect([reply.status, problem(reply)['code']]).toEqual([500, 'internal']);
    expect(lines).toContain('23505');
    expect(`${reply.body}${lines}`).not.toContain(PHONE);
    expect(lines).toContain(String(problem(reply)['requestId']));
  });
  test('a database that is away is 503 with when to come back, not a fault', async () => {
    const reply = await ask(request('GET /api/v1/away'));
    expect([reply.status, problem(reply)['code'], reply.headers['retry-after']]).toEqual([503, 'unavailable', '5']);
  });
  test.each([
    [[], 'vi'], [['accept-language: en-US,en;q=0.9,vi;q=0.8'], 'en'], [['accept-language: vi-VN,vi;q=0.9,en;q=0.8'], 'vi'], [['accept-language: fr,en;q=0.5'], 'en'], [['accept-language: en;q=0.1,vi'], 'vi'], [['accept-language: ;;;q=,en;q=x'], 'vi'], [['cookie: lang=en', 'accept-language: vi'], 'en'], [['cookie: lang=<script>; lang'], 'vi'],
  ])('%j is answered in %s', async (headers, locale) => {
    expect(problem(await ask(request('GET /api/v1/things/7', headers)))['locale']).toBe(locale);
  });
  test('an error speaks both languages and leads with the asked one', async () => {
    const vi = problem(await ask(request('GET /api/v1/wrong')));
    const reply = await ask(request('GET /api/v1/wrong?lang=en'));
    const en = problem(reply);
    expect([vi['title'], en['title'], reply.headers['content-language']]).toEqual(['Lỗi thing.wrong', 'Fault thing.wrong', 'en']);
    expect(en).toMatchObject({ type: 'urn:chinhdanh:problem:thing.wrong', status: 422, code: 'thing.wrong', messages: { vi: 'Lỗi thing.wrong', en: 'Fault thing.wrong' }, errors: [{ pointer: '/text' }] });
  });
  test('on a page the error is a page, for a script that asks for JSON it is JSON', async () => {
    expect((await ask(request('GET /no?lang=en'))).body).toBe('<html lang="en"><title>not-found</title></html>');
    expect((await ask(request('GET /no', ['accept: application/json']))).headers['content-type']).toContain('problem+json');
  });
  test('an error page that fails itself does not hide the error', async () => {
    const reply = parseReply(await raw(await listen({ renderError: () => { throw new Error('broken page'); } }), request('GET /no')));
    expect([reply.status, problem(reply)['code']]).toEqual([404, 'not-found']);
  });
  test('no line break from outside gets into a header', async () => {
    const reply = await ask(request('GET /go?to=/a%0d%0aset-cookie:%20x=1%0d%0a%0d%0a<script>'));
    expect(reply.status).toBe(500);
    expect(reply.headers['set-cookie']).toBeUndefined();
    expect(reply.body).not.toContain('script');
  });
  test('the request id is one throughout; a foreign one is kept if it is one; the trace is passed on', async () => {
    const id = '8c6ae7c1f3b24d0e9a5b7c1d2e3f4a5b';
    const trace = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const reply = await ask(request('GET /api/v1/things/7', [`x-request-id: ${id}`, `traceparent: ${trace}`]));
    expect([reply.headers['x-request-id'], reply.headers['traceparent']]).toEqual([id, trace]);
    expect(lines).toContain('"traceId":"0af7651916cd43dd8448eb211c80319c"');
    for (const id of [PHONE, 'vietcombank', 'a b', '<script>alert', 'x'.repeat(65), 'short']) expect((await ask(request('GET /api/v1/things/7', [`x-request-id: ${id}`]))).headers['x-request-id']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    for (const bad of ['00-00000000000000000000000000000000-b7ad6b7169203331-01', 'ff-x', `${trace}-x`]) expect((await ask(request('GET /', [`traceparent: ${bad}`]))).headers['traceparent']).toBeUndefined();
    const fault = await ask(request('GET /api/v1/wrong', [`x-request-id: ${id}`, `traceparent: ${trace}`]));
    expect([fault.headers['x-request-id'], problem(fault)['requestId'], fault.headers['traceparent']]).toEqual([id, id, trace]);
  });
  test('a page is packed where the browser takes it', async () => {
    expect((await ask(request('GET /', ['accept-encoding: gzip']))).headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding', 'content-type': 'text/html; charset=utf-8' });
    expect((await ask(request('GET /', ['accept-encoding: gzip;q=0']))).headers['content-encoding']).toBeUndefined();
  });
  test('the figures count refusals as refusals, by pattern and never by value', async () => {
    await ask(request(`GET /api/v1/things/${PHONE}`));
    await ask(request('GET /api/v1/broken'));
    await ask(request(`GET /${PHONE}`));
    const text = await metrics.text();
    expect(text).toMatch(/chinhdanh_http_request_seconds_count\{route="\/api\/v1\/broken",status="5xx"\}/);
    expect(text).not.toMatch(/route="\/api\/v1\/broken",status="2xx"/);
    expect(text).toMatch(/route="none",status="4xx"/);
    expect(text).not.toContain(PHONE);
  });
});

describe('broken HTTP', () => {
  test.each([
    ['garbage', 'GARBAGE\r\n\r\n'], ['binary', Buffer.from(Array.from({ length: 500 }, (_, i) => (i * 37) % 256))], ['a TLS greeting', Buffer.of(0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00)], ['two lengths', 'POST /api/v1/things HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello'],
    ['length and chunks (smuggling)', 'POST /api/v1/things HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n'], ['a bad chunk', 'POST /api/v1/things HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nZZ\r\n'],
    ['a space in a header name', 'GET / HTTP/1.1\r\nhost : x\r\n\r\n'], ['no host', 'GET / HTTP/1.1\r\n\r\n'], ['an old version with a body', 'POST / HTTP/0.9\r\n\r\n'], ['a negative length', 'POST /form HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n'], ['a bare line feed', 'GET / HTTP/1.1\nhost: x\n\n'],
  ])('%s is refused in both languages, and the connection closed', async (_name, bytes) => {
    const text = await raw(url, bytes);
    expect(text).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect((text.match(/^HTTP\/1\.1 /gm) ?? []).length).toBe(1);
  });
  test('the refusal is a problem document', async () => {
    expect(problem(parseReply(await raw(url, 'GARBAGE\r\n\r\n')))).toMatchObject({ status: 400, code: 'bad-request', messages: { vi: 'Lỗi bad-request', en: 'Fault bad-request' } });
  });
  test('whoever closes his half after the request gets his answer', async () => {
    expect((await ask(request('GET /api/v1/things/7'), { halfClose: true })).status).toBe(200);
    expect((await ask(post('/api/v1/things', 'application/json', '{"text":"a"}'), { halfClose: true })).status).toBe(201);
    const slowly = raw(url, request('GET /api/v1/slow'), { halfClose: true });
    await slow.entered;
    await new Promise((done) => { setImmediate(done); }); // his closing has arrived before the answer is ready
    slow.release();
    expect(parseReply(await slowly).status).toBe(200);
  });
  test('whoever hangs up in the middle of a body does no harm', async () => {
    await raw(url, 'POST /api/v1/things HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"text":"', { halfClose: true });
    expect((await ask(request('GET /healthz'))).status).toBe(200);
    // It is his doing, and no alarm of ours.
    expect(await metrics.text()).not.toMatch(/route="\/api\/v1\/things",status="5xx"/);
  });
  test.each([
    ['headers', 'GET / HTTP/1.1\r\nhost: x\r\n', 'x-a: b\r\n'],
    ['a body', 'POST /api/v1/things HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n{"text":"', 'a'],
  ])('%s that drip in are cut off after the time of a request, and others are served meanwhile', async (_name, start, drop) => {
    const at = await listen({ limits: { ratePerMinute: 1_000_000, maxRequests: 64, requestTimeoutMs: 500 } });
    const { port } = new URL(at);
    const drips = Array.from({ length: 20 }, () => drip(Number(port), start, drop));
    expect(parseReply(await raw(at, request('GET /healthz'))).status).toBe(200);
    const ends = await Promise.all(drips); // each resolves: none of the connections stays
    expect(ends.filter((text) => text.startsWith('HTTP/1.1 408 ')).length).toBeGreaterThan(0);
    expect(ends.filter((text) => text !== '' && !text.startsWith('HTTP/1.1 408 '))).toEqual([]);
  });
  function drip(port: number, start: string, drop: string): Promise<string> {
    return new Promise((resolve) => {
      let text = '';
      const socket: Socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true }, () => { socket.write(start); });
      const timer = setInterval(() => { socket.write(drop); }, 50);
      socket.on('data', (chunk: Buffer) => { text += chunk.toString(); });
      socket.on('error', () => {});
      // The other half is left open on purpose: the server must end this by itself.
      socket.on('close', () => { clearInterval(timer); resolve(text); });
      socket.on('end', () => { clearInterval(timer); resolve(text); socket.destroy(); });
    });
  }
});

describe('load', () => {
  test('beyond the limit: 503 with when to come back; health still answers; after it all is as before', async () => {
    const at = await listen({ limits: { ratePerMinute: 1_000_000, maxRequests: 1, requestTimeoutMs: 15_000 } });
    const first = raw(at, request('GET /api/v1/slow'));
    await slow.entered;
    const refused = parseReply(await raw(at, request('GET /api/v1/things/7')));
    expect([refused.status, refused.headers['retry-after'], problem(refused)['code']]).toEqual([503, '2', 'busy']);
    expect(parseReply(await raw(at, request('GET /healthz'))).status).toBe(200);
    slow.release();
    expect(parseReply(await first).status).toBe(200);
    expect(parseReply(await raw(at, request('GET /api/v1/things/7'))).status).toBe(200);
  });
  test('one address: free, then slowed, then 429 with when to come back; another address and health are not touched', async () => {
    const at = await listen({ limits: { ratePerMinute: 600, maxWaitMs: 2000, maxRequests: 8, requestTimeoutMs: 15_000 } });
    const all = await Promise.all(Array.from({ length: 200 }, () => raw(at, request('GET /api/v1/things/7')).then(parseReply)));
    const count = (status: number): number => all.filter((r) => r.status === status).length;
    // A hundred at once, twenty more within two seconds at ten a second, the rest refused. More waited than may be in work at once: waiting takes no place.
    expect([count(200), count(429), count(503)]).toEqual([120, 80, 0]);
    const refused = all.find((r) => r.status === 429)!;
    expect(Number(refused.headers['retry-after'])).toBeGreaterThanOrEqual(1);
    expect(problem(refused)['code']).toBe('too-many-requests');
    expect(parseReply(await raw(at, request('GET /api/v1/things/7'), { localAddress: '127.0.0.2' })).status).toBe(200);
    expect(parseReply(await raw(at, request('GET /healthz'))).status).toBe(200);
    expect(parseReply(await raw(at, request('GET /no/such'))).status).toBe(429);
    clock.advance(60_000);
    expect(parseReply(await raw(at, request('GET /api/v1/things/7'))).status).toBe(200);
  });
  test('one address may not hold all connections', async () => {
    const at = await listen({ limits: { ratePerMinute: 1_000_000, maxRequests: 8, requestTimeoutMs: 15_000, connections: { perAddress: 5, total: 100 } } });
    const { port } = new URL(at);
    const sockets = Array.from({ length: 20 }, () => connect({ host: '127.0.0.1', port: Number(port), localAddress: '127.0.0.2' }));
    const outcomes = await Promise.all(sockets.map((s) => new Promise((done) => {
      s.on('error', () => {});
      s.on('close', () => done('cut'));
      s.on('data', () => done('answered'));
      s.on('connect', () => s.write('GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n'));
    })));
    expect(outcomes.filter((o) => o === 'answered')).toHaveLength(5);
    expect(parseReply(await raw(at, request('GET /healthz'), { localAddress: '127.0.0.3' })).status).toBe(200);
    for (const socket of sockets) socket.destroy();
  });
  test('a forged X-Forwarded-For counts for nothing unless the proxy is named', async () => {
    expect((await ask(request('GET /ip', ['x-forwarded-for: 192.0.2.7']))).body).toBe('127.0.0.1 true');
    expect(lines).toContain('http.untrusted-proxy');
    const at = await listen({ trustProxy: ['127.0.0.1', '10.0.0.0/8'] });
    expect(parseReply(await raw(at, request('GET /ip', ['x-forwarded-for: 203.0.113.9, 192.0.2.7, 10.1.2.3']))).body).toBe('192.0.2.7 false');
    expect(parseReply(await raw(at, request('GET /ip', ['x-forwarded-for: 192.0.2.7']), { localAddress: '127.0.0.2' })).body).toBe('127.0.0.2 false');
  });
});

describe('OpenAPI', () => {
  const document = JSON.parse(JSON.stringify(openApiOf(ROUTES, { version: '1', server: 'http://127.0.0.1' }))) as Record<string, unknown>;
  test('every route of the interface is listed, and no page', () => {
    const paths = document['paths'] as Record<string, Record<string, unknown>>;
    const listed = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((m) => `${m.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`)).sort();
    expect(listed).toEqual(ROUTES.filter((r) => r.kind === 'api' || r.kind === 'ops').map((r) => `${r.method} ${r.path}`).sort());
  });
  test('every reference resolves, every operation has an id of its own, a default answer and all parameters of its path', () => {
    expect(document['openapi']).toMatch(/^3\.1\./);
    const ids: unknown[] = [];
    const walk = (node: unknown): void => {
      if (Array.isArray(node)) { node.forEach(walk); return; }
      if (typeof node !== 'object' || node === null) return;
      const { $ref } = node as { $ref?: unknown };
      if (typeof $ref === 'string') expect($ref.slice(2).split('/').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], document), $ref).toBeDefined();
      Object.values(node).forEach(walk);
    };
    walk(document);
    for (const [path, methods] of Object.entries(document['paths'] as Record<string, Record<string, { operationId: string; responses: Record<string, unknown>; parameters: { name: string; in: string }[] }>>)) {
      for (const operation of Object.values(methods)) {
        ids.push(operation.operationId);
        expect(operation.responses['default']).toBeDefined();
        expect(operation.parameters.filter((p) => p.in === 'path').map((p) => p.name)).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]));
      }
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(JSON.stringify(document)).toContain('"name":"full","in":"query"');
  });
});
