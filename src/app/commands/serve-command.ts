import { systemClock } from '#platform/clock/index.ts';
import { loadConfig, type Config } from '#platform/config/index.ts';
import { catchFatal, createLog } from '#platform/log/index.ts';
import { watchStalls } from '#platform/metrics/index.ts';
import { compose, type App } from '../compose.ts';
import { loadI18n } from '../i18n.ts';
import { startService, type Service } from '../server.ts';
import { EXIT, UsageError, type CommandIo } from './io.ts';

/** `serve`, and `worker` (the same process without pages): runs until it is told to stop. */
export async function serveCommand(args: readonly string[], io: CommandIo, services?: Config['services']): Promise<number> {
  if (args.length > 0) throw new UsageError('serve: không nhận tham số; cấu hình qua biến môi trường (docs/configuration.md) / takes no arguments; configured by environment variables');
  const given = loadConfig(process.env);
  const config = services ? { ...given, services } : given;
  const log = createLog(config.logLevel);
  catchFatal(log, () => process.exit(EXIT.ourFault));
  watchStalls(log);
  const stopped = waitForSignal();
  const app = await compose({ config, log, clock: systemClock, mayShare: false });
  let service: Service;
  try {
    service = await startService(app);
  } catch (error) {
    await app.stop();
    throw error;
  }
  await io.out(banner(app, service));
  const signal = await stopped;
  log.info('server.stopping', { signal });
  await service.stop();
  await app.stop();
  log.info('server.stopped');
  return EXIT.done;
}

/** One Ctrl-C may arrive twice: from the terminal and from npm, which passes it on. */
const SAME_SIGNAL_MS = 1000;

/** The first signal asks for a clean stop, a second one, meant as such, does not wait for it. */
function waitForSignal(): Promise<string> {
  return new Promise((resolve) => {
    let first = 0;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (first === 0) first = performance.now();
        else if (performance.now() - first > SAME_SIGNAL_MS) process.exit(EXIT.ourFault);
        resolve(signal);
      });
    }
  });
}

function banner(app: App, { url }: Service): string {
  const i18n = loadI18n();
  const key = !url ? 'cli.serving.worker' : app.installation.isSample ? 'cli.serving.sample' : 'cli.serving';
  return (['vi', 'en'] as const).map((locale) => `${i18n.t(locale, key, { url: url ?? '', province: app.installation.province, officials: app.checks.directorySize })}\n`).join('\n');
}
