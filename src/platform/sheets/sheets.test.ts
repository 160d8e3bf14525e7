import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import exceljs from 'exceljs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFaults, dayOf, hasLostZero, isScientific, readSheet, readTable, serialDay, writeTemplate, LIMITS, type Column, type SheetRow, type SheetSource } from './index.ts';

const csv = (text: string | Buffer, name = 'a.csv'): SheetSource => ({ bytes: Buffer.from(text), name });
async function rows(source: SheetSource, isWanted?: (name: string) => boolean): Promise<SheetRow[]> {
  const out: SheetRow[] = [];
  for await (const row of readSheet(source, isWanted)) out.push(row);
  return out;
}
async function workbook(fill: (book: exceljs.Workbook) => void): Promise<SheetSource> {
  const book = new exceljs.Workbook();
  fill(book);
  return { bytes: new Uint8Array(await book.xlsx.writeBuffer()), name: 'a.xlsx' };
}
const columns = [
  { key: 'code', vi: 'Mã cán bộ', en: 'Code', isRequired: true, help: { vi: '', en: '' }, example: '' },
  { key: 'name', vi: 'Họ và tên', en: 'Full name', aliases: ['Họ tên'], isRequired: true, help: { vi: '', en: '' }, example: '' },
  { key: 'phone', vi: 'Điện thoại', en: 'Phone', help: { vi: '', en: '' }, example: '' },
] as const satisfies readonly Column<string>[];

describe('text tables', () => {
  test.each([
    ['semicolons and a byte order mark', '\uFEFFMã;Tên\r\nA1;Lê Trọng Khuê\r\n'],
    ['commas', 'Mã,Tên\nA1,Lê Trọng Khuê'],
    ['tabs', 'Mã\tTên\nA1\tLê Trọng Khuê\n'],
    ['a declared separator', 'sep=|\r\nMã|Tên\r\nA1|Lê Trọng Khuê\r\n'],
    ['decomposed letters', 'Mã;Tên\nA1;Lê Trọng Khuê\n'.normalize('NFD')],
  ])('%s', async (_name, text) => {
    expect((await rows(csv(text))).map((r) => r.cells)).toEqual([['Mã', 'Tên'], ['A1', 'Lê Trọng Khuê']]);
  });

  test('UTF-16 as Excel writes "Unicode text"', async () => {
    expect((await rows(csv(Buffer.from('\uFEFFMã\tTên\r\nA1\tPhùng Thị Nhã\r\n', 'utf16le'), 'a.txt'))).map((r) => r.cells)).toEqual([['Mã', 'Tên'], ['A1', 'Phùng Thị Nhã']]);
  });

  test('lines are counted as the file shows them, past line breaks in a cell and empty lines', async () => {
    const read = await rows(csv('a;b\n"x\ny";1\n\n;;\nz;2\n'));
    expect(read.map((r) => [r.line, r.cells[0]])).toEqual([[1, 'a'], [2, 'x\ny'], [6, 'z']]);
    expect((await rows(csv('sep=;\na;b\nc;d\n'))).map((r) => r.line)).toEqual([2, 3]);
  });

  test('a separator inside quotes does not decide', async () => {
    expect((await rows(csv('"a,b,c,d";e\n"f,g";h\n')))[1]?.cells).toEqual(['f,g', 'h']);
  });

  test('a legacy code page is refused with the line, not read wrongly', async () => {
    const legacy = Buffer.concat([Buffer.from('Mã;Tên\nA1;L'), Buffer.from([0xea, 0x20]), Buffer.from('An\n')]);
    await expect(rows(csv(legacy))).rejects.toMatchObject({ code: 'sheet.not-utf8', params: { line: 2 } });
  });

  test('a lost quote does not swallow the file silently', async () => {
    await expect(rows(csv(`a;b\n"${'x\n'.repeat(200_000)}`))).rejects.toMatchObject({ code: 'sheet.unreadable' });
  });
});

