import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BANK_HOSTS, PLATFORM_HOSTS, STATE_HOSTS } from './domains.data.ts';
import { imitates, isGenuineHost, readEmail, readLink } from './index.ts';
import { decodePunycode } from './punycode.ts';

const list = (name: string): string[] => readFileSync(new URL(`../../../tests/golden/identifiers/${name}`, import.meta.url), 'utf8').split('\n').filter((l) => l !== '' && !l.startsWith('#'));
const codes = (link: string): string[] => readLink(link)?.warnings.map((w) => w.code) ?? ['unread'];
const isFlagged = (link: string): boolean => codes(link).includes('lookalike-domain');

describe('both errors over the lists', () => {
  test('no genuine host is called a look-alike', () => {
    const genuine = list('genuine-hosts.txt');
    expect(genuine.length).toBeGreaterThan(400);
    expect(genuine.filter((host) => isFlagged(`https://${host}/trang?x=1`))).toEqual([]);
  });
  test('at most one fake in a hundred passes', () => {
    const fakes = list('fake-hosts.txt');
    expect(fakes.length).toBeGreaterThan(300);
    const missed = fakes.filter((link) => !isFlagged(link));
    expect(missed.length, missed.join(' ')).toBeLessThanOrEqual(fakes.length / 100);
  });
});

describe('ways of hiding a host', () => {
  test.each([
    ['http://vietcombank.com.vn@evil.top/x', 'evil.top'], ['https://vietcombank.com.vn:443@103.1.2.3/', '103.1.2.3'], ['https://vietcombank.com.vn／@evil.top', 'evil.top'], ['https://vietcombank.com.vn%2F@evil.top/', 'evil.top'],
    ['https://evil.top\\@vietcombank.com.vn', 'evil.top'], ['https:\\\\evil.top\\vietcombank.com.vn', 'evil.top'], ['https:evil.top', 'evil.top'], ['https://evil。top/x', 'evil.top'], ['https://evil．top/x', 'evil.top'], ['https://ev%69l.top/x', 'evil.top'],
    ['https://evil.top./x', 'evil.top'], ['https://ev\u200bil.top/x', 'evil.top'], ['https://ev\u00adil.top/x', 'evil.top'], ['ＨＴＴＰＳ：／／ｅｖｉｌ．ｔｏｐ／x', 'evil.top'], ['hxxps://evil[.]top/x', 'evil.top'], ['HTTPS://EVIL.TOP/x', 'evil.top'],
    ['https://www.google.com/url?q=https%3A%2F%2Fevil.top%2Fx&sa=D', 'evil.top'], ['https://l.facebook.com/l.php?u=https%3A%2F%2Fevil.top%2Fx&h=AT0', 'evil.top'], ['https://www.youtube.com/redirect?q=https%3A%2F%2Fevil.top', 'evil.top'],
  ])('%s goes to %s', (link, host) => {
    expect(new URL(readLink(link)?.value ?? 'https://unread.example').host).toBe(host);
  });
  test.each(['http://2130706433/x', 'http://0x7f.1/x', 'http://0177.0.0.1/x', 'http://127.1/x', '127.0.0.1:8080/x', 'http://[::ffff:127.0.0.1]/x', 'http://[2001:db8::1]'])('%s is a bare address', (link) => {
    expect(codes(link)).toContain('ip-address');
  });
  test('a user part is named even when it imitates nobody', () => {
    expect(readLink('https://xin-chao@evil.top/x')?.warnings).toContainEqual({ code: 'hidden-host', detail: 'xin-chao' });
  });
  test('scripts mixed in one name are named; an honest Vietnamese name is not', () => {
    expect(codes('https://bаnk-moi.com')).toContain('confusable-characters');
    expect(codes('https://xn--e1awd7f.com')).toContain('punycode');
    expect(codes('https://tênmiềntiếngviệt.vn')).toEqual([]);
    expect(codes('https://viẹtcombank.vn')).toContain('lookalike-domain');
  });
  test.each(['https://bit.ly/3abc', 'https://tinyurl.com/x', 's.id/abc', 'https://sub.bom.so/x'])('%s is a shortener', (link) => { expect(readLink(link)).toMatchObject({ kind: 'shortener', warnings: [{ code: 'shortener' }] }); });
  test('a map link is none', () => { expect(codes('https://maps.app.goo.gl/AbC123')).toEqual([]); });
  test.each([
    ['https://kho-ung-dung.example/vneid.APK', 'vneid.APK'], ['https://tai.example/a.apk?token=1', 'a.apk'], ['https://tai.example/get?file=VssID.apk', 'VssID.apk'], ['https://tai.example/x%2Eapk', 'x.apk'], ['https://tai.example/cai.mobileconfig', 'cai.mobileconfig'], ['itms-services://?action=download-manifest&url=https://a.example/m.plist', 'itms-services'],
  ])('%s installs something', (link, detail) => {
    expect(readLink(link)).toMatchObject({ kind: 'app-download' });
    expect(readLink(link)?.warnings).toContainEqual({ code: 'app-download', detail });
  });
  test.each(['https://play.google.com/store/apps/details?id=com.vnid', 'https://example.com/apk-la-gi', 'https://apk.example/tin'])('%s installs nothing by itself', (link) => { expect(codes(link)).not.toContain('app-download'); });
  test('a lent host with a borrowed name in the path', () => {
    expect(isFlagged('https://sites.google.com/view/vietcombank-xacthuc/trang-chu')).toBe(true);
    expect(isFlagged('https://sites.google.com/view/thpt-xa-mau')).toBe(false);
  });
  test('forms and file shares say nothing about who asks: never official', () => {
    expect(readLink('https://docs.google.com/forms/d/e/1FAIpQL/viewform')?.kind).toBe('form');
    expect(readLink('https://forms.gle/AbCdEf')?.kind).toBe('form');
    expect(readLink('https://drive.google.com/file/d/1/view')?.kind).toBe('file-share');
    expect(readLink('https://congan.quangtri.gov.vn/tin')?.kind).toBe('official-domain');
  });
});

