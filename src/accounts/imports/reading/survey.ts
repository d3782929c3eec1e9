import type { AttributeType } from '../../organizations/attributes.js';
import { markIn, toNumber, withoutUnit, type Mark, type Notation } from './numbers.js';
import { isDayFirst, plain, toDay } from './values.js';

/** What all cells of a column show, by the column's name. */
export type Survey = Record<string, Notation & { type: AttributeType }>;

interface Counted {
  cells: number;
  booleans: number;
  numbers: number;
  days: number;
  /** such as 3/4/2026 */
  twoDays: number;
  marks: Record<Mark, number>;
  dayFirst: number;
  monthFirst: number;
}

/** Looks at every row before the first is taken: one cell alone does not show whether 12.500 is twelve or twelve thousand. */
export class Surveyor {
  private readonly columns: Counted[];

  constructor(
    private readonly header: string[],
    private readonly delimiter: string,
  ) {
    this.columns = header.map(() => ({
      cells: 0,
      booleans: 0,
      numbers: 0,
      days: 0,
      twoDays: 0,
      marks: { '.': 0, ',': 0 },
      dayFirst: 0,
      monthFirst: 0,
    }));
  }

  add(cells: string[]): void {
    if (cells.length !== this.header.length) return;
    for (const [at, cell] of cells.entries()) {
      const text = cell.length > LONGEST ? null : plain(cell);
      const column = this.columns[at]!;
      if (cell.length > LONGEST) column.cells++;
      if (text !== null) count(column, text);
    }
  }

  result(): Survey {
    const shows = (mark: Mark) => this.columns.filter(({ marks }) => marks[mark] > 0).length;
    const [points, commas] = [shows('.'), shows(',')];
    // where no cell of the file shows it, a file of semicolons comes from a country of decimal commas
    const usual: Mark = commas > points || (commas === points && this.delimiter === ';') ? ',' : '.';
    return Object.fromEntries(this.header.map((name, at) => [name, shown(this.columns[at]!, usual)]));
  }
}

/** In characters: no number and no day is longer. */
const LONGEST = 60;

function count(column: Counted, text: string): void {
  column.cells++;
  if (/^(true|false|yes|no)$/i.test(text)) column.booleans++;
  // digits with a leading zero are a code
  if (toNumber(text) !== null && !/^0\d/.test(text)) column.numbers++;
  const mark = markOf(text);
  if (mark) column.marks[mark]++;
  if (toDay(text)) column.days++;
  else if (toDay(text, true)) column.twoDays++;
  const dayFirst = isDayFirst(text);
  if (dayFirst !== null) column[dayFirst ? 'dayFirst' : 'monthFirst']++;
}

function markOf(text: string): Mark | null {
  const mark = markIn(withoutUnit(text));
  return mark === 'unknown' ? null : mark;
}

function shown(column: Counted, usual: Mark): Survey[string] {
  const { cells, marks } = column;
  const [points, commas] = [marks['.'], marks[',']];
  const all = (some: number) => cells > 0 && some === cells;
  const dayFirst = column.dayFirst > 0 === column.monthFirst > 0 ? null : column.dayFirst > 0;
  const days = column.days + (dayFirst === null ? 0 : column.twoDays);
  return {
    decimal: points === commas ? usual : points > commas ? '.' : ',',
    certain: points > 0 !== commas > 0,
    mixed: points > 0 && commas > 0,
    dayFirst,
    type: all(column.booleans) ? 'boolean' : all(column.numbers) ? 'number' : all(days) ? 'date' : 'text',
  };
}
