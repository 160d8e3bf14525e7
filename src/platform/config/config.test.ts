import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ConfigError, configurationDoc, isLoopback, loadConfig } from './index.ts';

describe('loadConfig', () => {
  test('an empty environment gives the defaults: embedded database, loopback', () => {
    expect(loadConfig({})).toMatchObject({ databaseUrl: null, host: '127.0.0.1', port: 8080, services: ['web', 'worker'], sample: 'auto' });
  });
  test('all wrong values are listed at once, secrets are not repeated', () => {
    const wrong = { PORT: 'http', SERVICES: 'web,mail', DATABASE_URL: 'mysql://root:secret-word@db', LOG_LEVEL: 'loud', PUBLIC_URL: 'chinhdanh', CHINHDANH_DTA: '/x' };
    let error: unknown;
    try { loadConfig(wrong); } catch (e) { error = e; }
    expect(error).toBeInstanceOf(ConfigError);
    const text = String(error);
    for (const name of Object.keys(wrong)) expect(text).toContain(`- ${name}:`);
    expect(text).not.toContain('secret-word');
  });
  test.each(['65536', '-1', '1e3', '8080x', '0x50'])('PORT=%s is refused', (port) => {
    expect(() => loadConfig({ PORT: port })).toThrow(/PORT/);
  });
  test.each(['proxy', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0', '::1/129', '10.0.0.0/'])('TRUST_PROXY=%s is refused before a request depends on it', (value) => {
    expect(() => loadConfig({ TRUST_PROXY: value })).toThrow(/TRUST_PROXY/);
  });
  test.each(['ftp://x', 'kiemtra.tinhmau.example', 'https://tinhmau.example/kiemtra', 'https://tinhmau.example?a=1', 'https://tinhmau.example#a', 'https://ai@tinhmau.example'])('PUBLIC_URL=%s is refused before a link is made of it', (value) => {
    expect(() => loadConfig({ PUBLIC_URL: value })).toThrow(/PUBLIC_URL/);
  });
  test('PUBLIC_URL with or without its closing slash is one address', () => {
    for (const value of ['https://kiemtra.tinhmau.example:8443', 'https://kiemtra.tinhmau.example:8443/']) expect(loadConfig({ PUBLIC_URL: value }).publicUrl).toBe('https://kiemtra.tinhmau.example:8443');
  });
  test('addresses and networks are taken', () => {
    expect(loadConfig({ TRUST_PROXY: '127.0.0.1, 10.0.0.0/8,fd00::/8', METRICS_ALLOW: '192.0.2.7' })).toMatchObject({ trustProxy: ['127.0.0.1', '10.0.0.0/8', 'fd00::/8'], metricsAllow: ['192.0.2.7'] });
  });
  test('sample mode beyond loopback is refused', () => {
    expect(() => loadConfig({ SAMPLE: 'on', HOST: '0.0.0.0' })).toThrow(/SAMPLE/);
    expect(() => loadConfig({ SAMPLE: 'on', PUBLIC_URL: 'https://kiemtra.tinhmau.example' })).toThrow(/SAMPLE/);
    expect(loadConfig({ SAMPLE: 'on', HOST: '127.0.0.2', PUBLIC_URL: 'http://localhost:8080' }).sample).toBe('on');
  });
});
test.each([['127.0.0.1', true], ['::1', true], ['localhost', true], ['0.0.0.0', false], ['127.evil.example', false], ['10.0.0.1', false]])('%s is loopback: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
test('docs/configuration.md is current', () => {
  expect(readFileSync(new URL('../../../docs/configuration.md', import.meta.url), 'utf8')).toBe(configurationDoc());
});
