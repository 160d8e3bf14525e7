import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseRegisterLine } from '#engine/names/index.ts';
import type { RegisterName } from '#engine/names/types.ts';
import { InputError, type CommandIo } from './io.ts';

/** Register lines `id⇥full name[⇥expected bearers[⇥position[⇥unit]]]`; broken ones are named and left out. */
export async function readRegister(path: string, io: CommandIo): Promise<{ entries: RegisterName[]; faults: number }> {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== false) throw new InputError(`${path}: không có tệp này / no such file`);
  const entries: RegisterName[] = [];
  let number = 0;
  let faults = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const entry = parseRegisterLine(line);
    if (entry) entries.push(entry);
    else { faults += 1; io.err(`${path}: dòng ${number} sai dạng / line ${number} is malformed\n`); }
  }
  return { entries, faults };
}
