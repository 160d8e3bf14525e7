export { dayOf, hasLostZero, isErrorValue, isScientific, serialDay, splitList } from './cells.ts';
export { readHeader, wordKey, type Column, type Header } from './columns.ts';
export { createFaults, type Faults } from './faults.ts';
export * from './import.ts';
export { LIMITS } from './limits.ts';
export { readSheet, type SheetRow } from './read.ts';
export { SHEET_ERRORS, SHEET_FAULTS } from './sheet.errors.ts';
export { readTable, type Table, type TableRow } from './table.ts';
export { writeTemplate, type Template } from './template.ts';
