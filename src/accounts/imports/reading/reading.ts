import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { LONGEST_RECORD, RecordReader } from './records.js';

/** How a file is read. */
export interface FileFormat {
  encoding: string;
  delimiter: string;
  /** 13 in files that know no line feed */
  newline: number;
  /** the first line is only "sep=;", as Excel writes it */
  sepLine: boolean;
  header: string[];
  /** the first rows, each cell cut to 200 characters */
  sample: string[][];
}

export const DELIMITERS = [',', ';', '\t', '|'] as const;
const SAMPLE_ROWS = 200;
const SHOWN_ROWS = 10;

/** What `head`, the first piece of the file, shows. `sample` holds bytes around non-ASCII ones from all over it. */
export function encodingOf(head: Buffer, sample: Buffer, validUtf8: boolean): string {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (const [at, byte] of head.subarray(0, 4096).entries()) if (byte === 0) zeros[at % 2]!++;
  const some = Math.min(head.length, 4096) / 5;
  if (Math.max(...zeros) > some) return zeros[1]! > zeros[0]! ? 'utf-16le' : 'utf-16be';
  if (validUtf8 || nearlyUtf8(sample)) return 'utf-8';
  const guesses = analyse(sample).filter(({ name }) => !/^(UTF|ASCII)/i.test(name));
  const [best] = guesses;
  const latin = guesses.find(({ name }) => LATIN.test(name))?.confidence ?? 0;
  if (!best || best.confidence < FEW || !iconv.encodingExists(best.name)) return 'windows-1252';
  return ONE_BYTE.test(best.name) && best.confidence <= latin + CLOSE ? 'windows-1252' : best.name.toLowerCase();
}

/** Under this the guess rests on a handful of letters. */
const FEW = 40;
// browsers read these as windows-1252 too: it has all their letters, and the curly quotes that people type
const LATIN = /^(ISO-8859-1|windows-1252)$/i;
const ONE_BYTE = /^(ISO-8859|windows-125)/i;
/** Of two guesses as close as this, the commoner. */
const CLOSE = 10;

/** One broken letter among many good ones does not make all the others wrong. */
function nearlyUtf8(sample: Buffer): boolean {
  const text = sample.toString('utf8');
  const broken = text.split('\uFFFD').length - 1;
  const good = text.replaceAll(/[\0-\x7F\uFFFD]/g, '').length;
  return good > 2 * broken;
}

/** Why the first line names no columns, as a person is told it. */
export class HeaderProblem extends Error {}

/** @throws HeaderProblem */
export function readingOf(head: Buffer, encoding: string, given?: string): FileFormat {
  const text = iconv.decode(head, encoding);
  const newline = text.includes('\n') ? 10 : text.includes('\r') ? 13 : 10;
  const sep = /^sep=([,;\t|])\r?\n/i.exec(text)?.[1];
  const rest = sep ? text.slice(text.indexOf('\n') + 1) : text;
  const delimiter = given ?? sep ?? delimiterOf(rest, newline);
  const first = firstOf(rest, delimiter, newline);
  if (first.problem) throw new HeaderProblem(`The first line must name the columns. ${first.problem}`);
  const [header = [], ...rows] = rowsOf(rest, delimiter, newline);
  return {
    encoding,
    delimiter,
    newline,
    sepLine: sep !== undefined,
    header: named(header),
    sample: rows.slice(0, SHOWN_ROWS).map((row) => row.map((cell) => shown(cell).slice(0, 200))),
  };
}

/** The delimiter with which most rows have as many cells as the header; of equals, the one that makes most cells. */
function delimiterOf(text: string, newline: number): string {
  const scores = DELIMITERS.map((delimiter) => {
    const [header = [], ...rows] = rowsOf(text, delimiter, newline);
    const alike = rows.filter((row) => row.length === header.length).length;
    const agreement = rows.length === 0 ? 1 : alike / rows.length;
    return { delimiter, score: header.length > 1 ? agreement + Math.min(header.length, 50) / 1000 : 0 };
  });
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

/** The record of which the columns are made, however it is. */
function firstOf(text: string, delimiter: string, newline: number): { problem?: string } {
  // a line that is longer than a row may be ends nowhere in here
  if (text.length >= LONGEST_RECORD && !text.slice(0, LONGEST_RECORD).includes(String.fromCharCode(newline)))
    return { problem: `It is longer than a row may be. Is there a line break after each row?` };
  const record = new RecordReader(delimiter, newline).read(text, true).next().value;
  if (!record) return { problem: 'The file has nothing but empty lines.' };
  return record.problem ? { problem: record.problem.message.replace('The row', 'The first line') } : {};
}

function rowsOf(text: string, delimiter: string, newline: number): string[][] {
  const rows: string[][] = [];
  for (const { cells, problem } of new RecordReader(delimiter, newline).read(text, true)) {
    if (!problem) rows.push(cells);
    if (rows.length > SAMPLE_ROWS) break;
  }
  return rows;
}

/** Every column gets a name of its own. */
function named(header: string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((cell, at) => {
    // oxlint-disable-next-line no-control-regex
    const name = shown(cell).replaceAll(/\s+/g, ' ').trim().slice(0, 200) || `column ${at + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** Without what JSON in PostgreSQL cannot hold. */
// oxlint-disable-next-line no-control-regex
const shown = (cell: string): string => cell.replaceAll(/[\u0000-\u0008\u000e-\u001f\u007f]|\p{Cs}/gu, '\uFFFD');
