import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { atEnd } from '../processes/life.mjs';
import { withLock } from '../processes/locks.mjs';
import { gone, markLives, markOf } from '../processes/processes.mjs';
import { inProject, readIfThere, root } from '../project.mjs';
import { fail, line, step } from '../say.mjs';

const marker = inProject('node_modules', '.overture-lock');
const npmsMark = inProject('.data', 'npm.pid');
const npmsOwnMarker = inProject('node_modules', '.package-lock.json');

/** Installs what package-lock.json says, when it says something else than what is there. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  // npm would empty the folder that it leads to, which other work trees may use
  if (lstatSync(inProject('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink())
    fail(
      'node_modules is a link, and its packages are not those of package-lock.json.',
      'Remove it (rm node_modules).',
    );
  await withLock(
    'install',
    () => isInstalled() || install(),
    (pid) => line(`Waiting for process ${pid}, which is installing the packages.`),
  );
}

function isInstalled() {
  const wanted = fingerprint();
  if (readIfThere(marker) === wanted) return existsSync(npmsOwnMarker);
  // Somebody ran `npm install` by hand: no reason to do it again, unless Node itself has changed since.
  if (readIfThere(marker) && machineOf(readIfThere(marker)) !== machineOf(wanted)) return false;
  if (!holdsWhatTheLockSays()) return false;
  writeFileSync(marker, wanted);
  return true;
}

function fingerprint() {
  const lock =
    readIfThere(inProject('package-lock.json')) ??
    fail('package-lock.json is missing.', 'Restore it (git checkout package-lock.json) and try again.');
  const machine = `node${process.versions.node.split('.')[0]}-${process.platform}-${process.arch}`;
  return `${createHash('sha256').update(lock).digest('hex')} ${machine}`;
}

const machineOf = (text) => text.split(' ')[1];

function holdsWhatTheLockSays() {
  const wanted = packagesIn(inProject('package-lock.json'));
  const present = packagesIn(npmsOwnMarker);
  if (!wanted || !present) return false;
  const same = ([path, entry]) =>
    present[path]?.version === entry.version && present[path]?.integrity === entry.integrity;
  const needed = Object.entries(wanted).filter(([path, entry]) => path && !entry.optional);
  return needed.every(same) && Object.keys(present).every((path) => path in wanted && same([path, wanted[path]]));
}

function packagesIn(file) {
  try {
    return JSON.parse(readIfThere(file)).packages;
  } catch {
    return null;
  }
}

async function install() {
  await endAbandonedNpm();
  // Both markers go first: npm removes packages before it adds any, and an interrupted install must not look whole.
  rmSync(marker, { force: true });
  rmSync(npmsOwnMarker, { force: true });
  let result = await step('Installing the packages', () => run('ci'));
  if (lacksOnlyOtherSystems(result.lines)) result = await step('Installing the packages', installFromIncompleteLock);
  if (!result.error && existsSync(npmsOwnMarker)) return writeFileSync(marker, fingerprint());
  const words = result.lines.filter((text) => !/^npm error$|complete log of this run/.test(text));
  for (const text of isOutOfStep(words) ? words.slice(0, 8) : words.slice(-15)) line(`npm │ ${text}`);
  fail(...reason(result));
}

/** The npm of an install that was killed works on, and two at once would spoil each other's work. */
async function endAbandonedNpm() {
  const mark = readIfThere(npmsMark);
  if (!mark || !markLives(mark)) return;
  const pid = Number.parseInt(mark, 10);
  process.kill(pid, 'SIGKILL');
  await gone(pid, 5000);
}

/** Tells `{ error, lines }`; by Node's own means, because no package is there yet. */
function run(...command) {
  const [file, ...start] = npm();
  // Compiler and queue tests come as development packages; NODE_ENV=production must not leave them out.
  const flags = ['--include=dev', '--loglevel=error', '--no-audit', '--no-fund', '--no-progress'];
  return new Promise((resolve) => {
    const options = { cwd: root, maxBuffer: 64 * 1024 * 1024 };
    const child = execFile(file, [...start, ...command, ...flags], options, (error, out, words) => {
      forget();
      resolve({ error, lines: `${out}${words}`.trim().split('\n') });
    });
    const forget = atEnd(() => child.kill());
    if (child.pid) writeFileSync(npmsMark, markOf(child.pid));
  });
}

/**
 * A lock file made where the registry has no packages for other systems lacks those, and `npm ci` refuses it. `npm install` takes
 * the same versions from it, but would also take the halves that an interrupted install left, so these go first.
 */
async function installFromIncompleteLock() {
  await rm(inProject('node_modules'), { recursive: true, force: true });
  return run('install', '--no-save');
}

/** Then npm names them without a version, because it could not find out any: `Missing: @swc/core-darwin-arm64@ from lock file`. */
function lacksOnlyOtherSystems(words) {
  const complaints = words.filter((text) => /npm error (Missing|Invalid): /.test(text));
  return complaints.length > 0 && complaints.every((text) => /Missing: @?[^@]+@ from lock file/.test(text));
}

const isOutOfStep = (words) => words.some((text) => text.includes('EUSAGE'));

function reason({ error, lines }) {
  const all = lines.join('\n');
  if (typeof error?.code === 'string')
    return [
      `npm could not be started (${error.code}).`,
      'It comes with Node: install Node 20.19 or newer and try again.',
    ];
  if (isOutOfStep(lines))
    return ['package-lock.json does not fit package.json.', 'Run npm install once, and commit the lock file.'];
  if (/ENOSPC/.test(all))
    return [`The disk of ${root} is full, so the packages could not be installed.`, 'Free about 1 GB and try again.'];
  if (/EACCES|EPERM|EROFS/.test(all))
    return [`The packages could not be written to ${root}.`, 'Make the folder yours (chown) and try again.'];
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET|network/i.test(all)) {
    return [
      'The package registry could not be reached.',
      'Check the network and `npm config get registry`, then try again.',
    ];
  }
  return [
    `The packages could not be installed (npm ended with ${error?.code ?? error?.signal ?? 0}).`,
    'Its last words stand above; mend that and try again.',
  ];
}

/** The npm that started us, or the one beside this Node, or whichever is on the PATH. */
function npm() {
  const candidates = [
    process.env.npm_execpath,
    join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const script = candidates.find((path) => path && /npm-cli\.[cm]?js$/.test(path) && existsSync(path));
  return script ? [process.execPath, script] : ['npm'];
}
