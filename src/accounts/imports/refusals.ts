import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { BYTE_ORDER_MARK, csv, rows } from '../../platform/index.js';

interface Refusal {
  id: string;
  line: string;
  field: string | null;
  code: string;
  message: string;
  cells: string[];
}

/** A row may have 100,000 characters. */
const PAGE = 20;

/** What an import left out, as a CSV: line, field, code, message, then the row as it was found. A page at a time. */
export function refusalsCsv(source: DataSource, importId: string, header: string[], wholeRow: boolean): Readable {
  return Readable.from(lines(source, importId, header, wholeRow));
}

async function* lines(
  source: DataSource,
  importId: string,
  header: string[],
  wholeRow: boolean,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csv([['line', 'field', 'code', 'message', ...header]]);
  let after = '0';
  for (;;) {
    const found = await rows<Refusal>(source, REFUSALS, [importId, wholeRow, after, PAGE]);
    if (found.length === 0) return;
    for (const { line, field, code, message, cells } of found) {
      yield csv([[Number(line), field, code, message, ...cells]]);
      // wide rows take a while each, and others ask the api as well
      await setImmediate();
    }
    after = found.at(-1)!.id;
  }
}

// as JSON, which is parsed ten times as fast as an array of PostgreSQL
const REFUSALS = `
SELECT id, line, field, code, message, to_json(cells) AS cells FROM import_refusal
  WHERE import_id = $1 AND whole_row = $2 AND id > $3 ORDER BY id LIMIT $4`;
