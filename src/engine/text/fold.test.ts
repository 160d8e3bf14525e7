import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldPlain, originalSpan } from './index.ts';

describe('folding', () => {
  test.each([
    ['Chuyển khoản gấp đi anh', 'chuyen khoan gap di anh'], ['Chuyển khoản gấp'.normalize('NFD'), 'chuyen khoan gap'], ['hoà hóa thuỷ thủy', 'hoa hoa thuy thuy'], ['Gử𝚒 𝚝𝚒𝚗 𝚗𝚑ắ𝚗', 'gui tin nhan'], ['ＣＨＵＹỂＮ　ＫＨＯẢＮ', 'chuyen khoan'],
    ['Сhủ tịсh', 'chu tich'], ['Vіetcombаnk', 'vietcombank'], ['chu\u200byển\u200d ti\u00adền', 'chuyen tien'], ['c.h.u.y.ể.n t.i.ề.n', 'chuyen tien'], ['c h u y ể n tiền', 'chuyen tien'], ['c-h-u-y-ể-n', 'chuyen'], ['🅶🅸🆄🅿 anh', 'giup anh'], ['ᴄʜᴜʏểɴ', 'chuyen'],
  ])('%s → %s', (given, folded) => {
    expect(fold(given).text).toBe(folded);
  });
  test.each([
    ['lO triệu', '10 trieu'], ['1Otr', '10tr'], ['20.OOO.OOO đ', '20.000.000 d'], ['O123987456', '0123987456'], ['l9O34457781O12', '19034457781012'], ['883O119922', '8830119922'], ['kh0ng nghe máy dược', 'khong nghe may duoc'], ['Techc0mbank', 'techcombank'], ['B1DV', 'bidv'], ['ck h0 anh', 'ck ho anh'], ['LY THl CAM', 'ly thi cam'],
  ])('%s is repaired to %s', (given, folded) => {
    expect(fold(given).text).toBe(folded);
  });
  test.each(['Vietcombank', 'PA05', 'D15G', 'ok', 'lo việc gấp', 'H50.12-250324-0007', 'SPXVN0412', 'Ol', 'v.v...', 'A. B.', '8h30', 'MB 0912', 'Covid19', 'olo', 'vneid2'])('%s is left alone', (given) => {
    expect(fold(given).text).toBe(foldPlain(given).toLowerCase());
  });
  test('foldPlain keeps case and repairs nothing', () => {
    expect(foldPlain('Đặng Thị Ngọc, lO 5')).toBe('Dang Thi Ngoc, lO 5');
  });
});

/** Texts as they come: Vietnamese composed and decomposed, styled letters, invisible characters, emoji, lone surrogates. */
const piece = fc.oneof(
  fc.constantFrom('chuyển ', 'tiền', 'đ', 'Ể'.normalize('NFD'), '𝚒', 'ﬁ', '\u200b', '\u0301', '👮🏽', '\ud800', 'İ', '①', 'ﷺ', 'c.h.u.y.e.n', '0O', 'lO triệu', '\r\n', '｜'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const anyText = fc.array(piece, { maxLength: 40 }).map((p) => p.join(''));

describe('the way back', () => {
  test('offsets are in range, rise, and cover no half of a pair', () => {
    fc.assert(fc.property(anyText, (text) => {
      const { text: folded, cased, starts, ends } = fold(text);
      expect([cased.length, starts.length, ends.length]).toEqual([folded.length, folded.length, folded.length]);
      for (let i = 0; i < folded.length; i += 1) {
        expect(starts[i]).toBeGreaterThanOrEqual(i > 0 ? (starts[i - 1] ?? 0) : 0);
        expect(ends[i]).toBeGreaterThan(starts[i] ?? 0);
        expect(ends[i]).toBeGreaterThanOrEqual(i > 0 ? (ends[i - 1] ?? 0) : 0);
        expect(ends[i]).toBeLessThanOrEqual(text.length);
      }
    }), { numRuns: 800 });
  });
  test('a slice maps back to the letters it was folded from', () => {
    fc.assert(fc.property(anyText, fc.constantFrom('chuyển khoản', 'Chủ tịch'.normalize('NFD'), 'c.h.u.y.ể.n', 'gi\u200búp', '𝚐𝚒ú𝚙', 'kh0ng'), anyText, (before, word, after) => {
      const text = `${before} | ${word} | ${after}`;
      const folded = fold(text);
      const needle = fold(word).text;
      const wanted = before.length + 3;
      const hits = Array.from(folded.text.matchAll(new RegExp(needle, 'g')), (m) => originalSpan(folded, m.index, m.index + needle.length));
      expect(hits).toContainEqual({ start: wanted, end: wanted + word.length });
    }), { numRuns: 400 });
  });
  test('folding what is folded changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const once = foldPlain(text);
      expect(foldPlain(once)).toBe(once);
    }));
  });
});
