import { rm, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { bundlePrograms } from './building/bundle.mjs';
import { buildConsole } from './building/console.mjs';
import { ensureInstalled } from './building/install.mjs';
import { filesIn, stampOf } from './building/stamp.mjs';
import { run } from './processes/child.mjs';
import { live } from './processes/life.mjs';
import { withLock } from './processes/locks.mjs';
import { inProject, isCommand, readIfThere, root } from './project.mjs';
import { fail, line, step } from './say.mjs';

/** The folders that become dist/, each a project of nest-cli.json; what is not TypeScript in them (data, templates) is copied. */
export const SOURCES = ['src', 'libs', 'migrations', 'demo'];

/** What the compiler adds to its picture of the place. */
const FOR_ITS_AUTHORS = /^.*SWC.*Running.*\n|\n+Caused by:[^]*?(?=\n  x |\nFailed to compile)/gm;

const SETTINGS = ['.swcrc', 'nest-cli.json', 'tsconfig.json'].map((file) => inProject(file));

/**
 * Compiles and bundles what changed since the last build, forgets what is gone; tells whether anything did. `tests`: test/ too;
 * `console`: the browser's part.
 */
export async function build({ tests = false, console = true } = {}) {
  return withLock('build', async () => {
    const compiled = await step('Building', () => compile(tests ? [...SOURCES, 'test'] : SOURCES));
    const bundled = await step('Bundling the programs', bundlePrograms);
    const built = console && (await step('Building the console', buildConsole));
    return compiled || bundled || built;
  });
}

/** Only the projects in which something changed: `nest build` knows no unchanged file. */
async function compile(projects) {
  const changed = projects
    .map((name) => ({ name, stamp: stampOf([inProject(name), ...SETTINGS]), file: inProject('dist', name, '.stamp') }))
    .filter(({ file, stamp }) => readIfThere(file) !== stamp);
  if (changed.length === 0) return false;
  const nest = inProject('node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  const names = changed.map(({ name }) => name);
  const { exitCode, all } = await run(process.execPath, [nest, 'build', ...names], { cwd: root });
  if (exitCode !== 0) fail(`${names.join(', ')} does not compile:\n${all.join('\n').replaceAll(FOR_ITS_AUTHORS, '')}`);
  for (const { name, file, stamp } of changed) {
    await removeOrphans(name);
    await writeFile(file, stamp);
  }
  return true;
}

/** A migration that is gone must not run. */
async function removeOrphans(project) {
  const outputs = filesIn(inProject(project)).map((file) => inProject('dist', relative(root, file)));
  const wanted = new Set(
    outputs.flatMap((file) => [file, file.replace(/\.ts$/, '.js'), file.replace(/\.ts$/, '.js.map')]),
  );
  for (const file of filesIn(inProject('dist', project))) if (!wanted.has(file)) await rm(file);
}

if (isCommand(import.meta.url)) {
  // not awaited: the client needs this module whole
  void live(async () => {
    await ensureInstalled();
    const { writeClient } = await import('./client.mjs');
    line((await build()) ? 'Built.' : 'Nothing has changed.');
    await writeClient();
  });
}
