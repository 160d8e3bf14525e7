import { createReadStream, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createNameIndex, learnPopulation, sayable, type NameCandidate, type NameIndex, type RegisterName, type Surface } from '#engine/names/index.ts';
import { systemClock } from '#platform/clock/index.ts';
import type { I18n } from '#platform/i18n/index.ts';
import { vietnamDay } from '#kernel/dates.ts';
import type { Locale } from '#kernel/context.ts';
import type { App } from '../compose.ts';
import { loadI18n } from '../i18n.ts';
import { readAccounts, type AccountLine } from './account-lines.ts';
import { EXIT, UsageError, type CommandIo } from './io.ts';
import { readRegister } from './read-register.ts';

/**
 * `sweep [ACCOUNTS.csv|ACCOUNTS.jsonl] [--register FILE.tsv] [--surface facebook] [--min 0.5] [--resume-after LINE] [--lang vi|en]`: a list of account names and links against the register,
 * from the file or standard input. Writes one JSON line for each account that may be called after an official, with reasons. A list of suspects, no verdict: a name alone convicts nobody.
 */
const USAGE = 'sweep [TỆP.csv|.jsonl] [--register FILE.tsv] [--surface facebook|zalo|bank|chat|letter] [--min 0.5] [--resume-after DÒNG] [--lang vi|en]';
const OPTIONS = { register: { type: 'string' }, surface: { type: 'string', default: 'facebook' }, min: { type: 'string', default: '0.5' }, 'resume-after': { type: 'string', default: '0' }, lang: { type: 'string' } } as const;
const SURFACES: readonly Surface[] = ['facebook', 'zalo', 'bank', 'chat', 'letter'];
/** Most accounts named at once; a given name alone fits hundreds. */
const SHOWN = 5;
const PROGRESS = { terminal: 1000, log: 50_000 } as const;
/** As a shell says that Ctrl-C ended it. */
const INTERRUPTED = 130;

interface Sweep { readonly index: NameIndex; readonly surface: Surface; readonly least: number; readonly after: number; readonly locale: Locale; readonly i18n: I18n; readonly total: number | null }

export async function sweepCommand(args: readonly string[], io: CommandIo, open: () => Promise<App>): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  const surface = SURFACES.find((s) => s === values.surface);
  const [least, after] = [Number(values.min), Number(values['resume-after'])];
  if (!surface || positionals.length > 1 || !(least >= 0 && least <= 1) || !Number.isSafeInteger(after) || after < 0) throw new UsageError(USAGE);
  const [path] = positionals;
  const total = path === undefined ? null : (statSync(path, { throwIfNoEntry: false })?.size ?? null);
  if (path !== undefined && total === null) throw new UsageError(`sweep: không có tệp ${path} / no such file`);
  const { entries, faults } = values.register ? await readRegister(values.register, io) : { entries: await registered(open), faults: 0 };
  const sweep: Sweep = { index: createNameIndex(entries), surface, least, after, locale: values.lang === 'en' ? 'en' : 'vi', i18n: loadI18n(), total };
  const status = await run(sweep, path === undefined ? io.stdin : createReadStream(path), io);
  return status === EXIT.done && faults > 0 ? EXIT.badInput : status;
}

/** The officials of the database with their posts; how many bear a name is learned from them. */
async function registered(open: () => Promise<App>): Promise<RegisterName[]> {
  const { listDirectory } = await import('#modules/officials/index.ts');
  const app = await open();
  try {
    const list = await listDirectory(app.database.db, vietnamDay(systemClock.now()));
    const population = learnPopulation(list.map((o) => o.fullName), app.config.population);
    return list.map(({ ref, fullName, position, unit }) => ({ ref, fullName, position, unit, expectedBearers: population.bearersOf(fullName) }));
  } finally {
    await app.stop();
  }
}

async function run(sweep: Sweep, input: AsyncIterable<Buffer | string>, io: CommandIo): Promise<number> {
  let [bytes, last, done, found, faults, isStopped] = [0, 0, 0, 0, 0, false];
  const onSignal = (): void => { isStopped = true; };
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const progress = (): string => sweep.i18n.t(sweep.locale, 'sweep.progress', { line: last, found, percent: sweep.total ? `${Math.min(100, Math.floor((bytes / sweep.total) * 100))} %` : '' });
  async function* counted(): AsyncGenerator<Buffer | string> { for await (const chunk of input) { bytes += chunk.length; yield chunk; } }
  try {
    for await (const account of readAccounts(counted())) {
      if (isStopped) break;
      last = account.number;
      if (account.number <= sweep.after) continue;
      done += 1;
      if (account.fault !== null) { faults += 1; io.err(`${sweep.i18n.t(sweep.locale, 'sweep.fault', { line: account.number, fault: account.fault })}\n`); } else {
        const candidates = suspects(sweep, account);
        if (candidates.length > 0) { found += 1; await io.out(`${JSON.stringify(answer(sweep, account, candidates))}\n`); }
      }
      if (done % (io.isTerminal ? PROGRESS.terminal : PROGRESS.log) === 0) { io.err(io.isTerminal ? `\r${progress()}` : `${progress()}\n`); await breathe(); }
    }
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
  io.err(`${io.isTerminal ? '\r' : ''}${sweep.i18n.t(sweep.locale, isStopped ? 'sweep.stopped' : 'sweep.done', { line: last, found, faults })}\n`);
  return isStopped ? INTERRUPTED : faults > 0 ? EXIT.badInput : EXIT.done;
}

/** Lets a pressed Ctrl-C arrive: matching never waits for anything. */
const breathe = (): Promise<void> => new Promise((next) => { setImmediate(next); });

/** By likeness: the score of a common name is small because many bear it, yet an account called after the official is what is looked for. */
function suspects({ index, surface, least }: Sweep, { name }: AccountLine): NameCandidate[] {
  return index.match(name, { surface, limit: SHOWN }).filter((c) => (c.details?.likeness ?? c.score) >= least);
}

function answer({ i18n, locale }: Sweep, { number, name, link }: AccountLine, candidates: readonly NameCandidate[]): object {
  const told = candidates.map(({ details, ...c }) => ({ ...c, likeness: details?.likeness ?? c.score, texts: sayable({ ...c, ...(details ? { details } : {}) }).map((r) => i18n.t(locale, `name-reason.${r.code}`, r.params)) }));
  return { line: number, name, ...(link === null ? {} : { link }), candidates: told };
}
