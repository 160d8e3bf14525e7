import { EXIT, type CommandIo } from './io.ts';

/** A line longer than this is no message: it is refused by number, and reading goes on at the next line. */
const MAX_LINE = 4 * 1024 * 1024;

export interface JsonLine { readonly number: number; readonly value: Record<string, unknown> | null; readonly fault: string | null }

/** Splits a stream into JSON objects, line by line, in constant memory. A broken line is given as a fault, the others still come. */
export async function* readJsonLines(input: AsyncIterable<Buffer | string>): AsyncGenerator<JsonLine> {
  const decoder = new TextDecoder('utf-8', { fatal: false });
  let rest = '';
  let number = 0;
  let isSkipping = false;
  for await (const chunk of input) {
    const parts = (rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      number += 1;
      if (isSkipping) { isSkipping = false; yield { number, value: null, fault: tooLong() }; continue; }
      if (part.trim() !== '') yield parseLine(part, number);
    }
    if (rest.length > MAX_LINE) { rest = ''; isSkipping = true; }
  }
  number += 1;
  if (isSkipping) yield { number, value: null, fault: tooLong() };
  else if (rest.trim() !== '') yield parseLine(rest, number);
}

const tooLong = (): string => `dòng dài quá ${MAX_LINE} ký tự / line is longer than ${MAX_LINE} characters`;

function parseLine(line: string, number: number): JsonLine {
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
