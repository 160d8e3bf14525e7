export { fold, originalSpan, type Folded } from './fold.ts';
export { foldPlain } from './letters.ts';
export { hasRequest, read } from './read.ts';
export type { Band, Entity, EntityReading, EntityType, Reading, Sign, SignCode } from './types.ts';
