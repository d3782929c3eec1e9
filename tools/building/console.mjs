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
  // from within a test the mode of tests would be built in, with twice the code
  const mode = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  await build({ configFile: inProject('web', 'vite.config.ts'), logLevel: 'error' });
  if (mode === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = mode;
  await writeFile(file, stamp);
  return true;
}
