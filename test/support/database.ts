import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import pg from 'pg';
import { project } from './project.js';

const OWNER = 'overture_test_owner';
const APPLICATION = 'overture_test_app';

/** The server that `npm test` started; each test file gets a database of its own on it, cloned from a migrated template. */
function adminUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error('TEST_DATABASE_URL is not set. Run the tests with: npm test -- <name of a file>');
  return url;
}

/** Who may do what to a database of the tests: as in an installation, and its superuser. */
export interface Addresses {
  /** the application's role: the programs under test have no other */
  url: string;
  /** owns the tables, and is no superuser */
  ownerUrl: string;
  adminUrl: string;
}

export interface TestDatabase extends Addresses {
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
    await ensureRoles(admin);
    await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [source]);
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${source} OWNER ${OWNER}`);
  });
  return {
    ...addressesOf(name),
    drop: () => asAdmin(async (admin) => void (await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))),
  };
}

/** Made once for these migrations; test files that come at the same moment wait for the first. */
async function templateDatabase(): Promise<string> {
  const folder = `${project}migrations`;
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort()) hash.update(readFileSync(`${folder}/${file}`));
  hash.update(readFileSync(`${project}src/platform/database/roles.sql.ts`));
  const name = `template_${hash.digest('hex').slice(0, 16)}`;
  await asAdmin(async (admin) => {
    await admin.query('SELECT pg_advisory_lock(4711)');
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1 AND datistemplate', [name]);
    if (rowCount) return;
    await admin.query(`DROP DATABASE IF EXISTS ${name}`);
    await ensureRoles(admin);
    await admin.query(`CREATE DATABASE ${name} OWNER ${OWNER}`);
    const { url, ownerUrl } = addressesOf(name);
    await promisify(execFile)(process.execPath, [`${project}dist/programs/main.cli.js`, 'migrate'], {
      env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl },
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

/** On a server that somebody gave us, the roles have no password that can be guessed. */
const password = (): string => createHash('sha256').update(adminUrl()).digest('hex');

async function ensureRoles(admin: pg.Client): Promise<void> {
  await admin.query(`
DO $$ BEGIN
  PERFORM pg_advisory_xact_lock(4712);
  IF to_regrole('${OWNER}') IS NULL THEN
    CREATE ROLE ${OWNER} LOGIN PASSWORD '${password()}';
    CREATE ROLE ${APPLICATION} LOGIN PASSWORD '${password()}';
  END IF;
END $$`);
}

function addressesOf(database: string): Addresses {
  const as = (role?: string): string => {
    const url = new URL(adminUrl());
    url.pathname = `/${database}`;
    if (role) Object.assign(url, { username: role, password: password() });
    return url.href;
  };
  return { url: as(APPLICATION), ownerUrl: as(OWNER), adminUrl: as() };
}

/** A connection for each role that a test needs besides the application's. */
export class Connections {
  private readonly pools = new Map<keyof Addresses, pg.Pool>();

  constructor(private readonly addresses: Addresses) {}

  async ask<T>(as: keyof Addresses, text: string, parameters: unknown[] = []): Promise<T[]> {
    return (await this.pool(as).query(text, parameters)).rows as T[];
  }

  /** In one transaction of the superuser, without triggers and foreign keys. */
  async pastTriggers<T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
    const client = await this.pool('adminUrl').connect();
    try {
      await client.query('BEGIN; SET LOCAL session_replication_role = replica');
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.end()));
  }

  private pool(as: keyof Addresses): pg.Pool {
    const known = this.pools.get(as);
    if (known) return known;
    const pool = new pg.Pool({ connectionString: this.addresses[as], max: 2 });
    pool.on('error', () => undefined);
    this.pools.set(as, pool);
    return pool;
  }
}
