import { describe, expect, test } from 'vitest';
import { Value } from 'typebox/value';
import { EXAMPLES } from '#app/demo/examples.ts';
import { DomainError } from '#kernel/domain-error.ts';
import { OUTCOMES } from '#kernel/outcome.ts';
import { CheckBody } from '#modules/checks/check.contract.ts';
import { readRequest } from '#modules/checks/check.reader.ts';
import { decide, type Decision } from '#modules/checks/check.rules.ts';
import { factsOf } from '#modules/checks/evaluate-check.ts';
import { sampleKnowledge } from './knowledge.ts';
import type { Expected, Scenario } from './scenario.ts';
import { SCENARIOS } from './scenarios.ts';

const NOW = new Date('2026-11-24T07:00:00Z');
const knowledge = sampleKnowledge(NOW);
const answer = (request: CheckBody): Decision => decide(factsOf(readRequest(request), knowledge, NOW));
const codes = (decision: Decision): string[] => decision.reasons.map((r) => r.code);
const expected = SCENARIOS.flatMap((s): (Scenario & { readonly expect: Expected })[] => (s.expect.error ? [] : [{ ...s, expect: s.expect }]));

/** Every reason that an answer can give (check.rules.ts); each must be met by a person in at least one scenario. */
const REASONS = [
  'identifier-red', 'identifier-declared-fake', 'official-denied', 'channel-hijacked', 'platform-none',
  'channel-genuine', 'channel-of-other-official', 'channel-expired', 'channel-retired', 'channel-other-platform', 'channel-unregistered-for-official',
  'holder-equals-official', 'holder-resembles-official', 'holder-differs', 'official-namesakes', 'official-unknown',
  'qr-bad-checksum', 'qr-holder-unknown', 'identifier-reported', 'account-red-elsewhere', 'identifier-unknown', 'link-lookalike', 'link-suspicious', 'link-shortener', 'link-app-download',
  'request-money', 'request-credentials', 'request-link-or-app', 'hook', 'third-party-account', 'avoids-call', 'secrecy', 'new-account-or-number',
  'authority-pressure', 'urgency', 'promise-repay', 'claims-leader', 'claims-authority', 'quoted-warning', 'no-request', 'nothing-to-compare',
];

describe('the table', () => {
  test('has every outcome, every reason, both errors, and each scenario once', () => {
    expect(SCENARIOS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(SCENARIOS.map((s) => s.id)).size).toBe(SCENARIOS.length);
    expect(new Set(expected.map((s) => s.expect.outcome))).toEqual(new Set(OUTCOMES));
    expect(REASONS.filter((code) => !expected.some((s) => s.expect.reasons?.includes(code)))).toEqual([]);
    expect(expected.flatMap((s) => [...(s.expect.reasons ?? []), ...(s.expect.not ?? [])]).filter((code) => !REASONS.includes(code))).toEqual([]);
    expect(new Set(SCENARIOS.flatMap((s) => s.expect.error ?? []))).toEqual(new Set(['check.empty', 'check.unreadable']));
  });
  test('every request keeps the contract', () => {
    for (const { id, request } of SCENARIOS) expect(Value.Check(CheckBody, request), id).toBe(true);
  });
});

describe('what a person is told', () => {
  test.each(expected.map((s) => [s.id, s] as const))('%s', (_id, { title, request, expect: want, why }) => {
    const decision = answer(request);
    const said = `${title} – ${why} Said: ${decision.outcome}${decision.isQuiet ? ' (quiet)' : ''}, ${codes(decision).join(', ')}`;
    expect(decision.outcome, said).toBe(want.outcome);
    if (want.isQuiet !== undefined) expect(decision.isQuiet, said).toBe(want.isQuiet);
    for (const code of want.reasons ?? []) expect(codes(decision), said).toContain(code);
    for (const code of want.not ?? []) expect(codes(decision), said).not.toContain(code);
    if (want.official !== undefined) expect(decision.officialRef === null ? null : knowledge.directory.entry(decision.officialRef)?.fullName, said).toBe(want.official);
  });
  test.each(SCENARIOS.flatMap((s) => (s.expect.error ? [[s.id, s.request, s.expect] as const] : [])))('%s is refused', (_id, request, want) => {
    let thrown: unknown = null;
    try { answer(request); } catch (error) { thrown = error; }
    expect(thrown).toBeInstanceOf(DomainError);
    expect(thrown).toMatchObject({ code: want.error, params: { field: want.field } });
  });
});

test.each(EXAMPLES.map((e) => [e.id, e] as const))('the guided example %s gives what it promises', (_id, { request, expected: want }) => {
  expect(Value.Check(CheckBody, request)).toBe(true);
  expect(answer(request)).toMatchObject(want);
});
