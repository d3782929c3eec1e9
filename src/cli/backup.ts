import { access, link, open, rename, rm, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Config, ConfigError } from '../platform/index.js';
import { say, type Command } from './command.js';
import { contentsOf, QUEUE_SCHEMA, type Contents } from './postgres/archive.js';
import { count, progress, size } from './postgres/progress.js';
import { about, connected } from './postgres/server.js';
import { Tools } from './postgres/tools.js';

export const backup: Command = {
  usage: 'backup [FILE] [--force]',
  about: 'write everything the database holds into one file, as it is now, while api and workers go on',
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { force: { type: 'boolean' } },
    });
    if (positionals.length > 1) throw new ConfigError(`Usage: ${this.usage}`);
    const file =
      positionals[0] ??
      `overture-${new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}.dump`;
    const force = values.force ?? false;
    if (!force && (await exists(file)))
      throw new ConfigError(`${file} is there already: choose another name, or --force.`);
    const config = new Config();
    const { major, ours } = await connected(config, 'backup', about);
    if (!ours) throw new ConfigError('There is nothing of Overture in the database of DATABASE_URL.');
    const tools = await Tools.find(config, major);
    const { tables, rows } = await write(tools, file, force);
    say(`${file}: ${size((await stat(file)).size)}, ${count(tables, 'table')}, ${count(rows, 'row')}.`);
    say('It does not hold OVERTURE_SECRET (.data/secret unless you set it): keep that too, elsewhere.');
    return 0;
  },
};

/** Under its name only when it is whole, and was read once more from end to end. */
async function write(tools: Tools, file: string, force: boolean): Promise<Contents> {
  const part = `${file}.part`;
  // who can read the file can read all data
  const handle = await open(part, force ? 'w' : 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST')
      throw new ConfigError(
        `${part} is there: another backup writes it, or one was killed. Remove it then, or --force.`,
      );
    throw new ConfigError(`${part} cannot be written: ${error.code}.`);
  });
  try {
    await dump(tools, part);
    const contents = await progress('Reading it once more', (note) =>
      contentsOf(tools, part, (bytes) => note(size(bytes))),
    );
    await handle.sync();
    await place(part, file, force);
    return contents;
  } finally {
    await handle.close();
    await rm(part, { force: true });
  }
}

async function dump(tools: Tools, part: string): Promise<void> {
  const options = ['--format=custom', '--no-owner', '--no-privileges', '--lock-wait-timeout=60000', '--verbose'];
  await progress('Writing the backup', async (note) => {
    let table = '';
    const onLine = (line: string) => (table = /dumping contents of table "(.*)"/.exec(line)?.[1] ?? table);
    const { done } = tools.start(
      'pg_dump',
      [...options, `--exclude-schema=${QUEUE_SCHEMA}`, `--file=${part}`],
      ['ignore', 'ignore', 'pipe'],
      onLine,
    );
    const timer = setInterval(
      () =>
        void stat(part).then(
          ({ size: bytes }) => note(`${size(bytes)}, ${table}`),
          () => undefined,
        ),
      250,
    );
    await done.finally(() => clearInterval(timer));
  });
}

/** A link is never made over a file that came meanwhile; a rename would be. */
async function place(part: string, file: string, force: boolean): Promise<void> {
  if (force) return rename(part, file);
  try {
    await link(part, file);
  } catch (error) {
    if (await exists(file)) throw new ConfigError(`${file} came while the backup was written: nothing was kept.`);
    // a file system without links
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') await rename(part, file);
  }
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
