import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { Config } from '../../platform/index.js';

/**
 * Who listens to which mailbox: session-level advisory locks, all of this process on one connection of its own. They end with the
 * connection and not before, like the sending lock; two that read one mailbox would do no harm but double work.
 */
@Injectable()
export class MailboxLocks {
  private client: pg.Client | null = null;
  private readonly lost: (() => void)[] = [];
  /** one statement at a time on one connection */
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly config: Config) {}

  /** Runs when the connection, and with it every lock, is gone. */
  onLost(act: () => void): void {
    this.lost.push(act);
  }

  take(mailboxId: string): Promise<boolean> {
    return this.inTurn(async () => {
      const client = await this.connected();
      const { rows } = await client.query<{ mine: boolean }>(TAKE, [mailboxId]);
      return rows[0]!.mine;
    });
  }

  async giveBack(mailboxId: string): Promise<void> {
    await this.inTurn(async () => this.client?.query(GIVE_BACK, [mailboxId])).catch(() => undefined);
  }

  private inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.last.then(act, act);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  async release(): Promise<void> {
    const client = this.client;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async connected(): Promise<pg.Client> {
    if (this.client) return this.client;
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      application_name: 'overture mailboxes',
      keepAlive: true,
    });
    const gone = () => {
      if (this.client !== client) return;
      this.client = null;
      for (const act of this.lost) act();
    };
    client.on('error', gone);
    client.on('end', gone);
    await client.connect();
    return (this.client = client);
  }
}

const TAKE = "SELECT pg_try_advisory_lock(hashtextextended('mailbox ' || $1, 0)) AS mine";
const GIVE_BACK = "SELECT pg_advisory_unlock(hashtextextended('mailbox ' || $1, 0))";
