import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import pg from 'pg';
import { project } from './project.js';

/** The server that `npm test` started; each test file gets a database of its own on it, cloned from a migrated template. */
function adminUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error('TEST_DATABASE_URL is not set. Run the tests with: npm test -- <name of a file>');
  return url;
}

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

export async function cloneDatabase(): Promise<TestDatabase> {
  return copyDatabase(await templateDatabase());
}

/** Without a table. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return copyDatabase('template0');
}

/** Of one that no program works on; whoever still has a connection loses it. */
export async function copyDatabase(source: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(async (admin) => {
    await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [source]);
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${source}`);
  });
  return {
    url: urlOf(name),
    drop: () => asAdmin(async (admin) => void (await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))),
  };
}

/** Made once for these migrations; test files that come at the same moment wait for the first. */
async function templateDatabase(): Promise<string> {
  const folder = `${project}migrations`;
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort()) hash.update(readFileSync(`${folder}/${file}`));
  const name = `template_${hash.digest('hex').slice(0, 16)}`;
  await asAdmin(async (admin) => {
    await admin.query('SELECT pg_advisory_lock(4711)');
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1 AND datistemplate', [name]);
    if (rowCount) return;
    await admin.query(`DROP DATABASE IF EXISTS ${name}`);
    await admin.query(`CREATE DATABASE ${name}`);
    await promisify(execFile)(process.execPath, [`${project}dist/programs/main.cli.js`, 'migrate'], {
      env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: urlOf(name) },
    });
    await admin.query(`ALTER DATABASE ${name} WITH IS_TEMPLATE true`);
  });
  return name;
}

async function asAdmin<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: adminUrl() });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

function urlOf(database: string): string {
  const url = new URL(adminUrl());
  url.pathname = `/${database}`;
  return url.href;
}
