/** A line longer than this is no message: it is refused by number, and reading goes on at the next line. */
export const MAX_LINE = 4 * 1024 * 1024;

/** `text` null: longer than `MAX_LINE`. */
export interface TextLine { readonly number: number; readonly text: string | null }

/** Splits a stream into lines, in constant memory. Empty lines are counted and left out. */
export async function* readLines(input: AsyncIterable<Buffer | string>): AsyncGenerator<TextLine> {
  const decoder = new TextDecoder('utf-8', { fatal: false });
  let rest = '';
  let number = 0;
  let isSkipping = false;
  for await (const chunk of input) {
    const parts = (rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      number += 1;
      if (isSkipping) { isSkipping = false; yield { number, text: null }; continue; }
      if (part.trim() !== '') yield { number, text: part };
    }
    if (rest.length > MAX_LINE) { rest = ''; isSkipping = true; }
  }
  number += 1;
  if (isSkipping) yield { number, text: null };
  else if (rest.trim() !== '') yield { number, text: rest };
}
