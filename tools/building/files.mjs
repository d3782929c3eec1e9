import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every file in a folder and below, in order. */
export const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
