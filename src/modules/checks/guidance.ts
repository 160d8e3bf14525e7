import type { Locale } from '#kernel/context.ts';
import type { StepView } from './check.contract.ts';
import { GUIDANCE } from './guidance.data.ts';
import type { GuidanceRow } from './guidance.store.ts';

/** Texts that an administrator may edit: what to do now, whom to call. Held in memory, because every answer shows some. */
export interface Guidance {
  text(locale: Locale, key: string): string;
  /** One step a line, explained after " | ". */
  steps(locale: Locale, key: string): StepView[];
  source(locale: Locale, key: string): { readonly source: string; readonly checkedOn: string | null };
}

export function buildGuidance(rows: readonly GuidanceRow[]): Guidance {
  const byKey = new Map<string, GuidanceRow>();
  for (const row of [...defaultRows(), ...rows]) byKey.set(`${row.locale} ${row.key}`, row);
  const row = (locale: Locale, key: string): GuidanceRow | undefined => byKey.get(`${locale} ${key}`) ?? byKey.get(`vi ${key}`);
  const text = (locale: Locale, key: string): string => row(locale, key)?.text ?? '';
  return {
    text,
    steps: (locale, key) => text(locale, key).split('\n').map((line) => line.trim()).filter(Boolean).map(stepOf),
    source: (locale, key) => ({ source: row(locale, key)?.source ?? '', checkedOn: row(locale, key)?.checked_on ?? null }),
  };
}

function stepOf(line: string): StepView {
  const at = line.indexOf(' | ');
  return at < 0 ? { text: line } : { text: line.slice(0, at).trim(), more: line.slice(at + 3).trim() };
}

export function defaultRows(): GuidanceRow[] {
  return GUIDANCE.flatMap(({ key, source, texts }) => [
    { key, locale: 'vi' as const, text: texts.vi, source, checked_on: null }, { key, locale: 'en' as const, text: texts.en, source, checked_on: null },
  ]);
}
