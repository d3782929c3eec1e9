import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../project.mjs';

/** Names a state of these files and folders and of all packages: another one where a file came, went or was written. */
export function stampOf(paths, { besides = () => false } = {}) {
  const hash = createHash('sha256').update(readFileSync(inProject('package-lock.json')));
  for (const file of paths.flatMap(filesIn)) {
    if (besides(file)) continue;
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Every file in a folder and below, in order; a file is itself. */
export function filesIn(path) {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
