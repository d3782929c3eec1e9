import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fail } from '../say.mjs';

/**
 * Who runs PostgreSQL, and from where. PostgreSQL refuses to run as root, so root lends it an existing account (none is ever
 * created). Tells `{ command(file, args), own(path), dataDir, native }`:
 *
 * - a normal user runs it as itself;
 * - root runs it as the owner of the data, `postgres` or `nobody`, where that account can reach the project;
 * - where it cannot (a project under /root), the same account with one capability, to pass closed folders;
 * - where that is not permitted either, from a copy in a folder that the account can reach, linked from `.data`.
 */
export function chooseAccount({ dataDir, native }) {
  if (process.getuid?.() !== 0) return { command: plainly, own: () => undefined, dataDir, native };
  const account = lentAccount(dataDir);
  const own = (path) => chownSync(path, account.uid, account.gid);
  // A link in .data means that an earlier start had to go elsewhere; the data stay where they are.
  const moved = isLink(dataDir);
  for (const command of [as(account), withCapability(account)]) {
    if (!moved && canWork(command, native, dirname(dataDir), own)) return { command, own, dataDir, native };
  }
  const command = as(account);
  const place = elsewhere(command, { dataDir, native, own });
  if (place) return { command, own, ...place };
  return fail(
    `PostgreSQL must not run as root, and the account ${account.name} cannot be used here.`,
    'Run this as a normal user, or set DATABASE_URL.',
  );
}

const plainly = (file, args) => ({ file, args, options: {} });

const as =
  ({ uid, gid }) =>
  (file, args) => ({ file, args, options: { uid, gid } });

// access(2) ignores capabilities of other users unless no_setuid_fixup is set, and PostgreSQL looks for itself with access(2).
const withCapability =
  ({ uid, gid }) =>
  (file, args) => ({
    file: 'setpriv',
    args: [
      `--reuid=${uid}`,
      `--regid=${gid}`,
      '--clear-groups',
      '--securebits=+no_setuid_fixup',
      ...['--inh-caps', '--ambient-caps', '--bounding-set'].map((set) => `${set}=-all,+dac_override`),
      '--',
      file,
      ...args,
    ],
    options: {},
  });

function lentAccount(dataDir) {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((entry) => entry.split(':'));
  const known = accounts
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid }) => uid > 0);
  const owner = existsSync(join(dataDir, 'PG_VERSION')) ? statSync(dataDir).uid : 0;
  return (
    known.find(({ uid }) => uid === owner) ??
    ['postgres', '_postgres', 'nobody'].map((name) => known.find((account) => account.name === name)).find(Boolean) ??
    fail(
      'PostgreSQL must not run as root, and there is no account postgres or nobody to lend.',
      'Run this as a normal user, or set DATABASE_URL.',
    )
  );
}

function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** Tried, not computed: ACLs, namespaces and mount options decide too. */
function canWork(command, native, folder, own) {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    mkdirSync(probe, { recursive: true, mode: 0o700 });
    own(probe);
    attempt(command(join(native, 'bin', 'postgres'), ['--version']));
    attempt(command('/bin/sh', ['-c', '[ -x "$1/bin/initdb" ] && : > "$2/file"', 'sh', native, probe]));
    return true;
  } catch {
    return false;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}

function attempt({ file, args, options }) {
  execFileSync(file, args, { ...options, cwd: '/', stdio: 'ignore', timeout: 20_000 });
}

/** A copy of the programs, and the data, in a folder of the account's own; `dataDir` becomes a link to the data there. */
function elsewhere(command, { dataDir, native, own }) {
  for (const place of placesFor(dataDir)) {
    try {
      mkdirSync(place, { recursive: true, mode: 0o711 });
      // These names can be guessed: a link is not followed, a stranger's folder not used.
      if (isLink(place) || lstatSync(place).uid !== 0) continue;
      const copy = copyWhole(native, place);
      if (!canWork(command, copy, place, own)) continue;
      const target = join(place, 'data');
      if (!isLink(dataDir)) symlinkSync(target, dataDir);
      return { dataDir: target, native: copy };
    } catch {
      // The next place may do.
    }
  }
  return null;
}

function placesFor(dataDir) {
  if (isLink(dataDir)) return [dirname(readlinkSync(dataDir))];
  // Data that lie in the project already are not moved behind anybody's back.
  if (existsSync(dataDir)) return [];
  const name = `overture-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`;
  return ['/var/lib', '/var/tmp', tmpdir()].map((base) => join(base, name));
}

function copyWhole(native, place) {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'));
  const copy = join(place, `native-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX', draft]);
  renameSync(draft, copy);
  return copy;
}
