import { copyFile, mkdtemp, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../../src/platform/index.js';
import { cloneDatabase } from '../support/database.js';
import { cli, Cluster, withPostgresTools, type Said } from '../support/cluster.js';
import type { Json } from '../support/http.js';
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
    cli(['restore', `${folder}/${name}`, ...more], cluster.url(database));

  beforeAll(async () => {
    [cluster, folder] = await Promise.all([Cluster.open(), mkdtemp('/tmp/overture-backup-')]);
    file = `${folder}/house.dump`;
    await cluster.migrated('house');
    await world({ sql: (text, given) => cluster.ask(text, 'house', given) }, { organizations: 3 });
    await cluster.dump('house', file);
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
    const house = cluster.url('house');
    const said = await Promise.all([
      cli(['backup', file], house),
      cli(['backup', `${folder}/busy.dump`], house),
      cli(['backup', `${folder}/none.dump`], cluster.url('empty')),
      restore('words.dump', 'empty'),
      restore('half.dump', 'empty'),
      restore('house.dump', 'house'),
      restore('house.dump', 'house', '--replace', 'empty'),
      restore('absent.dump', 'empty'),
    ]);
    expect(said).toEqual(
      [
        'house.dump is there already',
        'another backup writes it',
        'nothing of Overture',
        'is not an archive of pg_dump',
        'half.dump cannot be read',
        'house is not empty',
        'is called house',
        'There is no file',
      ].map((words) => expect.objectContaining(refused(words))),
    );
    expect((await stat(file)).mtimeMs).toBe(before.mtimeMs);
    expect((await readdir(folder)).sort()).toEqual(['busy.dump.part', 'half.dump', 'house.dump', 'words.dump']);
    expect(await cluster.ask("SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace", 'empty')).toEqual([]);
    expect(await people('house')).toHaveLength(3);
  }, 90_000);

  test('what stands in the way leaves nothing half, and the same database can be replaced on purpose', async () => {
    await cluster.database('odd');
    await cluster.ask('CREATE FUNCTION app_now() RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$', 'odd');
    await cluster.ask("INSERT INTO contact (name, name_key) VALUES ('Came later', 'came later')", 'house');
    const [odd, kept] = await Promise.all([restore('house.dump', 'odd'), people('house')]);
    expect(odd).toMatchObject(refused('the database is as it was'));
    expect(await cluster.ask("SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace", 'odd')).toEqual([]);
    expect(kept).toContain('Came later');

    expect(await restore('house.dump', 'house', '--replace', 'house')).toMatchObject({ code: 0 });
    expect(await people('house')).toEqual(kept.filter((name) => name !== 'Came later'));
    const second = `${folder}/second.dump`;
    expect(await cli(['backup', second], cluster.url('house'))).toMatchObject({ code: 0 });
    await cluster.database('third');
    expect(await restore('second.dump', 'third')).toMatchObject({ code: 0 });
    expect(await people('third')).toEqual(await people('house'));
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
      ...databaseOptions({ databaseUrl: cluster.url('older'), databasePool: 1 }),
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
      cli(['backup', `${folder}/x.dump`], cluster.url('house'), { PG_BIN: folder }),
      cli(['backup', `${folder}/x.dump`], database.url, { PG_BIN: process.env.TEST_POSTGRES_BIN }),
    ]);
    const major = Math.floor(
      Number((await cluster.ask<Json>('SHOW server_version_num'))[0].server_version_num) / 10_000,
    );
    expect(without).toMatchObject(refused(`apt-get install postgresql-client-${major}`));
    expect(older).toMatchObject(major < 18 ? refused(`there is only ${major} in`) : { code: 0 });
    await database.drop();
  }, 60_000);
});
