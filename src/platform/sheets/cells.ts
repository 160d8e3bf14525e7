import { addDays, isDay } from '#kernel/dates.ts';

/** What spreadsheets make of what people typed, and how to tell. */

/** `2025-07-01`, `01/07/2025`, `1-7-2025`, `1.7.2025` (day first, as everywhere in Vietnam) → ISO day; null when it is none. */
export function dayOf(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text);
  const local = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : local ? [local[4], local[3], local[1]] : [];
  if (!year || !month || !day) return null;
  const made = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(made) ? made : null;
}

/** A day that a spreadsheet shows as its number (45839): the day it means, null when the number is none. Days count from 30/12/1899. */
export function serialDay(text: string): string | null {
  return /^\d{5}(?:\.0+)?$/.test(text) ? addDays('1899-12-30', Math.trunc(Number(text))) : null;
}

/** `9.12E+08`, `9,12E+08`: a long number shown short; its digits are lost. */
export function isScientific(text: string): boolean {
  return /^\d(?:[.,]\d+)?E\+?\d{1,3}$/i.test(text);
}

/** Nine digits without the leading 0, as a spreadsheet leaves a mobile number that it took for a number. */
export function hasLostZero(text: string): boolean {
  return /^[235789]\d{8,9}$/.test(text.replace(/[\s.]/g, ''));
}

/** `#N/A`, `#REF!`: the formula failed. */
export function isErrorValue(text: string): boolean {
  return /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|DATE)$/.test(text);
}

/** Several values in one cell, separated by ";" or line breaks. */
export function splitList(text: string): string[] {
  return text.split(/[;\n]/).map((part) => part.trim()).filter((part) => part !== '');
}
