import { afterAll, describe, expect, test } from 'vitest';
import { getStatus, postCheck } from '../helpers/checks.ts';
import { databases, dropDatabases, emptyDatabase } from '../helpers/database.ts';
import { bare, databasePid, isAlive, newDataDir, runCommand, startServer, stopAll } from '../helpers/server.ts';

afterAll(async () => { await stopAll(); await dropDatabases(); });

describe('two servers on one data folder', () => {
  test('the second says who holds it, since when and where, ends with 69, and the first is unharmed', async () => {
    const first = await startServer(bare);
    const before = await postCheck(first.url, 'Anh đang họp, em chuyển gấp 30 triệu');
    const database = databasePid(first.dataDir);
    const second = await runCommand(['serve'], { ...bare, dataDir: first.dataDir });
    expect(second.code).toBe(69);
    expect(second.err).toContain(first.dataDir);
    expect(second.err).toContain(String(first.child.pid));
    expect(second.err).toContain(first.url);
    expect(second.err).not.toMatch(/\n\s+at /);
    expect(databasePid(first.dataDir)).toBe(database);
    expect(await getStatus(first.url, `/api/v1/checks/${before.checkId}`)).toBe(200);
    expect((await postCheck(first.url, 'Anh đang họp')).status).toBe(201);
    expect(await first.stop()).toEqual({ code: 0, signal: null });
  });
  test('started in the same moment, one of them serves and the other one ends with 69', async () => {
    const dataDir = newDataDir();
    const outcomes = await Promise.allSettled([startServer({ ...bare, dataDir }), startServer({ ...bare, dataDir }), startServer({ ...bare, dataDir })]);
    const [winner, ...others] = outcomes.flatMap((o) => (o.status === 'fulfilled' ? [o.value] : []));
    expect(others).toEqual([]);
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(String(outcome.reason)).toContain('(69)');
    expect(await getStatus(winner!.url, '/readyz')).toBe(200);
    await winner!.stop();
  });
  test('after a stop the folder is free, and nothing runs on', async () => {
    const first = await startServer(bare);
    const pid = databasePid(first.dataDir)!;
    await first.stop();
    expect(isAlive(pid)).toBe(false);
    expect(databasePid(first.dataDir)).toBeNull();
    const next = await startServer({ ...bare, dataDir: first.dataDir });
    expect(await getStatus(next.url, '/healthz')).toBe(200);
    await next.stop();
  });
  test('a taken port is named, and the database is not left running', async () => {
    const first = await startServer(bare);
    const dataDir = newDataDir();
    const second = await runCommand(['serve'], { dataDir, env: { SAMPLE: 'off', PORT: new URL(first.url).port } });
    expect(second.code).not.toBe(0);
    expect(second.err).toContain(new URL(first.url).port);
    expect(databasePid(dataDir)).toBeNull();
    await first.stop();
  });
});

describe.each(databases().slice(1))('two servers on one database: $name', (server) => {
  test('both serve, each opens what the other has answered, and a key counts for both', async () => {
    const databaseUrl = await emptyDatabase(server);
    // One key file for both, as it must be; a process with another one is refused.
    const dataDir = newDataDir();
    const [a, b] = await Promise.all([startServer({ ...bare, databaseUrl, dataDir }), startServer({ ...bare, databaseUrl, dataDir })]);
    const { checkId } = await postCheck(a.url, 'Em chuyển gấp 30 triệu', 'one-key-for-both');
    expect(await getStatus(b.url, `/api/v1/checks/${checkId}`)).toBe(200);
    expect(await postCheck(b.url, 'Em chuyển gấp 30 triệu', 'one-key-for-both')).toMatchObject({ status: 201, checkId });
    const stranger = await runCommand(['serve'], { ...bare, databaseUrl, dataDir: newDataDir() });
    expect(stranger.code).toBe(69);
    expect(stranger.err).toContain('keys.json');
    expect([await a.stop(), await b.stop()]).toEqual([{ code: 0, signal: null }, { code: 0, signal: null }]);
  });
});
test('a database that is not there is named, without its password', async () => {
  const outcome = await runCommand(['serve'], { ...bare, databaseUrl: 'postgres://somebody:secret-word@127.0.0.1:9/none' });
  expect(outcome.code).toBe(69);
  expect(`${outcome.out}${outcome.err}`).not.toContain('secret-word');
});
