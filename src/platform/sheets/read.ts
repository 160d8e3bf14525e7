import { open } from 'node:fs/promises';
import { DomainError } from '#kernel/domain-error.ts';
import { readCsv } from './csv.ts';
import type { SheetSource } from './import.ts';
import { LIMITS } from './limits.ts';
import { readXlsx } from './xlsx.ts';

/** One line that is not empty. `line` as a person counts it in the file; a text cell with line breaks counts as the lines it takes. */
export interface SheetRow { readonly line: number; readonly cells: readonly string[] }

/**
 * Rows of a CSV or XLSX table, one after the other. `isWanted` chooses a sheet by its name where a workbook has several.
 * Throws DomainError `sheet.*` for a file that is no table or breaks a limit.
 */
export async function* readSheet(source: SheetSource, isWanted: (sheetName: string) => boolean = () => true): AsyncGenerator<SheetRow> {
  const name = 'path' in source ? source.path : source.name;
  const bytes = 'path' in source ? await readBounded(source.path) : Buffer.from(source.bytes);
  if (bytes.length > LIMITS.bytes) throw new DomainError('sheet.too-large', { max: LIMITS.bytes });
  let rows = 0;
  for await (const row of formatOf(name, bytes) === 'xlsx' ? readXlsx(bytes, isWanted) : readCsv(bytes)) {
    const cells = row.cells.map((cell) => cell.normalize('NFC').trim());
    if (cells.every((cell) => cell === '')) continue;
    rows += 1;
    if (rows > LIMITS.rows + 10) throw new DomainError('sheet.too-many-rows', { max: LIMITS.rows });
    yield { line: row.line, cells };
  }
}

/** The content decides between a workbook and text, the ending whether it is ours at all. */
function formatOf(name: string, bytes: Buffer): 'csv' | 'xlsx' {
  if (!/\.(csv|tsv|txt|xlsx|xls|xlsm)$/i.test(name)) throw new DomainError('sheet.unknown-format');
  if (bytes.length === 0) throw new DomainError('sheet.empty');
  const isZip = bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';
  return isZip || bytes[0] === 0xd0 && bytes[1] === 0xcf ? 'xlsx' : 'csv';
}

/** At most one byte more than allowed is read, so that a device file or a growing one cannot fill the memory. */
async function readBounded(path: string): Promise<Buffer> {
  const file = await open(path, 'r').catch((cause: unknown) => { throw new DomainError('sheet.not-found', {}, { cause }); });
  try {
    const pieces: Buffer[] = [];
    let size = 0;
    while (size <= LIMITS.bytes) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(1 << 20), 0, 1 << 20, null);
      if (bytesRead === 0) break;
      pieces.push(buffer.subarray(0, bytesRead));
      size += bytesRead;
    }
    return Buffer.concat(pieces);
  } catch (cause) {
    throw new DomainError('sheet.not-found', {}, { cause });
  } finally {
    await file.close();
  }
}
