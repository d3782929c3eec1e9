import { DataSource } from 'typeorm';
import { auditWeaknesses, databaseOptions, migrate } from '../../../src/platform/index.js';
import { cloneDatabase, emptyDatabase, type TestDatabase } from '../../support/database.js';
import type { Json } from '../../support/http.js';
import { project } from '../../support/project.js';

/** The last migration of the commit before the words of docs/glossary.md. */
const BEFORE = 1767000000034;

let carried: TestDatabase;
let fresh: TestDatabase;
const sources: DataSource[] = [];

beforeAll(async () => {
  [carried, fresh] = await Promise.all([emptyDatabase(), cloneDatabase()]);
});
afterAll(async () => {
  await Promise.all(sources.map((source) => source.destroy()));
  await Promise.all([carried.drop(), fresh.drop()]);
});

async function open(url: string, migrations: string[] = []): Promise<DataSource> {
  const source = await new DataSource({
    ...databaseOptions({ databaseUrl: url, databasePool: 2 }),
    migrations,
  }).initialize();
  sources.push(source);
  return source;
}

/** Everything of the schema that has a name. */
const SCHEMA = `
SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable AS part
  FROM information_schema.columns WHERE table_schema = 'public'
UNION ALL
SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL
SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION ALL
SELECT tgrelid::regclass || ' ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
 ORDER BY 1`;

test('a database of the commit before the renames is carried over with its data, and looks like a fresh one', async () => {
  const old = await open(carried.ownerUrl);
  const { readdir } = await import('node:fs/promises');
  const earlier = (await readdir(`${project}dist/migrations`))
    .filter((file) => file.endsWith('.js') && Number(file.slice(0, 13)) <= BEFORE)
    .map((file) => `${project}dist/migrations/${file}`);
  const ran = await (await open(carried.ownerUrl, earlier)).runMigrations();
  expect(ran.length).toBeGreaterThan(30);
  const [user] = await old.query<Json[]>(
    `INSERT INTO app_user (email, name, department, roles) VALUES ('a@overture.test', 'A', 'it', '{admin}') RETURNING id`,
  );
  await old.query(`INSERT INTO setting (key, value) VALUES ('factsKeptDays', '12')`);
  await old.query(
    `INSERT INTO webhook (url, kinds, secret_sealed, created_by) VALUES ('https://crm.example', '{dispatch,dispatch.sent,task}', 's', $1)`,
    [user!.id],
  );
  await old.query(`INSERT INTO fact (kind, subject_id) VALUES ('dispatch.sent', $1)`, [user!.id]);
  await old.query(`INSERT INTO send_lane (carrier, domain, next_at, gap_ms) VALUES ('house', 'a.example', now(), 5)`);

  const since = await migrate({ databaseUrl: carried.url, databaseOwnerUrl: carried.ownerUrl });
  expect(since.length).toBeGreaterThan(1);
  const one = async (statement: string): Promise<Json> => (await old.query<Json[]>(statement))[0];
  expect(await one(`SELECT key, value FROM setting WHERE key = 'eventsKeptDays'`)).toMatchObject({ value: 12 });
  expect(await one('SELECT kinds FROM webhook')).toEqual({ kinds: ['message', 'message.sent', 'task'] });
  expect(await one(`SELECT kind FROM webhook_event WHERE kind LIKE '%.sent'`)).toEqual({ kind: 'message.sent' });
  expect(await one('SELECT carrier, gap_ms FROM throttle')).toEqual({ carrier: 'default', gap_ms: 5 });

  // the application works on what the owner carried over, and the trail of before can be sealed
  const application = await open(carried.url);
  const trail = 'SELECT count(*)::int AS n, count(salt)::int AS salted FROM audit_entry';
  const [{ n, salted }] = (await application.query<Json[]>(trail)) as [Json];
  expect([n > 0, salted]).toEqual([true, n]);
  await expect(application.query('DELETE FROM audit_entry')).rejects.toThrow('permission denied');
  expect(await auditWeaknesses(application)).toEqual([]);

  const schemaOf = async (source: DataSource): Promise<string[]> =>
    (await source.query<{ part: string }[]>(SCHEMA)).map(({ part }) => part);
  expect(await schemaOf(old)).toEqual(await schemaOf(await open(fresh.ownerUrl)));
});
