import { existsSync, statSync, statfsSync } from 'node:fs';
import { loadConfig } from '#platform/config/index.ts';
import { loadKeys } from '#platform/crypto/index.ts';
import { openServer, readConnection, urlOf } from '#platform/db/index.ts';
import { askHolder } from '#platform/lock/index.ts';
import { loadI18n } from '../i18n.ts';
import { exitCodeOf, sayError } from '../errors.ts';
import { EXIT, refuseArguments, type CommandIo } from './io.ts';

/** `doctor`: what is wrong and how to mend it. Changes nothing and starts nothing. */
export async function doctorCommand(args: readonly string[], io: CommandIo): Promise<number> {
  refuseArguments('doctor', args);
  const i18n = loadI18n();
  let worst: number = EXIT.done;
  const examine = async (name: string, look: () => Promise<string> | string): Promise<void> => {
    try {
      await io.out(`✓ ${name}: ${await look()}\n`);
    } catch (error) {
      worst = exitCodeOf(error);
      await io.out(`✗ ${name}:\n${sayError(error, i18n).replace(/^/gm, '    ').trimEnd()}\n`);
    }
  };
  await examine('Node.js', () => process.versions.node);
  await examine('Cấu hình / configuration', () => { loadConfig(process.env); return 'ok'; });
  if (worst !== EXIT.done) return worst;
  const config = loadConfig(process.env);
  await examine('Thư mục dữ liệu / data folder', () => {
    if (!existsSync(config.dataDir)) return `${config.dataDir}: sẽ được tạo khi chạy lần đầu / will be made at the first start`;
    const { bavail, bsize } = statfsSync(config.dataDir);
    return `${config.dataDir}, ${Math.floor((bavail * bsize) / 2 ** 20)} MiB trống / free, uid ${statSync(config.dataDir).uid}`;
  });
  await examine('Tệp khóa / key file', () => { if (!existsSync(config.keyFile)) return `${config.keyFile}: sẽ được tạo / will be made`; loadKeys(config.keyFile); return config.keyFile; });
  const holder = existsSync(config.dataDir) ? await askHolder(config.dataDir) : null;
  await examine('Máy chủ / server', () => (holder ? `pid ${holder.pid}${holder.url ? `, ${holder.url}` : ''}` : 'không chạy trên thư mục này / not running on this folder'));
  const running = config.databaseUrl ?? connectionOf(config.dataDir, holder !== null);
  await examine('Cơ sở dữ liệu / database', async () => {
    if (!running) return 'nhúng, chưa chạy / embedded, not running';
    const database = await openServer(running, { warn: () => {} });
    const { rows } = await database.pool.query<{ v: string }>("select current_setting('server_version') as v").finally(() => database.stop());
    return `PostgreSQL ${rows[0]?.v ?? '?'}`;
  });
  return worst;
}

function connectionOf(dataDir: string, isRunning: boolean): string | null {
  const connection = isRunning ? readConnection(dataDir) : null;
  return connection ? urlOf(connection) : null;
}
