import { accessSync, constants, readdirSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const debian = '/usr/lib/postgresql';
const programs = ['initdb', 'postgres', 'pg_dump', 'pg_restore', 'psql'];

/** The folder of a PostgreSQL of this machine, server and tools: on the PATH or where Debian keeps it, newest first; null without one. */
export function installedPostgres() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return [...folders, ...debianFolders()].find(isWhole) ?? null;
}

function debianFolders() {
  try {
    return readdirSync(debian)
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(debian, version, 'bin'));
  } catch {
    return [];
  }
}

function isWhole(folder) {
  try {
    for (const program of programs) accessSync(join(folder, program), constants.X_OK);
    return !realpathSync(join(folder, 'pg_dump')).endsWith('pg_wrapper');
  } catch {
    return false;
  }
}
