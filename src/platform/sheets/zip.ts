import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { DomainError } from '#kernel/domain-error.ts';
import { LIMITS } from './limits.ts';

interface Entry { readonly name: string; readonly method: number; readonly crc: number; readonly size: number; readonly data: Buffer }

const unreadable = (why: string): DomainError => new DomainError('sheet.unreadable', { why });

/** PKWARE APPNOTE 6.3.10: only the central directory is believed, and only what it says within the bytes that are there. */
function readEntries(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0 || end + 22 > bytes.length) throw unreadable('zip');
  const count = bytes.readUInt16LE(end + 10);
  if (count > LIMITS.zipEntries) throw new DomainError('sheet.too-large', { max: LIMITS.zipEntries });
  const entries: Entry[] = [];
  for (let i = 0, at = bytes.readUInt32LE(end + 16); i < count; i += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw unreadable('zip');
    const [nameLength, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    const compressed = bytes.readUInt32LE(at + 20);
    const local = bytes.readUInt32LE(at + 42);
    if ((bytes.readUInt16LE(at + 8) & 1) !== 0) throw unreadable('encrypted');
    if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== 0x04034b50) throw unreadable('zip');
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    if (start + compressed > bytes.length) throw unreadable('zip');
    entries.push({ name: bytes.toString('utf8', at + 46, at + 46 + nameLength), method: bytes.readUInt16LE(at + 10), crc: bytes.readUInt32LE(at + 16), size: bytes.readUInt32LE(at + 24), data: bytes.subarray(start, start + compressed) });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

/** Gives what comes out piece by piece and stops as soon as more than `room` bytes have; nothing is kept. Returns how many came. */
async function inflate(entry: Entry, room: number, take: (piece: Buffer) => void): Promise<number> {
  if (entry.method !== 0 && entry.method !== 8) throw unreadable('zip');
  if (entry.method === 0) { take(entry.data); return entry.data.length; }
  let size = 0;
  try {
    const inflated: AsyncIterable<Buffer> = Readable.from([entry.data]).pipe(createInflateRaw());
    for await (const piece of inflated) {
      size += piece.length;
      if (size > room) break;
      take(piece);
    }
  } catch {
    throw unreadable('zip');
  }
  return size;
}

/** A workbook's list of sheets is a few hundred bytes; what is longer is not read for names. */
const MAX_LIST = 1024 * 1024;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function sheetNames(workbookXml: string): string[] {
  return Array.from(workbookXml.matchAll(/<(?:\w+:)?sheet\s[^>]{0,500}?\bname="([^"]{1,200})"/g), (m) => (m[1] ?? '').replace(/&(#x?[0-9a-f]{1,6}|\w{2,4});/gi, (whole, e: string) => {
    const code = e.startsWith('#') ? Number(e[1] === 'x' ? `0x${e.slice(2)}` : e.slice(1)) : Number.NaN;
    return ENTITIES[e] ?? (code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole);
  }));
}

/** Parts that a table needs, in the order in which a streaming reader must meet them: with the words after the sheets it would write the sheets to temporary files, names and phones in the clear. */
const PARTS = [/^\[Content_Types\]\.xml$/, /^xl\/workbook\.xml$/, /^xl\/_rels\/workbook\.xml\.rels$/, /^xl\/styles\.xml$/, /^xl\/sharedStrings\.xml$/, /^xl\/worksheets\/sheet\d+\.xml$/];

export interface Workbook { readonly packed: Buffer; readonly sheets: readonly string[] }

/** Checks a workbook's zip against the limits and packs the parts of its tables anew: known order, true sizes, nothing else. */
export async function repackWorkbook(bytes: Buffer): Promise<Workbook> {
  const entries = readEntries(bytes);
  const parts = PARTS.flatMap((pattern) => entries.filter((e) => pattern.test(e.name)));
  if (!parts.some((p) => p.name === 'xl/workbook.xml')) throw unreadable('not-xlsx');
  if (new Set(parts.map((p) => p.name)).size !== parts.length) throw unreadable('zip');
  let room: number = LIMITS.inflatedBytes;
  const out: Buffer[] = [];
  const list: Buffer[] = [];
  let listed = 0;
  for (const part of parts) {
    const size = await inflate(part, room, (piece) => { if (part.name === 'xl/workbook.xml' && (listed += piece.length) <= MAX_LIST) list.push(piece); });
    room -= size;
    if (room < 0) throw new DomainError('sheet.too-large', { max: LIMITS.inflatedBytes });
    out.push(localHeader(part, size), part.data);
  }
  return { packed: Buffer.concat([...out, endRecord()]), sheets: sheetNames(Buffer.concat(list).toString('utf8')) };
}

function localHeader(entry: Entry, size: number): Buffer {
  const name = Buffer.from(entry.name, 'utf8');
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(entry.method, 8);
  head.writeUInt32LE(entry.crc, 14);
  head.writeUInt32LE(entry.data.length, 18);
  head.writeUInt32LE(size, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

/** Readers that stream stop here; they never look at the directory, so it is left out. */
function endRecord(): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  return record;
}
