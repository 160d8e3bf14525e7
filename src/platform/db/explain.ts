import { DomainError } from '#kernel/domain-error.ts';

/** What PostgreSQL says when it cannot start, and the error a person can act on. First match wins. */
const CAUSES: readonly (readonly [RegExp, string])[] = [
  [/No space left on device|could not (?:write|extend) .*ENOSPC|disk quota exceeded/i, 'db.disk-full'],
  [/Address already in use|could not bind|could not create any TCP\/IP sockets/i, 'db.port-taken'],
  [/has wrong ownership|has group or world access|invalid permissions|Permission denied|Operation not permitted|Read-only file system/i, 'db.wrong-permission'],
  [/lock file .* already exists|Is another postmaster|pre-existing shared memory block/i, 'db.cluster-in-use'],
  [/incompatible with server|database files are incompatible/i, 'db.version-differs'],
  [/cannot be run as root|must not be run as root/i, 'db.no-account'],
  [/error while loading shared libraries|cannot open shared object/i, 'db.missing-library'],
  [/could not (?:map|allocate|create) (?:anonymous )?shared memory|Cannot allocate memory/i, 'db.no-memory'],
];

export function explainServerLog(log: string, dir: string): DomainError {
  const code = CAUSES.find(([pattern]) => pattern.test(log))?.[1] ?? 'db.start-failed';
  const line = log.split('\n').findLast((l) => /FATAL|ERROR|error|PANIC/.test(l)) ?? log.trim().split('\n').at(-1) ?? '';
  return new DomainError(code, { dir, detail: line.trim().slice(0, 300), made: '', have: '', account: '' });
}

/** Errors that a running server or the way to it gives. `dir`: the data folder of the embedded server. */
export function explainConnection(error: unknown, dir = ''): DomainError {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const known: Readonly<Record<string, string>> = { ECONNREFUSED: 'db.unreachable', ENOTFOUND: 'db.unreachable', ETIMEDOUT: 'db.unreachable', EHOSTUNREACH: 'db.unreachable', EAI_AGAIN: 'db.unreachable', '28P01': 'db.login-refused', '28000': 'db.login-refused', '3D000': 'db.no-database', '42501': 'db.no-right', '53300': 'db.too-many-connections', '53100': 'db.disk-full' };
  return new DomainError(known[code] ?? 'db.unreachable', { code: code || 'unknown', dir, detail: '' }, { cause: error });
}

/** Connection lost or refused, server starting or stopping, too many sessions, disk full, statement cut off by its time limit. */
const UNAVAILABLE = /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|08...|53...|57P0[1-4]|57014)$/;
/** pg and its pool report these without a code. */
const UNAVAILABLE_TEXT = /^(?:timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/;

/** True: the database could not be asked now, and the same request may succeed in a moment. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof DomainError) return false;
  return ('code' in error && UNAVAILABLE.test(String(error.code))) || UNAVAILABLE_TEXT.test(error.message);
}
