import pg from 'pg';

export interface Listener {
  /** `handler` is called for each notice, and with null whenever notices may have been missed (first connection, after a break). */
  on(channel: string, handler: (payload: string | null) => void): void;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** A connection of its own that listens and comes back by itself. Channels are registered before `start`. */
export function createListener(connectionString: () => string): Listener {
  const handlers = new Map<string, ((payload: string | null) => void)[]>();
  let client: pg.Client | null = null;
  let isStopped = false;
  let retry: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: connectionString(), application_name: 'chinhdanh-listen', keepAlive: true });
    next.on('error', () => {});
    next.on('end', () => { if (client === next) { client = null; later(); } });
    next.on('notification', ({ channel, payload }) => { for (const handler of handlers.get(channel) ?? []) handler(payload ?? ''); });
    await next.connect();
    for (const channel of handlers.keys()) await next.query(`listen ${next.escapeIdentifier(channel)}`);
    client = next;
    for (const list of handlers.values()) for (const handler of list) handler(null);
  }
  function later(): void {
    if (isStopped) return;
    retry = setTimeout(() => { connect().catch(later); }, 500);
    retry.unref();
  }
  return {
    on: (channel, handler) => { handlers.set(channel, [...(handlers.get(channel) ?? []), handler]); },
    start: connect,
    stop: async () => { isStopped = true; clearTimeout(retry); const open = client; client = null; await open?.end().catch(() => {}); },
  };
}
