import iconv from 'iconv-lite';
import type { DataSource } from 'typeorm';
import { row } from '../../../platform/index.js';
import type { Import } from '../import.entity.js';
import { RecordReader, type FileRecord } from './records.js';

const MOST_ROWS = 1000;
const MOST_CHARACTERS = 4 * 1024 * 1024;

export interface FileChunk {
  records: FileRecord[];
  /** how much of the file has been looked at by now */
  bytesRead: number;
}

/**
 * The file's rows, a batch at a time, without the header and without the first `skip` rows. Never more of it in memory
 * than a batch.
 */
export async function* pieces(source: DataSource, file: Import, skip: number): AsyncGenerator<FileChunk> {
  const { encoding, delimiter, newline, headerLine } = file.reading!;
  const decoder = iconv.getDecoder(encoding);
  const reader = new RecordReader(delimiter, newline);
  let bytesRead = 0;
  let piece: FileRecord[] = [];
  let size = 0;
  for (let ordinal = 0, last = false; !last; ordinal++) {
    const chunk = await row<{ bytes: Buffer }>(
      source,
      'SELECT bytes FROM import_chunk WHERE import_id = $1 AND ordinal = $2',
      [file.id, ordinal],
    );
    last = chunk === undefined;
    bytesRead += chunk?.bytes.length ?? 0;
    for (const record of reader.read(chunk ? decoder.write(chunk.bytes) : (decoder.end() ?? ''), last)) {
      if (record.line <= headerLine) continue;
      if (skip > 0) skip--;
      else {
        piece.push(record);
        size += record.cells.reduce((sum, cell) => sum + cell.length, 0);
        if (piece.length >= MOST_ROWS || size >= MOST_CHARACTERS) {
          yield { records: piece, bytesRead };
          piece = [];
          size = 0;
        }
      }
    }
  }
  if (piece.length > 0) yield { records: piece, bytesRead };
}
