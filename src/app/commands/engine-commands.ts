import { parseArgs } from 'node:util';
import { createNameIndex } from '#engine/names/index.ts';
import type { Surface } from '#engine/names/types.ts';
import { read } from '#engine/text/index.ts';
import { EXIT, refuseArguments, UsageError, type CommandIo } from './io.ts';
import { streamJsonLines } from './json-lines.ts';
import { readRegister } from './read-register.ts';

/** Commands that need neither database nor server: JSON Lines in, JSON Lines out, in order, streaming (design contract §3). */

/** One message may be this long; longer ones are refused by line, because no chat message is. */
const MAX_TEXT = 1_000_000;

/** `read`: {id, text} → {id, entities, signs, quoted, probability, band}. */
export async function readCommand(args: readonly string[], io: CommandIo): Promise<number> {
  refuseArguments('read', args);
  return streamJsonLines(io, (value) => {
    const { id, text } = value as { id?: unknown; text?: unknown }; // checked on the next lines
    if (typeof text !== 'string') return 'thiếu trường text / field text is missing';
    if (text.length > MAX_TEXT) return `text dài quá ${MAX_TEXT} ký tự / text is longer than ${MAX_TEXT} characters`;
    return { id: id ?? null, ...read(text) };
  });
}

const SURFACES: readonly string[] = ['facebook', 'zalo', 'bank', 'chat', 'letter'];

/** `match-names --register FILE.tsv`: {id, query, surface?} → {id, candidates}. */
export async function matchNamesCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { register: { type: 'string' } }, strict: true });
  if (!values.register) throw new UsageError('match-names --register FILE.tsv < queries.jsonl');
  const { entries, faults } = await readRegister(values.register, io);
  const index = createNameIndex(entries);
  const status = await streamJsonLines(io, (value) => {
    const { id, query, surface } = value as { id?: unknown; query?: unknown; surface?: unknown }; // checked on the next lines
    if (typeof query !== 'string') return 'thiếu trường query / field query is missing';
    const known = typeof surface === 'string' && SURFACES.includes(surface) ? { surface: surface as Surface } : {}; // member of the list above
    return { id: id ?? null, candidates: index.match(query, { ...known, limit: 10 }) };
  });
  return faults > 0 ? EXIT.badInput : status;
}
