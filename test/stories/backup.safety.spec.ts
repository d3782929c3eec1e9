import { copyFile, mkdtemp, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../../src/platform/index.js';
import { cloneDatabase } from '../support/database.js';
import { begun, cli, Cluster, withPostgresTools, type Said } from '../support/cluster.js';
import type { Json } from '../support/http.js';
import { until } from '../support/programs.js';
import { project } from '../support/project.js';
import { world } from '../support/world.js';

const refused = (words: string): object => ({ code: 1, err: expect.stringContaining(words) });

withPostgresTools(() => {
  let cluster: Cluster;
  let folder: string;
  let file: string;

  const people = async (database: string) =>
    (await cluster.ask<Json>('SELECT name FROM contact ORDER BY name', database)).map(({ name }) => name);
  const restore = (name: string, database: string, ...more: string[]): Promise<Said> =>
    cli(['restore', `${folder}/${name}`, ...more], cluster.addresses(database));

  beforeAll(async () => {
    [cluster, folder] = await Promise.all([Cluster.open(), mkdtemp('/tmp/overture-backup-')]);
    file = `${folder}/overture.dump`;
    await cluster.migrated('live');
    await world({ sql: (text, given) => cluster.ask(text, 'live', given) }, { organizations: 3 });
    await cluster.dump('live', file);
  }, 120_000);
  afterAll(async () => {
    await cluster?.close();
    await rm(folder, { recursive: true, force: true });
  }, 30_000);

  test('nothing is written over, and what is no whole backup is not taken for one', async () => {
    const before = await stat(file);
    await cluster.database('empty');
    await writeFile(`${folder}/words.dump`, 'CREATE TABLE x ();\n');
    await copyFile(file, `${folder}/half.dump`);
    await truncate(`${folder}/half.dump`, Math.floor(before.size / 2));
    await writeFile(`${folder}/busy.dump.part`, 'another one writes here');
    const app = cluster.addresses('live');
    const said = await Promise.all([
      cli(['backup', file], app),
      cli(['backup', `${folder}/busy.dump`], app),
      cli(['backup', `${folder}/none.dump`], cluster.addresses('empty')),
      restore('words.dump', 'empty'),
      restore('half.dump', 'empty'),
      restore('overture.dump', 'live'),
      restore('overture.dump', 'live', '--replace', 'empty'),
      restore('absent.dump', 'empty'),
    ]);
    expect(said).toEqual(
      [
        'overture.dump is there already',
        'another backup writes it',
        'nothing of Overture',
        'is not an archive of pg_dump',
        'half.dump cannot be read',
        'live is not empty',
        'is called live',
        'There is no file',
      ].map((words) => expect.objectContaining(refused(words))),
    );
    expect((await stat(file)).mtimeMs).toBe(before.mtimeMs);
    expect((await readdir(folder)).sort()).toEqual(['busy.dump.part', 'half.dump', 'overture.dump', 'words.dump']);
    expect(await cluster.ask("SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace", 'empty')).toEqual([]);
    expect(await people('live')).toHaveLength(3);
  }, 90_000);

  test('what stands in the way leaves nothing half, and the same database can be replaced on purpose', async () => {
    await cluster.database('odd');
    await cluster.ask('CREATE FUNCTION app_now() RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$', 'odd');
    await cluster.ask("INSERT INTO contact (name, name_key) VALUES ('Came later', 'came later')", 'live');
    const [odd, kept] = await Promise.all([restore('overture.dump', 'odd'), people('live')]);
    expect(odd).toMatchObject(refused('the database is as it was'));
    expect(await cluster.ask("SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace", 'odd')).toEqual([]);
    expect(kept).toContain('Came later');

    expect(await restore('overture.dump', 'live', '--replace', 'live')).toMatchObject({ code: 0 });
    expect(await people('live')).toEqual(kept.filter((name) => name !== 'Came later'));
    const second = `${folder}/second.dump`;
    expect(await cli(['backup', second], cluster.addresses('live'))).toMatchObject({ code: 0 });
    await cluster.database('third');
    expect(await restore('second.dump', 'third')).toMatchObject({ code: 0 });
    expect(await people('third')).toEqual(await people('live'));
  }, 90_000);

  test('whatever dies in the middle leaves the database as it was, and it can be restored after that', async () => {
    await cluster.database('hurt');
    await cluster.ask(HOLD, 'hurt');
    const hurt = cluster.addresses('hurt');
    const hold = new pg.Client({ connectionString: hurt.adminUrl });
    await hold.connect();
    const filling = () =>
      cluster.ask<{ pid: number }>(
        "SELECT pid FROM pg_stat_activity WHERE application_name = 'psql' AND datname = 'hurt'",
      );
    const inTheMiddle = async (): Promise<number> => {
      let pid = 0;
      await until('the rows are in, and an index is about to be made', async () => {
        const held = await cluster.ask<{ pid: number }>(
          "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND objid = 42",
        );
        pid = held[0]?.pid ?? 0;
        return pid > 0;
      });
      return pid;
    };
    const nothing = async () => {
      await until('psql has gone', async () => (await filling()).length === 0);
      expect(await cluster.ask("SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace", 'hurt')).toEqual([]);
    };

    await hold.query('SELECT pg_advisory_lock(42)');
    const killed = begun(['restore', file], hurt);
    await inTheMiddle();
    killed.child.kill('SIGKILL');
    await killed.ended;
    await hold.query('SELECT pg_advisory_unlock(42)');
    await nothing();

    await hold.query('SELECT pg_advisory_lock(42)');
    const cut = begun(['restore', file], hurt);
    await cluster.ask('SELECT pg_terminate_backend($1)', 'postgres', [await inTheMiddle()]);
    expect(await cut.ended).toMatchObject(refused('Nothing was restored, and the database is as it was'));
    await hold.end();
    await nothing();

    await cluster.ask('DROP EVENT TRIGGER hold', 'hurt');
    expect(await restore('overture.dump', 'hurt')).toMatchObject({ code: 0 });
    expect(await people('hurt')).toHaveLength(3);
    expect(await cluster.ask('SELECT may_dispatch() AS may', 'hurt')).toEqual([{ may: false }]);
  }, 90_000);

  test('an older backup is brought to this version and stays off, a newer one is refused', async () => {
    await Promise.all(['older', 'newer', 'target'].map((name) => cluster.database(name)));
    const all = (await readdir(`${project}dist/migrations`)).filter((name) => name.endsWith('.js')).sort();
    // of the time before there was a switch
    const first = all.slice(
      0,
      all.findIndex((name) => name.includes('dispatching')),
    );
    const source = new DataSource({
      ...databaseOptions({ databaseUrl: cluster.addresses('older').ownerUrl, databasePool: 1 }),
      migrations: first.map((name) => `${project}dist/migrations/${name}`),
    });
    await source.initialize();
    await source.runMigrations();
    await source.destroy();
    await cluster.dump('older', `${folder}/older.dump`);
    const restored = await restore('older.dump', 'target');
    expect(restored).toMatchObject({
      code: 0,
      out: expect.stringMatching(/Migrated: Dispatching.*\nDispatching is off: Restored from/),
    });
    expect(await cluster.ask('SELECT may_dispatch() AS may', 'target')).toEqual([{ may: false }]);

    await cluster.ask("INSERT INTO migration (timestamp, name) VALUES (9999999999999, 'Later')", 'target');
    await cluster.dump('target', `${folder}/newer.dump`);
    expect(await restore('newer.dump', 'newer')).toMatchObject(refused('newer Overture'));
  }, 90_000);

  test('without the tools, or with older ones than the server, it says what to install', async () => {
    const database = await cloneDatabase();
    const [without, older] = await Promise.all([
      cli(['backup', `${folder}/x.dump`], cluster.addresses('live'), { PG_BIN: folder }),
      cli(['backup', `${folder}/x.dump`], database, { PG_BIN: process.env.TEST_POSTGRES_BIN }),
    ]);
    const major = Math.floor(
      Number((await cluster.ask<Json>('SHOW server_version_num'))[0].server_version_num) / 10_000,
    );
    expect(without).toMatchObject(refused(`apt-get install postgresql-client-${major}`));
    expect(older).toMatchObject(major < 18 ? refused(`there is only ${major} in`) : { code: 0 });
    await database.drop();
  }, 60_000);
});

/** Making an index waits while another session holds the lock 42. */
const HOLD = `
CREATE SCHEMA held;
CREATE FUNCTION held.hold() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_lock_shared(42); END $$;
CREATE EVENT TRIGGER hold ON ddl_command_start WHEN TAG IN ('CREATE INDEX') EXECUTE FUNCTION held.hold()`;
