import { strFromU8, strToU8, unzipSync, zipSync, type UnzipFileInfo } from 'fflate';
import { boundedSheet } from './sheet-bounds.js';
import { WorkbookProblem } from './workbook-problem.js';

const MEBIBYTE = 1024 * 1024;
/** Of all parts together, unpacked. */
const LARGEST = 256 * MEBIBYTE;
const MOST_PARTS = 10_000;
/** Of one text or tag: a cell of Excel, each letter of which may be written as `&#xFFFF;`, has less. */
const LONGEST_TEXT = MEBIBYTE;
const NOT_READABLE = 'This is no Excel workbook that can be read. Save the sheet as CSV and upload that.';

/**
 * The parts of a workbook that hold data, within bounds, packed anew without compression. The reader's own unpacking
 * starts a thread for each large part, in which no limit of memory holds: 480 parts of zeros, 300 KB together, took 3 GB.
 * @throws WorkbookProblem
 */
export function boundedWorkbook(bytes: Uint8Array): Uint8Array {
  const parts = unpacked(bytes);
  for (const [path, part] of Object.entries(parts)) {
    const text = strFromU8(part);
    if (!isPlain(text)) throw new WorkbookProblem(NOT_READABLE);
    const bounded = boundedSheet(text);
    if (bounded !== text) parts[path] = strToU8(bounded);
  }
  return zipSync(parts, { level: 0 });
}

/**
 * XML as Excel writes it. A document type could define entities; the reader leaves CDATA out without a word; and whatever
 * has no end it reads again with each piece: 200 MB in one cell kept it busy for minutes.
 */
function isPlain(xml: string): boolean {
  if (xml.includes('<!') || xml.lastIndexOf('<?') > 1) return false;
  for (let at = 0; at < xml.length;) {
    const end = xml.indexOf('>', at);
    if ((end < 0 ? xml.length : end) - at > LONGEST_TEXT) return false;
    at = end < 0 ? xml.length : end + 1;
  }
  return true;
}

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  let size = 0;
  let count = 0;
  const isRead = ({ name, originalSize }: UnzipFileInfo): boolean => {
    if (++count > MOST_PARTS)
      throw new WorkbookProblem(`The workbook has more than ${MOST_PARTS} parts. Save the sheet as CSV.`);
    if (!/\.xml(?:\.rels)?$/.test(name)) return false;
    size += originalSize;
    if (size > LARGEST)
      throw new WorkbookProblem(
        `The workbook is larger than ${LARGEST / MEBIBYTE} MiB when it is unpacked. Save the sheet as CSV.`,
      );
    return true;
  };
  try {
    return unzipSync(bytes, { filter: isRead });
  } catch (error) {
    throw error instanceof WorkbookProblem ? error : new WorkbookProblem(NOT_READABLE);
  }
}
