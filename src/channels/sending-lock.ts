import { randomBytes } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import pg from 'pg';
import { Config } from '../platform/index.js';

/**
 * Says "this process is alive" to everybody: a session-level advisory lock on a connection of its own. Not a lease by the clock:
 * a frozen process lets those lapse 7 to 20 times in 60,000 sends, and then sends what others think is theirs. This lock ends with
 * the connection, and not before.
 */
@Injectable()
export class SendingLock {
  private readonly log = new Logger('SendingLock');
  private held: { key: string; client: pg.Client } | null = null;
  private taking: Promise<string> | null = null;

  constructor(private readonly config: Config) {}

  /** The key of the lock, taken anew when the one before was lost. */
  async key(): Promise<string> {
    if (this.held) return this.held.key;
    this.taking ??= this.take().finally(() => (this.taking = null));
    return this.taking;
  }

  /** False: the connection is gone, others may have settled what this process held. Nothing more may be handed over under that key. */
  holds(key: string): boolean {
    return this.held?.key === key;
  }

  private async take(): Promise<string> {
    const key = (randomBytes(8).readBigInt64BE() >> 1n).toString();
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      application_name: 'overture sender',
      keepAlive: true,
    });
    const lost = () => {
      if (this.held?.client !== client) return;
      this.held = null;
      this.log.warn('The sending lock was lost with its connection; taking another.');
    };
    client.on('error', lost);
    client.on('end', lost);
    await client.connect();
    await client.query('SELECT pg_advisory_lock($1)', [key]);
    this.held = { key, client };
    return key;
  }

  async release(): Promise<void> {
    const client = this.held?.client;
    this.held = null;
    await client?.end().catch(() => undefined);
  }
}
