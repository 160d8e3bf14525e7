import { Kysely, PostgresDialect } from 'kysely';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DomainError } from '#kernel/domain-error.ts';
import { startEmbedded, type Connection } from './embedded.ts';
import { explainConnection } from './explain.ts';

export { migrate, type MigrationResult } from './migrate.ts';
export { createUnitOfWork, type Tx, type UnitOfWork, type Work } from './unit-of-work.ts';
export { createGatherer, type GatherLimits } from './gather.ts';
export { createListener, type Listener } from './listen.ts';
export { readConnection, type Connection } from './embedded.ts';
export { isUnavailable } from './explain.ts';
export { verifyKeys } from './key-check.ts';

/** A handle for reads; writes go through `unitOfWork`. Stores add their own tables by `withTables`. */
export type Db = Kysely<unknown>;

export interface Database {
  readonly pool: pg.Pool;
  readonly db: Db;
  readonly kind: 'embedded' | 'server';
  /** Connection settings for libraries that open their own (jobs, listener). */
  connectionString(): string;
  stop(): Promise<void>;
}
interface Note { readonly warn: (event: string, fields?: Record<string, string | number>) => void }

/** timestamptz as Date, bigint as text (kept), date as the plain `YYYY-MM-DD`: a day has no time zone and must not get one. */
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);

const POOL_SIZE = 12;
const POOL_GRACE_MS = 5000;
/** A statement that runs longer is a fault of ours or an attack; it must not hold a connection for ever. */
const STATEMENT_TIMEOUT_MS = 60_000;

export async function openDatabase(options: { databaseUrl: string | null; dataDir: string }, note: Note): Promise<Database> {
  if (options.databaseUrl) return openServer(options.databaseUrl, note);
  const server = await startEmbedded(options.dataDir, note);
  const database = connectTo(() => server.connection(), 'embedded', note);
  return {
    ...database,
    stop: async () => {
      // A statement that hangs may hold its connection for a minute; the server's own stop ends it.
      await Promise.race([database.stop(), sleep(POOL_GRACE_MS, undefined, { ref: false })]);
      await server.stop();
    },
  };
}

/** Connects to a database that somebody else runs: DATABASE_URL, or the embedded server of a running process. */
export async function openServer(url: string, note: Note): Promise<Database> {
  const database = connectTo(() => url, 'server', note);
  try {
    const { rows } = await database.pool.query<{ version: string }>("select current_setting('server_version_num') as version");
    const version = Number(rows[0]?.version ?? 0);
    if (version < 150_000) throw new DomainError('db.too-old', { have: Math.floor(version / 10_000), made: 15 });
    return database;
  } catch (error) {
    await database.stop();
    throw error instanceof DomainError ? error : explainConnection(error);
  }
}

export function urlOf(c: Connection): string {
  return `postgres://${encodeURIComponent(c.user)}:${encodeURIComponent(c.password)}@${c.host}:${c.port}/${c.database}?sslmode=disable`;
}

function connectTo(where: () => Connection | string, kind: Database['kind'], note: Note): Database {
  const settings = (): pg.PoolConfig => {
    const at = where();
    const common = { max: POOL_SIZE, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000, statement_timeout: STATEMENT_TIMEOUT_MS, application_name: 'chinhdanh' };
    return typeof at === 'string' ? { ...common, connectionString: at } : { ...common, ...at, ssl: false }; // PGSSLMODE is meant for other servers
  };
  const pool = new pg.Pool(settings());
  // An idle connection that breaks (server restarted) must not end the process; the next query gets a new one.
  pool.on('error', () => note.warn('db.connection-lost'));
  // The same for one that is in somebody's hands, between two statements of a transaction: without a listener Node ends the process. The next statement fails and says so.
  pool.on('connect', (client) => { client.on('error', () => {}); });
  // After a crash the embedded server may come back on another port: new connections ask where it is now.
  if (typeof where() !== 'string') Object.defineProperty(pool.options, 'port', { configurable: true, enumerable: true, get: () => { const at = where(); return typeof at === 'string' ? undefined : at.port; } });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  let stopped: Promise<void> | null = null;
  return {
    pool, db, kind,
    connectionString: () => { const at = where(); return typeof at === 'string' ? at : urlOf(at); },
    stop: () => { stopped ??= db.destroy(); return stopped; },
  };
}
