import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openServer, type Database } from '#platform/db/index.ts';
import type { TestServer } from './global-setup.ts';

/** The servers of this run: `describe.each(databases())('… on $name', (server) => …)`. */
export const databases = (): TestServer[] => inject('servers');

export interface FreshDatabase extends Database { readonly url: string; drop(): Promise<void> }

/** An empty, migrated database of its own, copied from the run's template. */
export async function freshDatabase(server: TestServer): Promise<FreshDatabase> {
  const name = `chinhdanh_${process.pid}_${randomBytes(4).toString('hex')}`;
  await asAdmin(server, `create database ${name} template ${server.template}`);
  const url = new URL(server.adminUrl);
  url.pathname = `/${name}`;
  const database = await openServer(url.href, { warn: () => {} });
  return { ...database, url: url.href, drop: async () => { await database.stop(); await asAdmin(server, `drop database if exists ${name} with (force)`); } };
}

const empty: { server: TestServer; name: string }[] = [];

/** A new database with nothing in it, as an administrator hands one over; its address for DATABASE_URL. Dropped by dropDatabases. */
export async function emptyDatabase(server: TestServer): Promise<string> {
  const name = `chinhdanh_${process.pid}_${randomBytes(4).toString('hex')}`;
  await asAdmin(server, `create database ${name} encoding 'UTF8' template template0`);
  empty.push({ server, name });
  const url = new URL(server.adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** For afterAll, after the programs that use them have ended. */
export async function dropDatabases(): Promise<void> {
  for (const { server, name } of empty.splice(0)) await asAdmin(server, `drop database if exists ${name} with (force)`);
}

async function asAdmin(server: TestServer, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  try {
    // Two files may copy the template at the same moment; PostgreSQL refuses that, so it is tried again.
    for (let i = 0; ; i += 1) {
      try { await client.query(statement); return; } catch (error) { if (i > 50) throw error; await new Promise((done) => { setTimeout(done, 50); }); }
    }
  } finally {
    await client.end();
  }
}
