import { Logger } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { ConfigError } from '../config.js';
import { row } from './sql.js';

/**
 * What was committed before a mail left must be there after a crash, or the mail leaves again: with synchronous_commit
 * off, an immediate restart had 5 of 200 people contacted twice (docs/faults.md). The other two matter where the
 * machine dies with the server.
 * @throws ConfigError
 */
export async function assertDurable(on: DataSource | EntityManager): Promise<void> {
  const { commits, fsync, pages } = (await row<{ commits: string; fsync: string; pages: string }>(on, DURABLE))!;
  if (commits === 'off')
    throw new ConfigError(
      'PostgreSQL runs with synchronous_commit off, and may lose the record of a sent message in a crash: contacts would be contacted twice. Switch it on: ALTER DATABASE … SET synchronous_commit = on.',
    );
  if (fsync === 'off' || pages === 'off')
    new Logger('Database').warn(
      'PostgreSQL runs with fsync or full_page_writes off: if its machine loses power, people may be contacted twice.',
    );
}

const DURABLE = `
SELECT current_setting('synchronous_commit') AS commits, current_setting('fsync') AS fsync,
    current_setting('full_page_writes') AS pages`;
