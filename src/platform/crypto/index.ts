import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DomainError } from '#kernel/domain-error.ts';

/** Crockford's base 32 without I, L, O, U: survives being read out and typed again. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `bytes` random bytes as text; 16 bytes → 26 characters, 128 bits. */
export function newToken(bytes: number): string {
  let bits = 0n;
  for (const byte of randomBytes(bytes)) bits = (bits << 8n) | BigInt(byte);
  let out = '';
  for (let left = Math.ceil((bytes * 8) / 5); left > 0; left -= 1) {
    out = (ALPHABET[Number(bits & 31n)] ?? '') + out;
    bits >>= 5n;
  }
  return out;
}

/** Accepts what people make of a token: lower case, spaces, dashes, O for 0, I or l for 1. Null when it cannot be one. */
export function readToken(text: string, length: number): string | null {
  const cleaned = text.slice(0, 200).toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return cleaned.length === length && /^[0-9A-HJKMNP-TV-Z]+$/.test(cleaned) ? cleaned : null;
}

/** UUID version 7 (RFC 9562 §5.7): sorts by time, so that primary keys are appended, not scattered. */
export function newId(now: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();

/** Equality that takes the same time wherever the difference stands. */
export function isEqualSecret(a: string, b: string): boolean {
  return timingSafeEqual(sha256(a), sha256(b));
}

export interface Keys {
  /** AES-256-GCM under a key for `purpose` and, where given, a secret that only the caller has. `context` is authenticated, not stored. */
  seal(purpose: string, plain: Buffer, context: string, secret?: string): Buffer;
  /** Throws DomainError `crypto.unreadable` when anything was changed or the key is another. */
  open(purpose: string, sealed: Buffer, context: string, secret?: string): Buffer;
  /** HMAC-SHA-256 token: equal for equal values, says nothing without the key file. */
  blind(purpose: string, value: string): Buffer;
}

const VERSION = 1;

export function createKeys(master: Buffer): Keys {
  const hkdf = (purpose: string, secret: string): Buffer => Buffer.from(hkdfSync('sha256', master, secret, `chinhdanh/${purpose}/v${VERSION}`, 32));
  // Purposes are a handful of constants; every check blinds several values under the same one.
  const common = new Map<string, Buffer>();
  const derive = (purpose: string, secret = ''): Buffer => {
    if (secret !== '') return hkdf(purpose, secret);
    const key = common.get(purpose) ?? hkdf(purpose, '');
    common.set(purpose, key);
    return key;
  };
  return {
    seal(purpose, plain, context, secret) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', derive(purpose, secret), iv).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), body]);
    },
    open(purpose, sealed, context, secret) {
      try {
        if (sealed[0] !== VERSION || sealed.length < 29) throw new Error('unknown version');
        const decipher = createDecipheriv('aes-256-gcm', derive(purpose, secret), sealed.subarray(1, 13), { authTagLength: 16 }).setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(13, 29));
        return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]);
      } catch (cause) {
        throw new DomainError('crypto.unreadable', {}, { cause });
      }
    },
    blind: (purpose, value) => createHmac('sha256', derive(`blind/${purpose}`)).update(value).digest(),
  };
}

/** Reads the key file, or creates it (0600) when there is none. A file that others may read is refused: its secrets are no longer secret. */
export function loadKeys(file: string): Keys {
  let text: string;
  try {
    if (!existsSync(file)) createKeyFile(file);
    if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) throw new DomainError('keys.too-open', { file });
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw cause instanceof DomainError ? cause : new DomainError('keys.unreadable', { file, detail: cause instanceof Error && 'code' in cause ? String(cause.code) : '' }, { cause });
  }
  const master = parseMaster(text);
  if (!master) throw new DomainError('keys.malformed', { file });
  return createKeys(master);
}

/** Whole on disk before it gets its name, and never over an existing one: of two processes that start at once both must end up with the same keys. */
function createKeyFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const temporary = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(temporary, `${JSON.stringify({ version: 1, master: randomBytes(32).toString('base64') })}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    chmodSync(temporary, 0o600);
    linkSync(temporary, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

function parseMaster(text: string): Buffer | null {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || !('master' in parsed) || typeof parsed.master !== 'string') return null;
    const master = Buffer.from(parsed.master, 'base64');
    return master.length === 32 ? master : null;
  } catch {
    return null;
  }
}
