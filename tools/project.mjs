import { mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The project's folder, wherever the command was typed. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** A path inside the project. */
export const inProject = (...parts) => join(root, ...parts);

/** A path inside `.data`, which holds everything that a run leaves behind and git ignores. */
export function inData(...parts) {
  mkdirSync(inProject('.data'), { recursive: true });
  return inProject('.data', ...parts);
}

/** The text of a file, or null where it is not there or not to be read. */
export function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** Whether this module is the command that was started, and not a part of another. */
export const isCommand = (url) => url === pathToFileURL(realpathSync(process.argv[1] ?? root)).href;
