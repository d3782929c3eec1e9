import { stringify } from 'csv-stringify/sync';

/** Without it Excel reads UTF-8 as something else. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** Rows as the text of a CSV (RFC 4180). */
export function csv(table: unknown[][]): string {
  return stringify(
    table.map((cells) => cells.map(cellOf)),
    { record_delimiter: 'windows' },
  );
}

/** Numbers and flags as they are, instants as ISO 8601, what has parts as JSON; text that would run is made text. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return neutral(value);
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value as number | boolean);
}

/** A cell that a spreadsheet would run as a formula becomes text; also behind blanks, which spreadsheets skip. */
export function neutral(cell: string): string {
  return /^\s*[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r]/.test(cell) ? `'${cell}` : cell;
}
