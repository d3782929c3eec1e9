import 'reflect-metadata';
import type { Abstract, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { ClientBase } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { cloneDatabase, Connections, type Addresses, type TestDatabase } from './database.js';
import { DeclaredAnswers } from './declared-answers.js';
import { caller, type Caller, type Inspect, type Json, type Person } from './http.js';
import { travel } from './rows.js';

export type { Answer, Json, Person } from './http.js';

export const SECRET = 'ab'.repeat(32);
export const PASSWORD = 'correct horse battery';
/** Its hash at the least cost: a thousand people of tests sign in, and none is attacked. */
const CHEAP_HASH = '$argon2id$v=19$m=8,t=1,p=1$A74RkWKYhOe4k43/kb0xzQ$YzDn2m5K/IyzQZSqgmFcH+DPyriTQDO8WKxRTszv1MI';

/** The whole application on a database of its own, with no worker: a test calls what a worker would. */
export class Installation {
  private people = 0;
  private readonly others: Connections;

  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly database: TestDatabase,
    readonly origin: string,
    private readonly inspect: Inspect,
  ) {
    this.others = new Connections(database);
  }

  /**
   * `dns`: the server that is asked; without one nothing is looked up. `outboundAllow`: private networks that may be
   * reached: the servers of tests stand on this machine. `publicUrl`: where a browser would find it. `smtpUrl`: where its
   * mail goes; else it is captured, and users are not mailed to.
   */
  static async open({
    dns = 'none',
    outboundAllow = '127.0.0.0/8',
    publicUrl = 'http://overture.test',
    smtpUrl = '',
  } = {}): Promise<Installation> {
    const database = await cloneDatabase();
    Object.assign(process.env, {
      DATABASE_URL: database.url,
      OVERTURE_SECRET: SECRET,
      DATABASE_POOL: '6',
      OUTBOUND_ALLOW: outboundAllow,
      PUBLIC_URL: publicUrl,
      SMTP_URL: smtpUrl,
      MAIL_FROM: smtpUrl && 'overture@overture.test',
    });
    delete process.env.REDIS_URL;
    process.env.DNS_SERVERS = dns;
    const { AppModule } = await import('../../src/app.module.js');
    const { Dispatching, openApi, serve } = await import('../../src/platform/index.js');
    const app = await serve(AppModule, {
      logLevel: 'fatal',
      trustProxy: 'loopback',
      isHttps: publicUrl.startsWith('https:'),
    });
    await app.get(Dispatching).watch();
    await app.listen(0, '127.0.0.1');
    let answers: DeclaredAnswers | undefined;
    const inspect: Inspect = (...answer) => (answers ??= new DeclaredAnswers(openApi(app))).check(...answer);
    return new Installation(app, database, await app.getUrl(), inspect);
  }

  get addresses(): Addresses {
    return this.database;
  }

  get application(): NestFastifyApplication {
    return this.app;
  }

  get source(): DataSource {
    return this.app.get<DataSource>(getDataSourceToken());
  }

  get<T>(type: Abstract<T> | Type<T>): T {
    return this.app.get(type, { strict: false });
  }

  /** As the application's role. */
  async sql<T = Json>(text: string, parameters: unknown[] = []): Promise<T[]> {
    const result: unknown = await this.source.query(text, parameters);
    return (
      Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number'
        ? result[0]
        : result
    ) as T[];
  }

  /** As the owner of the tables, which the application is not. */
  asOwner<T = Json>(text: string, parameters: unknown[] = []): Promise<T[]> {
    return this.others.ask('ownerUrl', text, parameters);
  }

  /** As the superuser, without triggers and foreign keys. */
  pastTriggers<T>(work: (client: ClientBase) => Promise<T>): Promise<T> {
    return this.others.pastTriggers(work);
  }

  async transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const { transaction } = await import('../../src/platform/index.js');
    return transaction(this.source, 'test', work);
  }

  /** Of this database until now. The server counts one when it undoes a transaction; its session reports that late. */
  async deadlocks(): Promise<number> {
    await this.sql('SELECT pg_sleep(1.1), pg_stat_clear_snapshot()');
    const [found] = await this.sql<{ n: number }>(
      'SELECT deadlocks::int AS n FROM pg_stat_database WHERE datname = current_database()',
    );
    return found!.n;
  }

  /** Lets the application's clock stand further on (or back) from now. */
  async travel(hours: number): Promise<void> {
    await travel(this, hours);
  }

  /** Makes a user and signs in. */
  async as(roles: string | string[], department = 'management', name?: string): Promise<Person> {
    const { Users } = await import('../../src/identity/index.js');
    const email = `person${++this.people}@overture.test`;
    const facts = { email, name: name ?? `Person ${this.people}`, department, roles: [roles].flat() as never };
    const user = await this.transaction(async (manager) => {
      const created = await this.get(Users).create(manager, facts);
      await manager.query(SIGNS_IN, [created.id, CHEAP_HASH]);
      return created;
    });
    const { token } = (await this.nobody.post<{ token: string }>('/tokens', { email, password: PASSWORD })).body;
    return { id: user.id, ...caller(this.origin, { authorization: `Bearer ${token}` }, this.inspect) };
  }

  get nobody(): Caller {
    return caller(this.origin, {}, this.inspect);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.others.close();
    await this.database.drop();
  }
}

const SIGNS_IN = `UPDATE app_user SET state = 'active', password_hash = $2 WHERE id = $1`;
