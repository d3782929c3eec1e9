import { Readable } from 'node:stream';
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

/** A row may have 100,000 characters: the api reads no more of them at once than it can while others wait. */
const PAGE = 50;

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
    for (const { line, field, code, message, cells } of found)
      yield csv([[Number(line), field, code, message, ...cells]]);
    after = found.at(-1)!.id;
  }
}

const REFUSALS = `
SELECT id, line, field, code, message, cells FROM import_refusal
  WHERE import_id = $1 AND whole_row = $2 AND id > $3 ORDER BY id LIMIT $4`;
