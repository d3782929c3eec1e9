import iconv from 'iconv-lite';
import { cut } from '../../../../libs/text/index.js';
import { layoutOf } from './header.js';
import { LONGEST_RECORD, RecordReader, type FileRecord } from './records.js';

/** How a file is read. */
export interface FileFormat {
  encoding: string;
  delimiter: string;
  /** 13 in files that know no line feed */
  newline: number;
  /** the physical line, from 1; what stands above it are notes. 0: the file names no columns */
  headerLine: number;
  header: string[];
  /** the first rows, each cell cut to 200 characters */
  sample: string[][];
}

export const DELIMITERS = [',', ';', '\t', '|'] as const;
const SAMPLE_ROWS = 200;
const SHOWN_ROWS = 10;

/** What `head`, the first piece of the file, shows by itself; null where its letters must be looked at. */
export function unicodeOf(head: Buffer): string | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (const [at, byte] of head.subarray(0, 4096).entries()) if (byte === 0) zeros[at % 2]!++;
  const some = Math.min(head.length, 4096) / 5;
  return Math.max(...zeros) > some ? (zeros[1]! > zeros[0]! ? 'utf-16le' : 'utf-16be') : null;
}

/** Why no line names the columns, as a person is told it. */
export class HeaderProblem extends Error {}

export interface GivenFormat {
  delimiter?: string | undefined;
  /** the physical line of the header, from 1; 0 where there is none */
  headerLine?: number | undefined;
}

/** What is not given is guessed. @throws HeaderProblem */
export function readingOf(head: Buffer, encoding: string, given: GivenFormat = {}): FileFormat {
  const text = iconv.decode(head, encoding);
  const newline = text.includes('\n') ? 10 : text.includes('\r') ? 13 : 10;
  const separator = /^\uFEFF?sep=([,;\t|])\r?\n/i.exec(text)?.[1];
  const delimiter = given.delimiter ?? separator ?? delimiterOf(text, newline);
  assertReadable(text, newline);
  const records = recordsOf(text, delimiter, newline).slice(separator ? 1 : 0);
  const header = given.headerLine === undefined ? layoutOf(records).header : lineOf(records, given.headerLine);
  const line = header?.line ?? 0;
  if (records.length === 0)
    throw new HeaderProblem('The first line must name the columns. The file has nothing but empty lines.');
  if (header?.problem) {
    const which = header === records[0] ? 'The first line' : `Line ${line}`;
    throw new HeaderProblem(`${which} must name the columns. ${header.problem.message.replace(/^The row/, 'It')}`);
  }
  const width = Math.max(...records.map(({ cells }) => cells.length));
  return {
    encoding,
    delimiter,
    newline,
    headerLine: separator && !header ? 1 : line,
    header: named(header?.cells ?? Array.from({ length: width }, () => '')),
    sample: records
      .filter((record) => record.line > line && !record.problem)
      .slice(0, SHOWN_ROWS)
      .map(({ cells }) => cells.map((cell) => cut(shown(cell), 200))),
  };
}

/** Null for line 0: the file names no columns. */
function lineOf(records: FileRecord[], line: number): FileRecord | null {
  const record = records.find((each) => each.line === line);
  if (record || line === 0) return record ?? null;
  const begins = records.slice(0, 20).map((each) => each.line);
  throw new HeaderProblem(`No row begins on line ${line}. The first rows begin on the lines ${begins.join(', ')}.`);
}

/** The delimiter with which most rows have as many cells as the header; of equals, the one that makes most cells. */
function delimiterOf(text: string, newline: number): string {
  const scores = DELIMITERS.map((delimiter) => {
    const { width, agreement } = layoutOf(recordsOf(text, delimiter, newline));
    return { delimiter, score: width > 1 ? agreement + Math.min(width, 50) / 1000 : 0 };
  });
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

function assertReadable(text: string, newline: number): void {
  // a line that is longer than a row may be ends nowhere in here
  if (text.length >= LONGEST_RECORD && !text.slice(0, LONGEST_RECORD).includes(String.fromCharCode(newline)))
    throw new HeaderProblem(
      'The first line must name the columns. It is longer than a row may be. Is there a line break after each row?',
    );
}

function recordsOf(text: string, delimiter: string, newline: number): FileRecord[] {
  const records: FileRecord[] = [];
  for (const record of new RecordReader(delimiter, newline).read(text, true)) {
    records.push(record);
    if (records.length > SAMPLE_ROWS) break;
  }
  return records;
}

/** Every column gets a name of its own. */
function named(header: string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((cell, at) => {
    // oxlint-disable-next-line no-control-regex
    const name = cut(shown(cell).replaceAll(/\s+/g, ' ').trim(), 200) || `column ${at + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** Without what JSON in PostgreSQL cannot hold. */
// oxlint-disable-next-line no-control-regex
const shown = (cell: string): string => cell.replaceAll(/[\u0000-\u0008\u000e-\u001f\u007f]|\p{Cs}/gu, '\uFFFD');
