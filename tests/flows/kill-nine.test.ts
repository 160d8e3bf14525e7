import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { readConnection, urlOf } from '#platform/db/index.ts';
import { getStatus, postCheck } from '../helpers/checks.ts';
import { databases, dropDatabases, emptyDatabase } from '../helpers/database.ts';
import { bare, newDataDir, startServer, stopAll, type RunningServer } from '../helpers/server.ts';

afterAll(async () => { await stopAll(); await dropDatabases(); });

const CLIENTS = 6;
const ENOUGH = 300;

interface Sent { readonly key: string | null; readonly text: string; checkId: string | null }

/** Clients that send checks without a pause, every second one with an Idempotency-Key, until the server is gone. */
async function stream(server: RunningServer): Promise<Sent[]> {
  const sent: Sent[] = [];
  let answered = 0;
  const client = async (n: number): Promise<void> => {
    for (let i = 0; ; i += 1) {
      const one: Sent = { key: i % 2 === 0 ? `client-${n}-request-${i}` : null, text: `Khách ${n}, tin số ${i}: em chuyển gấp vào 1020 3040 5${String(n * 1000 + i).padStart(4, '0')} nhé`, checkId: null };
      sent.push(one);
      try {
        const { status, checkId } = await postCheck(server.url, one.text, one.key ?? undefined);
        if (status < 300) one.checkId = checkId;
      } catch {
        return;
      }
      if (one.checkId) answered += 1;
      // In the middle of everything: this request is answered, five others are in work.
      if (answered === ENOUGH) void server.kill9();
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, n) => client(n)));
  await server.exited;
  return sent;
}

async function countAnswers(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try { return Number((await client.query<{ n: string }>('select count(*) as n from check_answer')).rows[0]?.n); } finally { await client.end(); }
}

const PLACES: { name: string; url: () => Promise<string | null> }[] = [
  { name: 'the embedded database', url: async () => null },
  ...databases().slice(1).map((server) => ({ name: server.name, url: () => emptyDatabase(server) })),
];

describe.each(PLACES)('kill -9 during a stream of writes, on $name', ({ url }) => {
  test('every answered check is there afterwards, once; a repeated key gives the first answer', async () => {
    const databaseUrl = await url();
    const options = { ...bare, dataDir: newDataDir(), ...(databaseUrl ? { databaseUrl } : {}) };
    const sent = await stream(await startServer(options));
    const answered = sent.filter((s) => s.checkId !== null);
    expect(answered.length).toBeGreaterThanOrEqual(ENOUGH);

    const again = await startServer(options);
    const missing: string[] = [];
    for (const { checkId } of answered) if ((await getStatus(again.url, `/api/v1/checks/${checkId}`)) !== 200) missing.push(String(checkId));
    expect(missing).toEqual([]);
    // Once: besides the answered ones at most those are there that were being answered in the moment of the kill.
    const rows = await countAnswers(databaseUrl ?? urlOf(readConnection(options.dataDir)!));
    expect(rows).toBeGreaterThanOrEqual(answered.length);
    expect(rows).toBeLessThanOrEqual(answered.length + CLIENTS);

    const repeated = answered.filter((s) => s.key !== null).slice(-20);
    for (const { key, text, checkId } of repeated) {
      const reply = await postCheck(again.url, text, key!);
      expect([reply.status < 300, reply.checkId, reply.headers.get('idempotent-replayed')]).toEqual([true, checkId, 'true']);
    }
    expect(await countAnswers(databaseUrl ?? urlOf(readConnection(options.dataDir)!))).toBe(rows);
    expect(await again.stop()).toEqual({ code: 0, signal: null });
  });
});
