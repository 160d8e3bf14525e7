/** Codes of DomainError thrown by this module, with the HTTP status each becomes. Texts: locale keys `error.<code>`. */
export const CHECK_ERRORS = {
  'check.empty': { status: 422 },
  'check.unreadable': { status: 422 },
  'check.not-found': { status: 404 },
  'guidance.malformed': { status: 422 },
} as const;
