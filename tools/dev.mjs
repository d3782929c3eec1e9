import { existsSync, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, prepare } from './boot.mjs';
import { SOURCES, build } from './build.mjs';
import { address } from './servers/address.mjs';
import { openInstallation } from './servers/installation.mjs';
import { live, pause } from './processes/life.mjs';
import { expectFreePort, onlyHere } from './processes/single-instance.mjs';
import { inProject } from './project.mjs';
import { complain, line } from './say.mjs';
import { keepAlive } from './processes/watchdog.mjs';

/** npm run dev: rebuilds on change, migrates, and starts api and worker again; the database stays. */

let installation = null;
let serves = false;

async function develop() {
  const at = address();
  const { afterCrash } = onlyHere();
  await expectFreePort(at, { patient: afterCrash });
  await prepare();
  const database = await openDatabase();
  if (database.server) keepAlive(database.server);
  await open(database, at);
  serves = true;
  const changed = watcher();
  line('Watching src, libs, migrations, demo and web.');
  for (;;) {
    await changed();
    try {
      if (!(await build())) continue;
    } catch (error) {
      // What ran goes on running until the source compiles again.
      complain(error);
      continue;
    }
    await installation?.stop();
    await open(database, at);
  }
}

/** A version that does not start waits for the next change instead of ending the command. */
async function open(database, at) {
  try {
    installation = null;
    installation = await openInstallation({ database, at });
    line(`Overture serves at ${installation.api.url ?? at.url}`);
  } catch (error) {
    complain(error);
    line('Waiting for a change.');
  }
}

/** Tells a function that waits for the next change, and then until nothing has changed for a moment. */
function watcher() {
  let ring = () => undefined;
  let count = 0;
  const notice = () => {
    count += 1;
    ring();
  };
  const watchers = new Map();
  watchFolders(watchers, notice);
  return async () => {
    if (count === 0) await new Promise((resolve) => (ring = resolve));
    for (let before = -1; before !== count; await pause(150)) before = count;
    watchFolders(watchers, notice);
    count = 0;
  };
}

/** Each folder by itself: on Linux, Node 20 loses sight of a file in a recursive watch once an editor has replaced it. */
function watchFolders(watchers, notice) {
  const present = new Map(
    [...SOURCES, 'web'].flatMap(foldersIn).map((folder) => [`${folder} ${statSync(folder).ino}`, folder]),
  );
  for (const [key, watching] of watchers) if (!present.has(key) && watchers.delete(key)) watching.close();
  for (const [key, folder] of present) {
    if (!watchers.has(key))
      watchers.set(
        key,
        watch(folder, notice).on('error', () => undefined),
      );
  }
}

function foldersIn(source) {
  const top = inProject(source);
  if (!existsSync(top)) return [];
  const entries = readdirSync(top, { withFileTypes: true, recursive: true });
  return [
    top,
    ...entries.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
  ];
}

await live(develop, { codeWhenStopped: () => (serves ? 0 : undefined) });
