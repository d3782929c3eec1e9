import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { filesIn } from './files.mjs';
import { inProject } from '../project.mjs';

const stamp = inProject('dist', 'web', '.sources');

/** Bundles web/ into dist/web when something in it, or a package, is another than last time; tells whether it did. */
export async function buildConsole() {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
  const { build } = await import('vite');
  await build({ configFile: inProject('web', 'vite.config.ts'), logLevel: 'error' });
  await writeFile(stamp, wanted);
  return true;
}

function fingerprint() {
  const hash = createHash('sha256');
  hash.update(readFileSync(inProject('package-lock.json')));
  for (const file of filesIn(inProject('web'))) {
    // types are no part of what a browser loads
    if (file.endsWith('.d.ts')) continue;
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}
