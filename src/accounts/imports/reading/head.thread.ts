import type { ImportKind } from '../targets.js';
import { decodingsOf, type Decoding } from './encodings.js';
import { guess } from './guess.js';
import type { GuessedColumn } from './guessed-column.js';
import { HeaderProblem, readingOf, unicodeOf, type FileFormat, type GivenFormat } from './reading.js';

export interface HeadOfFile {
  kind: ImportKind;
  /** the first piece of the file */
  head: Uint8Array;
  encoding?: string;
  /** of the whole file: where the encoding is not given, they show it */
  signs?: { sample: Uint8Array; validUtf8: boolean };
  /** what is left out is guessed */
  given?: GivenFormat;
}
export type HeadRead = { reading: FileFormat & HeadGuesses } | { problem: string };

export interface HeadGuesses {
  columns: GuessedColumn[];
  /** how the letters read in each encoding that may be meant; empty where there is no doubt */
  decodings: Decoding[];
}

/** How a file is read, and what its columns may be: by its first piece. */
export default function read({ kind, head, encoding, signs, given }: HeadOfFile): HeadRead {
  const bytes = Buffer.from(head);
  const unicode = unicodeOf(bytes);
  const decodings = unicode || !signs ? [] : decodingsOf(Buffer.from(signs.sample), signs.validUtf8);
  try {
    const reading = readingOf(bytes, encoding ?? unicode ?? decodings[0]?.encoding ?? 'utf-8', given);
    return { reading: { ...reading, columns: guess(kind, reading.header, reading.sample), decodings } };
  } catch (error) {
    if (error instanceof HeaderProblem) return { problem: error.message };
    throw error;
  }
}
