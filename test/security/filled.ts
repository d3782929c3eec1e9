import type { Installation } from '../support/installation.js';

interface Column {
  name: string;
  type: string;
  nullable: boolean;
  given: boolean;
  /** the table that it refers to, and the column there */
  refers: string | null;
  referred: string | null;
  /** of its check: the first word that it allows */
  word: string | null;
}

/**
 * A row in each table that has none, made from what the database itself says about its columns: for tests that ask
 * something of every listing, on a database that nothing else is asked of: the checks of these tables are dropped.
 * Answers the tables that stay empty all the same.
 */
export async function fill(app: Installation): Promise<string[]> {
  let empty = await emptyTables(app);
  // the words of a check are asked for before it goes
  const columns = new Map<string, Column[]>();
  for (const table of empty) columns.set(table, await app.sql<Column>(COLUMNS, [table]));
  for (const { table, name } of await app.sql<{ table: string; name: string }>(CHECKS, [empty]))
    await app.asOwner(`ALTER TABLE "${table}" DROP CONSTRAINT "${name}"`);
  // a row refers to rows of other tables, which may come later
  for (let round = 0; round < 3; round++) {
    for (const table of empty) await insert(app, table, columns.get(table)!).catch(() => undefined);
    empty = await emptyTables(app);
  }
  return empty;
}

async function emptyTables(app: Installation): Promise<string[]> {
  const empty: string[] = [];
  for (const { name } of await app.sql<{ name: string }>(TABLES))
    if ((await app.sql(`SELECT FROM "${name}" LIMIT 1`)).length === 0) empty.push(name);
  return empty;
}

async function insert(app: Installation, table: string, columns: Column[]): Promise<void> {
  const values = columns.flatMap((column) => {
    const value = valueOf(column);
    return value === null ? [] : [[`"${column.name}"`, value] as const];
  });
  await app.pastTriggers(async (superuser) => {
    await superuser.query(
      `INSERT INTO "${table}" (${values.map(([name]) => name).join()}) VALUES (${values.map(([, value]) => value).join()})`,
    );
  });
}

function valueOf({ type, nullable, given, refers, referred, word }: Column): string | null {
  if (refers) return `(SELECT "${referred}" FROM "${refers}" ORDER BY 1 LIMIT 1)`;
  if (given || (nullable && type !== 'text')) return null;
  if (type === 'text') return word === null ? "'x'" : `'${word}'`;
  return VALUES[type] ?? null;
}

const VALUES: Record<string, string> = {
  uuid: 'gen_random_uuid()',
  integer: '1',
  bigint: '1',
  smallint: '1',
  numeric: '1',
  'double precision': '1',
  boolean: 'false',
  'timestamp with time zone': 'now()',
  date: 'current_date',
  jsonb: `'{}'`,
  bytea: `'\\x00'`,
  'text[]': `'{}'`,
  'time without time zone': `'09:00'`,
};

const TABLES = `
SELECT table_name AS name
  FROM information_schema.tables
 WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
   AND table_name NOT IN ('session', 'setting', 'idempotency_key')
 ORDER BY 1`;

/** $1 tables */
const CHECKS = `
SELECT conrelid::regclass::text AS table, conname AS name
  FROM pg_constraint
 WHERE contype = 'c' AND conrelid::regclass::text = ANY ($1)`;

/** $1 table */
const COLUMNS = `
SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type, NOT a.attnotnull AS nullable,
       a.atthasdef OR a.attidentity <> '' AS given,
       (SELECT f.confrelid::regclass::text
          FROM pg_constraint f
         WHERE f.contype = 'f' AND f.conrelid = a.attrelid AND f.conkey = ARRAY[a.attnum]
         LIMIT 1) AS refers,
       (SELECT r.attname
          FROM pg_constraint f
          JOIN pg_attribute r ON r.attrelid = f.confrelid AND r.attnum = f.confkey[1]
         WHERE f.contype = 'f' AND f.conrelid = a.attrelid AND f.conkey = ARRAY[a.attnum]
         LIMIT 1) AS referred,
       (SELECT substring(pg_get_constraintdef(c.oid) FROM '''([a-z_]+)''')
          FROM pg_constraint c
         WHERE c.contype = 'c' AND c.conrelid = a.attrelid AND c.conkey = ARRAY[a.attnum]
         LIMIT 1) AS word
  FROM pg_attribute a
 WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped`;
