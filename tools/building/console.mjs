import { writeFile } from 'node:fs/promises';
import { inProject, readIfThere } from '../project.mjs';
import { stampOf } from './stamp.mjs';

const file = inProject('dist', 'web', '.sources');

/** Bundles web/ into dist/web when something in it, or a package, is another than last time; tells whether it did. */
export async function buildConsole() {
  // types are no part of what a browser loads
  const stamp = stampOf([inProject('web')], { besides: (path) => path.endsWith('.d.ts') });
  if (readIfThere(file) === stamp) return false;
  const { build } = await import('vite');
  await build({ configFile: inProject('web', 'vite.config.ts'), logLevel: 'error' });
  await writeFile(file, stamp);
  return true;
}
