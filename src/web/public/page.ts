import type { Locale } from '#kernel/context.ts';
import type { CheckPage } from '#modules/checks/check.contract.ts';

/** What every page needs. All sentences come through `t`, all files through `asset`; a page knows nothing else of the house. */
export interface PageContext {
  readonly locale: Locale;
  /** Null: nothing chosen; the page is light then, because most people stand in daylight when it matters. */
  readonly theme: 'light' | 'dark' | null;
  /** Path and query of this page, for the links to the other language and theme. */
  readonly path: string;
  readonly province: string;
  readonly isSample: boolean;
  t(key: string, params?: Record<string, string | number>): string;
  /** Hashed address of a file in `assets/`. */
  asset(name: string): string;
}

/** Names of the form's fields: POST /kiem-tra, application/x-www-form-urlencoded. */
export interface FormValues { readonly text: string; readonly official: string; readonly platform: string; readonly channel: string; readonly holder: string }
export interface HomeModel {
  readonly values: FormValues;
  readonly fault?: { readonly field: string; readonly message: string };
  /** Only in sample mode. */
  readonly examples: readonly { readonly id: string; readonly title: string; readonly isOpen: boolean }[];
}
/** `url`: the whole address of this answer. */
export type AnswerModel = CheckPage & { readonly url: string };
export interface ErrorModel { readonly status: number; readonly code: string; readonly message: string; readonly requestId: string }
export interface InfoModel {
  readonly title: string;
  readonly lead?: string;
  readonly steps?: readonly { readonly text: string; readonly more?: string }[];
  readonly paragraphs: readonly string[];
  readonly contacts?: readonly { readonly label: string; readonly value: string; readonly href: string }[];
  readonly updated?: string;
  readonly source?: string;
}
