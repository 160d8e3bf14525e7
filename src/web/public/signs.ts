import type { IdentifierState, Outcome } from '#kernel/outcome.ts';
import { raw, type Html } from './html.ts';

/** Drawings. Silhouettes carry the meaning (octagon stop, triangle beware, disc must); colours come from tokens, so that print and dark follow. */
const OCTAGON = '30,5 66,5 91,30 91,66 66,91 30,91 5,66 5,30';
const octagon = (field: string, inside: string): string =>
  `<polygon points="${OCTAGON}" fill="#fff"/><polygon points="${OCTAGON}" fill="none" stroke="${field}" stroke-width="3" transform="translate(4.8 4.8) scale(.9)"/>${inside}`;
const HAND = '<g fill="var(--ev-field)"><rect x="31.5" y="31" width="7.6" height="30" rx="3.8"/><rect x="40.3" y="23" width="7.6" height="36" rx="3.8"/><rect x="49.1" y="25" width="7.6" height="36" rx="3.8"/><rect x="57.9" y="32" width="7.6" height="30" rx="3.8"/><path d="M31.5 50h34v9c0 10-6 16-15 16-8 0-12-3-16-10L23.6 51.5c-1.6-2.6 1-5.7 4-3.7l5 4.2z"/></g>';
const STRUCK_OUT = '<g fill="var(--de-field)"><circle cx="48" cy="35" r="15"/><path d="M21 76c2-15 12-22 27-22s25 7 27 22l-8 9H29z"/></g><path d="M19 19 77 77" stroke="#fff" stroke-width="13.5"/><path d="M17 17 79 79" stroke="var(--ev-field)" stroke-width="7.5"/>';

const SIGNS: Readonly<Record<Outcome, string>> = {
  'stop-evidence': octagon('var(--ev-field)', HAND),
  'stop-denied': octagon('var(--de-field)', STRUCK_OUT),
  unverified: '<path d="M48 4 95 88H1z" fill="var(--un-edge)"/><path d="M48 20 81.5 80h-67z" fill="var(--un-field)"/><path d="M38.5 47.5c0-6 4-9.5 9.7-9.5s9.8 3.4 9.8 8.6c0 7-9.6 7.4-9.6 15" stroke="var(--un-on)" stroke-width="7" fill="none"/><path d="M44.8 66.5h7.4v7.4h-7.4z" fill="var(--un-on)"/>',
  'genuine-channel': '<circle cx="48" cy="48" r="44" fill="var(--ge-mark)"/><circle cx="48" cy="48" r="38.5" fill="none" stroke="var(--ge-field)" stroke-width="2.5"/><path d="M33 32c0 18 13 31 31 31" stroke="var(--ge-field)" stroke-width="9.5" fill="none"/><path d="M26 40.5 40.5 26M55.5 70 70 55.5" stroke="var(--ge-field)" stroke-width="12.5"/>',
};
export const sign = (outcome: Outcome): Html => raw(`<svg class="sign" viewBox="0 0 96 96" aria-hidden="true">${SIGNS[outcome]}</svg>`);

/** Short name of an outcome in class names and tokens. */
export const OUTCOME_CLASS: Readonly<Record<Outcome, string>> = { 'stop-evidence': 'ev', 'stop-denied': 'de', unverified: 'un', 'genuine-channel': 'ge' };

const SMALL_OCTAGON = 'M7.5 1.5h9l6 6v9l-6 6h-9l-6-6v-9z';
const GLYPHS: Readonly<Record<IdentifierState, string>> = {
  red: `<path d="${SMALL_OCTAGON}" fill="var(--ev-field)" stroke="var(--ev-mark)"/><path d="M6 10.2h12v3.6H6z" fill="#fff"/>`,
  'declared-fake': `<path d="${SMALL_OCTAGON}" fill="var(--de-field)" stroke="var(--de-mark)" stroke-width="1.5"/><path d="m8 8 8 8M16 8l-8 8" stroke="#fff" stroke-width="2.8"/>`,
  hijacked: `<path d="${SMALL_OCTAGON}" fill="var(--ev-field)" stroke="var(--ev-mark)"/><path d="M10.4 5.5h3.2v8h-3.2zM10.4 15.4h3.2v3.1h-3.2z" fill="#fff"/>`,
  reported: '<path d="M5 23V2h16l-4 6 4 6H7.5v9z" fill="var(--un-mark)"/>',
  unknown: '<circle cx="12" cy="12" r="9.5" fill="none" stroke="var(--line-strong)" stroke-width="2.5" stroke-dasharray="4 3.2"/>',
  genuine: '<circle cx="12" cy="12" r="11" fill="var(--ge-mark)"/><path d="M8 7.5c0 5 3.5 8.5 8.5 8.5" stroke="var(--ge-field)" stroke-width="2.6" fill="none"/><path d="M6.3 9.6 9.8 6.1M14.4 17.7l3.5-3.5" stroke="var(--ge-field)" stroke-width="3.2"/>',
};
/** The word stands beside it, so the glyph itself is silent. */
export const glyph = (state: IdentifierState): Html => raw(`<svg class="mini" viewBox="0 0 24 24" aria-hidden="true">${GLYPHS[state]}</svg>`);

const ICONS = {
  search: '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 6 6"/>',
  bank: '<path d="M3 9 12 3l9 6zM5 9v9M10 9v9M14 9v9M19 9v9M2 21h20"/>',
  flag: '<path d="M5 22V3h14l-3.5 5 3.5 5H5"/>',
  phone: '<path d="M5 3h4l2 5-2.5 2a12 12 0 0 0 5.5 5.500l2-2.5 5 2v4c0 1-1 2-2 2C10.500 21 3 13.500 3 5c0-1 1-2 2-2z"/>',
  talk: '<path d="M3 4h18v13H11l-5 4v-4H3z"/><path d="M8 10.5h8"/>',
  beware: '<path d="M12 3 22.5 21h-21z"/><path d="M12 10v5M12 17.2v1.3"/>',
  quiet: '<path d="M4 9v6h4l6 5V4L8 9zM18 9l4 6M22 9l-4 6"/>',
  copy: '<path d="M8 8h13v13H8z"/><path d="M16 8V3H3v13h5"/>',
  theme: '<circle cx="12" cy="12" r="9"/><path d="M12 3v18a9 9 0 0 0 0-18z" fill="currentColor"/>',
  go: '<path d="m9 5 7 7-7 7"/>',
} as const;
export const icon = (name: keyof typeof ICONS): Html =>
  raw(`<svg class="i${name === 'go' ? ' go' : ''}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">${ICONS[name]}</svg>`);
/** Two halves of a tally that fit: the house's mark. */
export const MARK: Html = raw('<svg viewBox="0 0 34 34" aria-hidden="true"><path d="M1 1h14v17h5v15H1z" fill="currentColor"/><path d="M18 1h15v32H23V15h-5z" fill="currentColor" opacity=".55"/></svg>');
