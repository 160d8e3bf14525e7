import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseIdentifier, readIdentifier, readLink } from './index.ts';

describe('who stands behind a link', () => {
  test.each([
    ['https://www.facebook.com/profile.php?id=100012345678901&mibextid=x', '100012345678901', 'person'], ['fb.com/Le.Trong.Khue', 'letrongkhue', 'person'], ['https://m.facebook.com/le.trong.khue/', 'letrongkhue', 'person'], ['https://vi-vn.facebook.com/le.trong.khue', 'letrongkhue', 'person'], ['https://web.facebook.com/profile.php?id=100012345678901', '100012345678901', 'person'],
    ['facebook.com/people/Le-Khue/100012345678901/', '100012345678901', 'person'], ['https://www.facebook.com/groups/123456789/user/100012345678901/', '100012345678901', 'person'], ['https://www.facebook.com/marketplace/profile/100012345678901/', '100012345678901', 'person'], ['https://www.facebook.com/permalink.php?story_fbid=pfbid0x&id=100012345678901', '100012345678901', 'person'],
    ['https://www.facebook.com/story.php?story_fbid=1&id=100012345678901', '100012345678901', 'person'], ['https://www.facebook.com/le.trong.khue/posts/123', 'letrongkhue', 'person'], ['https://www.facebook.com/le.trong.khue/photos/a.1/2', 'letrongkhue', 'person'], ['https://www.facebook.com/pages/Trang-Mau/100064000000001', '100064000000001', 'page'],
    ['https://www.facebook.com/pages/category/Bank/Trang-Mau-100064000000001/', '100064000000001', 'page'], ['https://www.facebook.com/p/Trang-Mau-100064000000001/', '100064000000001', 'page'], ['https://www.facebook.com/Trang-Mau-100064000000001', '100064000000001', 'page'], ['https://www.facebook.com/pg/trangmau/about', 'trangmau', 'page'], ['https://www.facebook.com/groups/nhom.mau/', 'groups/nhommau', 'group'],
    ['https://www.facebook.com/share/1AbCdEfG/?mibextid=x', 'share/1AbCdEfG', 'share'], ['https://www.facebook.com/share/p/1AbCdEfG/', 'share/p/1AbCdEfG', 'share'], ['https://m.me/letrongkhue', 'letrongkhue', 'messenger'], ['https://www.messenger.com/t/100012345678901', '100012345678901', 'messenger'], ['https://www.messenger.com/e2ee/t/100012345678901', '100012345678901', 'messenger'],
    ['https://www.facebook.com/messages/t/100012345678901', '100012345678901', 'messenger'], ['https://www.facebook.com/le.trong.khue/posts/123?comment_id=9', 'letrongkhue', 'comment'], ['https://www.facebook.com/story.php?story_fbid=1&id=100012345678901&reply_comment_id=9', '100012345678901', 'comment'],
    ['https://m.me/j/AbCdEf/', 'm/j/AbCdEf', 'group'], ['fb://profile/100012345678901', '100012345678901', 'person'], ['fb-messenger://user/100012345678901', '100012345678901', 'messenger'],
  ])('facebook: %s', (raw, id, kind) => { expect(readLink(raw)).toMatchObject({ type: 'profile', value: `facebook:${id}`, kind }); });
  test.each([
    ['zalo.me/0912345678', 'zalo:84912345678', 'phone'], ['https://zalo.me/84912345678', 'zalo:84912345678', 'phone'], ['https://chat.zalo.me/?phone=0912345678', 'zalo:84912345678', 'phone'], ['zalo://conversation?phone=84912345678', 'zalo:84912345678', 'phone'], ['https://zalo.me/g/abcxyz123', 'zalo:g/abcxyz123', 'group'], ['https://zaloapp.com/qr/p/1aBcDeF', 'zalo:qr/p/1aBcDeF', 'qr'],
    ['https://zaloapp.com/qr/g/1aBcDeF', 'zalo:qr/g/1aBcDeF', 'group'], ['zalo.me/1234567890123456789', 'zalo:1234567890123456789', 'official-account'], ['https://oa.zalo.me/1234567890123456789', 'zalo:1234567890123456789', 'official-account'], ['https://zalo.me/s/1234567890/', 'zalo:s/1234567890', 'app'], ['https://zalo.me/Sotttt', 'zalo:sotttt', 'name'],
    ['t.me/Ten_Nguoi', 'telegram:ten_nguoi', 'person'], ['https://t.me/s/Ten_Nguoi', 'telegram:ten_nguoi', 'person'], ['https://t.me/ten_nguoi/123', 'telegram:ten_nguoi', 'person'], ['https://ten_nguoi.t.me', 'telegram:ten_nguoi', 'person'], ['https://telegram.me/ten_nguoi', 'telegram:ten_nguoi', 'person'], ['https://web.telegram.org/k/#@Ten_Nguoi', 'telegram:ten_nguoi', 'person'],
    ['https://t.me/+AbCdEf123', 'telegram:+AbCdEf123', 'invite'], ['https://t.me/joinchat/AbCdEf123', 'telegram:+AbCdEf123', 'invite'], ['tg://join?invite=AbCdEf123', 'telegram:+AbCdEf123', 'invite'], ['https://t.me/+84912345678', 'telegram:+84912345678', 'phone'], ['tg://resolve?phone=84912345678', 'telegram:+84912345678', 'phone'], ['tg://resolve?domain=Ten_Nguoi', 'telegram:ten_nguoi', 'person'],
    ['https://t.me/c/1234567890/12', 'telegram:c/1234567890', 'channel'], ['https://www.tiktok.com/@Ban.Tin?_t=x', 'tiktok:@ban.tin', 'person'], ['https://www.tiktok.com/@ban.tin/video/7300000000000000000', 'tiktok:@ban.tin', 'person'], ['https://vm.tiktok.com/ZSabcDEF/', 'tiktok:vm/ZSabcDEF', 'share'], ['https://vt.tiktok.com/ZSabcDEF/', 'tiktok:vt/ZSabcDEF', 'share'], ['https://www.tiktok.com/t/ZSabcDEF/', 'tiktok:t/ZSabcDEF', 'share'],
    ['youtube.com/@KenhMau', 'youtube:@kenhmau', 'channel'], ['https://www.youtube.com/@KênhMẫu', 'youtube:@kênhmẫu', 'channel'], ['https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv', 'youtube:channel/UCabcdefghijklmnopqrstuv', 'channel'], ['https://m.youtube.com/c/KenhMau', 'youtube:c/kenhmau', 'channel'], ['https://www.youtube.com/user/KenhMau/videos', 'youtube:user/kenhmau', 'channel'],
    ['https://wa.me/84912345678?text=hi', 'whatsapp:84912345678', 'phone'], ['https://api.whatsapp.com/send?phone=%2B84912345678', 'whatsapp:84912345678', 'phone'], ['whatsapp://send?phone=84912345678', 'whatsapp:84912345678', 'phone'], ['https://chat.whatsapp.com/AbCdEfGh', 'whatsapp:group/AbCdEfGh', 'group'], ['viber://chat?number=%2B84912345678', 'viber:84912345678', 'phone'], ['viber://add?number=84912345678', 'viber:84912345678', 'phone'],
  ])('%s → %s (%s)', (raw, value, kind) => { expect(readLink(raw)).toMatchObject({ type: 'profile', value, kind }); });
  test.each(['https://www.facebook.com/share/1AbCdEfG/', 'https://vm.tiktok.com/ZSabcDEF/', 'https://zaloapp.com/qr/p/1aBcDeF'])('%s does not say whose it is', (raw) => { expect(readLink(raw)?.warnings).toEqual([{ code: 'opaque-share-link' }]); });
});

