import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { readConnection, urlOf } from '#platform/db/index.ts';
import { csvOf, officialTable, unitTable } from '../register/people.ts';
import { runCommand, startServer } from './server.ts';

/** A data folder with a province of the size that the figures ask for: 200 units, 5,000 officials, 1,000,000 known identifiers. */
export const OFFICIALS = 5000;
export const IDENTIFIERS = 1_000_000;
/** Real use, not the sample province: empty, and without the ten things to try. */
export const EMPTY = { SAMPLE: 'off', PROVINCE: 'Tỉnh Thử' };

/** The n-th known account, phone and page (n from 1). The SQL below writes the same. */
export const knownAccount = (n: number): { number: string; bank: string } => ({ number: String(1_000_000_000 + n * 7), bank: ['VCB', 'ICB', 'MB', 'VBA'][n % 4] ?? 'VCB' });
export const knownPhone = (n: number): string => `08${String(10_000_000 + n * 3)}`;

/** 600,000 accounts, 300,000 phones, 100,000 pages; one in fifty published red, the others reported. */
const KNOWN = `
insert into known_identifier (type, value, report_count, last_reported_at, published_at, proposed_by, approved_by, reason)
select type, value, 1 + n % 5, timestamptz '2026-01-01', case when n % 50 = 0 then timestamptz '2026-01-02' end,
  case when n % 50 = 0 then 'bench-1' end, case when n % 50 = 0 then 'bench-2' end, case when n % 50 = 0 then 'bench' end
from (
  select 'bank_account' as type, (array['VCB', 'ICB', 'MB', 'VBA'])[n % 4 + 1] || ':' || (1000000000 + n::bigint * 7) as value, n from generate_series(1, $1::int * 6 / 10) n
  union all select 'phone', '848' || (10000000 + n * 3), n from generate_series(1, $1::int * 3 / 10) n
  union all select 'profile', 'facebook:' || (61550000000000 + n::bigint * 11), n from generate_series(1, $1::int / 10) n
) as made`;

export async function makeProvince(dataDir: string): Promise<{ postgres: string; seconds: number }> {
  const began = performance.now();
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const server = await startServer(dataDir, EMPTY);
  try {
    await importTables(dataDir);
    const postgres = await withDatabase(dataDir, async (client) => {
      await client.query(KNOWN, [IDENTIFIERS]);
      // What autovacuum would do within a minute of such a load.
      await client.query('vacuum analyze known_identifier');
      return (await client.query<{ v: string }>("select current_setting('server_version') as v")).rows[0]?.v ?? '?';
    });
    return { postgres, seconds: (performance.now() - began) / 1000 };
  } finally {
    await server.stop();
  }
}

async function importTables(dataDir: string): Promise<void> {
  const files = [['org', 'units.csv', csvOf(unitTable())], ['officials', 'officials.csv', csvOf(officialTable(OFFICIALS))]] as const;
  for (const [command, name, text] of files) {
    const file = join(dataDir, name);
    writeFileSync(file, text);
    const { code, stderr } = await runCommand([command, 'import', file], { CHINHDANH_DATA: dataDir });
    if (code !== 0) throw new Error(`${command} import ended with ${code}: ${stderr.slice(-1000)}`);
  }
}

/** The embedded server's own address, as `connection.json` beside the cluster gives it while it runs. */
export async function withDatabase<T>(dataDir: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const connection = readConnection(dataDir);
  if (!connection) throw new Error(`no server runs on ${dataDir}`);
  const client = new pg.Client({ connectionString: urlOf(connection) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
