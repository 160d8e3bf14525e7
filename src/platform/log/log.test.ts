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
test('short numbers, dates and codes stay readable', () => {
  expect(scrub('status 200 in 15 ms, port 8080, 542/CAT-PA05')).toBe('status 200 in 15 ms, port 8080, 542/CAT-PA05');
});
