import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The migrations that run: beside the code, be it compiled or bundled. */
export const MIGRATIONS = nearest('migrations');
/** Their sources: in the project's folder. */
export const MIGRATION_SOURCES = join(dirname(nearest('package.json')), 'migrations');

/** The compiled code, file by file: also where the program is a bundle. */
export const COMPILED = nearest('src');

/** `name` in the closest folder above this file that has it. */
function nearest(name: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, name)) && folder !== dirname(folder)) folder = dirname(folder);
  return join(folder, name);
}
