import type { Locale } from '#kernel/context.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { newToken, readToken, sha256, type Keys } from '#platform/crypto/index.ts';
import type { CheckRequest } from './check.reader.ts';

/**
 * Question and first outcome, sealed under the answer's own address (docs/decisions/0007): neither the database nor the key file opens it without
 * the 128 random bits that only the asker has.
 */
export interface SealedAnswer { readonly request: CheckRequest; readonly outcome: Outcome; readonly locale: Locale }

const PURPOSE = 'check-answer';
const ID_BYTES = 16;
const ID_LENGTH = 26;

export const newCheckId = (): string => newToken(ID_BYTES);
/** Forgives what re-typing does to an address; null when it cannot be one. */
export const readCheckId = (text: string): string | null => readToken(text, ID_LENGTH);
export const answerKey = (checkId: string): Buffer => sha256(`${PURPOSE} ${checkId}`);

export function sealAnswer(keys: Keys, checkId: string, answer: SealedAnswer): Buffer {
  return keys.seal(PURPOSE, Buffer.from(JSON.stringify(answer)), answerKey(checkId).toString('hex'), checkId);
}

export function openAnswer(keys: Keys, checkId: string, sealed: Buffer): SealedAnswer {
  return JSON.parse(keys.open(PURPOSE, sealed, answerKey(checkId).toString('hex'), checkId).toString()) as SealedAnswer; // authenticated: only sealAnswer writes it
}