describe('what names nobody stays a URL', () => {
  test.each(['https://www.facebook.com/login.php', 'https://facebook.com/', 'https://www.facebook.com/reel/123456789', 'https://fb.watch/AbCdEf/', 'https://www.facebook.com/photo/?fbid=1&set=a.2', 'https://www.facebook.com/watch/?v=1', 'https://www.facebook.com/marketplace/item/123', 'https://www.facebook.com/events/123', 'https://www.facebook.com/stories/1/2', 'https://www.facebook.com/hashtag/congan',
    'https://www.facebook.com/groups/', 'https://www.facebook.com/profile.php', 'https://www.facebook.com/1234', 'https://developers.facebook.com/docs', 'https://zalo.me/', 'https://zalo.me/pc', 'https://id.zalo.me/account', 'https://t.me/share/url?url=x', 'https://t.me/proxy?server=1', 'https://t.me/abc', 'https://www.youtube.com/watch?v=abcDEF12345', 'https://youtu.be/abcDEF12345', 'https://www.youtube.com/shorts/abcDEF12345',
    'https://www.tiktok.com/tag/congan', 'https://wa.me/', 'https://facebook.com.vn/le.khue'])('%s', (raw) => { expect(readLink(raw)?.type).toBe('url'); });
  test.each([['https://www.facebook.com/reel/123456789', 'content'], ['https://youtu.be/abcDEF12345', 'content'], ['vneid://dang-nhap?x=1', 'deep-link'], ['intent://pay#Intent;scheme=vneid;end', 'deep-link'], ['market://details?id=com.vnid', 'deep-link'], ['https://example.com/', 'web']])('%s is of kind %s', (raw, kind) => { expect(readLink(raw)).toMatchObject({ type: 'url', kind, warnings: [] }); });
  test.each(['xin chao', '12.500.000', '17.30', 'a@b', 'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'vbscript:x', 'Đ/c.Vĩnh', 'v.v...', 'anh.em', 'Kính gửi:Sở', 'baocao.docx', 'CV542.pdf', '1.250.000/kg', '25.3.2022', 'http://', 'https://.', 'https://-', 'h.t', 'tel:0912345678'])('%s is no link', (raw) => { expect(readLink(raw)).toBeNull(); });
});

describe('one address, one value', () => {
  test.each([
    ['https://Example.com/a?utm_source=zalo&x=1#top', 'http://www.example.com/a?x=1&fbclid=abc'], ['http://vneid-capnhat.top/', 'vneid-capnhat.top'], ['(https://example.com/a).', 'example.com/a'], ['“example.com/a”', 'https://example.com/a/'], ['https://example.com:443/a', 'example.com/a'], ['https://youtu.be/abcDEF12345?si=x', 'https://m.youtube.com/watch?v=abcDEF12345'],
    ['https://m.facebook.com/reel/123', 'https://www.facebook.com/reel/123'], ['https://www.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2Fa', 'example.com/a'], ['https://user:pass@example.com/a', 'https://example.com/a'],
  ])('%s = %s', (one, other) => { expect(readLink(one)?.value).toBe(readLink(other)?.value); });
  test.each([['https://example.com/a', 'https://example.com/b'], ['https://example.com/?id=1', 'https://example.com/?id=2'], ['https://example.com:8080/', 'https://example.com/'], ['https://zalo.me/g/abcdef', 'https://zalo.me/g/ABCDEF'], ['https://bit.ly/3abc', 'https://bit.ly/3ABC']])('%s ≠ %s', (one, other) => { expect(readLink(one)?.value).not.toBe(readLink(other)?.value); });
});

describe('whatever is put in', () => {
  const tail = fc.oneof(fc.string({ maxLength: 40, unit: 'binary' }), fc.stringMatching(/^[\w./?=&@+#%-]{0,40}$/), fc.webPath(), fc.constantFrom('profile.php?id=100012345678901', 'share/p/x_y', 'groups/a.b', 'qr/p/ab.c', 'c/123456', '@a.b/', 'channel/UC', 't/abc', '+84912345678', 'joinchat/x', '%2e%2e/x', 'a%2Fb'));
  const front = fc.constantFrom('fb.com/', 'https://m.facebook.com/', 'zalo.me/', 'zaloapp.com/', 't.me/', 'm.me/', 'youtube.com/', 'youtu.be/', 'tiktok.com/', 'vm.tiktok.com/', 'wa.me/', 'viber://', 'tg://', 'zalo://', 'vneid://', 'https://a.vn/', 'http://', 'https:\\', 'www.', 'hxxp://', 'https://a@', '[', '(');
  test('value and display read back as the same link', () => {
    fc.assert(fc.property(front, tail, (a, b) => {
      const read = readLink(a + b);
      if (!read) return;
      expect(parseIdentifier(read.type, read.value), read.value).toMatchObject({ type: read.type, value: read.value });
      expect(readLink(read.display)?.value, read.display).toBe(read.value);
      expect(readIdentifier(read.display).map((i) => i.value), read.display).toContain(read.value);
    }), { numRuns: 5000 });
  });
  test('only web addresses and known apps come out', () => {
    fc.assert(fc.property(fc.webUrl({ validSchemes: ['http', 'https', 'ftp', 'javascript', 'data', 'blob', 'ws'], withFragments: true, withQueryParameters: true }), (raw) => {
      const read = readLink(raw);
      if (read?.type === 'url') expect(read.value).toMatch(/^(?:https|ftp):\/\//);
    }));
  });
});
