import { expect, test } from 'vitest';
import { DomainError } from '#kernel/domain-error.ts';
import { readRequest, type CheckRequest } from './check.reader.ts';

const found = (request: CheckRequest): string[] => readRequest(request).found.map((f) => `${f.role} ${f.identifier.value}`);

test('a stretch that is read as profile and as link is one place', () => {
  const [page] = readRequest({ text: 'Em nhắn anh qua facebook.com/khue.le.mau nhé' }).found;
  expect(page?.spans).toEqual([{ start: 16, end: 40 }]);
});
test('"Zalo" beside a phone means the Zalo account of that phone, in whichever field the phone stands', () => {
  expect(found({ channel: { platform: 'zalo', value: '0900 000 101' } })).toEqual(['channel zalo:84900000101']);
  expect(found({ phone: '0900 000 101', channel: { platform: 'zalo' } })).toEqual(['channel zalo:84900000101']);
  expect(found({ phone: '0900 000 101', channel: { platform: 'zalo', value: '0900 000 102' } })).toEqual(['channel 84900000101', 'channel zalo:84900000102']);
});
test('a call is a phone, also from a number that has a Zalo account', () => {
  expect(found({ channel: { platform: 'phone', value: '0900 000 101' } })).toEqual(['channel 84900000101']);
});
test('what the asker names as the channel outranks the same number in the text', () => {
  expect(readRequest({ text: 'Gọi 0900 000 101 nhé', phone: '0900000101' }).found.filter((f) => f.identifier.type === 'phone')).toMatchObject([{ role: 'channel', spans: [{ start: 4, end: 16 }] }]);
});
test.each([
  ['phone', { phone: 'không có' }], ['channel/value', { channel: { platform: 'facebook', value: 'anh Khuê' } }], ['account/bank', { account: { number: '0900000101', bank: 'không rõ' } }], ['qr', { qr: 'xyz' }],
] as const)('what cannot be read names its field: %s', (field, request) => {
  let thrown: unknown = null;
  try { readRequest(request); } catch (error) { thrown = error; }
  expect(thrown).toBeInstanceOf(DomainError);
  expect(thrown).toMatchObject({ code: 'check.unreadable', params: { field } });
});
