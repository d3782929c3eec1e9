import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { cloneDatabase, type TestDatabase } from './database.js';

export const SECRET = 'ab'.repeat(32);
export const PASSWORD = 'correct horse battery';

export interface Answer<T> {
  status: number;
  body: T;
  headers: Record<string, string>;
}

/** A signed-in person: every call goes through the real HTTP stack of the house. */
export interface Person {
  id: string;
  get<T = Json>(path: string): Promise<Answer<T>>;
  post<T = Json>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  put<T = Json>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  patch<T = Json>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  delete<T = Json>(path: string, headers?: Record<string, string>): Promise<Answer<T>>;
  send<T = Json>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
}
// what an endpoint answers is asserted by the test that asked
// oxlint-disable-next-line typescript/no-explicit-any
export type Json = any;

/** The whole house on a database of its own, with no worker: a test calls what a worker would. */
export class House {
  private people = 0;

  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly database: TestDatabase,
    private readonly origin: string,
  ) {}

  static async open(): Promise<House> {
    const database = await cloneDatabase();
    Object.assign(process.env, {
      DATABASE_URL: database.url,
      OVERTURE_SECRET: SECRET,
      DATABASE_POOL: '6',
      PUBLIC_URL: 'http://overture.test',
    });
    delete process.env.REDIS_URL;
    delete process.env.SMTP_URL;
    const { AppModule } = await import('../../src/app.module.js');
    const { serve } = await import('../../src/platform/index.js');
    const app = await serve(AppModule, 'fatal');
    await app.listen(0, '127.0.0.1');
    return new House(app, database, await app.getUrl());
  }

  get url(): string {
    return this.database.url;
  }

  get application(): NestFastifyApplication {
    return this.app;
  }

  get source(): DataSource {
    return this.app.get<DataSource>(getDataSourceToken());
  }

  get<T>(type: Type<T>): T {
    return this.app.get(type, { strict: false });
  }

  async sql<T = Json>(text: string, parameters: unknown[] = []): Promise<T[]> {
    const result: unknown = await this.source.query(text, parameters);
    return (
      Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number'
        ? result[0]
        : result
    ) as T[];
  }

  async transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const { transaction } = await import('../../src/platform/index.js');
    return transaction(this.source, 'test', work);
  }

  /** Lets the house's clock stand further on (or back) from now. */
  async travel(hours: number): Promise<void> {
    await this.sql(
      `INSERT INTO clock (anchor_wall, anchor_app, rate, catches_up) VALUES (clock_timestamp(), app_now() + make_interval(secs => $1), 1, false)
       ON CONFLICT (one) DO UPDATE SET anchor_app = app_now() + make_interval(secs => $1), anchor_wall = clock_timestamp()`,
      [hours * 3600],
    );
  }

  /** Makes a user and signs in. */
  async as(roles: string | string[], department = 'management', name?: string): Promise<Person> {
    const { Users } = await import('../../src/identity/index.js');
    const email = `person${++this.people}@overture.test`;
    const user = await this.transaction((manager) =>
      this.get(Users).create(manager, {
        email,
        name: name ?? `Person ${this.people}`,
        department,
        roles: [roles].flat() as never,
        password: PASSWORD,
      }),
    );
    const { token } = (await this.call<{ token: string }>('POST', '/tokens', { email, password: PASSWORD })).body;
    return { id: user.id, ...this.caller({ authorization: `Bearer ${token}` }) };
  }

  get nobody(): Omit<Person, 'id'> {
    return this.caller({});
  }

  private caller(own: Record<string, string>): Omit<Person, 'id'> {
    return {
      get: (path) => this.call('GET', path, undefined, own),
      post: (path, body, headers) => this.call('POST', path, body, { ...own, ...headers }),
      put: (path, body, headers) => this.call('PUT', path, body, { ...own, ...headers }),
      patch: (path, body, headers) => this.call('PATCH', path, body, { ...own, ...headers }),
      delete: (path, headers) => this.call('DELETE', path, undefined, { ...own, ...headers }),
      send: (method, path, body, headers) => this.call(method, path, body, { ...own, ...headers }),
    };
  }

  /** `path` is below /api/v1 unless it begins with //, which stands for the root. */
  private async call<T>(
    method: string,
    path: string,
    payload?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const reply = await fetch(
      path.startsWith('//') ? `${this.origin}${path.slice(1)}` : `${this.origin}/api/v1${path}`,
      {
        method,
        headers: { ...(payload === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        redirect: 'manual',
        ...(payload === undefined
          ? {}
          : { body: typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : JSON.stringify(payload) }),
      },
    );
    const text = await reply.text();
    const isJson = /json/.test(reply.headers.get('content-type') ?? '');
    return {
      status: reply.status,
      body: (isJson ? JSON.parse(text) : text) as T,
      headers: Object.fromEntries(reply.headers),
    };
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }
}
