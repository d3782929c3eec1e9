import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';
import pg from 'pg';
import type { Addresses, TestDatabase } from './database.js';
import { freePort, until } from './programs.js';
import { project } from './project.js';

const PASSWORD = 'correct/horse%postgres';

/** Stories that need PostgreSQL's own tools, and so a server that is not newer than they are. Without them they are skipped, and say so. */
export function withPostgresTools(stories: () => void): void {
  const bin = process.env.TEST_POSTGRES_BIN;
  if (!bin) console.warn('\n*** NO PG_DUMP: THE STORIES OF BACKUPS ARE SKIPPED ***\n');
  (bin ? describe : describe.skip)('the PostgreSQL of this machine', stories);
}

/** A PostgreSQL of its own on a free port, in a folder of its own, of the programs in TEST_POSTGRES_BIN. */
export class Cluster {
  private constructor(
    private readonly folder: string,
    private readonly child: ChildProcess,
    readonly port: number,
  ) {}

  static async open(): Promise<Cluster> {
    const bin = process.env.TEST_POSTGRES_BIN!;
    const folder = await mkdtemp('/tmp/overture-cluster-');
    await writeFile(`${folder}/password`, PASSWORD);
    const account = unprivileged();
    for (const path of account ? [folder, `${folder}/password`] : []) await chown(path, account!.uid, account!.gid);
    const options = { cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C' }, ...account };
    const data = ['-D', `${folder}/data`];
    await promisify(execFile)(
      `${bin}/initdb`,
      [
        ...data,
        '-U',
        'postgres',
        '-E',
        'UTF8',
        '--locale=C',
        '-A',
        'scram-sha-256',
        `--pwfile=${folder}/password`,
        '--no-sync',
      ],
      options,
    );
    const port = await freePort();
    const settings = {
      port,
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: 200,
      fsync: 'off',
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(`${bin}/postgres`, [...data, ...flags], { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-2000)));
    process.once('exit', () => child.kill('SIGQUIT'));
    const cluster = new Cluster(folder, child, port);
    await until('the server answers', async () => {
      if (child.exitCode !== null) throw new Error(`PostgreSQL does not start: ${said}`);
      return cluster.ask('SELECT 1').then(
        () => true,
        (error: Error) => error.message,
      );
    });
    for (const role of ['owner', 'application'])
      await cluster.ask(`CREATE ROLE ${role} LOGIN PASSWORD ${pg.escapeLiteral(PASSWORD)}`);
    return cluster;
  }

  get password(): string {
    return PASSWORD;
  }

  /** Of a database that may not be there yet. */
  addresses(database: string): Addresses {
    const as = (role: string) =>
      `postgresql://${role}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${this.port}/${database}`;
    return { url: as('application'), ownerUrl: as('owner'), adminUrl: as('postgres') };
  }

  async ask<T>(text: string, database = 'postgres', parameters: unknown[] = []): Promise<T[]> {
    const client = new pg.Client({ connectionString: this.addresses(database).adminUrl });
    await client.connect();
    try {
      return (await client.query(text, parameters)).rows as T[];
    } finally {
      await client.end();
    }
  }

  /** An empty one. */
  async database(name: string): Promise<TestDatabase> {
    await this.ask(`CREATE DATABASE ${name} OWNER owner`);
    return { ...this.addresses(name), drop: async () => void (await this.ask(`DROP DATABASE ${name} WITH (FORCE)`)) };
  }

  async migrated(name: string): Promise<TestDatabase> {
    const database = await this.database(name);
    const { code, err } = await cli(['migrate'], database);
    if (code !== 0) throw new Error(err);
    return database;
  }

  /** As anybody would by hand. */
  async dump(database: string, file: string): Promise<void> {
    const address = ['-h', '127.0.0.1', '-p', String(this.port), '-U', 'postgres', '-d', database];
    const env = { ...process.env, PGPASSWORD: PASSWORD };
    await promisify(execFile)(`${process.env.TEST_POSTGRES_BIN}/pg_dump`, ['-Fc', '-f', file, ...address], { env });
  }

  async close(): Promise<void> {
    this.child.kill('SIGQUIT');
    if (this.child.exitCode === null) await once(this.child, 'exit');
    await rm(this.folder, { recursive: true, force: true });
  }
}

export interface Said {
  code: number;
  out: string;
  err: string;
}

/** One command of the command line, on this database; `input` is what it may read. */
export const cli = (args: string[], on: Addresses, env: NodeJS.ProcessEnv = {}, input = ''): Promise<Said> =>
  begun(args, on, env, input).ended;

/** The same, to be hurt while it runs. */
export function begun(
  args: string[],
  { url, ownerUrl }: Addresses,
  env: NodeJS.ProcessEnv = {},
  input = '',
): { child: ChildProcess; ended: Promise<Said> } {
  const child = spawn(process.execPath, [`${project}dist/programs/main.cli.js`, ...args], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: url,
      DATABASE_OWNER_URL: ownerUrl,
      OVERTURE_SECRET: 'cd'.repeat(32),
      ...env,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // one that reads nothing may have ended before
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return { child, ended: toTheEnd(child) };
}

async function toTheEnd(child: ChildProcess): Promise<Said> {
  const said: Said = { code: -1, out: '', err: '' };
  child.stdout!.on('data', (text: Buffer) => (said.out += text.toString()));
  child.stderr!.on('data', (text: Buffer) => (said.err += text.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { ...said, code };
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid: number; gid: number } | null {
  return userInfo().uid === 0 ? { uid: 65_534, gid: 65_534 } : null;
}
