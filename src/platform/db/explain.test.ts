import { describe, expect, test } from 'vitest';
import { DomainError } from '#kernel/domain-error.ts';
import { explainConnection, explainServerLog, isUnavailable } from './explain.ts';

// Lines as PostgreSQL 15 to 18 print them.
const LINES: [string, string][] = [
  ['2026-11-24 01:00:00.000 UTC [7] FATAL:  could not write lock file "postmaster.pid": No space left on device', 'db.disk-full'],
  ['initdb: error: could not write to file "/d/cluster.new/global/pg_control": No space left on device', 'db.disk-full'],
  ['[7] LOG:  could not bind IPv4 address "127.0.0.1": Address already in use\n[7] WARNING:  could not create listen socket for "127.0.0.1"\n[7] FATAL:  could not create any TCP/IP sockets', 'db.port-taken'],
  ['[7] FATAL:  data directory "/d/cluster" has wrong ownership', 'db.wrong-permission'],
  ['[7] FATAL:  data directory "/d/cluster" has invalid permissions', 'db.wrong-permission'],
  ['initdb: error: could not create directory "/d/cluster.new": Permission denied', 'db.wrong-permission'],
  ['[7] FATAL:  could not open lock file "postmaster.pid": Read-only file system', 'db.wrong-permission'],
  ['[7] FATAL:  lock file "postmaster.pid" already exists', 'db.cluster-in-use'],
  ['[7] FATAL:  pre-existing shared memory block (key 4261, ID 9) is still in use', 'db.cluster-in-use'],
  ['[7] FATAL:  database files are incompatible with server', 'db.version-differs'],
  ['"root" execution of the PostgreSQL server is not permitted.\ninitdb: error: cannot be run as root', 'db.no-account'],
  ['/x/bin/postgres: error while loading shared libraries: libicuuc.so.60: cannot open shared object file', 'db.missing-library'],
  ['[7] FATAL:  could not map anonymous shared memory: Cannot allocate memory', 'db.no-memory'],
  ['[7] FATAL:  something new', 'db.start-failed'],
  ['', 'db.start-failed'],
];
test.each(LINES)('%s → %s', (line, code) => {
  const error = explainServerLog(line, '/srv/data/postgres');
  expect(error.code).toBe(code);
  expect(error.params['dir']).toBe('/srv/data/postgres');
});
test('the line that explains is shown, not the last one', () => {
  expect(explainServerLog('[7] FATAL:  lock file "postmaster.pid" already exists\n[7] LOG:  database system is shut down\n', '/d').params['detail']).toContain('lock file');
});

const failure = (code: string): Error => Object.assign(new Error('x'), { code });
describe('a server given by DATABASE_URL', () => {
  test.each([['ECONNREFUSED', 'db.unreachable'], ['28P01', 'db.login-refused'], ['3D000', 'db.no-database'], ['42501', 'db.no-right'], ['53300', 'db.too-many-connections'], ['53100', 'db.disk-full']])('%s → %s', (code, expected) => {
    expect(explainConnection(failure(code)).code).toBe(expected);
  });
});
test('what passes by itself is told apart from our own faults', () => {
  for (const code of ['ECONNREFUSED', '57P01', '57P03', '53300', '53100', '08006', '57014']) expect(isUnavailable(failure(code)), code).toBe(true);
  for (const message of ['timeout exceeded when trying to connect', 'Connection terminated unexpectedly', 'Connection terminated due to connection timeout']) expect(isUnavailable(new Error(message)), message).toBe(true);
  for (const error of [failure('23505'), failure('42P01'), new Error('boom'), new DomainError('x'), null, 'text']) expect(isUnavailable(error)).toBe(false);
});
