import type { Locale } from '#kernel/context.ts';

/** Flat catalogs: key → sentence with `{name}` parameters. Escaping for HTML is the template's duty. */
export type Catalog = Readonly<Record<string, string>>;
export type Params = Readonly<Record<string, string | number>>;
export interface I18n {
  t(locale: Locale, key: string, params?: Params): string;
  has(key: string): boolean;
}

/** A missing key is a fault of ours that the reader must still survive: the key itself is shown; tests compare the catalogs so that it does not happen. */
export function createI18n(catalogs: Readonly<Record<Locale, Catalog>>): I18n {
  return {
    has: (key) => key in catalogs.vi,
    t: (locale, key, params = {}) => {
      const sentence = catalogs[locale][key] ?? catalogs.vi[key] ?? key;
      return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
    },
  };
}

/** What differs between two catalogs: keys on one side only, parameters that are not the same. Empty when they agree. */
export function compareCatalogs(a: Catalog, b: Catalog): string[] {
  const parameters = (s: string): string => [...new Set([...s.matchAll(/\{(\w+)\}/g)].map((m) => m[1]))].sort().join(',');
  const out: string[] = [];
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const [left, right] = [a[key], b[key]];
    if (left === undefined || right === undefined) out.push(`${key}: only in ${left === undefined ? 'the second' : 'the first'}`);
    else if (parameters(left) !== parameters(right)) out.push(`${key}: parameters differ`);
  }
  return out;
}
