import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '#kernel/domain-error.ts';
import { ensureCluster, preparePlace, readSecrets, type Place, type Secrets } from './cluster.ts';
import { forgetConnection, launchServer, stopChild, stopOrphan, type Connection, type Running } from './postmaster.ts';

export { type Connection } from './postmaster.ts';

/** The supervised embedded server. `connection` changes only when it had to move to another port. */
export interface EmbeddedServer {
  connection(): Connection;
  stop(): Promise<void>;
}
interface Note { readonly warn: (event: string, fields?: Record<string, string | number>) => void }

/** Written 0600 beside the cluster, so that the command line can reach the running server's database. */
export function readConnection(dataDir: string): Connection | null {
  try {
    return JSON.parse(readFileSync(join(dataDir, 'postgres', 'connection.json'), 'utf8')) as Connection; // written by launchServer
  } catch {
    return null;
  }
}

/** The caller holds the data folder's lock (platform/lock): a server that is found running here is an orphan. */
export async function startEmbedded(dataDir: string, note: Note): Promise<EmbeddedServer> {
  const place = preparePlace(dataDir);
  const secrets = readSecrets(place);
  await ensureCluster(place, secrets);
  await stopOrphan(place);
  return supervise(place, secrets, note);
}

/** Pauses between attempts to bring a dead server back. */
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;

/** A crashed server is started again, slower each time, for as long as we live: the pool reconnects by itself. */
async function supervise(place: Place, secrets: Secrets, note: Note): Promise<EmbeddedServer> {
  const stopping = new AbortController();
  let running: Running = await launchServer(place, secrets, stopping.signal);
  let restarting: Promise<void> = Promise.resolve();

  function watch({ child }: Running): void {
    const onExit = (): void => { if (!stopping.signal.aborted) restarting = restart(); };
    if (child.exitCode !== null || child.signalCode !== null) onExit();
    else child.once('exit', onExit);
  }
  async function restart(): Promise<void> {
    for (let attempt = 1; !stopping.signal.aborted; attempt += 1) {
      note.warn('db.server-died', { attempt });
      await sleep(Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS), undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      try {
        running = await launchServer(place, secrets, stopping.signal);
        watch(running);
        return;
      } catch (error) {
        note.warn('db.restart-failed', { attempt, code: error instanceof DomainError ? error.code : 'unknown' });
      }
    }
  }
  watch(running);
  return {
    connection: () => running.connection,
    stop: async () => {
      stopping.abort();
      await restarting;
      await stopChild(running.child);
      forgetConnection(place);
    },
  };
}
