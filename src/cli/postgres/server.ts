import pg from 'pg';
import type { Config } from '../../platform/index.js';

/** A connection of one's own to the database, as the owner of its tables. */
export async function connected<T>(config: Config, as: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: config.ownerUrl, application_name: `overture ${as}` });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export interface About {
  major: number;
  database: string;
  /** Overture's tables are there */
  ours: boolean;
  /** tables, views and sequences, in any schema that is not PostgreSQL's own */
  relations: number;
  /** connections of api, worker or command line */
  programs: number;
}

export async function about(client: pg.Client): Promise<About> {
  return (await client.query<About>(ABOUT)).rows[0]!;
}

const ABOUT = `
SELECT current_setting('server_version_num')::int / 10000 AS major, current_database() AS database,
       to_regclass('public.migration') IS NOT NULL AND to_regclass('public.dispatch') IS NOT NULL AS ours,
       (SELECT count(*)::int FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
           AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = c.oid AND deptype = 'e')) AS relations,
       (SELECT count(*)::int FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid()
           AND application_name LIKE 'overture%') AS programs`;
