import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { markLives, markOf } from '../processes/processes.mjs';

/** The commands that use a server: it is stopped by the last of them. A command that died without a word does not count. */
export function holdersOf(folder) {
  const mine = join(folder, String(process.pid));
  return {
    join() {
      mkdirSync(folder, { recursive: true });
      writeFileSync(mine, markOf(process.pid));
    },
    /** Tells whether nobody else is left. */
    leave() {
      rmSync(mine, { force: true });
      const others = readdirSync(folder).map((name) => join(folder, name));
      const living = others.filter((file) => markLives(readFileSync(file, 'utf8')));
      for (const file of others) if (!living.includes(file)) rmSync(file, { force: true });
      return living.length === 0;
    },
  };
}
