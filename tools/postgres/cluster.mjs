import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../processes/child.mjs';
import { fail, step } from '../say.mjs';
import { explain } from './failures.mjs';

/**
 * A data folder and who may enter: `{ port, admin, password }` in a file beside it that only we may read. `admin` is the
 * superuser's password; `password` is of `overture`, which owns Overture's tables, may create databases and nothing else.
 */
export async function prepareCluster({ dataDir, secrets, account, binaries, quick }) {
  refuseOtherVersion(dataDir, binaries.major);
  if (!existsSync(join(dataDir, 'PG_VERSION')))
    return step('Preparing the database', () => create({ dataDir, secrets, account, quick }));
  const known = read(secrets);
  if (known) return known;
  // The file with the passwords was lost, the data were not.
  return setPasswords(dataDir, account, secrets);
}

function refuseOtherVersion(dataDir, major) {
  let found;
  try {
    found = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    if (error.code !== 'EACCES') return;
    fail(
      `The data in ${dataDir} belong to another account.`,
      'Run this as the one who made them (root?), or move that folder away.',
    );
  }
  if (!major || found === major) return;
  fail(
    `The data in ${dataDir} were made by PostgreSQL ${found}; the installed one is ${major}.`,
    'Move that folder away to begin anew, or go back to the earlier version of Overture.',
  );
}

/** Made beside its place and moved there whole, so that an interrupted beginning is begun again. */
async function create({ dataDir, secrets, account, quick }) {
  const draft = `${dataDir}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  account.own(draft);
  const locale = [
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--text-search-config=english',
  ];
  const args = ['-D', draft, '-U', 'postgres', '--auth=trust', '--no-instructions', ...locale];
  const made = await runAs(account, 'initdb', quick ? [...args, '--no-sync'] : args);
  if (made.exitCode !== 0) explain(made.all, 'The database could not be prepared');
  writeFileSync(join(draft, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n');
  const known = await setPasswords(draft, account, secrets);
  // A data folder without PG_VERSION holds nothing; initdb writes that file first.
  rmSync(dataDir, { recursive: true, force: true });
  renameSync(draft, dataDir);
  return known;
}

/** In single-user mode, where PostgreSQL asks nobody for a password. */
async function setPasswords(dataDir, account, secrets) {
  const known = { port: null, admin: randomBytes(18).toString('hex'), password: randomBytes(18).toString('hex') };
  const input = [
    `ALTER ROLE postgres PASSWORD '${known.admin}';`,
    "DO $$ BEGIN IF to_regrole('overture') IS NULL THEN CREATE ROLE overture; END IF; END $$;",
    `ALTER ROLE overture LOGIN CREATEDB PASSWORD '${known.password}';`,
  ].join('\n');
  const done = await runAs(account, 'postgres', ['--single', '-D', dataDir, 'postgres'], `${input}\n`);
  if (done.exitCode !== 0 || done.all.some((text) => text.includes('ERROR:')))
    explain(done.all, 'The database could not be prepared');
  remember(secrets, known);
  return known;
}

/** Tells `{ exitCode, all }`, whose lines name too why it could not be started. */
async function runAs(account, program, args, input) {
  const { file, args: all, options } = account.command(join(account.native, 'bin', program), args);
  const done = await run(file, all, { ...options, input, cwd: '/', env: postgresEnvironment, extendEnv: false });
  return done.code ? { ...done, all: [...done.all, done.code] } : done;
}

// In English, whatever the terminal speaks: its messages are read by failures.mjs.
export const postgresEnvironment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };

export function remember(secrets, known) {
  const draft = `${secrets}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(known)}\n`, { mode: 0o600 });
  renameSync(draft, secrets);
}

function read(secrets) {
  try {
    const known = JSON.parse(readFileSync(secrets, 'utf8'));
    return known.admin && known.password ? known : null;
  } catch {
    return null;
  }
}
