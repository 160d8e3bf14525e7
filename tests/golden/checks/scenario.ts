import type { Outcome } from '#kernel/outcome.ts';
import type { CheckBody } from '#modules/checks/check.contract.ts';

/** One row of the table: what a person hands in over the sample province, and what must come out by page, API and command alike. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly request: CheckBody;
  readonly expect: Expected | Refused;
  /** Why this answer is the right one: the rule, or the harm of another answer. */
  readonly why: string;
}
export interface Expected {
  readonly error?: undefined;
  readonly outcome: Outcome;
  readonly isQuiet?: boolean;
  /** Reason codes that must be there. */
  readonly reasons?: readonly string[];
  /** Reason codes that must not be there. */
  readonly not?: readonly string[];
  /** Full name of the official the answer concerns; null: nobody. */
  readonly official?: string | null;
}
export interface Refused {
  readonly error: 'check.empty' | 'check.unreadable';
  readonly field: string;
  readonly outcome?: undefined;
  readonly isQuiet?: undefined;
  readonly reasons?: undefined;
  readonly not?: undefined;
  readonly official?: undefined;
}
