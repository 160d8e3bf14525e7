import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { DomainError } from '#kernel/domain-error.ts';
import { explainConnection } from './explain.ts';

export interface MigrationResult { readonly applied: readonly string[]; readonly total: number }
interface Migration { readonly name: string; readonly sql: string; readonly checksum: string }

/** Any fixed number: processes that start at once queue on it, and the later ones find the work done. */
const LOCK = 7_205_420_542;

/** Reads `0001_name.sql` … and refuses gaps in form: a stray file would otherwise be run or silently left out. */
export function readMigrations(dir: string): Migration[] {
  const names = readdirSync(dir).filter((n) => n.endsWith('.sql')).sort();
  const numbers = new Set<string>();
  return names.map((name) => {
    if (!/^\d{4}_[a-z0-9_]+\.sql$/.test(name)) throw new DomainError('migrate.bad-name', { name });
    if (numbers.has(name.slice(0, 4))) throw new DomainError('migrate.double-number', { name });
    numbers.add(name.slice(0, 4));
    const sql = readFileSync(join(dir, name), 'utf8');
    if (!sql.startsWith('--')) throw new DomainError('migrate.no-reason', { name });
    return { name, sql, checksum: createHash('sha256').update(sql.replace(/\r\n/g, '\n')).digest('hex') };
  });
}

/** Applies what is missing, each file in its own transaction, forward only. Safe when several processes start at once. */
export async function migrate(pool: pg.Pool, dir: string): Promise<MigrationResult> {
  const migrations = readMigrations(dir);
  const client = await pool.connect().catch((error: unknown) => { throw explainConnection(error); });
  try {
    await client.query('set statement_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query('create table if not exists migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())');
    const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from migration');
    verify(migrations, rows);
    const done = new Set(rows.map((r) => r.name));
    const missing = migrations.filter((m) => !done.has(m.name));
    for (const migration of missing) await apply(client, migration);
    return { applied: missing.map((m) => m.name), total: migrations.length };
  } catch (error) {
    throw error instanceof Error && !(error instanceof DomainError) && 'code' in error ? explainConnection(error) : error;
  } finally {
    // The session ends with the client, and with it the lock and the lifted time limit, also where the unlocking could not be said.
    client.release(true);
  }
}

/** A database that knows more than this code belongs to a newer version; an edited file would leave two installations that differ. */
function verify(migrations: readonly Migration[], applied: readonly { name: string; checksum: string }[]): void {
  for (const row of applied) {
    const file = migrations.find((m) => m.name === row.name);
    if (!file) throw new DomainError('migrate.newer-database', { name: row.name });
    if (file.checksum !== row.checksum) throw new DomainError('migrate.edited', { name: row.name });
  }
}

async function apply(client: pg.PoolClient, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into migration (name, checksum) values ($1, $2)', [name, checksum]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback').catch(() => {});
    throw new DomainError('migrate.failed', { name, detail: cause instanceof Error ? cause.message.slice(0, 300) : '' }, { cause });
  }
}
