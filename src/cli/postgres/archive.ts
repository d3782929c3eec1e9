import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { ConfigError } from '../../platform/index.js';
import type { Tools } from './tools.js';

/** The queue's own tables: migrations make them anew, and jobs are enqueued again from the rows. */
export const QUEUE_SCHEMA = 'bullmq';

/** What an archive of pg_dump holds, read from end to end. */
export interface Contents {
  tables: number;
  rows: number;
  bytes: number;
  /** timestamps */
  migrations: string[];
  /** the table of the dispatching switch */
  hasSwitch: boolean;
}

/** @throws ConfigError where it is no archive of Overture, or a damaged one */
export async function contentsOf(tools: Tools, file: string, seen: (bytes: number) => void): Promise<Contents> {
  await expectArchive(file);
  const args = ['--data-only', `--exclude-schema=${QUEUE_SCHEMA}`, '--file=-', file];
  const reading = tools.start('pg_restore', args, ['ignore', 'pipe', 'pipe']);
  const contents = await count(reading.child.stdout!, seen);
  await reading.done.catch((error: Error) => {
    throw new ConfigError(`${file} cannot be read: ${error.message}`);
  });
  if (contents.migrations.length === 0) throw new ConfigError(`${file} is a backup of something else than Overture.`);
  return contents;
}

async function expectArchive(file: string): Promise<void> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw new ConfigError(
      error.code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read: ${error.code}.`,
    );
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0);
    if (buffer.toString('latin1', 0, bytesRead) !== MAGIC)
      throw new ConfigError(`${file} is no backup: it is not an archive of pg_dump in its custom format.`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EISDIR') throw new ConfigError(`${file} is a folder.`);
    throw error;
  } finally {
    await handle.close();
  }
}

const MAGIC = 'PGDMP';

/** Each table as `COPY schema.table (columns) FROM stdin;`, a line a row, and `\.`. */
async function count(output: Readable, seen: (bytes: number) => void): Promise<Contents> {
  const contents: Contents = { tables: 0, rows: 0, bytes: 0, migrations: [], hasSwitch: false };
  let table: string | null = null;
  let column = -1;
  for await (const line of linesOf(output)) {
    contents.bytes += line.length + 1;
    seen(contents.bytes);
    if (table === null) {
      const copy = line[0] === COPY && /^COPY (\S+) \((.*)\) FROM stdin;$/.exec(line.toString());
      if (!copy) continue;
      table = copy[1]!;
      column = copy[2]!.split(', ').findIndex((name) => name.replaceAll('"', '') === 'timestamp');
      contents.tables += 1;
      if (table === 'public.dispatching') contents.hasSwitch = true;
    } else if (line.length === 2 && line.equals(END)) {
      table = null;
    } else {
      contents.rows += 1;
      if (table === 'public.migration') contents.migrations.push(line.toString().split('\t')[column]!);
    }
  }
  return contents;
}

const COPY = 'C'.charCodeAt(0);
const END = Buffer.from('\\.');
const NEWLINE = 10;

/** Without the newline. Not by readline, for which a row may hold what ends a line. */
async function* linesOf(stream: Readable): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      const line = chunk.subarray(from, at);
      yield rest.length > 0 ? Buffer.concat([...rest, line]) : line;
      rest = [];
      from = at + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
}
