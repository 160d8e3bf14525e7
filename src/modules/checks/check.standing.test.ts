import { expect, test } from 'vitest';
import type { RegisterFact } from '#modules/officials/index.ts';
import { lookUpKeys, standingOf } from './check.standing.ts';
import type { KnownIdentifierRow } from './check.store.ts';

const NOW = new Date('2026-11-24T07:00:00Z');
const at = (day: string): Date => new Date(`2026-11-${day}T07:00:00Z`);
const said = (officialRef: string, kind: 'declared-fake' | 'denied', day: string, value = 'MB:0900000101'): RegisterFact => ({ type: 'bank_account', value, channel: null, statement: { officialRef, kind, at: at(day) } });
const known = (value: string, publishedAt: Date | null): KnownIdentifierRow => ({
  type: 'bank_account', value, number: value.split(':')[1] ?? null, report_count: 1, last_reported_at: NOW, published_at: publishedAt,
  proposed_by: 'a', approved_by: 'b', reason: 'c', delisted_at: null, delisted_reason: null,
});
const account = (value: string) => ({ type: 'bank_account', value });

test('an account whose bank nobody remembers finds what is known of the number at any bank', () => {
  expect(standingOf(account(':0900000101'), [], [said('khue', 'declared-fake', '20')], NOW).state).toBe('declared-fake');
  expect(standingOf(account(':0900000101'), [known('MB:0900000101', NOW)], [], NOW).state).toBe('red');
});
test('the same number at another bank is somebody else\'s account', () => {
  expect(standingOf(account('VCB:0900000101'), [known('MB:0900000101', NOW)], [said('khue', 'declared-fake', '20')], NOW).state).toBe('unknown');
});
test('where one official denied and another declared it fake, the declaration counts in any order of rows', () => {
  const facts = [said('nha', 'denied', '22'), said('khue', 'declared-fake', '20')];
  for (const rows of [facts, facts.toReversed()]) expect(standingOf(account('MB:0900000101'), [], rows, NOW).statement).toMatchObject({ officialRef: 'khue', kind: 'declared-fake' });
});
test('of two denials the later one is shown', () => {
  expect(standingOf(account('MB:0900000101'), [], [said('nha', 'denied', '20'), said('khue', 'denied', '22')], NOW).statement?.officialRef).toBe('khue');
});
test('a phone that is published speaks against the Zalo account of that number, and the other way; a registered phone does not speak for it', () => {
  const published = (type: string, value: string): KnownIdentifierRow => ({ ...known('x', NOW), type, value, number: null });
  const zalo = { type: 'profile', value: 'zalo:84900000720' };
  const phone = { type: 'phone', value: '84900000720' };
  expect(lookUpKeys(zalo)).toContainEqual(phone);
  expect(standingOf(zalo, [published('phone', phone.value)], [], NOW).state).toBe('red');
  expect(standingOf(phone, [published('profile', zalo.value)], [], NOW).state).toBe('red');
  const registered: RegisterFact = { ...phone, channel: { officialRef: 'khue', platform: 'phone', state: 'current', confirmedAt: NOW, expiresAt: null, hijackedAt: null }, statement: null };
  expect(standingOf(phone, [], [registered], NOW).state).toBe('genuine');
  expect(standingOf(zalo, [], [registered], NOW).state).toBe('unknown');
});
