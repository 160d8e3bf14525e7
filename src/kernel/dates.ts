/** Vietnam keeps UTC+7 the whole year, so a fixed offset is exact and needs no time-zone data. */
const VIETNAM_OFFSET_MS = 7 * 3_600_000;
const two = (n: number): string => String(n).padStart(2, '0');

/** `14:32 23/11/2026`, the form in which people here read a moment. */
export function formatMoment(at: Date): string {
  const d = new Date(at.getTime() + VIETNAM_OFFSET_MS);
  return `${two(d.getUTCHours())}:${two(d.getUTCMinutes())} ${formatDay(at)}`;
}

/** `23/11/2026` in Vietnam. */
export function formatDay(at: Date): string {
  const d = new Date(at.getTime() + VIETNAM_OFFSET_MS);
  return `${two(d.getUTCDate())}/${two(d.getUTCMonth() + 1)}/${d.getUTCFullYear()}`;
}

/** ISO calendar day (`2026-11-23`) in Vietnam: the form of effective dates in the register. */
export function vietnamDay(at: Date): string {
  return new Date(at.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);
}

/** The ISO day `days` later (earlier when negative). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** `2026-11-23` and a day that exists. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && addDays(text, 0) === text;
}

/** ISO day → `23/11/2026`. */
export function showDay(day: string): string {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}
