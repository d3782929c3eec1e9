import type { Json } from './http.js';
import type { Rows } from './rows.js';

/** What stands in every table, but for what a request as such leaves behind: a count and a checksum each. */
export async function everything(app: Rows): Promise<Record<string, string>> {
  const tables = await app.sql<{ name: string }>(
    `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
      WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema', 'bullmq') AND table_name NOT IN ('session', 'idempotency_key')`,
  );
  expect(tables.length).toBeGreaterThan(30);
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const [dump] = (await app.sql<Json>(
      `SELECT count(*) || ' ' || md5(coalesce(string_agg(t::text, ',' ORDER BY t::text), '')) AS rows FROM ${name} t`,
    )) as [Json];
    found[name] = dump.rows;
  }
  return found;
}
