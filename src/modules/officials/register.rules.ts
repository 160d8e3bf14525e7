import { parseIdentifier, readIdentifier } from '#engine/identifiers/index.ts';
import { IDENTIFIER_TYPES } from '#engine/identifiers/types.ts';
import { DomainError } from '#kernel/domain-error.ts';
import { foldLatin } from '#engine/identifiers/index.ts';

export interface StatedIdentifier { readonly type: string; readonly value: string }

/** What an official points at, as people write it ("BANK:NUMBER" and "platform:id" in canonical form too). A number that may be a phone or an account must be said more exactly. */
export function readStated(input: string | StatedIdentifier): StatedIdentifier {
  if (typeof input !== 'string') {
    const type = IDENTIFIER_TYPES.find((t) => t === input.type);
    const exact = type ? parseIdentifier(type, input.value) : null;
    if (!exact) throw new DomainError('officials.identifier-unreadable', { field: 'identifier' });
    return { type: exact.type, value: exact.value };
  }
  const canonical = parseIdentifier('profile', input) ?? parseIdentifier('bank_account', input);
  if (canonical) return { type: canonical.type, value: canonical.value };
  const [first, ...others] = readIdentifier(input);
  if (!first) throw new DomainError('officials.identifier-unreadable', { field: 'identifier' });
  if (others.length > 0) throw new DomainError('officials.identifier-ambiguous', { field: 'identifier' });
  return { type: first.type, value: first.value };
}

/** Constraints that speak for a rule that another writer has broken in between, or that the operation leaves to the database. */
const CONSTRAINTS: Readonly<Record<string, string>> = {
  genuine_channel_holder: 'officials.channel-taken', genuine_channel_account_holder: 'officials.channel-taken',
  genuine_channel_not_declared_absent: 'officials.declared-none', genuine_channel_not_declared_fake: 'officials.channel-declared-fake',
};

export function explain(error: unknown): never {
  const constraint = typeof error === 'object' && error !== null && 'constraint' in error ? String(error.constraint) : '';
  const code = CONSTRAINTS[constraint];
  if (code) throw new DomainError(code, { field: 'value' }, { cause: error });
  if (/^(?:genuine_channel|official|no_account)/.test(constraint)) throw new DomainError('officials.inconsistent', { constraint }, { cause: error });
  throw error;
}

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);
const fold = (text: string): string => foldLatin(text).replace(/[^a-z0-9]+/g, '');

/**
 * The position without the unit's name at its end, which the unit brings itself: "Giám đốc Sở Xây dựng" + "Sở Xây dựng tỉnh Mẫu" → "Giám đốc"; "Chủ tịch UBND" + "UBND phường Bến Mẫu" → "Chủ tịch".
 * One shared word goes only when it is an abbreviation: "Trưởng phòng" + "Phòng Kế hoạch" stays.
 */
export function positionBefore(title: string, unit: string): string {
  const [said, named] = [words(title), words(unit)];
  for (let n = Math.min(said.length - 1, named.length); n > 0; n -= 1) {
    const tail = said.slice(-n);
    if (tail.every((word, i) => fold(word) === fold(named[i] ?? '')) && (n > 1 || /^\p{Lu}{2,}$/u.test(tail[0] ?? ''))) return said.slice(0, -n).join(' ').replace(/[,–-]$/, '').trim();
  }
  return title;
}
