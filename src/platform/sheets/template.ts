import { writeFile } from 'node:fs/promises';
import exceljs from 'exceljs';
import { DomainError } from '#kernel/domain-error.ts';
import type { Column } from './columns.ts';

export interface Template { readonly sheet: string; readonly columns: readonly Column<string>[] }

/** Writes an empty table to fill in: .xlsx with a help sheet, or .csv. An existing file is never overwritten. */
export async function writeTemplate(path: string, template: Template): Promise<void> {
  if (!/\.(csv|xlsx)$/i.test(path)) throw new DomainError('sheet.unknown-format');
  const bytes = /\.csv$/i.test(path) ? csvTemplate(template) : await xlsxTemplate(template);
  await writeFile(path, bytes, { flag: 'wx' }).catch((cause: unknown) => { throw new DomainError('sheet.cannot-write', {}, { cause }); });
}

/** With a mark and semicolons: Excel in Vietnamese opens it in columns and with its diacritics only so. */
function csvTemplate({ columns }: Template): Buffer {
  return Buffer.from(`\uFEFF${columns.map((c) => c.vi).join(';')}\r\n`, 'utf8');
}

async function xlsxTemplate({ sheet, columns }: Template): Promise<Buffer> {
  const book = new exceljs.Workbook();
  const table = book.addWorksheet(sheet, { views: [{ state: 'frozen', ySplit: 1 }] });
  // Text format, or a spreadsheet drops the leading zero of a phone and turns codes into numbers.
  table.columns = columns.map((c) => ({ header: c.vi, width: Math.max(14, c.vi.length + 4), style: { numFmt: '@' } }));
  table.getRow(1).font = { bold: true };
  const help = book.addWorksheet('Hướng dẫn');
  help.columns = [{ header: 'Cột', width: 24 }, { header: 'Column', width: 24 }, { header: 'Bắt buộc', width: 10 }, { header: 'Cách ghi', width: 70 }, { header: 'How to fill in', width: 70 }, { header: 'Ví dụ', width: 36 }];
  help.getRow(1).font = { bold: true };
  for (const c of columns) help.addRow([c.vi, c.en, c.isRequired ? 'có' : '', c.help.vi, c.help.en, c.example]);
  help.getColumn(4).alignment = { wrapText: true, vertical: 'top' };
  help.getColumn(5).alignment = { wrapText: true, vertical: 'top' };
  return Buffer.from(await book.xlsx.writeBuffer());
}
