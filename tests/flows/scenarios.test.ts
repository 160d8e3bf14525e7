import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OUTCOMES } from '#kernel/outcome.ts';
import type { CheckBody, CheckView } from '#modules/checks/check.contract.ts';
import type { Expected, Refused, Scenario } from '../golden/checks/scenario.ts';
import { SCENARIOS } from '../golden/checks/scenarios.ts';
import { databases, freshDatabase, type FreshDatabase } from '../helpers/database.ts';
import { runCommand, startServer, stopAll, type RunningServer } from '../helpers/server.ts';

/** The table of tests/golden/checks once more, through the three doors of the running program over the sample province: API, page, command. */
type With<T> = Scenario & { readonly expect: T };
const answered = SCENARIOS.filter((s): s is With<Expected> => !('error' in s.expect));
const refused = SCENARIOS.filter((s): s is With<Refused> => 'error' in s.expect);
const named = <T>(list: readonly With<T>[]): [string, With<T>][] => list.map((s) => [`${s.id}: ${s.title}`, s]);

function expectAnswer(view: CheckView, { expect: wanted }: With<Expected>): void {
  const codes = view.reasons.map((r) => r.code);
  expect(view.outcome).toBe(wanted.outcome);
  if (wanted.isQuiet !== undefined) expect(view.isQuiet).toBe(wanted.isQuiet);
  expect(codes).toEqual(expect.arrayContaining([...(wanted.reasons ?? [])]));
  for (const code of wanted.not ?? []) expect(codes).not.toContain(code);
  if (wanted.official === null) expect(view.official).toBeUndefined();
  // Who was found by given name and post is not told by his whole name.
  else if (wanted.official) expect(view.official?.name.split(' ').at(-1)).toBe(wanted.official.split(' ').at(-1));
  // Whatever is answered: every reason has its sentence, every span lies in the text, nothing is called "safe".
  for (const reason of view.reasons) { expect(reason.text).not.toMatch(/^reason\./); expect(reason.text).not.toContain('{'); }
  expect(JSON.stringify(view)).not.toMatch(/an toàn/i);
  expect(view.steps.length).toBeGreaterThan(0);
  expect(view.next.length).toBeGreaterThan(0);
}

const post = (url: string, body: CheckBody): Promise<Response> => fetch(`${url}/api/v1/checks`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

describe.each(databases())('by API, on $name', (database) => {
  let fresh: FreshDatabase | null = null;
  let server: RunningServer;
  beforeAll(async () => {
    fresh = database.name.startsWith('embedded') ? null : await freshDatabase(database);
    server = await startServer(fresh ? { databaseUrl: fresh.url } : {});
  });
  afterAll(async () => { await server.stop(); await fresh?.drop(); await stopAll(); });

  test.each(named(answered))('%s', async (_name, scenario) => {
    const response = await post(server.url, scenario.request);
    const view = (await response.json()) as CheckView;
    expect(response.status, JSON.stringify(view)).toBe(201);
    expectAnswer(view, scenario);
    const again = (await (await fetch(`${server.url}${response.headers.get('location')}`)).json()) as CheckView;
    expect(again.reasons).toEqual(view.reasons);
  });
  test.each(named(refused))('%s', async (_name, scenario) => {
    const response = await post(server.url, scenario.request);
    const problem = (await response.json()) as { code: string; messages: Record<string, string> };
    expect(response.status).toBe(422);
    expect([scenario.expect.error, 'validation']).toContain(problem.code);
    expect(Object.keys(problem.messages).sort()).toEqual(['en', 'vi']);
  });
});

describe('by page and command', () => {
  let server: RunningServer;
  beforeAll(async () => { server = await startServer(); });
  afterAll(async () => { await server.stop(); await stopAll(); });

  /** What the form has fields for. The API's own fields have no box on the page; their content is pasted into the one box instead. */
  const onPage = answered.filter(({ request: r }) => !r.account && !r.qr && !r.phone && !r.link);
  test.each(named(onPage))('page – %s', async (_name, { request, expect: wanted }) => {
    const form = new URLSearchParams({
      text: request.text ?? '', official: request.claimedOfficial ?? '', holder: request.holderName ?? '', channel: request.channel?.value ?? '',
      platform: request.channel?.platform ?? (request.channel?.value?.includes('@') ? 'email' : request.channel ? 'phone' : ''),
    });
    const submitted = await fetch(`${server.url}/kiem-tra`, { method: 'POST', body: form, redirect: 'manual' });
    expect(submitted.status, await submitted.text()).toBe(303);
    const html = await (await fetch(`${server.url}${submitted.headers.get('location')}`)).text();
    const title = { 'stop-evidence': 'DỪNG LẠI – có bằng chứng lừa đảo', 'stop-denied': 'DỪNG LẠI – chính người đó xác nhận không phải mình', unverified: 'CHƯA XÁC MINH', 'genuine-channel': 'Kênh đã đăng ký' };
    expect(/<title>([^<]*)<\/title>/.exec(html)?.[1]).toContain(title[wanted.outcome]);
  });

  /** A process for each: the first sixteen of each outcome, so that all four come by command too. */
  test('command: the same outcomes, from the database of the running server', async () => {
    const queue = OUTCOMES.flatMap((outcome) => answered.filter((s) => s.expect.outcome === outcome).slice(0, 16));
    expect(queue.length).toBeGreaterThanOrEqual(40);
    const wrong: string[] = [];
    const work = async (): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const { code, out, err } = await runCommand(['check', '--json', ...argumentsOf(next.request)], { dataDir: server.dataDir });
        try {
          expect(code, err).toBe(0);
          expectAnswer(JSON.parse(out) as CheckView, next);
        } catch (error) { wrong.push(`${next.id}: ${error instanceof Error ? error.message : 'failed'}`); }
      }
    };
    await Promise.all([work(), work(), work()]);
    expect(wrong).toEqual([]);
  }, 300_000);
});

function argumentsOf(request: CheckBody): string[] {
  const option = (name: string, value: string | undefined): string[] => (value === undefined ? [] : [`--${name}=${value}`]);
  return [
    ...option('account', request.account?.number), ...option('bank', request.account?.bank), ...option('phone', request.phone), ...option('link', request.link), ...option('qr', request.qr),
    ...option('holder', request.holderName), ...option('official', request.claimedOfficial), ...option('platform', request.channel?.platform), ...option('channel', request.channel?.value),
    ...(request.text === undefined ? [] : ['--', request.text]),
  ];
}
