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

/** Digit runs (also grouped by space, dot or dash) of eight and more, and e-mail addresses. */
export function scrub(text: string): string {
  return text.slice(0, 4000)
    .replace(/\d(?:[ .-]?\d){7,}/g, '[number]')
    .replace(/[^\s@<>()"']{1,64}@[^\s@<>()"']{1,255}/g, '[email]');
}

function safeFields(fields: LogFields): Record<string, string | number | boolean | null> {
  const out: Record<string, string | number | boolean | null> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (!ALLOWED.has(name)) continue;
    out[name] = typeof value === 'string' ? scrub(value).slice(0, MAX_FIELD) : value;
  }
  return out;
}

/** Frames only: the first line of a stack is the message. */
function describeError(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const frames = (error.stack ?? '').split('\n').filter((l) => /^\s+at /.test(l)).slice(0, 12).join('\n');
  return { error: error.name, ...(code ? { errorCode: scrub(code).slice(0, MAX_FIELD) } : {}), stack: scrub(frames) };
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
