import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { report } from '../harness.ts';
import { EMPTY, OFFICIALS, withDatabase } from '../service/province.ts';
import { runCommand, startServer } from '../service/server.ts';
import { freshFolder } from '../service/work-folder.ts';
import { csvOf, officialTable, unitTable, type Table } from './people.ts';

/** Import of a province's officials by the command, beside a running server, as an office does it. */
const table = officialTable(OFFICIALS);
const seconds: Record<string, number> = {};
let postgres = '?';

for (const format of ['csv', 'xlsx'] as const) {
  const { dir, remove } = freshFolder();
  const file = join(dir, `officials.${format}`);
  await write(join(dir, 'units.csv'), unitTable());
  await write(file, table);
  const server = await startServer(dir, EMPTY);
  try {
    await timed(dir, 'org', join(dir, 'units.csv'));
    seconds[format] = await timed(dir, 'officials', file);
    seconds[`${format} again`] = await timed(dir, 'officials', file);
    postgres = await withDatabase(dir, async (client) => {
      const { rows } = await client.query<{ officials: number; v: string }>("select (select count(*)::int from official) as officials, current_setting('server_version') as v");
      if (rows[0]?.officials !== OFFICIALS) throw new Error(`${rows[0]?.officials} officials in the register instead of ${OFFICIALS}`);
      return rows[0].v;
    });
  } finally {
    await server.stop();
    remove();
  }
}

async function write(path: string, rows: Table): Promise<void> {
  if (path.endsWith('.csv')) { writeFileSync(path, csvOf(rows)); return; }
  const book = new exceljs.Workbook();
  book.addWorksheet('Cán bộ').addRows(rows.map((row) => [...row]));
  await book.xlsx.writeFile(path);
}

async function timed(dir: string, command: 'org' | 'officials', file: string): Promise<number> {
  const { code, ms, stderr } = await runCommand([command, 'import', file], { CHINHDANH_DATA: dir });
  if (code !== 0) throw new Error(`${command} import ended with ${code}: ${stderr.slice(-1000)}`);
  return ms / 1000;
}

const figure = (name: string, key: string) => ({ name, value: seconds[key] ?? Number.NaN, unit: 's', limit: { atMost: 10 } });
report({
  bench: 'import', postgres,
  conditions: [`bin/chinhdanh officials import: start of the command to its end, ${OFFICIALS.toLocaleString('en')} officials in 200 units, two of three with phone, Zalo and Facebook`, 'database of a running server, fsync on; again: the same file a second time, which changes nothing'],
  figures: [figure('CSV', 'csv'), figure('XLSX', 'xlsx'), figure('CSV again', 'csv again'), figure('XLSX again', 'xlsx again')],
});
