import type { EntityReading } from './types.ts';

/** An entity while reading: offsets still on folded text. */
export interface Found extends EntityReading {
  readonly start: number;
  readonly end: number;
  readonly alternatives?: readonly EntityReading[];
}

export const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean => a.start < b.end && b.start < a.end;

/** Stretches of text that are taken; asked often, so kept sorted by one linear pass at the end of each stage. */
export class Taken {
  private readonly mask: Uint8Array;
  constructor(size: number) { this.mask = new Uint8Array(size); }
  add(start: number, end: number): void { this.mask.fill(1, start, end); }
  has(start: number, end: number): boolean {
    for (let i = start; i < end; i += 1) if (this.mask[i] === 1) return true;
    return false;
  }
}
