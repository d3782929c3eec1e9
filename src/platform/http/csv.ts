import { stringify } from 'csv-stringify/sync';
import { neutral, neutralJson } from '../../../libs/csv/index.js';

/** Without it Excel reads UTF-8 as something else. */
export const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Rows as the text of a CSV (RFC 4180). Text is quoted and neutral; numbers, flags and instants (ISO 8601) are as they
 * are; what has parts is JSON; what is absent is empty.
 */
export function csv(table: unknown[][]): string {
  return stringify(table, {
    record_delimiter: 'windows',
    cast: {
      string: (text) => ({ value: neutral(text), quoted: true, quoted_empty: true }),
      number: String,
      bigint: String,
      boolean: String,
      date: (at) => at.toISOString(),
      object: (parts) => ({ value: neutralJson(parts), quoted: true }),
    },
  });
}
