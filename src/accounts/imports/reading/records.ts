import { restored } from '../../../../libs/csv/index.js';

/** One row of a file as it was found. */
export interface FileRecord {
  /** the physical line on which it begins, from 1 */
  line: number;
  cells: string[];
  /** why the row cannot be read. `cells` is then the raw line. */
  problem?: { code: 'bad_quotes' | 'record_too_long' | 'too_many_columns' | 'cell_too_long'; message: string };
}

/** In characters. A longer row is an unclosed quote. */
export const LONGEST_RECORD = 1024 * 1024;
export const MOST_COLUMNS = 1000;
/** In characters: what a cell of Excel holds. */
export const LONGEST_CELL = 32_767;

const QUOTE = 34;
const LF = 10;
const CR = 13;
const BLANK = 32;

/**
 * Cuts decoded text into the rows of a CSV (RFC 4180), piece by piece. Made here, and not left to csv-parse, because
 * after a quote an unclosed quote csv-parse gives up the rest of the file: this one refuses that line and continues
 * with the next. A quote inside an unquoted cell (5" pipe) is a letter; blanks around a quoted cell are not part of it.
 * Empty lines are no rows. The marks of our own exports are taken off.
 */
export class RecordReader {
  private text = '';
  private line = 1;
  private skipping = false;
  private readonly delimiter: number;

  /** `newline` is CR for files of old Macs, which have no LF at all. */
  constructor(
    delimiter: string,
    private readonly newline: number = LF,
    private readonly longest = LONGEST_RECORD,
  ) {
    this.delimiter = delimiter.charCodeAt(0);
  }

  /** The rows that are complete with `more`; `last` when nothing follows. */
  *read(more: string, last = false): Generator<FileRecord> {
    this.text += more;
    let at = 0;
    while (at < this.text.length) {
      if (this.skipping) {
        const end = this.lineEnd(at);
        this.skipping = end < 0;
        at = end < 0 ? this.text.length : end + 1;
        if (end >= 0) this.line++;
        continue;
      }
      const found = this.record(at, last);
      if (found) {
        const { cells, end } = found;
        if (cells.length > 1 || cells[0] !== '') yield this.bounded(cells, at, end);
        this.line += this.linesIn(at, end);
        at = end;
        continue;
      }
      const end = this.lineEnd(at);
      const mayEnd = found === undefined || end < 0;
      if (mayEnd && !last && this.text.length - at < this.longest) break;
      yield this.refuse(at, end);
      this.skipping = end < 0 && !last;
      at = end < 0 ? this.text.length : end + 1;
      if (!this.skipping) this.line++;
    }
    this.text = this.text.slice(at);
  }

  /** The row that begins at `start`; undefined where its end has not come yet, null where its quotes are wrong. */
  private record(start: number, last: boolean): { cells: string[]; end: number } | null | undefined {
    const { text, delimiter, newline } = this;
    const cells: string[] = [];
    let at = start;
    for (;;) {
      let begin = at;
      while (text.charCodeAt(begin) === BLANK) begin++;
      if (text.charCodeAt(begin) === QUOTE) {
        const close = this.closing(begin + 1);
        if (close === undefined) return undefined;
        const cell = text.slice(begin + 1, close);
        cells.push(cell.includes('"') ? cell.replaceAll('""', '"') : cell);
        at = close + 1;
        while (text.charCodeAt(at) === BLANK) at++;
        if (newline === LF && text.charCodeAt(at) === CR && (at + 1 >= text.length || text.charCodeAt(at + 1) === LF))
          at++;
        if (at >= text.length) return last ? { cells, end: at } : undefined;
      } else {
        while (at < text.length && text.charCodeAt(at) !== delimiter && text.charCodeAt(at) !== newline) at++;
        if (at >= text.length && !last) return undefined;
        const end =
          text.charCodeAt(at) !== delimiter && text.charCodeAt(at - 1) === CR && at - 1 >= begin ? at - 1 : at;
        cells.push(text.slice(Math.min(begin, end), end).trimEnd());
        if (at >= text.length) return { cells, end: at };
      }
      if (text.charCodeAt(at) === newline) return { cells, end: at + 1 };
      if (text.charCodeAt(at) !== delimiter) return null;
      at++;
    }
  }

  /** The row, or why it is more than one can be. */
  private bounded(cells: string[], start: number, end: number): FileRecord {
    const { line } = this;
    const long = cells.findIndex((cell) => cell.length > LONGEST_CELL);
    if (cells.length <= MOST_COLUMNS && long < 0) return { line, cells: cells.map(restored) };
    const raw = [this.text.slice(start, end).trimEnd()];
    if (cells.length > MOST_COLUMNS)
      return { line, cells: raw, problem: { code: 'too_many_columns', message: tooManyColumns(cells.length) } };
    const length = `${format(cells[long]!.length)} characters; ${format(LONGEST_CELL)} is the most`;
    const message = `Field ${long + 1} of the row has ${length}. Shorten it, or close a quote that stands open.`;
    return { line, cells: raw, problem: { code: 'cell_too_long', message } };
  }

  /** Where the quoted cell ends; undefined where that is not seen yet. */
  private closing(from: number): number | undefined {
    for (let at = this.text.indexOf('"', from); at >= 0; at = this.text.indexOf('"', at + 2))
      if (this.text.charCodeAt(at + 1) !== QUOTE) return at;
    return undefined;
  }

  private refuse(at: number, end: number): FileRecord {
    const raw = this.text.slice(at, end < 0 ? undefined : end).replace(/\r$/, '');
    const long = raw.length >= this.longest;
    return {
      line: this.line,
      cells: [raw],
      problem: long
        ? {
            code: 'record_too_long',
            message: `This line is longer than ${format(this.longest)} characters. Is there a line break after each row?`,
          }
        : {
            code: 'bad_quotes',
            message:
              'A quote opens or closes where it should not. Double the quotes inside a quoted cell, and close it.',
          },
    };
  }

  private lineEnd(from: number): number {
    return this.text.indexOf(String.fromCharCode(this.newline), from);
  }

  private linesIn(start: number, end: number): number {
    let lines = 0;
    for (let at = this.lineEnd(start); at >= 0 && at < end; at = this.lineEnd(at + 1)) lines++;
    return lines;
  }
}

const format = (count: number): string => count.toLocaleString('en');

const tooManyColumns = (columns: number): string =>
  `The row has ${format(columns)} columns; ${format(MOST_COLUMNS)} is the most. ` +
  'Is this the right delimiter? If so, delete the columns that are not needed, or cut the file into several.';
