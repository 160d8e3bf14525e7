/** Bounds on what a body may be, before any object is built from it. */

/** Deeper JSON has no use here and makes recursive code overflow. */
const MAX_DEPTH = 16;
/** More keys and items than any of our shapes has. */
const MAX_PARTS = 2000;

/** A text of 20,000 Vietnamese characters is 60 KB of UTF-8, 120 KB with \u escapes and up to 180 KB as a form. */
export const BODY_LIMIT = 256 * 1024;

export class BodyError extends Error {
  readonly statusCode = 400;
  readonly code: string;
  constructor(code: string) { super(code); this.code = code; }
}

/** Parses JSON after a linear scan for nesting and number of parts; refuses keys that reach a prototype, keys given twice (which of the two would count?) and invalid UTF-8. */
export function parseJson(body: Buffer): unknown {
  const members = scan(body);
  const text = decodeUtf8(body);
  let seen = 0;
  const revive = function revive(this: unknown, key: string, value: unknown): unknown {
    if (!Array.isArray(this)) {
      seen += 1;
      if (key === '__proto__' || key === 'constructor' || key === 'prototype') throw new BodyError('not-json');
    }
    return typeof value === 'string' ? cleanText(value) : value;
  };
  let value: unknown;
  try {
    value = JSON.parse(text, revive);
  } catch (error) {
    throw error instanceof BodyError ? error : new BodyError('not-json');
  }
  // The reviver is called for each member that is left, and once for the whole.
  if (seen - 1 !== members) throw new BodyError('duplicate-field');
  return value;
}

/** Bounds nesting and parts before anything is built; returns how many object members the text has. */
function scan(body: Buffer): number {
  let depth = 0;
  let commas = 0;
  let members = 0;
  let inString = false;
  for (let i = 0; i < body.length; i += 1) {
    const c = body[i];
    if (inString) {
      if (c === 0x5c) i += 1;
      else if (c === 0x22) inString = false;
    } else if (c === 0x22) inString = true;
    else if (c === 0x7b || c === 0x5b) { depth += 1; if (depth > MAX_DEPTH) throw new BodyError('too-deep'); }
    else if (c === 0x7d || c === 0x5d) depth -= 1;
    else if (c === 0x3a) members += 1;
    else if (c === 0x2c) commas += 1;
    if (members + commas > MAX_PARTS) throw new BodyError('too-many-parts');
  }
  return members;
}

/** PostgreSQL keeps no NUL and UTF-8 no half surrogate pair: each becomes U+FFFD, one for one, so that offsets stay and a person in need is not refused for what a copy did. */
export function cleanText(text: string): string {
  return text.replace(/\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

export function decodeUtf8(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new BodyError('not-utf8');
  }
}

const MAX_FIELDS = 40;

/** `application/x-www-form-urlencoded` of an HTML form. A field given twice keeps its first value; "a.b" stays a flat name. */
export function parseForm(body: Buffer): Record<string, string> {
  const out: Record<string, string> = Object.create(null) as Record<string, string>; // no prototype: a field named "constructor" is just a field
  const parts = decodeUtf8(body).split('&');
  if (parts.length > MAX_FIELDS) throw new BodyError('too-many-parts');
  for (const part of parts) {
    const at = part.indexOf('=');
    const [name, value] = at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
    const key = decodeComponent(name);
    if (key !== '' && !(key in out)) out[key] = cleanText(decodeComponent(value));
  }
  return { ...out };
}

function decodeComponent(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new BodyError('not-utf8');
  }
}

export function parseCookies(header: string | undefined): Record<string, string> {
  const out: Record<string, string> = Object.create(null) as Record<string, string>; // as above
  for (const part of (header ?? '').slice(0, 4096).split(';').slice(0, 40)) {
    const at = part.indexOf('=');
    if (at > 0) out[part.slice(0, at).trim()] = part.slice(at + 1).trim();
  }
  return out;
}
