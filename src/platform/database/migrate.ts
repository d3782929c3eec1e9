import { readdir } from 'node:fs/promises';
import { runMigrations } from 'bullmq';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { ConfigError, type Config } from '../config.js';
import { grantApplication } from './roles.js';
import { databaseOptions } from './options.js';
import { MIGRATIONS } from './places.js';

const OLDEST_POSTGRES = 15;
const LOCK = 0x0e71_c0de;

/**
 * Migrates the schema, and BullMQ's own where the queue runs on PostgreSQL, to this version.
 * Two processes may call it at once: the second waits and finds nothing to do. Returns the names of what ran.
 * Works as the owner of the tables where one is given, and lets the application's role work on them.
 */
export async function migrate({
  databaseUrl,
  databaseOwnerUrl = null,
}: Pick<Config, 'databaseUrl'> & Partial<Pick<Config, 'databaseOwnerUrl'>>): Promise<string[]> {
  const ownerUrl = databaseOwnerUrl ?? databaseUrl;
  const lock = new pg.Client({ connectionString: ownerUrl, application_name: 'overture migrate' });
  await lock.connect();
  try {
    await checkVersion(lock);
    await lock.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const source = await new DataSource({
      ...databaseOptions({ databaseUrl: ownerUrl, databasePool: 2 }),
      migrations: [`${MIGRATIONS}/*.js`],
    }).initialize();
    try {
      const ran = await source.runMigrations();
      await runMigrations(lock);
      if (databaseOwnerUrl) await grantApplication(lock, { databaseUrl });
      return ran.map((migration) => migration.name);
    } finally {
      await source.destroy();
    }
  } finally {
    await lock.end();
  }
}

async function checkVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_version: string; server_version_num: string }>(SELECT_CHECK_VERSION);
  const row = rows[0]!;
  if (Number(row.server_version_num) < OLDEST_POSTGRES * 10_000)
    throw new ConfigError(`This PostgreSQL is ${row.server_version}; Overture needs ${OLDEST_POSTGRES} or newer.`);
}

/** Timestamps of the migrations that this version has. */
export async function knownMigrations(): Promise<string[]> {
  return (await readdir(MIGRATIONS))
    .map((file) => /^(\d{13})-.*\.[tj]s$/.exec(file)?.[1])
    .filter((timestamp) => timestamp !== undefined);
}

/** Refuses to boot on a database that this version has not migrated: a gate on a real query. */
export async function assertMigrated(source: DataSource): Promise<void> {
  const wanted = await knownMigrations();
  const done = await source.query<{ timestamp: string }[]>('SELECT timestamp::text FROM migration').catch(() => []);
  const names = new Set(done.map(({ timestamp }) => timestamp));
  if (!wanted.every((timestamp) => names.has(timestamp)))
    throw new ConfigError('The database is not migrated to this version. Run: npm run cli -- migrate');
}

const SELECT_CHECK_VERSION = `
SELECT current_setting('server_version') AS server_version,
    current_setting('server_version_num') AS server_version_num`;
