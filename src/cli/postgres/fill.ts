import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type pg from 'pg';
import { ConfigError } from '../../platform/index.js';
import { QUEUE_SCHEMA } from './archive.js';
import type { Tools } from './tools.js';

export interface RestoreProgress {
  client: pg.Client;
  tools: Tools;
  file: string;
  /** existing rows are removed in the same transaction */
  replace: boolean;
  /** the switch of all sending is there, and is turned off with these words; null: it is not */
  offBecause: string | null;
}

/**
 * Restores the whole archive in one transaction, which is committed by us, and only when pg_restore has ended without
 * an error: a failure in between leaves the database as it was.
 * @throws ConfigError
 */
export async function fill(
  { client, tools, file, replace, offBecause }: RestoreProgress,
  passed: (bytes: number) => void,
): Promise<void> {
  const [{ pid }] = (await client.query<{ pid: number }>(LOCK)).rows as [{ pid: number }];
  const variables = { ON_ERROR_STOP: '1', pid: String(pid), reason: offBecause ?? '' };
  const given = Object.entries(variables).map(([name, value]) => `--set=${name}=${value}`);
  let filled = (): void => undefined;
  const allRowsAreIn = new Promise<void>((resolve) => (filled = resolve));
  const psql = tools.start(
    'psql',
    ['--no-psqlrc', '--quiet', '--output=/dev/null', ...given],
    ['pipe', 'ignore', 'pipe'],
    (line) => line === FILLED && filled(),
  );
  const archive = ['--no-owner', '--no-privileges', `--exclude-schema=${QUEUE_SCHEMA}`, '--file=-', file];
  const reading = tools.start('pg_restore', archive, ['ignore', 'pipe', 'pipe']);
  const into = psql.child.stdin!;
  into.on('error', () => undefined); // psql has ended: its own output tells why
  try {
    into.write(`${BEGIN}\n${replace ? REPLACE : ''}\n`);
    await pour(reading.child.stdout!, into, psql.done, passed);
    await reading.done;
    into.write(`${offBecause === null ? '' : SWITCH_OFF}\n\\warn ${FILLED}\n`);
    // what waits in the pipe is carried out even when this process is killed, so the COMMIT may not wait there
    await Promise.race([allRowsAreIn, psql.done]);
    into.end('COMMIT;\n');
    await psql.done;
  } catch (error) {
    reading.child.kill();
    psql.child.kill();
    await Promise.allSettled([reading.done, psql.done]);
    throw new ConfigError(`Nothing was restored, and the database is as it was: ${(error as Error).message}`);
  }
}

async function pour(
  from: Readable,
  into: Writable,
  ended: Promise<void>,
  passed: (bytes: number) => void,
): Promise<void> {
  let bytes = 0;
  for await (const chunk of from as AsyncIterable<Buffer>) {
    passed((bytes += chunk.length));
    if (!into.write(chunk)) await Promise.race([once(into, 'drain'), ended]);
  }
}

/**
 * Held by our own connection, so that two restores do not meet, and psql can tell whether it is in the same database.
 */
const LOCK = 'SELECT pg_backend_pid() AS pid, pg_advisory_lock(4711, 1)';
const BEGIN = `
BEGIN;
SELECT pg_catalog.set_config('overture.pid', :'pid', true);
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND pid = current_setting('overture.pid')::int
    AND classid = 4711 AND objid = 1
                    AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
  THEN RAISE EXCEPTION 'psql was led to another database than DATABASE_URL names'; END IF;
END $$;`;
const FILLED = 'overture: filled';
const REPLACE = `
SET LOCAL lock_timeout = '15s';
DROP SCHEMA IF EXISTS ${QUEUE_SCHEMA} CASCADE;
DROP SCHEMA IF EXISTS public CASCADE;
CREATE SCHEMA public;`;
const SWITCH_OFF = `
SELECT pg_catalog.set_config('search_path', 'public', true);
UPDATE dispatching SET state = 'off', reason = :'reason', changed_by = 'cli', changed_at = app_now();`;
