import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { atEnd, pause, stopping } from './life.mjs';
import { markLives, markOf } from './processes.mjs';
import { inData, readIfThere } from '../project.mjs';

/**
 * A lock between commands of one project: a file in .data that names its holder. The lock of a holder that died is free.
 * (Node has no flock; a listening socket would free itself, but its path may be longer than the system allows.)
 */
export function tryLock(name) {
  const file = inData(`${name}.lock`);
  const mine = markOf(process.pid);
  let wasAbandoned = false;
  for (;;) {
    try {
      writeFileSync(file, mine, { flag: 'wx', mode: 0o644 });
      const release = () => readIfThere(file) === mine && rmSync(file, { force: true });
      const forget = atEnd(release);
      return { wasAbandoned, release: () => (forget(), release()) };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = readIfThere(file);
    if (holder === null) continue;
    if (markLives(holder)) return { holder: Number.parseInt(holder, 10) };
    wasAbandoned = true;
    removeAbandoned(file, holder);
  }
}

/** Waits for the lock, runs the work, frees it. `waiting(pid)` is told once when somebody else has it. */
export async function withLock(name, work, waiting = undefined) {
  let lock = tryLock(name);
  if (lock.holder && lock.holder !== process.pid) waiting?.(lock.holder);
  while (lock.holder) {
    // Also while stopping: what is being stopped may be what the holder is about to let go.
    await (stopping.aborted ? new Promise((resolve) => setTimeout(resolve, 100)) : pause(100));
    lock = tryLock(name);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/** Two may find the same dead holder: what was moved aside must be what was read, else it is given back. */
function removeAbandoned(file, holder) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (readIfThere(aside) !== holder) linkSync(aside, file);
  } catch {
    // Somebody else was faster.
  }
  rmSync(aside, { force: true });
}
