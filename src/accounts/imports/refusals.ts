import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import type { DataSource } from 'typeorm';
import { rows } from '../../platform/index.js';

interface Refusal {
  id: string;
  line: string;
  field: string | null;
  code: string;
  message: string;
  cells: string[];
}

const PAGE = 500;

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
  // a BOM, without which Excel reads UTF-8 as something else
  yield `\uFEFF${csv([['line', 'field', 'code', 'message', ...header]])}`;
  let after = '0';
  for (;;) {
    const found = await rows<Refusal>(source, REFUSALS, [importId, wholeRow, after, PAGE]);
    if (found.length === 0) return;
    yield csv(found.map(({ line, field, code, message, cells }) => [line, field ?? '', code, message, ...cells]));
    after = found.at(-1)!.id;
  }
}

const csv = (table: string[][]): string =>
  stringify(
    table.map((cells) => cells.map(neutral)),
    { record_delimiter: 'windows' },
  );

/** A cell that a spreadsheet would run as a formula becomes text; also behind blanks, which spreadsheets skip. */
export function neutral(cell: string): string {
  return /^\s*[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r]/.test(cell) ? `'${cell}` : cell;
}

const REFUSALS = `
SELECT id, line, field, code, message, cells FROM import_refusal WHERE import_id = $1 AND whole_row = $2 AND id > $3 ORDER BY id LIMIT $4`;
