import type { Actor } from '#kernel/actor.ts';

/** Anybody may check and open an answer by its address; only the server's owner edits the texts. */
export const canEditGuidance = (actor: Actor): boolean => actor.kind === 'operator' || actor.kind === 'system';
/** Identifiers are made known by the sample province and by the operator until reports and cases do it with two persons. */
export const canMakeKnown = (actor: Actor): boolean => actor.kind === 'operator' || actor.kind === 'system';
