import { parseArgs } from 'node:util';
import type pg from 'pg';
import { Config, ConfigError, Dispatching, knownMigrations, migrate } from '../platform/index.js';
import { say, withApplication, type Command } from './command.js';
import { contentsOf, type Contents } from './postgres/archive.js';
import { fill } from './postgres/fill.js';
import { count, progress, size } from './postgres/progress.js';
import { about, connected, type About } from './postgres/server.js';
import { Tools } from './postgres/tools.js';

export const restore: Command = {
  usage: 'restore FILE [--replace DATABASE]',
  about: 'fill an empty database from a backup; it sends nothing until a person says so (dispatching on)',
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { replace: { type: 'string' } },
    });
    const [file] = positionals;
    if (!file || positionals.length > 1) throw new ConfigError(`Usage: ${this.usage}`);
    const config = new Config();
    const reason = `Restored from ${file}. Switch it on here only if the installation that the backup came from does not send any more.`;
    const contents = await connected(config, 'restore', (client) =>
      restoreInto(client, config, file, values.replace, reason),
    );
    say(`${file}: ${count(contents.tables, 'table')} and ${count(contents.rows, 'row')} restored.`);
    await bringUp(config);
    return keepOff(reason);
  },
};

async function restoreInto(
  client: pg.Client,
  config: Config,
  file: string,
  replace: string | undefined,
  reason: string,
): Promise<Contents> {
  const target = await about(client);
  expectRoom(target, replace);
  const tools = await Tools.find(config, target.major);
  const contents = await progress(`Reading ${file}`, (note) => contentsOf(tools, file, (bytes) => note(size(bytes))));
  const known = new Set(await knownMigrations());
  const newer = contents.migrations.filter((timestamp) => !known.has(timestamp));
  if (newer.length > 0)
    throw new ConfigError(
      `${file} was made by a newer Overture than this one (migration ${newer.join(', ')}): restore it with that.`,
    );
  await progress('Restoring', (note) =>
    fill(
      { client, tools, file, replace: replace !== undefined, offBecause: contents.hasSwitch ? reason : null },
      (bytes) => note(`${size(bytes)} of ${size(contents.bytes)}`),
    ),
  );
  return contents;
}

function expectRoom({ database, relations, programs }: About, replace: string | undefined): void {
  if (replace !== undefined && replace !== database)
    throw new ConfigError(`--replace ${replace}: the database of DATABASE_URL is called ${database}.`);
  if (relations > 0 && replace === undefined)
    throw new ConfigError(
      `The database ${database} is not empty: it has ${relations} tables, views and sequences. Name another in DATABASE_URL, which is made then; ` +
        `or, to throw away all that is in this one: --replace ${database}`,
    );
  if (relations > 0 && programs > 0)
    throw new ConfigError(
      `Programs of Overture work on ${database} (${count(programs, 'connection')}): stop them first.`,
    );
}

/** What is restored stays, whatever becomes of this. */
async function bringUp(config: Config): Promise<void> {
  try {
    const ran = await migrate(config);
    if (ran.length > 0) say(`Migrated: ${ran.join(', ')}`);
  } catch (error) {
    throw new ConfigError(
      `It is restored, but not migrated to this version: ${(error as Error).message} Then run: npm run cli -- migrate`,
    );
  }
}

/** A backup that was made before there was such a switch has got it only now. */
function keepOff(reason: string): Promise<number> {
  return withApplication(async (source, app) => {
    const dispatching = app.get(Dispatching);
    if ((await dispatching.get()).state === 'on')
      await source.transaction((manager) => dispatching.turn(manager, 'off', reason, 'cli'));
    const now = await dispatching.get();
    say(`Dispatching is ${now.state}: ${now.reason}`);
    say('If this is the live installation now: npm run cli -- dispatching on --reason WHY');
  });
}
