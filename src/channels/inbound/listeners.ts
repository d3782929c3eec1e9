import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Every, lockOf, rows, SessionLocks } from '../../platform/index.js';
import { Arrivals } from './arrivals.js';
import { Listener } from './listener.js';
import { Mailboxes } from './mailboxes.js';

/**
 * The mailboxes that this process listens to: those that are switched on, and that no other process holds. Two that
 * read one would do no harm but double work.
 */
@Injectable()
export class Listeners implements BeforeApplicationShutdown {
  private readonly listening = new Map<string, Listener>();
  private stopping = false;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly locks: SessionLocks,
    private readonly mailboxes: Mailboxes,
    private readonly arrivals: Arrivals,
  ) {
    // others may hold them now
    locks.onLost(() => void this.stopAll());
  }

  @Every('watch-mailboxes', 2_000)
  async watch(): Promise<void> {
    const active = await rows<{ id: string }>(
      this.source,
      'SELECT id FROM mailbox WHERE active AND may_dispatch() ORDER BY id',
    );
    // a copy of the database must not read, and mark as read, the live one's mail
    const off = [...this.listening.keys()].filter((id) => !active.some((each) => each.id === id));
    await Promise.all(off.map((id) => this.listening.get(id)?.stop()));
    for (const { id } of active) {
      if (this.stopping || this.listening.has(id) || !(await this.locks.take(lockOf(`mailbox ${id}`)))) continue;
      const listener = new Listener(id, this.source, this.mailboxes, this.arrivals);
      this.listening.set(id, listener);
      // one that ends by itself was switched off or deleted
      void listener.ended.finally(async () => {
        if (this.listening.get(id) === listener) this.listening.delete(id);
        await this.locks.giveBack(lockOf(`mailbox ${id}`));
      });
    }
  }

  private async stopAll(): Promise<void> {
    await Promise.all([...this.listening.values()].map((listener) => listener.stop()));
  }

  /** Before the database closes: the current mail is finished. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.stopAll();
  }
}
