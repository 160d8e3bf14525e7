/** Codes of DomainError thrown by this module, with the HTTP status each becomes. Texts: locale keys `error.<code>`. */
export const ORG_ERRORS = {
  'org.forbidden': { status: 403 },
  'org.not-a-day': { status: 422 },
  'org.unit-not-found': { status: 404 },
  'org.inconsistent': { status: 409 },
} as const;

/** Codes of faults of an import, beside those of any table (SHEET_FAULTS). */
export const ORG_FAULTS = [
  'org.code-system-unknown', 'org.ends-before-start', 'org.day-out-of-range', 'org.end-unexplained', 'org.change-without-end', 'org.successors-needed', 'org.successors-one', 'org.successors-two', 'org.successors-none',
  'org.phone-unreadable', 'org.phone-lost-zero', 'org.duplicate-row', 'org.code-overlap', 'org.code-taken', 'org.successor-unknown', 'org.successor-itself', 'org.rename-not-adjacent', 'org.rename-twice', 'org.identity-conflict',
  'org.parent-unknown', 'org.parent-ends-first', 'org.parent-itself', 'org.children-remain', 'org.heir-of-other', 'org.cycle', 'org.too-deep', 'org.row-malformed',
] as const;
/** Things left as they were, which a person should know. */
export const ORG_NOTICES = ['sheet.column-extra', 'org.end-kept'] as const;
