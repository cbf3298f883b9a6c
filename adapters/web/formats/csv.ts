import { stringify } from 'csv-stringify/sync';
import type { Table } from '../page.ts';

/**
 * RFC 4180, with the mark that tells spreadsheets that it is UTF-8. A cell that a spreadsheet would take for a formula is
 * made text.
 */
export function csvOf({ columns, rows }: Table): string {
  return stringify([[...columns], ...rows.map((row) => [...row])], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}
