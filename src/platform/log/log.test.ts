import { expect, test } from 'vitest';
import { createLog, scrub } from './index.ts';

/** Everything that was written, as one text. */
function written(act: (log: ReturnType<typeof createLog>) => void): string {
  let out = '';
  act(createLog('debug', (line) => { out += line; }));
  return out;
}
const NASTY = ['Em chuyển gấp 30 triệu', '0900000101', '0900 000 101', '1903.6666.7777.88', 'le.trong.khue@tinhmau.example'];

test('an unknown field is dropped, whatever it holds', () => {
  const out = written((log) => log.info('check.done', { text: NASTY[0] ?? '', phone: NASTY[1] ?? '', outcome: 'unverified' }));
  expect(out).toContain('unverified');
  for (const secret of NASTY) expect(out).not.toContain(secret);
});
test('a number smuggled into an allowed field or the event is masked', () => {
  const out = written((log) => log.warn(`failed for ${NASTY[2]}`, { code: `dup ${NASTY[1]}`, name: NASTY[4] ?? '' }));
  for (const secret of NASTY) expect(out).not.toContain(secret);
  expect(out).toContain('[number]');
});
test('an error gives its name, code and frames, never its message', () => {
  const error = Object.assign(new Error(`Key (value)=(${NASTY[1]}) already exists: ${NASTY[0]}`), { code: '23505' });
  const out = written((log) => log.error('store.failed', {}, error));
  expect(out).toContain('23505');
  expect(out).toContain('log.test.ts');
  for (const secret of NASTY) expect(out).not.toContain(secret);
});
test.each(['+84 (90) 000-0101', '０９００００１０１', '0900\u200b000\u200b101', '09 00 / 00 01 01', '1903 6666 7777 88', '٠٩٠٠٠٠٠١٠١'])('%s is masked', (number) => {
  expect(scrub(`x ${number} y`)).toBe(`x ${number.startsWith('+') ? '+' : ''}[number] y`);
});
test('a request is found again by its whole id; an id that somebody chose is scrubbed like any text', () => {
  const out = written((log) => log.info('x', { requestId: '01986543-2100-7123-8123-123456789012', traceId: '0900000101' }));
  expect(out).toContain('01986543-2100-7123-8123-123456789012');
  expect(out).not.toContain('0900000101');
});
test('a phone given as a number is masked; counts, ports and durations stay', () => {
  const out = written((log) => log.info('x', { count: 84_900_000_101, total: 1_000_000, port: 65_535, durationMs: 12_345_678 }));
  expect(out).not.toContain('84900000101');
  for (const kept of ['1000000', '65535', '12345678']) expect(out).toContain(kept);
});
test('a message that imitates stack frames does not get in through them', () => {
  const error = new Error(`first\n    at chuyển gấp ${NASTY[1]} (evil.ts:1:1)`);
  const out = written((log) => log.error('x', {}, error));
  expect(out).not.toContain('gấp');
  expect(out).toContain('log.test.ts');
});
test.each(['1-', '1 ', '1   ', 'a', '@', 'a@', '1\u200b'])('a megabyte of %j is cut and scrubbed (a pattern that explodes would never end)', (piece) => {
  expect(scrub(piece.repeat(1_000_000)).length).toBeLessThanOrEqual(20_000);
});
test('short numbers, dates and codes stay readable', () => {
  expect(scrub('status 200 in 15 ms, port 8080, 542/CAT-PA05')).toBe('status 200 in 15 ms, port 8080, 542/CAT-PA05');
});
