import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { GuidanceRow } from '#modules/checks/index.ts';
import type { App } from '../compose.ts';
import { EXIT, InputError, UsageError, type CommandIo } from './io.ts';

/** `guidance export FILE.csv` / `guidance import FILE.csv`: the texts "what to do now", contacts and their sources, edited in a spreadsheet. */
const COLUMNS = ['key', 'locale', 'text', 'source', 'checked_on'] as const;

export async function guidanceCommand(args: readonly string[], io: CommandIo, open: () => Promise<App>): Promise<number> {
  const [verb, file, ...rest] = args;
  if (!file || rest.length > 0 || (verb !== 'export' && verb !== 'import')) throw new UsageError('guidance export FILE.csv | guidance import FILE.csv');
  const rows = verb === 'import' ? readRows(file) : [];
  const app = await open();
  try {
    if (verb === 'export') {
      const kept = await app.checks.listGuidance();
      write(file, `\ufeff${[COLUMNS.join(','), ...kept.map((row) => COLUMNS.map((c) => quoted(row[c] ?? '')).join(','))].join('\r\n')}\r\n`);
      io.err(`${kept.length} → ${file}\n`);
    } else {
      const count = await app.checks.editGuidance(app.context({ kind: 'operator', name: 'cli' }), rows);
      io.err(`${count} mục đã đổi / texts changed\n`);
    }
    return EXIT.done;
  } finally {
    await app.stop();
  }
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (cause) {
    throw new InputError(`${file}: không ghi được / cannot be written`, { cause });
  }
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function readRows(file: string): GuidanceRow[] {
  let parsed: Record<string, string>[];
  try {
    parsed = parse(readFileSync(file), { columns: true, bom: true, skip_empty_lines: true, max_record_size: 20_000 });
  } catch (cause) {
    throw new InputError(`${file}: không đọc được như CSV / cannot be read as CSV`, { cause });
  }
  return parsed.map((row, i) => {
    const { key = '', locale = '', text = '', source = '', checked_on: day = '' } = row;
    if (locale !== 'vi' && locale !== 'en') throw new InputError(`${file}: dòng ${i + 2}: locale phải là vi hoặc en / line ${i + 2}: locale must be vi or en`);
    if (day !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new InputError(`${file}: dòng ${i + 2}: checked_on phải có dạng 2026-11-24 / line ${i + 2}: checked_on must look like 2026-11-24`);
    return { key, locale, text, source, checked_on: day || null };
  });
}
