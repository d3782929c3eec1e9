import type { Rows } from '../../support/rows.js';

/** Which tables hold which of these words, in any column: as text, or as the bytes of one. `public.contact: Maria` */
export async function wordsInTables(on: Rows, words: string[]): Promise<string[]> {
  const places: string[] = [];
  for (const { name } of await on.sql<{ name: string }>(TABLES))
    for (const word of words) {
      const found = await on.sql(`SELECT FROM ${name} t WHERE ${HOLDS} LIMIT 1`, [word]);
      if (found.length > 0) places.push(`${name}: ${word}`);
    }
  return places;
}

const TABLES = `
SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name
  FROM information_schema.tables
 WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`;
/** Bytes are written in hexadecimal where a row becomes a text. $1 word */
const HOLDS = "(position($1 IN t::text) > 0 OR position(encode(convert_to($1, 'UTF8'), 'hex') IN t::text) > 0)";
