import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseReply, raw, request } from '../helpers/http.ts';
import { databasePid, startServer, stopAll, type RunningServer } from '../helpers/server.ts';
import { postCheck } from '../helpers/checks.ts';

let server: RunningServer;
beforeAll(async () => { server = await startServer({ env: { SAMPLE: 'off', METRICS_ALLOW: '127.0.0.1,10.0.0.0/8' } }); });
afterAll(stopAll);
const ask = async (bytes: Buffer, localAddress?: string): Promise<ReturnType<typeof parseReply>> => parseReply(await raw(server.url, bytes, localAddress ? { localAddress } : {}));

test('alive and ready are answered, also many times a second', async () => {
  for (let i = 0; i < 300; i += 1) expect((await ask(request('GET /healthz'))).status).toBe(200);
  expect((await ask(request('GET /readyz'))).status).toBe(200);
});
test('figures only for those who are named, and for nobody through a proxy that is not', async () => {
  await postCheck(server.url, 'Em chuyển gấp 30 triệu vào 0123456789 MB');
  const reply = await ask(request('GET /metrics'));
  expect(reply.status).toBe(200);
  expect(reply.headers['content-type']).toMatch(/^text\/plain/);
  expect(reply.body).toMatch(/chinhdanh_checks_total\{outcome="[a-z-]+",entry="api"\} \d/);
  expect(reply.body).not.toContain('0123456789');
  expect((await ask(request('GET /metrics'), '127.0.0.2')).status).toBe(403);
  expect((await ask(request('GET /metrics', ['x-forwarded-for: 127.0.0.1']))).status).toBe(403);
  expect((await ask(request('GET /metrics', ['forwarded: for=127.0.0.1']))).status).toBe(403);
});
test('the interface is described as OpenAPI 3.1: every reference resolves, the paths of the contract are there', async () => {
  const document = JSON.parse((await ask(request('GET /openapi.json'))).body) as { openapi: string; paths: Record<string, Record<string, unknown>> };
  expect(document.openapi).toMatch(/^3\.1\./);
  expect(document.paths['/api/v1/checks']?.['post']).toBeDefined();
  expect(document.paths['/api/v1/checks/{id}']?.['get']).toBeDefined();
  const broken: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) { node.forEach(walk); return; }
    if (typeof node !== 'object' || node === null) return;
    const { $ref } = node as { $ref?: unknown };
    if (typeof $ref === 'string' && $ref.slice(2).split('/').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document) === undefined) broken.push($ref);
    Object.values(node).forEach(walk);
  };
  walk(document);
  expect(broken).toEqual([]);
});
test('when the database is killed: checks are 503 with when to come back, never 500, and work again by themselves', async () => {
  const first = databasePid(server.dataDir)!;
  process.kill(first, 'SIGKILL');
  const seen = new Set<number>();
  let back = 0;
  for (let i = 0; i < 3000 && back < 20; i += 1) {
    const { status } = await postCheck(server.url, `Em chuyển gấp 30 triệu, lần ${i}`);
    seen.add(status);
    back = status === 201 && databasePid(server.dataDir) !== first ? back + 1 : 0;
  }
  expect(back).toBe(20);
  expect([...seen].filter((s) => s !== 201 && s !== 503)).toEqual([]);
  expect(server.child.exitCode).toBeNull();
  expect((await ask(request('GET /readyz'))).status).toBe(200);
  expect(await server.stop()).toEqual({ code: 0, signal: null });
});