describe('limits', () => {
  test('too many rows, columns, bytes, and what is no table', async () => {
    await expect(rows(csv('a\n'.repeat(LIMITS.rows + 20)))).rejects.toMatchObject({ code: 'sheet.too-many-rows' });
    await expect(rows(csv(`${';'.repeat(LIMITS.columns)}x`))).rejects.toMatchObject({ code: 'sheet.too-many-columns' });
    await expect(rows(csv(Buffer.alloc(LIMITS.bytes + 1, 97)))).rejects.toMatchObject({ code: 'sheet.too-large' });
    await expect(rows(csv('x', 'a.pdf'))).rejects.toMatchObject({ code: 'sheet.unknown-format' });
    await expect(rows(csv(''))).rejects.toMatchObject({ code: 'sheet.empty' });
    await expect(rows(csv(Buffer.from('PK\u0003\u0004garbage'), 'a.xlsx'))).rejects.toMatchObject({ code: 'sheet.unreadable' });
    await expect(rows(csv(Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'a.xls'))).rejects.toMatchObject({ code: 'sheet.old-xls' });
    await expect(rows({ path: '/nowhere/at/all.csv' })).rejects.toMatchObject({ code: 'sheet.not-found' });
    await expect(rows({ path: '/dev/zero.csv' })).rejects.toMatchObject({ code: 'sheet.not-found' });
  });

  test('a zip bomb is stopped by what comes out, not by what it says of itself', async () => {
    const bomb = zip([['xl/workbook.xml', Buffer.from('<workbook><sheets><sheet name="a"/></sheets></workbook>')], ['xl/worksheets/sheet1.xml', Buffer.alloc(LIMITS.inflatedBytes + 1, 32)]], 1000);
    expect(bomb.length).toBeLessThan(2_000_000);
    await expect(rows(csv(bomb, 'a.xlsx'))).rejects.toMatchObject({ code: 'sheet.too-large' });
  });

  test('any bytes give rows or a DomainError, never another failure', async () => {
    const whole = Buffer.from((await workbook((book) => { book.addWorksheet('s').addRows([['a', 'b'], ['c', 'd']]); }) as { bytes: Uint8Array }).bytes);
    const mutated = fc.tuple(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 30 }), fc.nat(whole.length)).map(([changes, length]) => {
      const copy = Buffer.from(whole);
      for (const [at, value] of changes) copy[at] = value;
      return copy.subarray(0, Math.max(length, 200));
    });
    await fc.assert(fc.asyncProperty(fc.oneof(mutated, fc.uint8Array({ maxLength: 400 }).map((b) => Buffer.from(b))), async (bytes) => {
      try { await rows(csv(bytes, 'a.xlsx')); } catch (error) { expect((error as { code: string }).code).toMatch(/^sheet\./); }
    }), { numRuns: 150 });
  }, 60_000);
});

describe('workbooks', () => {
  test('texts, numbers, days, rich text, formulas and errors as a person sees them', async () => {
    const source = await workbook((book) => {
      const sheet = book.addWorksheet('Cán bộ & đơn vị');
      sheet.addRow(['Mã', 'Số', 'Ngày', 'Tên', 'Công thức', 'Lỗi', 'Dài']);
      sheet.addRow(['01', 912345678, new Date('2025-07-01'), { richText: [{ text: 'Lê ' }, { text: 'Trọng Khuê' }] }, { formula: 'A2', result: '01' }, { error: '#N/A' }, Number('100012345678901234')]);
    });
    expect(await rows(source, (name) => name === 'Cán bộ & đơn vị')).toEqual([
      { line: 1, cells: ['Mã', 'Số', 'Ngày', 'Tên', 'Công thức', 'Lỗi', 'Dài'] },
      { line: 2, cells: ['01', '912345678', '2025-07-01', 'Lê Trọng Khuê', '01', '#N/A', '1.0001234567890123E+17'] },
    ]);
  });

  test('not one letter of a long table is broken, wherever the pieces of the stream end', async () => {
    const names = Array.from({ length: 6000 }, (_, i) => `${'x'.repeat(i % 7)}Nguyễn Thị Ngọc Huyền Ưu 𝒜 & <${i}>`);
    const source = await workbook((book) => { book.addWorksheet('s').addRows(names.map((n) => [n])); });
    expect((await rows(source)).map((r) => r.cells[0])).toEqual(names.map((n) => n.normalize('NFC')));
  });

  test('what other programs write: texts inside the sheet, failed formulas, days by formula, marks in names of sheets', async () => {
    const sheet = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="3"><c r="A3" t="inlineStr"><is><t>Lê &amp; Trọng</t></is></c><c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D3"><f>TODAY()</f><v>45839</v></c><c r="E3" t="str"><f>A3</f><v>Lê</v></c></row></sheetData></worksheet>';
    const book = '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Cán bộ &amp; &#273;ơn vị" sheetId="1" r:id="rId1"/></sheets></workbook>';
    const rels = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';
    const bytes = zip([['xl/worksheets/sheet1.xml', Buffer.from(sheet)], ['xl/workbook.xml', Buffer.from(book)], ['xl/_rels/workbook.xml.rels', Buffer.from(rels)]], 0);
    // The reader drops the result of a failed formula: the cell reads as empty, which says nothing and so makes nothing genuine.
    let asked = '';
    expect(await rows(csv(bytes, 'a.xlsx'), (name) => { asked = name; return true; })).toEqual([{ line: 3, cells: ['Lê & Trọng', '', '', '45839', 'Lê'] }]);
    expect(asked).toBe('Cán bộ & đơn vị');
  });

  test('the wanted sheet among several; the only sheet whatever it is called; else the names that are there', async () => {
    const two = await workbook((book) => { book.addWorksheet('Đơn vị').addRow(['u']); book.addWorksheet('Cán bộ').addRow(['o']); });
    expect((await rows(two, (n) => n === 'Cán bộ'))[0]?.cells).toEqual(['o']);
    await expect(rows(two, (n) => n === 'x')).rejects.toMatchObject({ code: 'sheet.no-such-sheet', params: { found: 'Đơn vị, Cán bộ' } });
    expect(await rows(await workbook((book) => { book.addWorksheet('Sheet1').addRow(['a']); }), () => false)).toHaveLength(1);
  });
});

