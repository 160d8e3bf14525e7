import { Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createDeflateRaw, createInflateRaw } from 'node:zlib';
import { DomainError } from '#kernel/domain-error.ts';
import { LIMITS } from './limits.ts';

interface Entry { readonly name: string; readonly method: number; readonly data: Buffer }

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
    entries.push({ name: bytes.toString('utf8', at + 46, at + 46 + nameLength), method: bytes.readUInt16LE(at + 10), data: bytes.subarray(start, start + compressed) });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

/**
 * The entry packed anew, with every letter beyond ASCII written as a character reference: exceljs 4.4 turns each piece of the stream into text by itself and breaks the letters that lie
 * across two pieces ("Nguy���n"). Stops as soon as more than `room` bytes have come out; only the packed form is kept.
 */
async function repack(entry: Entry, room: number, look: (text: string) => void): Promise<{ data: Buffer; size: number; read: number }> {
  if (entry.method !== 0 && entry.method !== 8) throw unreadable('zip');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const [count, out] = [{ read: 0, written: 0 }, [] as Buffer[]];
  const escape = new Transform({
    transform: (piece: Buffer, _encoding, done) => {
      count.read += piece.length;
      if (count.read > room) { done(new DomainError('sheet.too-large', { max: LIMITS.inflatedBytes })); return; }
      try {
        const text = decoder.decode(piece, { stream: true }).replace(/\P{ASCII}/gu, (c) => `&#${c.codePointAt(0) ?? 0};`);
        look(text);
        count.written += text.length;
        done(null, Buffer.from(text, 'latin1'));
      } catch { done(unreadable('not-utf8')); }
    },
  });
  const source = Readable.from([entry.data]);
  const collect = new Writable({ write: (piece: Buffer, _encoding, done) => { out.push(piece); done(); } });
  try {
    await (entry.method === 0 ? pipeline(source, escape, createDeflateRaw({ level: 1 }), collect) : pipeline(source, createInflateRaw(), escape, createDeflateRaw({ level: 1 }), collect));
  } catch (error) {
    throw error instanceof DomainError ? error : unreadable('zip');
  }
  return { data: Buffer.concat(out), size: count.written, read: count.read };
}

/** A workbook's list of sheets is a few hundred bytes; what is longer is not read for names. */
const MAX_LIST = 1024 * 1024;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function sheetNames(workbookXml: string): string[] {
  return Array.from(workbookXml.matchAll(/<(?:\w+:)?sheet\s[^>]{0,500}?\bname="([^"]{1,400})"/g), (m) => (m[1] ?? '').replace(/&(#x?[0-9a-f]{1,7}|\w{2,4});/gi, (whole, e: string) => {
    const code = e.startsWith('#') ? Number(e[1] === 'x' ? `0x${e.slice(2)}` : e.slice(1)) : Number.NaN;
    return ENTITIES[e] ?? (code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole);
  }));
}

/** Parts that a table needs, in the order in which a streaming reader must meet them: with the words after the sheets it would write the sheets to temporary files, names and phones in the clear. */
const PARTS = [/^\[Content_Types\]\.xml$/, /^xl\/workbook\.xml$/, /^xl\/_rels\/workbook\.xml\.rels$/, /^xl\/styles\.xml$/, /^xl\/sharedStrings\.xml$/, /^xl\/worksheets\/sheet\d+\.xml$/];

export interface Workbook { readonly packed: Buffer; readonly sheets: readonly string[] }

/** Checks a workbook's zip against the limits and packs the parts of its tables anew: known order, true sizes, plain ASCII, nothing else. */
export async function repackWorkbook(bytes: Buffer): Promise<Workbook> {
  const entries = readEntries(bytes);
  const parts = PARTS.flatMap((pattern) => entries.filter((e) => pattern.test(e.name)));
  if (!parts.some((p) => p.name === 'xl/workbook.xml')) throw unreadable('not-xlsx');
  if (new Set(parts.map((p) => p.name)).size !== parts.length) throw unreadable('zip');
  let room: number = LIMITS.inflatedBytes;
  const out: Buffer[] = [];
  let list = '';
  for (const part of parts) {
    const { data, size, read } = await repack(part, room, (text) => { if (part.name === 'xl/workbook.xml' && list.length < MAX_LIST) list += text; });
    room -= read;
    out.push(localHeader(part.name, data.length, size), data);
  }
  return { packed: Buffer.concat([...out, endRecord()]), sheets: sheetNames(list) };
}

/** The checksum is left out: the reader that follows does not look at it, and what it would guard has just been written here. */
function localHeader(name: string, packed: number, size: number): Buffer {
  const named = Buffer.from(name, 'utf8');
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed, 18);
  head.writeUInt32LE(size, 22);
  head.writeUInt16LE(named.length, 26);
  return Buffer.concat([head, named]);
}

/** Readers that stream stop here; they never look at the directory, so it is left out. */
function endRecord(): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  return record;
}
