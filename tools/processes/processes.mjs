import { readFileSync } from 'node:fs';

/** State and start time of a process as Linux tells them; nothing elsewhere. */
function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0], started: fields[19] };
  } catch {
    return {};
  }
}

/** Is this process there? A zombie (its parent never asked) is not. */
export function alive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return statOf(pid).state !== 'Z';
}

/** A text that names this process and not a later one with the same number. */
export const markOf = (pid) => `${pid} ${statOf(pid).started ?? ''}`.trim();

/** Does the process that wrote this mark still live? */
export function markLives(mark) {
  const pid = Number.parseInt(mark, 10);
  return pid > 0 && alive(pid) && (!mark.includes(' ') || markOf(pid) === mark.trim());
}

/** What the process was started with, as one text; null where the system does not tell. */
export function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return null;
  }
}

/** Waits until the process is gone; false when it is still there after the limit. */
export async function gone(pid, milliseconds) {
  const until = Date.now() + milliseconds;
  while (alive(pid)) {
    if (Date.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}
