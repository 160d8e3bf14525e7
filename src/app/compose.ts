import { existsSync, rmSync } from 'node:fs';
import type { Actor } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Context, Locale } from '#kernel/context.ts';
import { createChecks, type Checks } from '#modules/checks/index.ts';
import { createOfficials, findFacts, listDirectory, type Officials } from '#modules/officials/index.ts';
import { createOrg, type Org } from '#modules/org/index.ts';
import { isLoopback, type Config } from '#platform/config/index.ts';
import { loadKeys, newId, type Keys } from '#platform/crypto/index.ts';
import { createUnitOfWork, migrate, openDatabase, openServer, readConnection, urlOf, verifyKeys, type Database, type UnitOfWork } from '#platform/db/index.ts';
import { createRateLimiter } from '#platform/http/index.ts';
import type { I18n } from '#platform/i18n/index.ts';
import { prepareJobs } from '#platform/jobs/index.ts';
import { DomainError } from '#kernel/domain-error.ts';
import { lockFolder, type Lock } from '#platform/lock/index.ts';
import type { Log } from '#platform/log/index.ts';
import { createMetrics, type Metrics } from '#platform/metrics/index.ts';
import { keepInstallation, readInstallation, type Installation } from './installation.ts';
import { seedSample } from './demo/index.ts';
import { loadI18n } from './i18n.ts';
import { MIGRATIONS } from './paths.ts';

/** The only place that knows all rooms: opens what the process needs and hands each module its neighbours. */
export interface App {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly i18n: I18n;
  readonly metrics: Metrics;
  readonly keys: Keys;
  readonly database: Database;
  /** Null where there is no folder to lock: DATABASE_URL, or the database of a running server. */
  readonly lock: Lock | null;
  readonly installation: Installation;
  readonly unitOfWork: UnitOfWork;
  readonly org: Org;
  readonly officials: Officials;
  readonly checks: Checks;
  /** A context outside HTTP. */
  context(actor: Actor, locale?: Locale): Context;
  stop(): Promise<void>;
}

export interface ComposeOptions {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  /** A command may use the database of a server that is running on the same folder; a server may not. */
  readonly mayShare: boolean;
  readonly i18n?: I18n;
}

/** Throws DomainError data.*, db.*, keys.*, migrate.*; whatever was opened by then is closed again. */
export async function compose(options: ComposeOptions): Promise<App> {
  const { config, log, clock } = options;
  const { lock, database } = await openStorage(options);
  try {
    const isNewKeyFile = !existsSync(config.keyFile);
    const keys = loadKeys(config.keyFile);
    const migrated = await migrate(database.pool, MIGRATIONS);
    await prepareJobs(database.pool);
    await verifyKeys(database.db, keys, config.keyFile).catch((error: unknown) => {
      // Made a moment ago for a database that has its own somewhere else: left behind, it would look like that one.
      if (isNewKeyFile) rmSync(config.keyFile, { force: true });
      throw error;
    });
    if (migrated.applied.length > 0) log.info('database.migrated', { count: migrated.applied.length, total: migrated.total });
    const modules = createModules(options, database, keys);
    const context = (actor: Actor, locale: Locale = 'vi'): Context => ({ actor, requestId: newId(clock.now()), clock, locale });
    const installation = await settle(config, database, modules, context, clock, log);
    await modules.checks.refreshGuidance();
    await modules.checks.refreshDirectory(clock.now());
    return {
      config, clock, log, keys, database, lock, installation, context, ...modules,
      stop: async () => { await database.stop(); await lock?.release(); },
    };
  } catch (error) {
    await database.stop();
    await lock?.release();
    throw error;
  }
}

async function openStorage({ config, log, clock, mayShare }: ComposeOptions): Promise<{ lock: Lock | null; database: Database }> {
  if (config.databaseUrl) return { lock: null, database: await openServer(config.databaseUrl, log) };
  let lock: Lock;
  try {
    lock = await lockFolder(config.dataDir, () => clock.now());
  } catch (error) {
    const running = mayShare && error instanceof DomainError && error.code === 'data.locked' ? readConnection(config.dataDir) : null;
    if (!running) throw error;
    return { lock: null, database: await openServer(urlOf(running), log) };
  }
  try {
    return { lock, database: await openDatabase({ databaseUrl: null, dataDir: config.dataDir }, log) };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

type Modules = Pick<App, 'i18n' | 'metrics' | 'unitOfWork' | 'org' | 'officials' | 'checks'>;

function createModules({ config, i18n = loadI18n() }: ComposeOptions, { db }: Database, keys: Keys): Modules {
  const unitOfWork = createUnitOfWork(db);
  const metrics = createMetrics();
  const org = createOrg({ db, uow: unitOfWork });
  const officials = createOfficials({ db, uow: unitOfWork });
  const checks = createChecks({
    db, unitOfWork, keys, i18n, metrics, population: config.population, identifierLimiter: createRateLimiter(config.checksPerIdentifier, 10_000),
    register: { findFacts: (wanted, now) => findFacts(db, wanted, now), listDirectory: (today) => listDirectory(db, today) },
  });
  return { i18n, metrics, unitOfWork, org, officials, checks };
}

/**
 * Decides once what an empty database becomes. The sample province is loaded before the decision is written, so that a first start that was killed
 * half-way is simply done again (loading is repeatable). Sample data never answers beyond this machine.
 */
async function settle(config: Config, database: Database, modules: Modules, context: App['context'], clock: Clock, log: Log): Promise<Installation> {
  const known = await readInstallation(database.db);
  const isOpen = isReachable(config);
  if (known) {
    if (known.isSample && isOpen) throw new DomainError('data.sample-is-local', { host: config.publicUrl ?? config.host });
    return known;
  }
  const isSample = config.sample === 'on' || (config.sample === 'auto' && !isOpen);
  await modules.checks.seedGuidance(context({ kind: 'system', name: 'start' }));
  if (!isSample) return keepInstallation(database.db, { isSample: false, province: config.province || 'Chính Danh' }, clock.now());
  log.info('sample.loading');
  const province = await seedSample(context({ kind: 'system', name: 'sample' }), modules);
  return keepInstallation(database.db, { isSample: true, province }, clock.now());
}

/** Beyond this machine: by the address listened on, or by a public address (then a proxy on this machine hands requests in). */
function isReachable({ host, publicUrl }: Config): boolean {
  return !isLoopback(host) || (publicUrl !== null && !isLoopback(new URL(publicUrl).hostname));
}
