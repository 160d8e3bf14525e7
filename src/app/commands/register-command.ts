import type { App } from '../compose.ts';
import { loadI18n } from '../i18n.ts';
import { UsageError, type CommandIo } from './io.ts';
import { officialsImportCommand, officialsTemplateCommand, orgImportCommand, orgTemplateCommand } from './register-commands.ts';

/** `org …` and `officials …`: templates need no database; imports use the running server's, or open it for the moment. Ctrl-C leaves nothing half-imported. */
const VERBS = { org: { import: orgImportCommand, template: orgTemplateCommand }, officials: { import: officialsImportCommand, template: officialsTemplateCommand } } as const;

export async function registerCommand(noun: keyof typeof VERBS, args: readonly string[], io: CommandIo, open: () => Promise<App>): Promise<number> {
  const [verb, ...rest] = args;
  if (verb === 'template') return VERBS[noun].template(rest, io, { i18n: loadI18n() });
  if (verb !== 'import') throw new UsageError(`${noun} import FILE [--dry-run] [--json] [--lang en] | ${noun} template FILE.xlsx|FILE.csv`);
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const app = await open();
  try {
    return await VERBS[noun].import(rest, io, { db: app.database.db, uow: app.unitOfWork, ctx: app.context({ kind: 'operator', name: 'cli' }), i18n: app.i18n, signal: stop.signal });
  } finally {
    await app.stop();
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}
