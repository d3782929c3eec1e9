import type { ImportKind } from '../targets.js';
import { guess, type GuessedColumn } from './guess.js';
import { encodingOf, HeaderProblem, readingOf, type FileFormat } from './reading.js';

export interface HeadOfFile {
  kind: ImportKind;
  /** the first piece of the file */
  head: Uint8Array;
  /** left out: told from these */
  encoding?: string;
  signs?: { sample: Uint8Array; validUtf8: boolean };
  /** left out: guessed */
  delimiter?: string;
}
export type HeadRead = { reading: FileFormat & { columns: GuessedColumn[] } } | { problem: string };

/** How a file is read, and what its columns may be: by its first piece. */
export default function read({ kind, head, encoding, signs, delimiter }: HeadOfFile): HeadRead {
  const bytes = Buffer.from(head);
  const { sample, validUtf8 } = signs ?? { sample: new Uint8Array(), validUtf8: true };
  try {
    const reading = readingOf(bytes, encoding ?? encodingOf(bytes, Buffer.from(sample), validUtf8), delimiter);
    return { reading: { ...reading, columns: guess(kind, reading.header, reading.sample) } };
  } catch (error) {
    if (error instanceof HeaderProblem) return { problem: error.message };
    throw error;
  }
}
