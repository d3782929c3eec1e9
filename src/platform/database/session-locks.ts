import { createHash, randomBytes } from 'node:crypto';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { Config } from '../config.js';
import { MonitoredClient } from './connection.js';

/** Taking a lock never blocks, so a connection that is silent for longer is dead. */
const PATIENCE = 15_000;

/** The lock of this name, as PostgreSQL counts locks: a bigint in decimal. */
export const lockOf = (name: string): string => createHash('sha256').update(name).digest().readBigInt64BE().toString();

/**
 * What this process is working on, visible to all others: session-level advisory locks, all on one connection of its
 * own, so that none takes a place in the pool. Not leases by the clock: a frozen process lets those lapse 7 to 20 times
 * in 60,000 sends, and then does what others have taken over. These end when they are released or with the connection,
 * and not before.
 */
@Injectable()
export class SessionLocks implements OnApplicationShutdown {
  private readonly log = new Logger('SessionLocks');
  private readonly held = new Set<string>();
  private readonly acts: (() => void)[] = [];
  private client: pg.Client | null = null;
  /** one statement at a time on one connection */
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly config: Config) {}

  /** Runs when the connection, and with it every lock, is gone. */
  onLost(act: () => void): void {
    this.acts.push(act);
  }

  /** False: this process or another holds it. */
  async take(key: string): Promise<boolean> {
    if (this.held.has(key)) return false;
    return this.inTurn(async () => {
      const client = await this.connected();
      const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [key]);
      // the connection may have gone while we waited, and the lock with it
      if (!rows[0]!.mine || this.client !== client) return false;
      this.held.add(key);
      return true;
    });
  }

  /** False: released, or the connection is gone and others may have settled what was held. */
  holds(key: string): boolean {
    return this.held.has(key);
  }

  /** A lock that cannot be released ends with its connection. */
  async giveBack(key: string): Promise<void> {
    if (!this.held.delete(key)) return;
    const client = this.client;
    await this.inTurn(async () => client?.query('SELECT pg_advisory_unlock($1)', [key])).catch(() =>
      client?.end().catch(() => undefined),
    );
  }

  /** One piece of work under a lock of its own: what it leaves untold, however it ends, is anybody's to settle. */
  async during<T>(work: (key: string) => Promise<T>): Promise<T> {
    const key = randomBytes(8).readBigInt64BE().toString();
    if (!(await this.take(key))) throw new Error('The connection of the locks was lost: timeout.');
    try {
      return await work(key);
    } finally {
      await this.giveBack(key);
    }
  }

  async release(): Promise<void> {
    const client = this.client;
    this.client = null;
    this.held.clear();
    await client?.end().catch(() => undefined);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.release();
  }

  private inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.last.then(act, act);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async connected(): Promise<pg.Client> {
    if (this.client) return this.client;
    const client = new MonitoredClient(
      {
        connectionString: this.config.databaseUrl,
        application_name: 'overture locks',
        connectionTimeoutMillis: 10_000,
        keepAlive: true,
      },
      PATIENCE,
    );
    const gone = () => {
      if (this.client !== client) return;
      this.client = null;
      this.held.clear();
      this.log.warn('The locks were lost with their connection; taking another.');
      for (const act of this.acts) act();
    };
    client.on('error', gone);
    client.on('end', gone);
    await client.connect();
    return (this.client = client);
  }
}
