import type { Context, Locale } from '#kernel/context.ts';
import { DomainError } from '#kernel/domain-error.ts';
import { isUnavailable } from '#platform/db/index.ts';
import type { I18n } from '#platform/i18n/index.ts';
import { BodyError } from './body.ts';

/** RFC 9457 problem document: stable `code`, sentences in both languages, the faulty fields by JSON pointer. */
export interface Problem {
  readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly code: string; readonly requestId: string;
  readonly messages: Readonly<Record<Locale, string>>;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string; readonly messages: Readonly<Record<Locale, string>> }[];
}
export interface Fault { readonly status: number; readonly code: string; readonly params: Readonly<Record<string, string | number>>; readonly fields: readonly FieldFault[]; readonly headers?: Readonly<Record<string, string>> }
export interface FieldFault { readonly pointer: string; readonly code: string; readonly params: Readonly<Record<string, string | number>> }

export type ErrorMap = Readonly<Record<string, { readonly status: number }>>;

/** Every way a request can fail before or in its handler, as a fault with a code of ours. Unknown errors become `internal` and give nothing away. */
export function faultOf(error: unknown, map: ErrorMap): Fault {
  if (error instanceof DomainError) {
    const status = Object.hasOwn(map, error.code) ? map[error.code]?.status : undefined;
    if (status === undefined) return plain(500, 'internal');
    const { field, retryAfter } = error.params;
    const headers = typeof retryAfter === 'number' ? { 'retry-after': String(retryAfter) } : undefined;
    return { status, code: error.code, params: error.params, fields: typeof field === 'string' ? [{ pointer: `/${field}`, code: error.code, params: error.params }] : [], ...(headers ? { headers } : {}) };
  }
  if (error instanceof BodyError) return plain(400, error.code);
  if (isUnavailable(error)) return plain(503, 'unavailable', { 'retry-after': '5' });
  const e = (typeof error === 'object' && error !== null ? error : {}) as { code?: unknown; statusCode?: unknown; validation?: unknown }; // every field is checked
  if (Array.isArray(e.validation)) return { status: 422, code: 'validation', params: {}, fields: e.validation.slice(0, 20).map(fieldFault) };
  const known = typeof e.code === 'string' ? FASTIFY[e.code] : undefined;
  if (known) return plain(known[0], known[1]);
  const status = typeof e.statusCode === 'number' ? e.statusCode : 500;
  return status >= 400 && status < 500 ? plain(status === 404 ? 404 : 400, status === 404 ? 'not-found' : 'bad-request') : plain(500, 'internal');
}

export const plain = (status: number, code: string, headers?: Record<string, string>): Fault => ({ status, code, params: {}, fields: [], ...(headers ? { headers } : {}) });

const FASTIFY: Readonly<Record<string, readonly [number, string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [413, 'too-large'], FST_ERR_CTP_INVALID_MEDIA_TYPE: [415, 'media-type'], FST_ERR_CTP_INVALID_CONTENT_LENGTH: [400, 'bad-request'],
  FST_ERR_CTP_EMPTY_JSON_BODY: [400, 'not-json'], FST_ERR_CTP_INVALID_JSON_BODY: [400, 'not-json'], FST_ERR_BAD_URL: [400, 'bad-request'], FST_ERR_MAX_PARAM_LENGTH: [414, 'too-long'], FST_ERR_CTP_INVALID_CONTENT_TYPE: [415, 'media-type'],
};

/** Ajv's error → where and what, without the value. */
function fieldFault(raw: unknown): FieldFault {
  const e = (typeof raw === 'object' && raw !== null ? raw : {}) as { instancePath?: unknown; keyword?: unknown; params?: unknown }; // Ajv's shape, each field checked
  const params = typeof e.params === 'object' && e.params !== null ? Object.fromEntries(Object.entries(e.params)) : {};
  const missing = params['missingProperty'] ?? params['additionalProperty'];
  const pointer = `${typeof e.instancePath === 'string' ? e.instancePath : ''}${typeof missing === 'string' ? `/${missing.slice(0, 60)}` : ''}`;
  const limit = params['limit'];
  const keyword = typeof e.keyword === 'string' && KEYWORDS.has(e.keyword) ? e.keyword : 'other';
  return { pointer: pointer.slice(0, 200), code: `field.${keyword}`, params: { limit: typeof limit === 'number' ? limit : 0 } };
}
const KEYWORDS = new Set(['required', 'additionalProperties', 'type', 'maxLength', 'minLength', 'maxItems', 'enum', 'pattern', 'minProperties']);

export function problemOf(fault: Fault, ctx: Context, i18n: I18n): Problem {
  const say = (locale: Locale, code: string, params: Fault['params']): string => i18n.t(locale, `error.${code}`, params);
  const messages = { vi: say('vi', fault.code, fault.params), en: say('en', fault.code, fault.params) };
  return {
    type: `urn:chinhdanh:problem:${fault.code}`, title: messages[ctx.locale], status: fault.status, detail: messages[ctx.locale], code: fault.code, requestId: ctx.requestId, messages,
    ...(fault.fields.length > 0 ? { errors: fault.fields.map((f) => {
      const each = { vi: say('vi', f.code, f.params), en: say('en', f.code, f.params) };
      return { pointer: f.pointer, detail: each[ctx.locale], messages: each };
    }) } : {}),
  };
}
