import pino from 'pino';

/**
 * The only way to a log line. `event` is a fixed code, fields are ids, codes, counts, durations and route patterns. Message text, phones and
 * accounts must not get here at all; because people make mistakes, every string is scrubbed as well.
 */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** `error` is reduced to name, code and scrubbed stack frames: driver messages repeat values ("Key (phone)=(…) already exists"). */
  error(event: string, fields?: LogFields, error?: unknown): void;
}

/** Field names that may be logged. Everything else is dropped: an allow-list fails closed. */
const ALLOWED = new Set([
  'requestId', 'traceId', 'method', 'route', 'status', 'durationMs', 'code', 'count', 'total', 'task', 'attempt', 'restarts', 'pid', 'port', 'host', 'version', 'kind', 'outcome', 'entry', 'name', 'signal', 'services', 'isSample', 'officials', 'units', 'migrations',
]);
const MAX_FIELD = 200;
/** Made by chance and needed whole to find a request again; a UUID may hold eight digits in a row. */
const IDS = new Set(['requestId', 'traceId']);
const ID = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32})$/;

/** Digit runs of eight and more in any script, also grouped by up to three separators (space, dot, dash, slash, brackets, zero-width), and e-mail addresses. */
export function scrub(text: string): string {
  return text.slice(0, 4000)
    .replace(/\p{Nd}(?:[\s.\-‐-―/()\u200b-\u200d\u2060\ufeff]{0,3}\p{Nd}){7,}/gu, '[number]')
    .replace(/[^\s@<>()"']{1,64}@[^\s@<>()"']{1,255}/g, '[email]');
}

function safeFields(fields: LogFields): Record<string, string | number | boolean | null> {
  const out: Record<string, string | number | boolean | null> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (!ALLOWED.has(name)) continue;
    if (typeof value === 'string') out[name] = IDS.has(name) && ID.test(value) ? value : scrub(value).slice(0, MAX_FIELD);
    // No figure of ours has more digits than a time in milliseconds; a phone given as a number has.
    else out[name] = typeof value === 'number' && name !== 'durationMs' && Math.abs(value) >= 10_000_000 ? '[number]' : value;
  }
  return out;
}

/** Frames only: the first line of a stack is the message, and a message may have several lines that look like frames. */
function describeError(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const stack = error.stack ?? '';
  const at = stack.indexOf(error.message);
  const frames = (at < 0 ? stack : stack.slice(at + error.message.length)).split('\n').filter((l) => /^\s+at .*(?::\d+:\d+\)?|<anonymous>\)?|\(native\))$/.test(l)).slice(0, 12).join('\n');
  return { error: scrub(error.name).slice(0, 80), ...(code ? { errorCode: scrub(code).slice(0, MAX_FIELD) } : {}), stack: scrub(frames) };
}

export function createLog(level: 'silent' | 'error' | 'warn' | 'info' | 'debug', write?: (line: string) => void): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const logger = write ? pino(options, { write }) : pino(options, pino.destination({ fd: 2, sync: true }));
  return {
    debug: (event, fields = {}) => logger.debug(safeFields(fields), scrub(event)),
    info: (event, fields = {}) => logger.info(safeFields(fields), scrub(event)),
    warn: (event, fields = {}) => logger.warn(safeFields(fields), scrub(event)),
    error: (event, fields = {}, error) => logger.error({ ...safeFields(fields), ...(error === undefined ? {} : describeError(error)) }, scrub(event)),
  };
}

/** Node prints the message of an error that nobody caught, and with it whatever value it repeats. Here it becomes a log line like any other; then `end` is called. */
export function catchFatal(log: Log, end: () => void): void {
  const onFatal = (event: string) => (error: unknown): void => { log.error(event, {}, error); end(); };
  process.on('uncaughtException', onFatal('process.crashed'));
  process.on('unhandledRejection', onFatal('process.rejected'));
}
