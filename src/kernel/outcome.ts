/** The four answers a check may give (docs/decisions/0005). There is no score and no fifth word. */
export const OUTCOMES = ['stop-evidence', 'stop-denied', 'unverified', 'genuine-channel'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What the register knows of one identifier. `reported` alone never makes a stop. */
export const IDENTIFIER_STATES = ['red', 'reported', 'unknown', 'genuine', 'hijacked', 'declared-fake'] as const;
export type IdentifierState = (typeof IDENTIFIER_STATES)[number];
