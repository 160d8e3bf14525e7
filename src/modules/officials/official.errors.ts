/** Codes of DomainError thrown by this module, with the HTTP status each becomes. Texts: locale keys `error.<code>`. Those about a channel are also faults of an import. */
export const OFFICIAL_ERRORS = {
  'officials.forbidden': { status: 403 },
  'officials.not-found': { status: 404 },
  'officials.channel-not-found': { status: 404 },
  'officials.channel-unreadable': { status: 422 },
  'officials.channel-lost-zero': { status: 422 },
  'officials.channel-not-own-line': { status: 422 },
  'officials.channel-share-link': { status: 422 },
  'officials.channel-is-group': { status: 422 },
  'officials.channel-suspicious': { status: 422 },
  'officials.channel-wrong-column': { status: 422 },
  'officials.channel-taken': { status: 409 },
  'officials.channel-declared-fake': { status: 409 },
  'officials.channel-is-hijacked': { status: 409 },
  'officials.channel-is-retired': { status: 409 },
  'officials.channel-is-current': { status: 409 },
  'officials.declared-none': { status: 409 },
  'officials.identifier-unreadable': { status: 422 },
  'officials.identifier-ambiguous': { status: 422 },
  'officials.reason-needed': { status: 422 },
  'officials.moment-in-future': { status: 422 },
  'officials.inconsistent': { status: 409 },
} as const;

/** Codes of faults of an import, beside those of any table (SHEET_FAULTS) and of channels above. */
export const OFFICIAL_FAULTS = [
  'officials.row-malformed', 'officials.name-unreadable', 'officials.ends-before-start', 'officials.day-out-of-range', 'officials.duplicate-row', 'officials.person-differs', 'officials.too-many-rows', 'officials.position-overlap', 'officials.position-taken',
  'officials.unit-unknown', 'officials.unit-other-days', 'officials.unit-ends-first', 'officials.channel-twice', 'officials.channel-and-none', 'officials.channel-by-person',
] as const;
/** Things left as they were or noticed, which a person should know. */
export const OFFICIAL_NOTICES = ['sheet.column-extra', 'officials.end-kept', 'officials.channel-stays-hijacked', 'officials.channel-stays-retired', 'officials.name-changed', 'officials.start-corrected'] as const;