describe('whatever the name', () => {
  const genuine = [...STATE_HOSTS, ...BANK_HOSTS, ...PLATFORM_HOSTS, 'quangtri.gov.vn', 'bocongan.gov.vn'];
  const label = fc.stringMatching(/^[a-z0-9]{1,12}$/);
  test('a genuine host and everything below it is left alone', () => {
    fc.assert(fc.property(fc.constantFrom(...genuine), fc.array(label, { maxLength: 3 }), (host, front) => {
      const whole = [...front, host].join('.');
      expect(isGenuineHost(whole)).toBe(true);
      expect(imitates(whole)).toBeNull();
    }));
  });
  test('a genuine host in front of another is always noticed', () => {
    fc.assert(fc.property(fc.constantFrom(...genuine), fc.stringMatching(/^[b-df-hj-np-tv-z]{4,10}$/), fc.constantFrom('top', 'com', 'vn', 'net.vn', 'pages.dev'), (host, name, ending) => {
      expect(imitates(`${host}.${name}.${ending}`)).not.toBeNull();
      expect(imitates(`${host}-${name}.${ending}`)).not.toBeNull();
    }));
  });
  test('one look-alike letter in a bank name is always noticed', () => {
    const swaps: Readonly<Record<string, readonly string[]>> = { o: ['0', 'о', 'ο', 'ọ'], i: ['1', 'l', 'і', 'ı'], a: ['а', 'α', 'ạ'], e: ['3', 'е', 'ẹ'], m: ['rn'], n: ['ո'], t: ['т'], k: ['к'], c: ['с'] };
    fc.assert(fc.property(fc.constantFrom('vietcombank', 'vietinbank', 'agribank', 'techcombank', 'sacombank', 'eximbank', 'facebook', 'bocongan', 'dichvucongquocgia'), fc.nat(20), fc.nat(5), fc.constantFrom('com', 'vn', 'top'), (name, at, which, ending) => {
      const options = swaps[name[at % name.length] ?? ''] ?? [];
      const put = options[which % Math.max(1, options.length)];
      if (!put) return;
      const fake = name.slice(0, at % name.length) + put + name.slice((at % name.length) + 1);
      expect(isFlagged(`https://${fake}.${ending}`), fake).toBe(true);
    }));
  });
  // RFC 3492 §7.1, samples (L) and (D).
  test.each([['3B-ww4c5e180e575a65lsy2b', '3年b組金八先生'], ['Proprostnemluvesky-uyb24dma41a', 'Pročprostěnemluvíčesky']])('punycode %s', (encoded, plain) => { expect(decodePunycode(encoded)?.toLowerCase()).toBe(plain.toLowerCase()); });
});

describe('e-mail', () => {
  test.each([
    ['Le.Khue@SXD.tinhmau.gov.vn', 'le.khue@sxd.tinhmau.gov.vn', 'official-domain'], ['"Sở Mẫu" <van.thu@sxd.tinhmau.gov.vn>', 'van.thu@sxd.tinhmau.gov.vn', 'official-domain'], ['mailto:khue@gmail.com?subject=a', 'khue@gmail.com', 'email'], ['khue@tênmiền.vn', `khue@${new URL('https://tênmiền.vn').hostname}`, 'email'],
  ])('%s', (raw, value, kind) => { expect(readEmail(raw)).toMatchObject({ value, kind, warnings: [] }); });
  test.each([['hotro@vietcombank-hotro.com', 'vietcombank.com.vn'], ['bocongan.gov.vn@gmail.com', 'gov.vn'], ['cskh.vietcombank.com.vn@mail.example', 'vietcombank.com.vn'], ['a@congan.quangtri.gov.vn.top', 'gov.vn']])('%s imitates %s', (raw, detail) => {
    expect(readEmail(raw)?.warnings).toContainEqual({ code: 'lookalike-domain', detail });
  });
  test.each(['congan.xamau@gmail.com', 'ubndxamau@gmail.com', 'khue@gmail.com'])('%s is left alone: small offices write from such addresses', (raw) => { expect(readEmail(raw)?.warnings).toEqual([]); });
  test.each(['khue@gmail.com.', 'a@b', '@gmail.com', 'khue@', 'khue@gmail..com', 'khue khue@gmail.com', 'khue@1.2.3.4'])('%s is no address', (raw) => { expect(readEmail(raw)).toBeNull(); });
});
