import { stringify } from 'csv-stringify/sync';
import readWorkbook from 'read-excel-file/universal';
import { markIn } from '../numbers.js';
import { boundedWorkbook } from './workbook-parts.js';
import { WorkbookProblem } from './workbook-problem.js';

export interface Workbook {
  bytes: Uint8Array;
  /** left out: the first that holds something */
  sheet?: string | undefined;
}

export type SheetRead =
  | { csv: Uint8Array; sheet: string; sheets: string[] }
  /** why none was read, as a person is told it */
  | { problem: string };

/** Of all cells together, in characters. */
const LONGEST = 100_000_000;

/** One sheet of an Excel workbook as CSV, in UTF-8 with commas. */
export default async function read({ bytes, sheet }: Workbook): Promise<SheetRead> {
  try {
    return await sheetOf(boundedWorkbook(bytes), sheet);
  } catch (error) {
    if (error instanceof WorkbookProblem) return { problem: error.message };
    throw error;
  }
}

/** @throws WorkbookProblem */
async function sheetOf({ buffer, byteOffset, byteLength }: Uint8Array, sheet: string | undefined): Promise<SheetRead> {
  const packed = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  const sheets = await readWorkbook(packed).catch(() => null);
  if (!sheets)
    throw new WorkbookProblem('This is no Excel workbook that can be read. Save the sheet as CSV and upload that.');
  const names = sheets.map((each) => each.sheet);
  const found =
    sheet === undefined
      ? (sheets.find(({ data }) => data.length > 0) ?? sheets[0])
      : sheets.find((each) => each.sheet === sheet);
  if (!found) throw new WorkbookProblem(`The workbook has no sheet "${sheet ?? ''}". It has: ${names.join(', ')}.`);
  const csv = stringify(boundedCells(found.data));
  return { csv: Buffer.from(csv), sheet: found.sheet, sheets: names };
}

/** A text that many cells share is small in the workbook, and large in each row. */
function boundedCells(data: unknown[][]): string[][] {
  let size = 0;
  return data.map((row) =>
    row.map((cell) => {
      const text = cellText(cell);
      size += text.length;
      if (size > LONGEST)
        throw new WorkbookProblem(`The sheet has more than ${LONGEST} characters. Save it as CSV, in several files.`);
      return text;
    }),
  );
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, '');
  if (typeof cell !== 'number') return String(cell);
  // a number of a workbook is no matter of opinion: 12.345 must not be read as twelve thousand
  return markIn(String(cell)) === 'unknown' ? `${cell}0` : String(cell);
}
