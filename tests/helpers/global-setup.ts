import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '#platform/db/embedded.ts';
import { migrate } from '#platform/db/index.ts';
import { prepareJobs } from '#platform/jobs/index.ts';

export interface TestServer { readonly name: string; readonly adminUrl: string; readonly template: string }
declare module 'vitest' {
  export interface ProvidedContext { servers: TestServer[] }
}

/**
 * One embedded server for the run; the one that DATABASE_URL names, if it is set (its role must be allowed to create databases); and the machine's own PostgreSQL on
 * 127.0.0.1:5432 where it answers without a password. Each gets a migrated template.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), 'chinhdanh-test-'));
  const embedded = await startEmbedded(dir, { warn: () => {} });
  const secrets = JSON.parse(readFileSync(join(dir, 'postgres', 'secrets.json'), 'utf8')) as { superuser: string };
  const at = embedded.connection();
  const servers: TestServer[] = [await prepare('embedded PostgreSQL', `postgres://postgres:${secrets.superuser}@${at.host}:${at.port}/postgres`)];
  const given = process.env['DATABASE_URL'] ?? '';
  if (given !== '') servers.push(await prepare('PostgreSQL at DATABASE_URL', given));
  const own = 'postgres://postgres@127.0.0.1:5432/postgres';
  if (!/@(?:127\.0\.0\.1|localhost):5432\//.test(given) && (await answers(own))) servers.push(await prepare('PostgreSQL on 127.0.0.1:5432', own));
  project.provide('servers', servers);
  return async () => {
    for (const server of servers.slice(1)) await dropTemplate(server);
    await embedded.stop();
    rmSync(dir, { recursive: true, force: true });
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ v: string }>("select current_setting('server_version_num') as v");
    return Number(rows[0]?.v) >= 150_000;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function prepare(name: string, adminUrl: string): Promise<TestServer> {
  const template = `chinhdanh_template_${process.pid}_${randomBytes(4).toString('hex')}`; // several projects of one run prepare their own
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create database ${template} encoding 'UTF8' template template0`).catch((cause: unknown) => { throw new Error(`${name}: the tests need a role that may create databases`, { cause }); });
  await admin.end();
  const url = new URL(adminUrl);
  url.pathname = `/${template}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 2 });
  await migrate(pool, join(import.meta.dirname, '../../migrations'));
  await prepareJobs(pool);
  await pool.end();
  return { name, adminUrl, template };
}

async function dropTemplate({ adminUrl, template }: TestServer): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`drop database if exists ${template} with (force)`);
  await admin.end();
}
