import { stringify } from 'csv-stringify/sync';
import { unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import { markIn } from './numbers.js';

export interface Workbook {
  bytes: Uint8Array;
  /** left out: the first that holds something */
  sheet?: string | undefined;
}

export type SheetRead =
  | { csv: Uint8Array; sheet: string; sheets: string[] }
  /** why none was read, as a person is told it */
  | { problem: string };

const MEBIBYTE = 1024 * 1024;
/** Of all parts together, unpacked. */
const LARGEST = 256 * MEBIBYTE;

/** One sheet of an Excel workbook as CSV, in UTF-8 with commas. */
export default async function read({ bytes, sheet }: Workbook): Promise<SheetRead> {
  if (unpackedSize(bytes) > LARGEST)
    return {
      problem: `The workbook is larger than ${LARGEST / MEBIBYTE} MiB when it is unpacked. Save the sheet as CSV.`,
    };
  const { buffer, byteOffset, byteLength } = bytes;
  const sheets = await readWorkbook(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer).catch(() => null);
  if (!sheets) return { problem: 'This is no Excel workbook that can be read. Save the sheet as CSV and upload that.' };
  const names = sheets.map((each) => each.sheet);
  const found =
    sheet === undefined
      ? (sheets.find(({ data }) => data.length > 0) ?? sheets[0])
      : sheets.find((each) => each.sheet === sheet);
  if (!found) return { problem: `The workbook has no sheet "${sheet ?? ''}". It has: ${names.join(', ')}.` };
  const csv = stringify(found.data.map((row) => row.map(cellText)));
  return { csv: Buffer.from(csv), sheet: found.sheet, sheets: names };
}

/** As the archive declares it; what it does not hold is not unpacked. */
function unpackedSize(bytes: Uint8Array): number {
  let size = 0;
  try {
    unzipSync(bytes, { filter: ({ originalSize }) => ((size += originalSize), false) });
  } catch {
    return 0;
  }
  return size;
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, '');
  if (typeof cell !== 'number') return String(cell);
  // a number of a workbook is no matter of opinion: 12.345 must not be read as twelve thousand
  return markIn(String(cell)) === 'unknown' ? `${cell}0` : String(cell);
}
