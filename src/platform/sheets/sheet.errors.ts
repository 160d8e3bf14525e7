/** Codes of DomainError thrown while a table is read, with the HTTP status each becomes. */
export const SHEET_ERRORS = {
  'sheet.not-found': { status: 404 },
  'sheet.unknown-format': { status: 415 },
  'sheet.too-large': { status: 413 },
  'sheet.too-many-rows': { status: 413 },
  'sheet.too-many-columns': { status: 422 },
  'sheet.not-utf8': { status: 422 },
  'sheet.old-xls': { status: 415 },
  'sheet.unreadable': { status: 422 },
  'sheet.empty': { status: 422 },
  'sheet.no-such-sheet': { status: 422 },
  'sheet.cannot-write': { status: 422 },
  'import.cancelled': { status: 409 },
} as const;

/** Codes of faults that any table can have; a module adds those of its own columns. */
export const SHEET_FAULTS = [
  'sheet.column-missing', 'sheet.column-twice', 'sheet.column-extra', 'sheet.cell-too-long', 'sheet.too-many-values', 'sheet.cell-required', 'sheet.cell-unreadable', 'sheet.scientific', 'sheet.not-a-day', 'sheet.serial-day', 'sheet.unknown-word', 'sheet.error-value',
] as const;
