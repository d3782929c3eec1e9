import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Verification } from '../../accounts/index.js';
import { JobQueue, Shutdown, Every, row, rows, touched, transaction } from '../../platform/index.js';
import { contributionOf, Tasks, type NewTask } from '../../work/index.js';
import { SHARDS } from '../enrolments/drive.sql.js';
import * as sql from './launch.sql.js';
import { DRIVE_QUEUE, LAUNCH_QUEUE } from '../queues.js';

/** Contacts a transaction: large enough to be fast, small enough to lose little when the worker is killed in it. */
export const RANGE = 50_000;
const GAPS_AT_ONCE = 500;

/**
 * Enrols the snapshot range by range. Each range is one transaction with its own progress row; killed anywhere, the
 * next worker continues with the first range that is not done, and the unique key on (campaign, contact) enrols each
 * once.
 */
@Injectable()
export class Launch {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly tasks: Tasks,
    private readonly verification: Verification,
    private readonly jobQueue: JobQueue,
    private readonly shutdown: Shutdown,
  ) {}

  @Every('enqueue-unfinished-launches', 2_000)
  async enqueueUnfinished(): Promise<void> {
    for (const { id } of await rows<{ id: string }>(this.source, sql.UNFINISHED))
      await this.jobQueue.enqueue(LAUNCH_QUEUE, { campaignId: id });
  }

  /** Where this process ends meanwhile, the sweep enqueues what is left. */
  async run(campaignId: string): Promise<void> {
    while (await this.enrolRange(campaignId)) if (this.shutdown.begun) return;
    while (await this.openGaps(campaignId)) if (this.shutdown.begun) return;
    await this.finish(campaignId);
  }

  private enrolRange(campaignId: string): Promise<boolean> {
    return transaction(this.source, 'worker', async (manager) => {
      const range = await row<{ from: number; to: number }>(manager, sql.NEXT_RANGE, [campaignId]);
      if (!range) return false;
      const made = await row<{ n: number }>(manager, sql.ENROL, [campaignId, range.from, range.to]);
      await this.verification.want(manager, sql.PEOPLE_OF_RANGE, [campaignId, range.from, range.to]);
      await manager.query(sql.RANGE_DONE, [campaignId, range.from, made!.n]);
      for (let shard = 0; shard < SHARDS; shard++)
        this.jobQueue.enqueueAfter(manager, DRIVE_QUEUE, { campaignId, shard });
      return true;
    });
  }

  private openGaps(campaignId: string): Promise<boolean> {
    return transaction(this.source, 'worker', async (manager) => {
      const gaps = await rows<{
        organizationId: string;
        organizationName: string;
        employees: number | null;
        missing: string[];
      }>(manager, sql.GAPS, [campaignId, GAPS_AT_ONCE]);
      const tasks = gaps.map((gap): NewTask => {
        const title =
          `Find ${gap.missing.map((role) => role.replaceAll('_', ' ')).join(', ')} at ${gap.organizationName}`.slice(
            0,
            300,
          );
        const worth = contributionOf({
          kind: 'find_contact',
          interest: 'unknown',
          role: null,
          employees: gap.employees,
          daysSinceTouch: null,
        });
        return { kind: 'find_contact', title, organizationId: gap.organizationId, campaignId, ...worth };
      });
      return (await this.tasks.open(manager, tasks)) > 0 && gaps.length === GAPS_AT_ONCE;
    });
  }

  private async finish(campaignId: string): Promise<void> {
    await touched(this.source, sql.ALL_ENROLLED, [campaignId]);
  }
}
