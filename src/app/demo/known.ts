import type { IdentifierType } from '#engine/identifiers/types.ts';
import { readBankAccount, readEmail, readLink, readPhone } from '#engine/identifiers/index.ts';
import { RED, REPORTED } from './known.data.ts';
import type { DemoKnown } from './shapes.ts';

/** As checks takes known identifiers in. */
export interface KnownInput {
  readonly type: IdentifierType;
  readonly value: string;
  readonly reportCount: number;
  readonly lastReportedAt: Date;
  readonly published: { readonly at: Date; readonly proposedBy: string; readonly approvedBy: string; readonly reason: string } | null;
}

/** Identifiers of the sample province that were reported or published, in canonical form. */
export function demoKnown(): KnownInput[] {
  return [...RED, ...REPORTED].map(toInput);
}

function toInput(row: DemoKnown): KnownInput {
  const identifier = row.what === 'account' ? readBankAccount(row.value, row.bank ?? null) : row.what === 'phone' ? readPhone(row.value) : (readLink(row.value) ?? readEmail(row.value));
  if (!identifier) throw new Error(`sample province: '${row.value}' is no ${row.what}`);
  const { published } = row;
  return {
    type: identifier.type, value: identifier.value, reportCount: row.reports, lastReportedAt: new Date(row.lastAt),
    published: published ? { at: new Date(published.at), proposedBy: published.by[0], approvedBy: published.by[1], reason: published.reason } : null,
  };
}
