import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, extname, join, relative } from 'node:path';
import { bundlePrograms } from './building/bundle.mjs';
import { buildConsole } from './building/console.mjs';
import { ensureInstalled } from './building/install.mjs';
import { live } from './processes/life.mjs';
import { withLock } from './processes/locks.mjs';
import { inProject, isCommand, root } from './project.mjs';
import { fail, line, step } from './say.mjs';

/** The folders that become dist/. Everything in them that is not TypeScript (data, templates) is copied. */
export const SOURCES = ['src', 'libs', 'migrations', 'demo'];

const dist = (...parts) => inProject('dist', ...parts);
const isSkipped = (path) => /\.d\.ts$|(^|[\\/])\.[^\\/]*$/.test(path);
const isSpec = (path) => path.endsWith('.spec.ts');
const isTypeScript = (path) => extname(path) === '.ts';

/**
 * Compiles and bundles what changed since the last build, forgets what is gone; tells how many files were written. `also`: more
 * folders; `specs`: the tests that stand beside the code too; `console`: the browser's part.
 */
export async function build({ also = [], specs = false, console = true } = {}) {
  return withLock('build', async () => {
    const changed = await step('Building', () => rebuild([...SOURCES, ...also], specs));
    const bundled = await step('Bundling the programs', bundlePrograms);
    const built = console && (await step('Building the console', buildConsole));
    return changed + (bundled ? 1 : 0) + (built ? 1 : 0);
  });
}

async function rebuild(sources, specs) {
  const { default: swc } = await import('@swc/core');
  await startAfreshWhen(`${swc.version}\n${await readFile(inProject('.swcrc'), 'utf8')}`);
  const all = (await Promise.all(sources.map((folder) => filesUnder(folder))))
    .flat()
    .filter((path) => !isSkipped(path));
  const files = specs ? all : all.filter((path) => !isSpec(path));
  const errors = [];
  const changed = await Promise.all(
    files.map((path) => refresh(swc, path).catch((error) => errors.push(`${path}: ${reason(error)}`))),
  );
  if (errors.length > 0) fail(`${errors.length} file(s) do not compile:\n${errors.join('\n')}`);
  await removeOrphans(sources, new Set(all.flatMap(outputsOf)));
  return changed.filter(Boolean).length;
}

/** Another compiler or other settings make every output stale. */
async function startAfreshWhen(settings) {
  const stamp = dist('.settings');
  const wanted = createHash('sha256').update(settings).digest('hex');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return;
  for (const folder of [...SOURCES, 'test']) await rm(dist(folder), { recursive: true, force: true });
  await mkdir(dist(), { recursive: true });
  await writeFile(stamp, wanted);
}

async function filesUnder(folder, base = root) {
  const entries = await readdir(join(base, folder), { withFileTypes: true }).catch(() => []);
  const found = entries.map((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name), base) : [join(folder, entry.name)],
  );
  return (await Promise.all(found)).flat();
}

const outputsOf = (path) => (isTypeScript(path) ? [toJs(path), `${toJs(path)}.map`] : [path]);
const toJs = (path) => path.replace(/\.ts$/, '.js');

/** An output carries the time of its source: equal means fresh, and an older source that came back is noticed too. */
async function refresh(swc, path) {
  const source = inProject(path);
  const output = dist(outputsOf(path)[0]);
  const [from, to] = await Promise.all([stat(source), stat(output).catch(() => null)]);
  if (to && Math.abs(to.mtimeMs - from.mtimeMs) < 2) return false;
  await mkdir(dirname(output), { recursive: true });
  const draft = `${output}.${process.pid}.tmp`;
  if (isTypeScript(path)) {
    const sourceFileName = relative(dirname(output), source);
    const { code, map } = await swc.transformFile(source, {
      cwd: root,
      root,
      swcrc: true,
      sourceMaps: true,
      sourceFileName,
    });
    await writeFile(`${output}.map`, map);
    await writeFile(draft, `${code}//# sourceMappingURL=${toJs(path).split(/[\\/]/).pop()}.map\n`);
  } else {
    await copyFile(source, draft);
  }
  await utimes(draft, from.atime, from.mtime);
  await rename(draft, output);
  return true;
}

async function removeOrphans(sources, wanted) {
  const present = (await Promise.all(sources.map((folder) => filesUnder(folder, dist())))).flat();
  await Promise.all(present.filter((path) => !wanted.has(path)).map((path) => rm(dist(path), { force: true })));
}

/** The compiler's own picture of the place, without what it adds for its authors. */
const reason = (error) =>
  String(error.message ?? error)
    .split(/\n\s*(?:Caused by|Stack backtrace):/)[0]
    .trim();

if (isCommand(import.meta.url)) {
  // not awaited: the client needs this module whole
  void live(async () => {
    await ensureInstalled();
    const { writeClient } = await import('./client.mjs');
    line(`${await build()} file(s) built.`);
    await writeClient();
  });
}
