import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { RedisDatabase, type Backend } from './backends.js';
import { cloneDatabase, Connections, copyDatabase, type TestDatabase } from './database.js';
import { caller, type Json, type Person } from './http.js';
import { project } from './project.js';
import { travel, type OwnedRows } from './rows.js';

const dist = `${project}dist/programs/`;
const SECRET = 'cd'.repeat(32);
const PASSWORD = 'correct horse battery';
const COUNT_NOW = 'SELECT pg_stat_force_next_flush()';

/** What a person types to sign in. */
export interface Credentials {
  email: string;
  password: string;
}

/** One process of ours, as built. It ends with this one, whatever becomes of it. */
export class Program {
  private words = '';
  /** resolves when it has ended, however that came */
  readonly exit: Promise<unknown>;

  private constructor(
    readonly name: string,
    private readonly child: ChildProcess,
  ) {
    this.exit = once(child, 'exit');
    child.stdout?.on('data', (text: Buffer) => (this.words += text.toString()));
    child.stderr?.on('data', (text: Buffer) => (this.words += text.toString()));
  }

  static async start(name: string, env: NodeJS.ProcessEnv): Promise<Program> {
    const child = fork(`${dist}main.${name}.js`, { env, execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    const program = new Program(name, child);
    const ready = once(child, 'message').then(() => true);
    if (!(await Promise.race([ready, program.exit.then(() => false)])))
      throw new Error(`${name} does not start: ${program.words}`);
    return program;
  }

  get said(): string {
    return this.words;
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** SIGSTOP freezes it with all that it holds; SIGCONT lets it go on as if no time had passed. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.child.kill(signal);
  }

  /** kill -9: no handler runs, no connection is closed in order. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.exit;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGTERM');
    await this.exit;
  }
}

export interface Outside {
  /** mail goes there, or is captured */
  smtpUrl?: string;
  /** the server that is asked; without one nothing is looked up */
  dns?: string;
  /** private networks that may be reached; the servers of tests stand on this machine */
  outboundAllow?: string;
  /** works on this one, and drops it at the end; one of its own unless given */
  database?: TestDatabase;
  /** what stands between the programs and their servers: the address to use instead of the real one */
  through?: (url: string) => Promise<string>;
}

/** Overture as it runs: api and workers as processes of their own, on a database (and a Redis database) of their own. */
export class Programs implements OwnedRows {
  private readonly running = new Set<Program>();
  private readonly pool: pg.Pool;
  private readonly others: Connections;

  private constructor(
    private readonly database: TestDatabase,
    readonly redis: RedisDatabase | null,
    private readonly env: NodeJS.ProcessEnv,
    readonly origin: string,
  ) {
    this.others = new Connections(database);
    this.pool = new pg.Pool({ connectionString: database.url, max: 3 });
    this.pool.on('error', () => undefined);
    // a connection that is lost while it is lent tells whoever waits for its answer, and nobody else
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** The api serves and one worker works when this returns. */
  static async open(
    backend: Backend,
    {
      smtpUrl = '',
      dns = 'none',
      outboundAllow = '127.0.0.0/8',
      through = async (url) => url,
      database: given,
    }: Outside = {},
  ): Promise<Programs> {
    const database = given ?? (await cloneDatabase());
    const redis = backend === 'redis' ? await RedisDatabase.take() : null;
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const env = {
      PATH: process.env.PATH,
      DATABASE_URL: await through(database.url),
      REDIS_URL: redis ? await through(redis.url) : '',
      SMTP_URL: smtpUrl,
      MAIL_FROM: smtpUrl && 'overture@overture.test',
      DNS_SERVERS: dns,
      OUTBOUND_ALLOW: outboundAllow,
      OVERTURE_SECRET: SECRET,
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: origin,
    };
    const programs = new Programs(database, redis, env, origin);
    await Promise.all([programs.start('api'), programs.start('worker')]);
    return programs;
  }

  async start(name: 'api' | 'worker', more: NodeJS.ProcessEnv = {}): Promise<Program> {
    const program = await Program.start(name, { ...this.env, ...more });
    this.running.add(program);
    return program;
  }

  /** The database as it is now, once nothing runs on it. */
  copy(): Promise<TestDatabase> {
    return copyDatabase(new URL(this.database.url).pathname.slice(1));
  }

  get all(): Program[] {
    return [...this.running];
  }

  /** It has ended by itself. */
  forget(program: Program): void {
    this.running.delete(program);
  }

  /** What the programs that run now complained of, for whoever reads a failed story. */
  get said(): string[] {
    return [...this.running].map(({ name, said }) => `${name}: ${said.slice(-2000)}`);
  }

  get workers(): Program[] {
    return [...this.running].filter(({ name }) => name === 'worker');
  }

  async kill(program: Program): Promise<void> {
    this.running.delete(program);
    await program.kill();
  }

  async stop(program: Program): Promise<void> {
    this.running.delete(program);
    await program.stop();
  }

  /** Makes a user, and signs in. */
  async as(roles: string, department = 'sales'): Promise<Person & Credentials> {
    const email = `${roles.replaceAll(',', '.')}.${department}@overture.test`;
    const [{ id }] = (await this.sql(
      'INSERT INTO app_user (email, name, department, roles, password_hash) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [email, 'A Person', department, roles.split(','), await hash(PASSWORD)],
    )) as [Json];
    const { body } = await caller(this.origin, {}).post('/tokens', { email, password: PASSWORD });
    return {
      id,
      email,
      password: PASSWORD,
      ...caller(this.origin, { authorization: `Bearer ${body.token}` }),
    };
  }

  async sql<T = Json>(text: string, parameters: unknown[] = []): Promise<T[]> {
    const client = await this.pool.connect();
    try {
      const { rows } = await client.query(text, parameters);
      // of what is written here, screens hear by PostgreSQL's counters: an idle connection hands its own in ten seconds late,
      // and where it was cut meanwhile they stand there already
      if (!/^\s*SELECT/i.test(text)) await client.query(COUNT_NOW).catch(() => undefined);
      client.release();
      return rows as T[];
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  /** As the owner of the tables, which the programs are not. */
  asOwner<T = Json>(text: string, parameters: unknown[] = []): Promise<T[]> {
    return this.others.ask('ownerUrl', text, parameters);
  }

  /** One of its own, for a lock that is to be held. To be released with `true`. */
  connection(): Promise<pg.PoolClient> {
    return this.pool.connect();
  }

  async travel(hours: number): Promise<void> {
    await travel(this, hours);
  }

  async close(): Promise<void> {
    await Promise.all([...this.running].map((program) => this.stop(program)));
    await Promise.all([this.pool.end(), this.others.close()]);
    await this.redis?.giveBack();
    await this.database.drop();
  }
}

/** Looks again until `condition` holds; after `seconds`, long enough for a busy machine, says what was waited for, and how far it came. */
export async function until(what: string, condition: () => unknown, seconds = 90): Promise<void> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const state = await condition();
    if (state === true) return;
    if (Date.now() > end) throw new Error(`Waited ${seconds} s in vain until ${what}; now: ${JSON.stringify(state)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
