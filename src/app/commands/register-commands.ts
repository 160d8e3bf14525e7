import { parseArgs } from 'node:util';
import type { Kysely } from 'kysely';
import type { Context, Locale } from '#kernel/context.ts';
import { DomainError } from '#kernel/domain-error.ts';
import { createOfficials, OFFICIAL_TEMPLATE } from '#modules/officials/index.ts';
import { createOrg, UNIT_TEMPLATE } from '#modules/org/index.ts';
import type { UnitOfWork } from '#platform/db/index.ts';
import type { I18n } from '#platform/i18n/index.ts';
import { writeTemplate, type ImportCounts, type ImportFault, type ImportOptions, type ImportOutcome, type ImportProgress, type Template } from '#platform/sheets/index.ts';
import { EXIT, localeOf, UsageError, type CommandIo } from './io.ts';

/** Commands of the register: import of units and of officials from a table, and the tables to fill in. */
export interface RegisterCommandDeps {
  readonly db: Kysely<unknown>;
  readonly uow: UnitOfWork;
  readonly ctx: Context;
  readonly i18n: I18n;
  /** Ctrl-C: the import stops and leaves nothing. */
  readonly signal?: AbortSignal;
}

/** `org import FILE [--dry-run] [--json] [--lang vi|en]`: 0 imported, 65 refused with every fault by line and column. */
export function orgImportCommand(args: readonly string[], io: CommandIo, deps: RegisterCommandDeps): Promise<number> {
  return runImport('org import FILE [--dry-run] [--json] [--lang en]', args, io, deps, (path, options) => createOrg(deps).importUnitsFile(deps.ctx, { path }, options));
}

/** `officials import FILE [--dry-run] [--json]`. */
export function officialsImportCommand(args: readonly string[], io: CommandIo, deps: RegisterCommandDeps): Promise<number> {
  return runImport('officials import FILE [--dry-run] [--json] [--lang en]', args, io, deps, (path, options) => createOfficials(deps).importOfficialsFile(deps.ctx, { path }, options));
}

/** `org template FILE.xlsx|FILE.csv`: needs no database. An existing file is not overwritten. */
export function orgTemplateCommand(args: readonly string[], io: CommandIo, deps: Pick<RegisterCommandDeps, 'i18n'>): Promise<number> {
  return template('org template FILE.xlsx', args, io, deps.i18n, UNIT_TEMPLATE);
}

/** `officials template FILE.xlsx|FILE.csv`: needs no database. */
export function officialsTemplateCommand(args: readonly string[], io: CommandIo, deps: Pick<RegisterCommandDeps, 'i18n'>): Promise<number> {
  return template('officials template FILE.xlsx', args, io, deps.i18n, OFFICIAL_TEMPLATE);
}

async function template(usage: string, args: readonly string[], io: CommandIo, i18n: I18n, of: Template): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: { lang: { type: 'string' } }, allowPositionals: true, strict: true });
  const locale = localeOf(values.lang);
  const [path, ...rest] = positionals;
  if (!path || rest.length > 0) throw new UsageError(usage);
  return withFaultsOfFile(io, i18n, locale, async () => {
    await writeTemplate(path, of);
    await io.out(`${i18n.t(locale, 'import.template-written', { path })}\n`);
    return EXIT.done;
  });
}

async function runImport<What extends string>(usage: string, args: readonly string[], io: CommandIo, deps: RegisterCommandDeps, run: (path: string, options: ImportOptions) => Promise<ImportOutcome<What>>): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' }, lang: { type: 'string' } }, allowPositionals: true, strict: true });
  const [path, ...rest] = positionals;
  if (!path || rest.length > 0) throw new UsageError(usage);
  const { i18n } = deps;
  const locale = localeOf(values.lang);
  const bar = io.isTerminal ? progressBar(io, i18n, locale) : null;
  const options = { isDryRun: values['dry-run'] ?? false, ...(bar ? { onProgress: bar.show } : {}), ...(deps.signal ? { signal: deps.signal } : {}) };
  return withFaultsOfFile(io, i18n, locale, async () => {
    const outcome = await run(path, options).finally(() => bar?.clear());
    if (values.json) await io.out(`${JSON.stringify(jsonOf(outcome, i18n))}\n`);
    else await print(outcome, io, i18n, locale);
    return outcome.kind === 'refused' ? EXIT.badInput : EXIT.done;
  });
}