describe('a table', () => {
  const read = async (text: string) => {
    const faults = createFaults();
    const table = await readTable(csv(text), columns, faults, { isWanted: () => true });
    return { table, faults: faults.list() };
  };

  test('headers in any order, case, language and spelling, below a title; unknown ones are named', async () => {
    const { table, faults } = await read('DANH SÁCH CÁN BỘ\n\nPHONE;ho ten (*);MÃ CÁN BỘ;Ghi chú\n0912;An;A1;x\n');
    expect(faults).toEqual([]);
    expect([table.headerLine, table.header.extra, table.rows[0]?.get('code'), table.rows[0]?.get('name'), table.rows[0]?.get('phone')]).toEqual([3, ['Ghi chú'], 'A1', 'An', '0912']);
  });

  test('all faults of form in one go, each with its line and column', async () => {
    const { faults } = await read(`Họ tên;Điện thoại;Phone\n;${'9'.repeat(2001)};1\nAn;#REF!;1\n`);
    expect(faults.map((f) => [f.line, f.column, f.code])).toEqual([
      [1, 'Phone', 'sheet.column-twice'], [1, 'Mã cán bộ', 'sheet.column-missing'],
      [2, 'Họ tên', 'sheet.cell-required'], [2, 'Điện thoại', 'sheet.cell-too-long'], [3, 'Điện thoại', 'sheet.error-value'],
    ]);
  });

  test('a cancelled read stops', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(readTable(csv('Code;Name\na;b'), columns, createFaults(), { isWanted: () => true, signal: stop.signal })).rejects.toMatchObject({ code: 'import.cancelled' });
  });
});

describe('cells', () => {
  test('days: day first or ISO, only days that exist', () => {
    expect(['01/07/2025', '1-7-2025', '1.7.2025', '2025-07-01', '2025-7-1'].map(dayOf)).toEqual(Array(5).fill('2025-07-01'));
    expect(['31/02/2025', '12/31/2024', '29/02/2023', '1/7-2025', '2025', 'tháng 7', ''].map(dayOf)).toEqual(Array(7).fill(null));
    expect([serialDay('45839'), serialDay('12')]).toEqual(['2025-07-01', null]);
  });
  test('what a spreadsheet did to a number is recognised', () => {
    expect(['9.12E+08', '9,12e+08', '1E+15'].map(isScientific)).toEqual([true, true, true]);
    expect([isScientific('E12'), isScientific('0912345678'), hasLostZero('912345678'), hasLostZero('0912345678'), hasLostZero('2333852555')]).toEqual([false, false, true, false, true]);
  });
});

describe('a template', () => {
  let dir = '';
  beforeAll(() => { dir = mkdtempSync(join(tmpdir(), 'template-')); });
  afterAll(() => { rmSync(dir, { recursive: true }); });

  test.each(['t.xlsx', 't.csv'])('%s is read back with every column known, and is not overwritten', async (name) => {
    const path = join(dir, name);
    await writeTemplate(path, { sheet: 'Cán bộ', columns });
    const faults = createFaults();
    const table = await readTable({ path }, columns, faults, { isWanted: (n) => n === 'Cán bộ' });
    expect([faults.count, table.header.extra, table.rows.length]).toEqual([0, [], 0]);
    const before = readFileSync(path);
    await expect(writeTemplate(path, { sheet: 'x', columns })).rejects.toMatchObject({ code: 'sheet.cannot-write' });
    expect(readFileSync(path).equals(before)).toBe(true);
    writeFileSync(join(dir, 'other'), '');
  });
});

/** A zip whose directory lies about sizes. */
function zip(files: readonly (readonly [string, Buffer])[], claimed: number): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, data] of files) {
    const packed = deflateRawSync(data);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0); head.writeUInt16LE(8, 8); head.writeUInt32LE(packed.length, 18); head.writeUInt32LE(claimed, 22); head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0); entry.writeUInt16LE(8, 10); entry.writeUInt32LE(packed.length, 20); entry.writeUInt32LE(claimed, 24); entry.writeUInt16LE(name.length, 28); entry.writeUInt32LE(at, 42);
    locals.push(head, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0); end.writeUInt16LE(files.length, 8); end.writeUInt16LE(files.length, 10); end.writeUInt32LE(Buffer.concat(directory).length, 12); end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...directory, end]);
}
