/** The library "chinhdanh/engine": reading and matching, pure, usable alone. */
export * from '#engine/identifiers/index.ts';
export { fold, foldPlain, hasRequest, originalSpan, read, type Band, type Entity, type EntityReading, type EntityType, type Folded, type Reading, type Sign, type SignCode } from '#engine/text/index.ts';
export { createNameIndex, foldName, parseRegisterLine, sameHolder, type HolderRelation, type NameCandidate, type NameIndex, type RegisterName, type Surface } from '#engine/names/index.ts';
