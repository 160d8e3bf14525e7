import { Agent, request } from 'node:http';
import { afterAll, describe, expect, test } from 'vitest';
import { getStatus } from '../helpers/checks.ts';
import { bare, databasePid, startServer, stopAll, type RunningServer } from '../helpers/server.ts';

afterAll(stopAll);

interface Outcome { readonly kind: 'answered' | 'refused' | 'lost'; readonly checkId?: string }

/** One check over an open connection; `refused`: nobody listens any more, so nothing was promised. */
function check(url: string, agent: Agent, text: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const body = JSON.stringify({ text });
    const sent = request(`${url}/api/v1/checks`, { agent, method: 'POST', headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }, (response) => {
      let answer = '';
      response.setEncoding('utf8').on('data', (chunk: string) => { answer += chunk; });
      response.once('error', () => resolve({ kind: 'lost' }));
      response.once('end', () => {
        const { checkId } = JSON.parse(answer) as { checkId?: string };
        resolve(response.statusCode === 201 && checkId ? { kind: 'answered', checkId } : { kind: 'lost' });
      });
    });
    sent.on('error', (error: NodeJS.ErrnoException) => resolve({ kind: error.code === 'ECONNREFUSED' ? 'refused' : 'lost' }));
    sent.end(body);
  });
}

/** Ten clients that check without a pause until nobody listens; the server is told to stop while they are at it. */
async function stopUnderLoad(server: RunningServer, stop: () => void): Promise<{ answered: string[]; lost: number }> {
  const answered: string[] = [];
  let lost = 0;
  await Promise.all(Array.from({ length: 10 }, async (_, n) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let i = 0; ; i += 1) {
      const outcome = await check(server.url, agent, `Khách ${n}, tin số ${i}: em chuyển gấp 30 triệu`);
      if (outcome.kind === 'refused') break;
      if (outcome.checkId) answered.push(outcome.checkId);
      else lost += 1;
      if (answered.length === 200) stop();
    }
    agent.destroy();
  }));
  return { answered, lost };
}

describe.each(['SIGTERM', 'SIGINT'] as const)('%s under load', (signal) => {
  test('no request is lost, every answer is kept, the end is clean and nothing stays behind', async () => {
    const server = await startServer(bare);
    const { answered, lost } = await stopUnderLoad(server, () => { server.child.kill(signal); });
    expect(lost).toBe(0);
    expect(await server.exited).toEqual({ code: 0, signal: null });
    expect(databasePid(server.dataDir)).toBeNull();
    expect(server.logs()).not.toMatch(/"level":[56]0/);

    const again = await startServer({ ...bare, dataDir: server.dataDir });
    const missing: string[] = [];
    for (const id of answered) if ((await getStatus(again.url, `/api/v1/checks/${id}`)) !== 200) missing.push(id);
    expect(missing).toEqual([]);
    await again.stop();
  });
});

test('Ctrl-C reaches the whole group, and twice when npm passes it on: still a clean end', async () => {
  const server = await startServer(bare);
  process.kill(-server.child.pid!, 'SIGINT');
  server.child.kill('SIGINT');
  expect(await server.exited).toEqual({ code: 0, signal: null });
  expect(databasePid(server.dataDir)).toBeNull();
});
