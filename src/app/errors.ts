import type { Locale } from '#kernel/context.ts';
import { DomainError } from '#kernel/domain-error.ts';
import { ConfigError } from '#platform/config/index.ts';
import type { I18n } from '#platform/i18n/index.ts';
import { EXIT, InputError, UsageError } from './commands/io.ts';

/** Exit code of a command for an error, by what can be done about it (design contract §3). */
export function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError || error instanceof ConfigError || isParseArgs(error)) return EXIT.usage;
  if (error instanceof InputError) return EXIT.badInput;
  if (!(error instanceof DomainError)) return EXIT.ourFault;
  // The last ones are what a server that was asked over HTTP says: not ours, overloaded, or without its database.
  if (/^(?:(?:db|data|keys|migrate|server)\.|not-found$|busy$|unavailable$|too-many-requests$)/.test(error.code)) return EXIT.unreachable;
  return /^(?:check|guidance|import|sheet|field|org|officials?|register|validation|too-large)\b/.test(error.code) ? EXIT.badInput : EXIT.ourFault;
}

/** node:util parseArgs names the wrong option in its message. */
const isParseArgs = (error: unknown): error is Error => error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

/** What a person at the terminal reads: both languages, never a stack. */
export function sayError(error: unknown, i18n: I18n): string {
  if (error instanceof DomainError) {
    const say = (locale: Locale): string => i18n.t(locale, `error.${error.code}`, error.params);
    return `${say('vi')}\n${say('en')}\n`;
  }
  if (error instanceof UsageError || error instanceof InputError || error instanceof ConfigError || isParseArgs(error)) return `${error.message}\n`;
  return `${i18n.t('vi', 'error.internal')}\n${i18n.t('en', 'error.internal')}\n${error instanceof Error ? `${error.name}: ${(error.stack ?? '').split('\n').slice(1, 4).join('\n')}\n` : ''}`;
}
