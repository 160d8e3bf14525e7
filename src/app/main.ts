import { loadConfig } from '#platform/config/index.ts';
import { systemClock } from '#platform/clock/index.ts';
import { createLog } from '#platform/log/index.ts';
import { checkCommand } from './commands/check-command.ts';
import { doctorCommand } from './commands/doctor-command.ts';
import { matchNamesCommand, readCommand } from './commands/engine-commands.ts';
import { guidanceCommand } from './commands/guidance-commands.ts';
import { EXIT, UsageError, type CommandIo } from './commands/io.ts';
import { registerCommand } from './commands/register-command.ts';
import { serveCommand } from './commands/serve-command.ts';
import { compose, loadI18n, type App } from './compose.ts';
import { exitCodeOf, sayError } from './errors.ts';
import { readVersion } from './paths.ts';

/** The command `chinhdanh`: one word → one command. Answers go to standard output, everything said to people to standard error. */
const COMMANDS: Readonly<Record<string, (args: readonly string[], io: CommandIo) => Promise<number>>> = {
  serve: (args, io) => serveCommand(args, io),
  worker: (args, io) => serveCommand(args, io, ['worker']),
  check: (args, io) => checkCommand(args, io, openApp),
  read: readCommand,
  'match-names': matchNamesCommand,
  org: (args, io) => registerCommand('org', args, io, openApp),
  officials: (args, io) => registerCommand('officials', args, io, openApp),
  guidance: (args, io) => guidanceCommand(args, io, openApp),
  migrate: async (_args, io) => { const app = await openApp(); await app.stop(); io.err('Cơ sở dữ liệu đã đúng phiên bản / the database is up to date\n'); return EXIT.done; },
  doctor: doctorCommand,
  version: async (_args, io) => { await io.out(`${readVersion()}\n`); return EXIT.done; },
};

/** For commands: the database of the running server where there is one, else opened for the moment. Only faults are logged. */
function openApp(): Promise<App> {
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
