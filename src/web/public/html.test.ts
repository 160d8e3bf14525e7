import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml, html, safeHref, withQuery } from './html.ts';
import { inert, message, segmentsOf } from './message.ts';
import type { PageContext } from './page.ts';
import { misreadDigit } from './repair.ts';
import { bound } from './typography.ts';

describe('html', () => {
  it('leaves no character that could open a tag, close an attribute or begin an entity', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const out = escapeHtml(text);
      expect(out).not.toMatch(/[<>"'`]/);
      expect(out).not.toContain('\u0000');
      expect(out.replaceAll(/&(?:amp|lt|gt|quot|#39|#96);/g, '')).not.toContain('&');
    }));
  });

  it('gives the text back when the entities are read', () => {
    const read = (s: string): string => s.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&#96;', '`').replaceAll('&amp;', '&');
    fc.assert(fc.property(fc.string({ maxLength: 100 }).filter((s) => !s.includes('\u0000')), (text) => { expect(read(escapeHtml(text))).toBe(text); }));
  });

  it('escapes every value, keeps markup of its own, prints nothing for nothing', () => {
    const evil = '"><script>alert(1)</script>';
    expect(html`<a title="${evil}">${[evil, html`<b>${'<'}</b>`, null, undefined, false, 0]}</a>`.markup)
      .toBe(`<a title="${escapeHtml(evil)}">${escapeHtml(evil)}<b>&lt;</b>0</a>`);
  });

  it('does not take a look-alike of its own markup from outside for markup', () => {
    const parsed = JSON.parse('{"markup":"<script>"}') as string; // what a careless caller might pass on
    expect(() => html`${parsed}`.markup).toThrow();
  });

  it.each(['javascript:alert(1)', ' javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', '//evil.example', '/\\evil.example', 'vbscript:x', '', 'https://a b'])('never links to %j', (href) => {
    expect(safeHref(href)).toBe('/');
  });

  it.each(['/bao-cong-an', 'tel:113', '#text', 'https://congan.example/a?b=1', 'mailto:a@b.example'])('links to %s', (href) => { expect(safeHref(href)).toBe(href); });

  it('sets one query parameter and keeps the others', () => {
    expect(withQuery('/?vi-du=3&lang=en', 'lang', 'vi')).toBe('/?vi-du=3&lang=vi');
    expect(withQuery('/k/ABC', 'theme', 'dark')).toBe('/k/ABC?theme=dark');
  });
});

describe('outside text', () => {
  it('cannot turn the reading order, hide words or cover the lines above', () => {
    expect(inert('vào \u202e6481\u202c chu\u200by\u00adển\ufeff')).toBe('vào 6481 chuyển');
    expect(inert(`Z${'\u0301'.repeat(200)}`).length).toBeLessThanOrEqual(5);
    expect(inert('chuyển tiền'.normalize('NFD'))).toBe('chuyển tiền'.normalize('NFD'));
  });
});

describe('places in a message', () => {
  const spans = fc.array(fc.record({ start: fc.integer({ min: -5, max: 80 }), end: fc.integer({ min: -5, max: 80 }), number: fc.integer({ min: 1, max: 6 }) }), { maxLength: 40 });

  it('cover the whole text, once and in order, however they overlap; characters are not cut', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), spans, (text, given) => {
      const segments = segmentsOf(text, given);
      expect(segments.map((s) => text.slice(s.start, s.end)).join('')).toBe(text);
      for (const s of segments) expect(text.slice(s.start, s.end)).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
    }));
  });

  it('close each number once for each place, at its end', () => {
    const text = 'em chuyển gấp 30 triệu nhé';
    const segments = segmentsOf(text, [{ start: 3, end: 22, number: 1 }, { start: 10, end: 26, number: 2 }, { start: 5, end: 12, number: 1 }]);
    expect(segments.map((s) => [text.slice(s.start, s.end), s.numbers, s.closing])).toEqual([
      ['em ', [], []], ['chuyển ', [1], []], ['gấp 30 triệu', [1, 2], [1]], [' nhé', [2], [2]],
    ]);
  });

  it('200 of them in 20,000 characters stay few', () => {
    const many = Array.from({ length: 200 }, (_, i) => ({ start: i * 90, end: i * 90 + 500, number: (i % 30) + 1 }));
    expect(segmentsOf('a'.repeat(20_000), many).length).toBeLessThanOrEqual(401);
  });
});

describe('a message as a page shows it', () => {
  const ctx: PageContext = { locale: 'vi', theme: null, path: '/', province: 'tỉnh Mẫu', isSample: false, t: (key, params) => `${key}${params ? JSON.stringify(params) : ''}`, asset: (name) => name };

  it('a flood of hidden characters does not blow up the page, and none of them gets through', () => {
    const { markup } = message(ctx, 'a\u200b'.repeat(10_000), Array.from({ length: 200 }, (_, i) => ({ start: i * 50, end: i * 50 + 400, number: (i % 12) + 1 })));
    expect(markup.length).toBeLessThan(80_000);
    expect(markup).not.toContain('\u200b');
    expect(markup.match(/class="hid"/g)?.length).toBe(60);
  });

  it('keeps line breaks and joined emoji, and counts hidden runs', () => {
    const { markup } = message(ctx, 'một\r\nhai 👨‍👩‍👧 chuy\u200b\u2060ển', []);
    expect(markup).toContain('một\nhai 👨‍👩‍👧 chuy<span class="hid">page.answer.message.hidden-many{&quot;count&quot;:2}</span>ển');
  });
});

describe('repair', () => {
  it('names the letter that stands for a digit, and its place', () => {
    expect(misreadDigit('0800 12O3')).toEqual({ letter: 'O', position: 7, digit: '0' });
    expect(misreadDigit('O5OO 127 318')).toEqual({ letter: 'O', position: 1, digit: '0' });
  });
  it.each(['0500 127 318', 'facebook.com/khue', 'Lê Trọng Khuê', '', 'l'])('has nothing to say of %j', (value) => { expect(misreadDigit(value)).toBeNull(); });
});

describe('typography', () => {
  it('binds compounds and numbers, and touches no other words', () => {
    expect(bound('Đừng chuyển tiền 48.000.000 đ vào 0800 1273')).toBe('Đừng chuyển\u00a0tiền 48.000.000\u00a0đ vào 0800\u00a01273');
    expect(bound('chuyển tiềng')).toBe('chuyển tiềng');
  });
});
