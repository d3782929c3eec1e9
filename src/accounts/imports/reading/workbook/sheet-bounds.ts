import { MOST_COLUMNS } from '../records.js';
import { WorkbookProblem } from './workbook-problem.js';

/** What a sheet of Excel holds. */
const MOST_ROWS = 1_048_576;
/** Rows times columns: the reader fills up every row to the widest. */
const MOST_CELLS = 20_000_000;

const TAG = /<(?:[\w.-]+:)?(?<element>row|c)(?=[\s/>])(?<attributes>[^<>]{0,1000})>/g;
const EMPTY_ROW = /<(?:[\w.-]+:)?row(?=[\s>])[^<>]*>\s*<\/(?:[\w.-]+:)?row\s*>/g;
const ATTRIBUTES = /^(?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?$/;
const PLACE = /\s(?:[\w.-]+:)?r\s*=\s*["']([^"']*)["']/g;
const ROW = /^\d{1,7}$/;
const CELL = /^([A-Z]{1,3})(\d{1,7})$/;

/**
 * The XML of a sheet without its empty rows and cells, of which Excel writes a million where a whole column has a format.
 * The reader makes as many cells as a place says: one at column ZZZZZZZ ended the process, beyond what its thread may use.
 * @throws WorkbookProblem for places that are beyond what is read, or not written as Excel writes them
 */
export function boundedSheet(xml: string): string {
  if (!/<(?:[^\s<>]*:)?sheetData[\s/>]/.test(xml)) return xml;
  let width = 0;
  let height = 0;
  let tags = 0;
  const bounded = xml.replaceAll(TAG, (tag: string, element: string, attributes: string) => {
    tags++;
    if (!ATTRIBUTES.test(attributes)) throw oddPlace(attributes);
    const isEmpty = attributes.endsWith('/');
    for (const [, place = ''] of attributes.matchAll(PLACE)) {
      const { row, column } = placeOf(element, place);
      height = Math.max(height, row);
      if (!isEmpty) width = Math.max(width, column);
    }
    return isEmpty ? '' : tag;
  });
  if (tags !== countOf(xml)) throw oddPlace('');
  if (width > MOST_COLUMNS)
    throw new WorkbookProblem(`The sheet has ${width} columns. At most ${MOST_COLUMNS} are read. Remove the others.`);
  if (width * height > MOST_CELLS)
    throw new WorkbookProblem(`The sheet has ${height} rows of ${width} cells. Save it as CSV.`);
  return bounded.replaceAll(EMPTY_ROW, '');
}

function placeOf(element: string, place: string): { row: number; column: number } {
  const [, letters = '', digits = ''] = (element === 'c' ? CELL.exec(place) : ROW.test(place) && ['', '', place]) || [];
  const row = Number(digits);
  if (row < 1 || row > MOST_ROWS) throw oddPlace(place);
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row, column };
}

/** Also of tags that are not written as Excel writes them. */
const countOf = (xml: string): number => xml.match(/<(?:[^\s<>"'/]*:)?(?:row|c)(?=[\s/>])/g)?.length ?? 0;

const oddPlace = (place: string): WorkbookProblem =>
  new WorkbookProblem(
    `The workbook has a cell where no sheet of Excel has one (${place.trim().slice(0, 40)}). Save the sheet as CSV.`,
  );
