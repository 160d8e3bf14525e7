import { CHECK_ERRORS } from '#modules/checks/index.ts';
import { OFFICIAL_ERRORS } from '#modules/officials/index.ts';
import { ORG_ERRORS } from '#modules/org/index.ts';
import { HTTP_ERRORS } from '#platform/http/idempotency.ts';

/** Every DomainError code that may reach a caller over HTTP, with its status; the rest becomes `internal`. */
export const ERRORS = { ...HTTP_ERRORS, ...CHECK_ERRORS, ...ORG_ERRORS, ...OFFICIAL_ERRORS, forbidden: { status: 403 } } as const;
