import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { BYTE_ORDER_MARK, csv } from '../../platform/index.js';
import { ImportMatch } from './import.entity.js';

const PAGE = 500;
const COLUMNS = ['line', 'entity', 'why', 'given', 'known', 'knownId', 'result'] as const;

/** What an import took for the same, as a CSV. A page at a time. */
export function matchesCsv(source: DataSource, importId: string): Readable {
  return Readable.from(lines(source, importId));
}

async function* lines(source: DataSource, importId: string): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csv([[...COLUMNS]]);
  let after = '0';
  for (;;) {
    const found = await source
      .getRepository(ImportMatch)
      .createQueryBuilder('m')
      .where('m.importId = :importId AND m.id > :after', { importId, after })
      .orderBy('m.id')
      .limit(PAGE)
      .getMany();
    if (found.length === 0) return;
    yield csv(found.map((match) => COLUMNS.map((column) => match[column])));
    after = found.at(-1)!.id;
  }
}
