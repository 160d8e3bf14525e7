import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import type { CheckBody, CheckView } from '#modules/checks/check.contract.ts';
import { databases, freshDatabase } from '../helpers/database.ts';
import { newDataDir, runCommand, startServer, stopAll } from '../helpers/server.ts';

afterAll(stopAll);

/** What one process learns, all answer with within five seconds (design/quality): imports, guidance, a hijack, a publication. */
const WITHIN_MS = 5000;

const UNITS = 'Mã đơn vị;Tên đơn vị;Loại;Mã cấp trên;Từ ngày\nSXD;Sở Xây dựng;department;;01/07/2025\nSTC;Sở Tài chính;department;;01/07/2025\n';
const OFFICIALS = 'Mã cán bộ;Họ và tên;Giới tính;Chức vụ;Mã đơn vị;Từ ngày;Zalo\nCB1;Lê Trọng Khuê;nam;Giám đốc;SXD;01/07/2025;0900 000 101\nCB2;Phùng Thị Nhã;nữ;Phó Giám đốc;STC;01/07/2025;0900 000 102\n';

describe.each(databases().slice(1))('two processes on $name', (server) => {
  test('both follow an import, a hijack, a publication and an edit of the guidance', async () => {
    const database = await freshDatabase(server);
    const options = { databaseUrl: database.url, dataDir: newDataDir(), env: { SAMPLE: 'off' } };
    const processes = [await startServer(options), await startServer(options)];
    const ask = async (url: string, body: CheckBody): Promise<CheckView> => (await (await fetch(`${url}/api/v1/checks`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).json()) as CheckView;
    const bothSay = async (body: CheckBody, holds: (view: CheckView) => boolean): Promise<boolean> => {
      const until = Date.now() + WITHIN_MS;
      for (;;) {
        const views = await Promise.all(processes.map((p) => ask(p.url, body)));
        if (views.every(holds)) return true;
        if (Date.now() > until) return false;
        await sleep(100);
      }
    };
    const file = (name: string, text: string): string => { const path = join(options.dataDir, name); writeFileSync(path, text); return path; };
    const run = async (...args: string[]): Promise<void> => { const { code, err } = await runCommand(args, options); expect(code, err).toBe(0); };
    const channel: CheckBody = { text: 'Chiều họp nhé', channel: { platform: 'zalo', value: '0900000101' } };

    expect((await ask(processes[0]?.url ?? '', channel)).outcome).toBe('unverified');
    await run('org', 'import', file('units.csv', UNITS));
    await run('officials', 'import', file('officials.csv', OFFICIALS));
    expect(await bothSay(channel, (v) => v.outcome === 'genuine-channel' && v.official?.name === 'Lê Trọng Khuê')).toBe(true);

    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query("update genuine_channel set state = 'hijacked', hijacked_at = now() where value = 'zalo:84900000101'");
    expect(await bothSay(channel, (v) => v.outcome === 'stop-evidence')).toBe(true);
    await client.query("insert into known_identifier (type, value, report_count, last_reported_at, published_at, proposed_by, approved_by, reason) values ('bank_account', 'MB:0900000777', 2, now(), now(), 'a', 'b', 'x')");
    expect(await bothSay({ account: { number: '0900000777', bank: 'mb' } }, (v) => v.outcome === 'stop-evidence')).toBe(true);
    await client.end();

    await run('guidance', 'import', file('guidance.csv', 'key,locale,text,source,checked_on\nsteps.unverified,vi,Gọi bà Nhã trước.,Sở Tài chính,2026-11-20\n'));
    expect(await bothSay({ phone: '0900000999' }, (v) => v.steps[0]?.text === 'Gọi bà Nhã trước.')).toBe(true);
    for (const p of processes) await p.stop();
    await database.drop();
  });
});
