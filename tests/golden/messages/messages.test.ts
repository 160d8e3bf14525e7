import { describe, expect, test } from 'vitest';
import { read, type Reading } from '#engine/text/index.ts';
import { SIGN_CODES } from '#engine/text/types.ts';

interface Row { readonly id: string; readonly group: string; readonly text: string; readonly label: string; readonly quoted: boolean; readonly parts: readonly string[]; readonly isHeldOut: boolean; readonly entities: readonly { readonly type: string; readonly value: string | number; readonly text: string; readonly start: number; readonly end: number }[] }
const path = new URL('../../../bench/read/corpus.mjs', import.meta.url).href;
const corpus = await import(path) as { devRows(): Row[]; secondRows(): (Row & { readonly spans: readonly { readonly start: number; readonly end: number }[] })[]; writtenRows(): Row[] }; // plain script, shared with the training
const dev = corpus.devRows();
const written = corpus.writtenRows();
const second = corpus.secondRows();

describe('the messages themselves', () => {
  test('every span is where it says, every sign is one of the fourteen, no id and no text twice', () => {
    for (const row of [...dev, ...written, ...second]) {
      for (const e of row.entities) expect(row.text.slice(e.start, e.end), row.id).toBe(e.text);
      for (const part of row.parts) expect(SIGN_CODES, row.id).toContain(part);
      expect(row.text, row.id).not.toMatch(/[{}<>]/);
    }
    const ids = [...dev, ...written, ...second].map((r) => r.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(written.length).toBeGreaterThanOrEqual(1200);
    expect(second.length).toBeGreaterThanOrEqual(150);
    for (const row of second) {
      for (const s of row.spans) expect(row.text.slice(s.start, s.end).trim(), row.id).not.toBe('');
      for (const e of row.entities) expect(typeof e.value === 'number' ? e.value > 0 : e.value !== '', `${row.id} ${e.text}`).toBe(true);
      expect(row.label === 'scam' ? row.parts.length > 0 : row.spans.length === 0, row.id).toBe(true);
    }
  });
  test('half of them are benign, and a template is on one side only', () => {
    const benign = written.filter((r) => r.label === 'benign').length / written.length;
    expect(benign).toBeGreaterThan(0.45);
    const held = new Set(written.filter((r) => r.isHeldOut).map((r) => r.group));
    expect(written.filter((r) => !r.isHeldOut).some((r) => held.has(r.group))).toBe(false);
  });
});

describe('read, on the development messages', () => {
  const readings = dev.map((row): [Row, Reading] => [row, read(row.text)]);
  const share = (rows: [Row, Reading][], of: (r: [Row, Reading]) => boolean): number => rows.filter(of).length / rows.length;
  test('frauds are not missed, genuine messages are not accused', () => {
    expect(share(readings.filter(([r]) => r.label === 'scam'), ([, x]) => x.band === 'likely-fraud')).toBeGreaterThan(0.92);
    expect(share(readings.filter(([r]) => r.label === 'benign'), ([, x]) => x.band === 'likely-fraud')).toBeLessThan(0.02);
    expect(readings.filter(([r]) => r.quoted).every(([, x]) => x.quoted)).toBe(true);
    expect(readings.filter(([r]) => r.label === 'ambiguous').map(([, x]) => x.band)).toEqual(Array.from({ length: 5 }, () => 'unclear'));
  });
  test('every entity and sign is a stretch of the given text', () => {
    for (const [row, reading] of readings) {
      for (const e of reading.entities) expect(row.text.slice(e.start, e.end)).toBe(e.text);
      for (const s of reading.signs) expect(row.text.slice(s.start, s.end).trim()).not.toBe('');
    }
  });
});
