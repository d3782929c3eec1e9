import { randomBytes } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import pg from 'pg';
import { Config } from '../platform/index.js';

/**
 * Says "somebody is at work on this batch" to everybody: a session-level advisory lock a batch, all on one connection of its own. Not a
 * lease by the clock: a frozen process lets those lapse 7 to 20 times in 60,000 sends, and then sends what others think is theirs. These
 * end with the connection, or when their batch is over, however it ended: what it left unsettled is anybody's to settle then.
 */
@Injectable()
export class SendingLock {
  private readonly log = new Logger('SendingLock');
  private readonly held = new Set<string>();
  private client: pg.Client | null = null;
  private connecting: Promise<pg.Client> | null = null;

  constructor(private readonly config: Config) {}

  /** One batch, under a lock of its own: what it leaves untold, however it ends, is anybody's to settle. */
  async during<T>(batch: (key: string) => Promise<T>): Promise<T> {
    const key = await this.take();
    try {
      return await batch(key);
    } finally {
      await this.giveBack(key);
    }
  }

  /** A new key, held from now on. */
  async take(): Promise<string> {
    const client = await this.connection();
    const key = (randomBytes(8).readBigInt64BE() >> 1n).toString();
    await client.query('SELECT pg_advisory_lock($1)', [key]);
    // the connection may have gone while we waited, and the lock with it
    if (this.client === client) this.held.add(key);
    return key;
  }

  /** False: given back, or the connection is gone and others may have settled what was held. Nothing more may be handed over under that key. */
  holds(key: string): boolean {
    return this.held.has(key);
  }

  /** The batch is over. A lock that cannot be given back goes with its connection. */
  async giveBack(key: string): Promise<void> {
    if (!this.held.delete(key)) return;
    const client = this.client;
    await client?.query('SELECT pg_advisory_unlock($1)', [key]).catch(() => client.end().catch(() => undefined));
  }

  private async connection(): Promise<pg.Client> {
    if (this.client) return this.client;
    this.connecting ??= this.connect().finally(() => (this.connecting = null));
    return this.connecting;
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      application_name: 'overture sender',
      keepAlive: true,
    });
    const lost = () => {
      if (this.client !== client) return;
      this.client = null;
      this.held.clear();
      this.log.warn('The sending locks were lost with their connection; taking another.');
    };
    client.on('error', lost);
    client.on('end', lost);
    await client.connect();
    this.client = client;
    return client;
  }

  async release(): Promise<void> {
    const client = this.client;
    this.client = null;
    this.held.clear();
    await client?.end().catch(() => undefined);
  }
}
