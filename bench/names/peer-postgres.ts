import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../../src/platform/db/embedded.ts';
import type { RegisterName } from '../../src/engine/names/index.ts';
import { plain, type Peer } from './peers.ts';

/** pg_trgm on the embedded server: nearest by trigram distance through a GiST index, as its manual shows; one connection, a prepared statement, the time of the loopback included. */
export async function withPostgres(people: readonly RegisterName[], use: (peer: Peer) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(process.cwd(), '.tmp', 'names-postgres-'));
  const server = await startEmbedded(folder, { warn: () => {} });
  const client = new pg.Client({ ...server.connection(), ssl: false });
  try {
    await client.connect();
    const start = performance.now();
    await client.query('create extension pg_trgm; create table person (name text not null, plain text not null)');
    await client.query('insert into person select * from unnest($1::text[], $2::text[])', [people.map((p) => p.fullName), people.map((p) => plain(p.fullName))]);
    await client.query('create index person_plain on person using gist (plain gist_trgm_ops)');
    await client.query('analyze person');
    const ms = performance.now() - start;
    await use({
      name: 'pg_trgm (GiST)', ms,
      match: async (text) => (await client.query<{ name: string; score: number }>({ name: 'nearest', text: 'select name, similarity(plain, $1)::float8 as score from person order by plain <-> $1 limit 10', values: [plain(text).slice(0, 300)] })).rows,
    });
  } finally {
    await client.end().catch(() => {});
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
