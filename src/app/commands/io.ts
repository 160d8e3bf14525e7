import type { Locale } from '#kernel/context.ts';

/** What a command sees of the world: streams and exit codes. Tests pass their own. */
export interface CommandIo {
  readonly stdin: AsyncIterable<Buffer | string>;
  readonly out: (text: string) => void | Promise<void>;
  readonly err: (text: string) => void;
  readonly isTerminal: boolean;
}
/** Exit codes, after sysexits.h where one fits (design contract §3). */
export const EXIT = { done: 0, usage: 2, badInput: 65, unreachable: 69, ourFault: 70 } as const;

/** The command was called wrongly; the message says how it is called. */
export class UsageError extends Error {}
/** A file that was handed in cannot be used; the message names it, and the line. */
export class InputError extends Error {}

export function refuseArguments(name: string, args: readonly string[]): void {
  if (args.length > 0) throw new UsageError(`${name}: không nhận tham số / takes no arguments`);
}
/** `--lang`; Vietnamese when it is not given. */
export function localeOf(wanted: string | undefined): Locale {
  if (wanted === undefined || wanted === 'vi' || wanted === 'en') return wanted ?? 'vi';
  throw new UsageError('--lang: vi, en');
}
