import { resolve } from 'node:path';
import { isIP } from 'node:net';
import { OWN_PREFIX, SETTINGS, type Setting } from './schema.ts';

export interface Config {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  /** Null: derived from the address that is really listened on. */
  readonly publicUrl: string | null;
  readonly keyFile: string;
  readonly services: readonly ('web' | 'worker')[];
  readonly sample: 'auto' | 'on' | 'off';
  readonly province: string;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  readonly trustProxy: readonly string[];
  readonly metricsAllow: readonly string[];
  readonly ratePerMinute: number;
  readonly checksPerIdentifier: number;
  readonly maxRequests: number;
  readonly requestTimeoutMs: number;
  readonly stopGraceMs: number;
  /** People of the province. */
  readonly population: number;
}

/** All wrong values at once: whoever installs should not mend one, start, and meet the next. */
export class ConfigError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`Cấu hình sai / wrong configuration:\n${faults.map((f) => `  - ${f}`).join('\n')}`);
    this.faults = faults;
  }
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** Reads the environment given (process.env in app/). Throws ConfigError with every fault. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = [];
  const value = (name: string): string => {
    const raw = env[name]?.trim();
    return raw === undefined || raw === '' ? (SETTINGS.find((s) => s.name === name)?.fallback ?? '') : raw;
  };
  for (const setting of SETTINGS) faults.push(...faultsOf(setting, value(setting.name)));
  for (const name of Object.keys(env)) {
    if (name.startsWith(OWN_PREFIX) && !SETTINGS.some((s) => s.name === name)) faults.push(`${name}: không có biến này / no such variable`);
  }
  const host = value('HOST');
  if (value('SAMPLE') === 'on' && !isLoopback(host)) faults.push(`SAMPLE=on: chỉ chạy trên địa chỉ loopback, HOST là ${host} / sample mode listens on loopback only, HOST is ${host}`);
  const publicUrl = value('PUBLIC_URL');
  if (value('SAMPLE') === 'on' && URL.canParse(publicUrl) && !isLoopback(new URL(publicUrl).hostname)) faults.push(`SAMPLE=on: chỉ chạy trên máy này, PUBLIC_URL là ${publicUrl.slice(0, 80)} / sample mode stays on this machine, PUBLIC_URL is ${publicUrl.slice(0, 80)}`);
  if (faults.length > 0) throw new ConfigError(faults);
  const dataDir = resolve(value('CHINHDANH_DATA'));
  return {
    databaseUrl: value('DATABASE_URL') || null, dataDir, host, port: Number(value('PORT')), publicUrl: publicUrl.replace(/\/+$/, '') || null,
    keyFile: value('CHINHDANH_KEYS') ? resolve(value('CHINHDANH_KEYS')) : resolve(dataDir, 'keys.json'),
    // The casts below repeat what faultsOf has just proven against `choices`.
    services: list(value('SERVICES')) as Config['services'], sample: value('SAMPLE') as Config['sample'], province: value('PROVINCE').slice(0, 80), logLevel: value('LOG_LEVEL') as Config['logLevel'],
    trustProxy: list(value('TRUST_PROXY')), metricsAllow: list(value('METRICS_ALLOW')), ratePerMinute: Number(value('RATE_PER_MINUTE')),
    checksPerIdentifier: Number(value('CHECKS_PER_IDENTIFIER')), maxRequests: Number(value('MAX_REQUESTS')), requestTimeoutMs: Number(value('REQUEST_TIMEOUT_MS')),
    stopGraceMs: Number(value('STOP_GRACE_MS')), population: Number(value('POPULATION')),
  };
}

const list = (text: string): string[] => text.split(',').map((p) => p.trim()).filter(Boolean);

function faultsOf(setting: Setting, value: string): string[] {
  const { name, kind, choices } = setting;
  const wrong = (vi: string, en: string): string[] => [`${name}: ${vi} / ${en}${setting.isSecret || value === '' ? '' : ` ("${value.slice(0, 80)}")`}`];
  if (kind === 'integer') {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= (setting.min ?? 0) && number <= (setting.max ?? Infinity))) return wrong(`phải là số nguyên từ ${setting.min} đến ${setting.max}`, `must be an integer from ${setting.min} to ${setting.max}`);
  }
  if (kind === 'choice' && !choices?.includes(value)) return wrong(`phải là một trong ${choices?.join(', ')}`, `must be one of ${choices?.join(', ')}`);
  if (kind === 'list' && choices && (list(value).length === 0 || list(value).some((v) => !choices.includes(v)))) return wrong(`chỉ nhận ${choices.join(', ')}`, `takes ${choices.join(', ')} only`);
  if (kind === 'addresses' && list(value).some((v) => !isNetwork(v))) return wrong('phải là địa chỉ IP hoặc mạng như 10.0.0.0/8', 'must be IP addresses or networks such as 10.0.0.0/8');
  // Pages link from the root of the host: below a path, or with a query, no link of theirs would work.
  if (kind === 'url' && value !== '' && !(isUrl(value, ['http:', 'https:']) && /^https?:\/\/[^/?#@]+\/*$/.test(value))) return wrong('phải là địa chỉ http(s), phía sau không có đường dẫn', 'must be an http(s) URL without a path');
  if (kind === 'postgres-url' && value !== '' && !isUrl(value, ['postgres:', 'postgresql:'])) return wrong('phải bắt đầu bằng postgres://', 'must start with postgres://');
  return [];
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  return family !== 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)));
}

function isUrl(text: string, protocols: readonly string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}

/** The text of docs/configuration.md. */
export function configurationDoc(): string {
  const rows = SETTINGS.map((s) => `| \`${s.name}\` | ${s.fallback === '' ? '–' : `\`${s.fallback}\``} | ${s.doc} |`);
  return ['# Configuration', 'Generated from `src/platform/config/schema.ts` by `node scripts/configuration-doc.mjs`; a test fails when it is out of date. A wrong value stops the start, with all wrong ones listed.', '', '| variable | default | meaning |', '| --- | --- | --- |', ...rows, ''].join('\n');
}
