import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Conflict, Every, row, rows, Shutdown } from '../../../platform/index.js';
import { Senders } from '../senders/senders.js';
import * as sql from './domain-health.sql.js';
import { worstOf, type HealthLine, type LineId, type LineStatus, type Worst } from './line.js';
import { SenderCheck } from './sender-check.js';

class CheckRunning extends Conflict {}

export interface DomainCheck {
  at: Date;
  worst: Worst;
  lines: HealthLine[];
  /** the sender was changed since */
  outdated: boolean;
}

/** A line that was different in the check before. */
export interface LineChange {
  at: Date;
  id: LineId;
  from: LineStatus;
  to: LineStatus;
}

const MOST_CHANGES = 50;

/** Keeps what was found of each sender's domain: daily, after each change of the sender, and when a person asks. */
@Injectable()
export class DomainHealth {
  private readonly log = new Logger('DomainHealth');

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly senders: Senders,
    private readonly check: SenderCheck,
    private readonly shutdown: Shutdown,
  ) {}

  /** Null: it was not checked yet. */
  async latest(senderId: string): Promise<DomainCheck | null> {
    return (await row<DomainCheck>(this.source, sql.LATEST, [senderId])) ?? null;
  }

  /** What changed in 30 days, latest first. */
  async changes(senderId: string): Promise<LineChange[]> {
    return rows<LineChange>(this.source, sql.CHANGES, [senderId, MOST_CHANGES]);
  }

  /** Takes up to 15 s where DNS is silent. @throws SenderNotFound, CheckRunning */
  async checkNow(senderId: string): Promise<void> {
    await this.senders.get(senderId);
    if (!(await this.checkUnlessRunning(senderId)))
      throw new CheckRunning('This sender is being checked right now. Try again in a minute.');
  }

  @Every('check-sender-domains', 10_000)
  async checkDue(): Promise<void> {
    for (const { id } of await rows<{ id: string }>(this.source, sql.DUE)) {
      if (this.shutdown.begun) return;
      // one that fails keeps its lease, and is tried again when that has ended
      await this.checkUnlessRunning(id).catch((error: Error) =>
        this.log.error(`The domain of sender ${id} cannot be checked: ${error.message}`),
      );
    }
  }

  @Every('forget-old-domain-checks', 3_600_000)
  async forget(): Promise<void> {
    await this.source.query(sql.FORGET);
  }

  /** One process at a time checks a sender. */
  private async checkUnlessRunning(senderId: string): Promise<boolean> {
    if ((await rows(this.source, sql.TAKE_LEASE, [senderId])).length === 0) return false;
    const sender = await this.senders.get(senderId);
    const lines = await this.check.lines(sender);
    await this.source.query(sql.KEEP, [senderId, sender.revision, JSON.stringify(lines), worstOf(lines)]);
    await this.source.query(sql.END_LEASE, [senderId]);
    return true;
  }
}
