import { EXIT, type CommandIo } from './io.ts';
import { MAX_LINE, readLines } from './text-lines.ts';

export interface JsonLine { readonly number: number; readonly value: Record<string, unknown> | null; readonly fault: string | null }

/** Splits a stream into JSON objects, line by line, in constant memory. A broken line is given as a fault, the others still come. */
export async function* readJsonLines(input: AsyncIterable<Buffer | string>): AsyncGenerator<JsonLine> {
  for await (const { number, text } of readLines(input)) yield text === null ? { number, value: null, fault: tooLong() } : parseLine(text, number);
}

export const tooLong = (): string => `dòng dài quá ${MAX_LINE} ký tự / line is longer than ${MAX_LINE} characters`;

export function parseLine(line: string, number: number): JsonLine {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { number, value: Object.fromEntries(Object.entries(value)), fault: null };
    return { number, value: null, fault: 'không phải đối tượng JSON / not a JSON object' };
  } catch {
    return { number, value: null, fault: 'JSON không hợp lệ / invalid JSON' };
  }
}

/** Runs `answer` on each object and writes one JSON line for each, in order. `answer` returns a sentence when the object itself is at fault. */
export async function streamJsonLines(io: CommandIo, answer: (value: Record<string, unknown>) => object | string): Promise<number> {
  let done = 0;
  let faults = 0;
  for await (const line of readJsonLines(io.stdin)) {
    const result = line.value ? answer(line.value) : (line.fault ?? '');
    if (typeof result === 'string') { faults += 1; io.err(`dòng ${line.number} / line ${line.number}: ${result}\n`); } else await io.out(`${JSON.stringify(result)}\n`);
    done += 1;
    if (io.isTerminal && done % 500 === 0) io.err(`\r${done}…`);
  }
  if (io.isTerminal && done >= 500) io.err(`\r${done} \n`);
  return faults > 0 ? EXIT.badInput : EXIT.done;
}
