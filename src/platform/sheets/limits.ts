/** Every file is hostile until read. 5,000 officials are about 1 MB; these leave room for a whole province and none for a bomb. */
export const LIMITS = {
  bytes: 20 * 1024 * 1024,
  /** Of all inflated parts of a workbook together: a zip of 20 MB can hold 20 GB. */
  inflatedBytes: 256 * 1024 * 1024,
  zipEntries: 2000,
  rows: 100_000,
  columns: 60,
  cellLength: 2000,
} as const;