/** A file that is no table is bad input, not our fault. */
async function withFaultsOfFile(io: CommandIo, i18n: I18n, locale: Locale, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof DomainError) || !/^(?:sheet|import)\./.test(error.code)) throw error;
    io.err(`${i18n.t(locale, `error.${error.code}`, error.params)}\n`);
    return EXIT.badInput;
  }
}

const say = (i18n: I18n, locale: Locale, fault: ImportFault): string => i18n.t(locale, `error.${fault.code}`, fault.params);

function jsonOf<What extends string>(outcome: ImportOutcome<What>, i18n: I18n): object {
  const inBoth = (fault: ImportFault): object => ({ ...fault, text: { vi: say(i18n, 'vi', fault), en: say(i18n, 'en', fault) } });
  return { ...outcome, notices: outcome.notices.map(inBoth), ...(outcome.kind === 'refused' ? { faults: outcome.faults.map(inBoth) } : {}) };
}

async function print<What extends string>(outcome: ImportOutcome<What>, io: CommandIo, i18n: I18n, locale: Locale): Promise<void> {
  const place = (f: ImportFault): string => i18n.t(locale, f.column === null ? 'import.at-line' : 'import.at-cell', { line: f.line, column: f.column ?? '' });
  for (const notice of outcome.notices.slice(0, SHOWN_NOTICES)) io.err(`${i18n.t(locale, 'import.notice')} ${place(notice)}: ${say(i18n, locale, notice)}\n`);
  if (outcome.notices.length > SHOWN_NOTICES) io.err(`${i18n.t(locale, 'import.more-notices', { count: outcome.notices.length - SHOWN_NOTICES })}\n`);
  if (outcome.kind === 'refused') {
    for (const fault of outcome.faults) io.err(`${place(fault)}: ${say(i18n, locale, fault)}\n`);
    if (outcome.faultCount > outcome.faults.length) io.err(`${i18n.t(locale, 'import.more-faults', { count: outcome.faultCount - outcome.faults.length })}\n`);
    await io.out(`${i18n.t(locale, 'import.refused', { rows: outcome.rows, count: outcome.faultCount })}\n`);
    return;
  }
  await io.out(`${i18n.t(locale, `import.${outcome.kind}`, { rows: outcome.rows })}\n`);
  for (const [what, counts] of Object.entries<ImportCounts>(outcome.counts)) await io.out(`  ${i18n.t(locale, `import.what.${what}`)}: ${i18n.t(locale, 'import.counts', { ...counts })}\n`);
}

/** Notices come by the hundred when an old file is read again; the first ones say it. */
const SHOWN_NOTICES = 50;
const WIDTH = 30;

function progressBar(io: CommandIo, i18n: I18n, locale: Locale): { show(progress: ImportProgress): void; clear(): void } {
  let shown = 0;
  const draw = (text: string): void => { io.err(`\r${text.padEnd(shown)}`); shown = text.length; };
  return {
    show: ({ phase, done, total }) => {
      const filled = total ? Math.round((done / total) * WIDTH) : 0;
      const bar = total ? `[${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}] ${Math.round((done / total) * 100)} %` : '';
      draw(`${i18n.t(locale, `import.phase.${phase}`)} ${bar} ${done}${total ? `/${total}` : ''}`);
    },
    clear: () => { if (shown > 0) { draw(''); io.err('\r'); } },
  };
}
