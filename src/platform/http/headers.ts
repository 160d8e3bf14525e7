import type { RouteDefinition } from './route.ts';

/** No inline script, no inline style, nothing from elsewhere: whatever a criminal gets into a page cannot run. */
const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/** For what is not a page: nothing at all may load or run, also where a browser is made to show it. */
const CLOSED_CSP = "default-src 'none'; frame-ancestors 'none'";

export function securityHeaders(kind: RouteDefinition['kind'], isHttps: boolean): Record<string, string> {
  return {
    'content-security-policy': kind === 'page' ? CSP : CLOSED_CSP,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY', // in-app browsers of old phones do not know frame-ancestors
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(kind === 'asset' ? {} : { 'cache-control': 'no-store' }),
    ...(isHttps ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}

/** Of answers to what was no HTTP at all. */
export const ERROR_HEADERS: Readonly<Record<string, string>> = securityHeaders('ops', false);
