import type { Scenario } from './scenario.ts';
import { BENIGN_CASES, HOSTILE_CASES } from './scenarios-benign.ts';
import { DISPATCH_CASES } from './scenarios-dispatch.ts';
import { IDENTIFIER_CASES } from './scenarios-identifiers.ts';
import { REGISTER_CASES } from './scenarios-register.ts';
import { WORD_CASES } from './scenarios-words.ts';

export type { Expected, Refused, Scenario } from './scenario.ts';

/** The whole table over the sample province. Free of test code: the unit run, the API, the command and the page walk the same rows. */
export const SCENARIOS: readonly Scenario[] = [...DISPATCH_CASES, ...REGISTER_CASES, ...IDENTIFIER_CASES, ...WORD_CASES, ...BENIGN_CASES, ...HOSTILE_CASES];
