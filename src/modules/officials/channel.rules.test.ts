import { describe, expect, test } from 'vitest';
import { accountKey, readChannel } from './channel.rules.ts';
import type { ChannelPlatform } from './official.contract.ts';
import { positionBefore, readStated } from './register.rules.ts';

const read = (platform: ChannelPlatform, raw: string): string => { const r = readChannel(platform, raw); return r.ok ? `${r.channel.platform} ${r.channel.type} ${r.channel.value}` : r.code; };

describe('a channel in any spelling becomes what a check looks up', () => {
  test.each<[ChannelPlatform, string, string]>([
    ['zalo', '0912 345 678', 'zalo profile zalo:84912345678'],
    ['zalo', '+84912345678', 'zalo profile zalo:84912345678'],
    ['zalo', 'https://zalo.me/0912345678', 'zalo profile zalo:84912345678'],
    ['zalo', '01212345678', 'zalo profile zalo:84792345678'],
    ['facebook', 'https://www.facebook.com/Le.Trong.Khue?mibextid=x', 'facebook profile facebook:letrongkhue'],
    ['facebook', 'le.trong.khue', 'facebook profile facebook:letrongkhue'],
    ['facebook', 'm.facebook.com/profile.php?id=100012345678901', 'facebook profile facebook:100012345678901'],
    ['facebook', '100012345678901', 'facebook profile facebook:100012345678901'],
    ['facebook', 'm.me/letrongkhue', 'facebook profile facebook:letrongkhue'],
    ['phone', '0233.385.2555', 'phone phone 842333852555'],
    ['email', 'Khue.LT@tinhmau.gov.vn', 'email email khue.lt@tinhmau.gov.vn'],
    ['website', 'soxaydung.tinhmau.gov.vn', 'website url https://soxaydung.tinhmau.gov.vn'],
    ['other', 't.me/le_trong_khue', 'telegram profile telegram:le_trong_khue'],
    ['other', 'https://www.tiktok.com/@letrongkhue', 'tiktok profile tiktok:@letrongkhue'],
    ['telegram', 't.me/le_trong_khue', 'telegram profile telegram:le_trong_khue'],
    ['other', 'https://forum.tinhmau.gov.vn/khue', 'other url https://forum.tinhmau.gov.vn/khue'],
  ])('%s %s', (platform, raw, expected) => { expect(read(platform, raw)).toBe(expected); });
});

describe('what must not be shown green later is refused now', () => {
  test.each<[ChannelPlatform, string, string]>([
    ['facebook', 'https://www.facebook.com/share/1AbCdEfGhI/', 'officials.channel-share-link'],
    ['facebook', 'facebook.com/groups/12345678', 'officials.channel-is-group'],
    ['facebook', 'zalo.me/0912345678', 'officials.channel-wrong-column'],
    ['facebook', 'soxaydung.gov.vn', 'officials.channel-unreadable'],
    ['zalo', '912345678', 'officials.channel-lost-zero'],
    ['zalo', '02333852555', 'officials.channel-not-own-line'],
    ['zalo', 'zalo.me/g/abcdef123', 'officials.channel-is-group'],
    ['phone', '912345678', 'officials.channel-lost-zero'],
    ['phone', '113', 'officials.channel-not-own-line'],
    ['phone', '19001234', 'officials.channel-not-own-line'],
    ['phone', '+855123456789', 'officials.channel-not-own-line'],
    ['phone', 'gọi văn phòng', 'officials.channel-unreadable'],
    ['email', 'khue@', 'officials.channel-unreadable'],
    ['website', 'facebook.com/letrongkhue', 'officials.channel-wrong-column'],
    ['website', 'http://203.0.113.7/so', 'officials.channel-suspicious'],
    ['website', 'bit.ly/abc', 'officials.channel-suspicious'],
    ['other', 'facebook.com/letrongkhue', 'officials.channel-wrong-column'],
    ['tiktok', 't.me/le_trong_khue', 'officials.channel-wrong-column'],
  ])('%s %s → %s', (platform, raw, expected) => { expect(read(platform, raw)).toBe(expected); });

  test('the lost zero comes with its repair', () => {
    expect(readChannel('phone', '912345678')).toMatchObject({ params: { proposal: '0912 345 678' } });
  });
});

test('a phone and the Zalo account bound to it are one account', () => {
  expect(accountKey('phone', '84912345678')).toBe(accountKey('profile', 'zalo:84912345678'));
  expect(accountKey('phone', '84912345678')).not.toBe(accountKey('profile', 'zalo:84912345679'));
});

test('a position does not say its unit twice', () => {
  expect(positionBefore('Giám đốc Sở Xây dựng', 'Sở Xây dựng tỉnh Mẫu')).toBe('Giám đốc');
  expect(positionBefore('Chủ tịch UBND', 'UBND phường Bến Mẫu')).toBe('Chủ tịch');
  expect(positionBefore('Chủ tịch UBND', 'phường Bến Mẫu')).toBe('Chủ tịch UBND');
  expect(positionBefore('Trưởng phòng', 'Phòng Kế hoạch, Sở Xây dựng tỉnh Mẫu')).toBe('Trưởng phòng');
  expect(positionBefore('Giám đốc', 'Sở Xây dựng tỉnh Mẫu')).toBe('Giám đốc');
  expect(positionBefore('Sở Xây dựng', 'Sở Xây dựng tỉnh Mẫu')).toBe('Sở Xây dựng');
});

test('what an official points at is read as people write it; a number that may be two things is not guessed', () => {
  expect(readStated('facebook.com/le.trong.khue.gia')).toEqual({ type: 'profile', value: 'facebook:letrongkhuegia' });
  expect(readStated('zalo:84912345678')).toEqual({ type: 'profile', value: 'zalo:84912345678' });
  expect(readStated({ type: 'phone', value: '84912345678' })).toEqual({ type: 'phone', value: '84912345678' });
  expect(() => readStated('0912345678')).toThrow('officials.identifier-ambiguous');
  expect(() => readStated('')).toThrow('officials.identifier-unreadable');
  expect(() => readStated({ type: 'phone', value: '0912' })).toThrow('officials.identifier-unreadable');
});
