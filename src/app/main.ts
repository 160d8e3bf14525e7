import type { App } from './compose.ts';
import { EXIT, refuseArguments, UsageError, type CommandIo } from './commands/io.ts';
import { exitCodeOf, sayError } from './errors.ts';
import { loadI18n } from './i18n.ts';
import { readVersion } from './paths.ts';

/**
 * The command `chinhdanh`: one word → one command. Answers go to standard output, everything said to people to standard error.
 * Each command loads its own rooms: reading a message must not wait for the database driver.
 */
const COMMANDS: Readonly<Record<string, (args: readonly string[], io: CommandIo) => Promise<number>>> = {
  serve: async (args, io) => (await import('./commands/serve-command.ts')).serveCommand(args, io),
  worker: async (args, io) => (await import('./commands/serve-command.ts')).serveCommand(args, io, ['worker']),
  check: async (args, io) => (await import('./commands/check-command.ts')).checkCommand(args, io, openApp),
  read: async (args, io) => (await import('./commands/engine-commands.ts')).readCommand(args, io),
  'match-names': async (args, io) => (await import('./commands/engine-commands.ts')).matchNamesCommand(args, io),
  sweep: async (args, io) => (await import('./commands/sweep-command.ts')).sweepCommand(args, io, openApp),
  org: async (args, io) => (await import('./commands/register-command.ts')).registerCommand('org', args, io, openApp),
  officials: async (args, io) => (await import('./commands/register-command.ts')).registerCommand('officials', args, io, openApp),
  guidance: async (args, io) => (await import('./commands/guidance-commands.ts')).guidanceCommand(args, io, openApp),
  migrate: async (args, io) => { refuseArguments('migrate', args); const app = await openApp(); await app.stop(); io.err('Cơ sở dữ liệu đã đúng phiên bản / the database is up to date\n'); return EXIT.done; },
  doctor: async (args, io) => (await import('./commands/doctor-command.ts')).doctorCommand(args, io),
  version: async (args, io) => { refuseArguments('version', args); await io.out(`${readVersion()}\n`); return EXIT.done; },
};

/** For commands: the database of the running server where there is one, else opened for the moment. Only faults are logged. */
async function openApp(): Promise<App> {
  const [{ loadConfig }, { systemClock }, { createLog }, { compose }] = await Promise.all([
    import('#platform/config/index.ts'), import('#platform/clock/index.ts'), import('#platform/log/index.ts'), import('./compose.ts'),
  ]);
  const config = loadConfig(process.env);
  return compose({ config, log: createLog(config.logLevel === 'info' ? 'warn' : config.logLevel), clock: systemClock, mayShare: true });
}

async function run(argv: readonly string[], io: CommandIo): Promise<number> {
  const [name = 'help', ...args] = argv;
  const i18n = loadI18n();
  if (['help', '--help', '-h'].includes(name)) { await io.out(i18n.t('vi', 'cli.help')); await io.out(i18n.t('en', 'cli.help')); return EXIT.done; }
  const command = COMMANDS[name === '--version' ? 'version' : name];
  try {
    if (!command) throw new UsageError(`Không có lệnh “${name.slice(0, 40)}” / no such command. chinhdanh help`);
    return await command(args, io);
  } catch (error) {
    io.err(sayError(error, i18n));
    return exitCodeOf(error);
  }
}

/** Waits when the reader is slower: a stream of a million answers must not pile up in memory. */
function write(text: string): Promise<void> | void {
  if (process.stdout.write(text)) return;
  return new Promise((done) => { process.stdout.once('drain', done); });
}
// `chinhdanh read … | head`: a reader that has gone is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => { process.exit(error.code === 'EPIPE' ? EXIT.done : EXIT.ourFault); });

const io: CommandIo = { stdin: process.stdin, out: write, err: (text) => { process.stderr.write(text); }, isTerminal: process.stderr.isTTY === true };
const code = await run(process.argv.slice(2), io);
// Set, not called: what is still being written goes out first.
process.exitCode = code;
