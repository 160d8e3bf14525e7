import { expect, test } from 'vitest';
import { addressKey, createRateLimiter } from './rate.ts';
import { createNetworks } from './networks.ts';

test('free at first, then slower and slower, then refused with the time after which it is free again', () => {
  const limiter = createRateLimiter(60, 3000); // one a second, ten at once
  const waits = Array.from({ length: 16 }, () => limiter.take('a', 0));
  expect(waits.map((w) => w.waitMs)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1000, 2000, 3000, Infinity, Infinity, Infinity]);
  expect(waits[13]?.retryAfter).toBe(4);
  // A refusal costs nothing: whoever goes on knocking is not shut out longer for it.
  expect(limiter.take('a', 1000).waitMs).toBe(3000);
  expect(limiter.take('a', 60_000).waitMs).toBe(0);
});
test('one key does not touch another', () => {
  const limiter = createRateLimiter(6, 0);
  for (let i = 0; i < 20; i += 1) limiter.take('phone:0900000101', 0);
  expect(limiter.take('phone:0900000101', 0).waitMs).toBe(Infinity);
  expect(limiter.take('phone:0900000102', 0).waitMs).toBe(0);
});
test('a clock that is set back neither shuts out nor gives away', () => {
  const limiter = createRateLimiter(60, 1000);
  for (let i = 0; i < 10; i += 1) limiter.take('a', 1_000_000);
  expect(limiter.take('a', 0).waitMs).toBe(1000);
  expect(limiter.take('a', 5000).waitMs).toBe(0);
});
test('many addresses fill no memory, and only the longest idle are forgotten', () => {
  const limiter = createRateLimiter(6, 0);
  for (let i = 0; i < 60_000; i += 1) { limiter.take(`a${i}`, 0); if (i % 1000 === 0) for (let j = 0; j < 10; j += 1) limiter.take('busy', 0); }
  expect(limiter.size).toBeLessThanOrEqual(50_000);
  expect(limiter.take('busy', 0).waitMs).toBe(Infinity);
});
test.each([
  ['192.0.2.7', '192.0.2.7'], ['::ffff:192.0.2.7', '192.0.2.7'], ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'], ['2001:db8:1:2::1', '2001:db8:1:2::/64'], ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'], ['2001:db8::1', '2001:db8:0:0::/64'], ['::1', '0:0:0:0::/64'],
])('%s counts as %s', (address, key) => {
  expect(addressKey(address)).toBe(key);
});
test('networks: single addresses, prefixes, IPv4 written as IPv6; nothing else', () => {
  const isIn = createNetworks(['127.0.0.1', '10.0.0.0/8', 'fd00::/8', '::1']);
  for (const yes of ['127.0.0.1', '::ffff:127.0.0.1', '10.255.0.1', 'fd12::1', '::1']) expect(isIn(yes), yes).toBe(true);
  for (const no of ['127.0.0.2', '11.0.0.1', 'fe80::1', '', 'x', '::2', '10.0.0.1.evil.example']) expect(isIn(no), no).toBe(false);
  expect(createNetworks([])('127.0.0.1')).toBe(false);
});
