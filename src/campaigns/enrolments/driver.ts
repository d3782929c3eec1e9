import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { Step } from '../../../libs/plays/index.js';
import { JobQueue, Shutdown, Every, isConnectionLost, row, rows, Settings, transaction } from '../../platform/index.js';
import { Tasks } from '../../work/index.js';
import { shareCampaigns } from '../lifecycle/campaign-lock.js';
import * as sql from './drive.sql.js';
import { ClosedDays } from '../contact-policy/closed-days.js';
import { ContactPolicy, type CampaignPace } from '../contact-policy/contact-policy.js';
import { changeEnrolments } from './enrolment-transitions.js';
import { decideStep, failedDecision, type DueEnrolment, type StepDecision } from './step-decision.js';
import { QUEUE } from '../outbox/message-transitions.js';
import { CAMPAIGN_SETTINGS } from '../campaign.settings.js';
import { DRIVE_QUEUE, SEND_QUEUE } from '../queues.js';

const BATCH = 300;

/**
 * Drives a campaign's due enrolments. The rows are the truth: any number of drivers may run at once, be killed at any
 * point or run twice; each claims what no other holds, and writes the enrolments, their messages and tasks in one
 * transaction.
 */
@Injectable()
export class Driver {
  private readonly log = new Logger('Driver');

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly settings: Settings,
    private readonly tasks: Tasks,
    private readonly jobQueue: JobQueue,
    private readonly closedDays: ClosedDays,
    private readonly shutdown: Shutdown,
  ) {}

  /**
   * All that is due in one shard now. Bounded, so that one campaign cannot keep a worker from the others: the sweep
   * enqueues it again.
   */
  async drainShard(campaignId: string, shard: number): Promise<void> {
    for (let batch = 0; batch < 20 && !this.shutdown.begun; batch++)
      if ((await this.drive(campaignId, shard)) < BATCH) return;
  }

  @Every('enqueue-due-enrolments', 500)
  async enqueueDue(): Promise<void> {
    const due = await rows<{ campaignId: string; shard: number }>(this.source, sql.DUE_SHARDS);
    for (const shard of due) await this.jobQueue.enqueue(DRIVE_QUEUE, { ...shard });
  }

  /** One batch of one shard; how many enrolments it drove. A full batch means that there may be more. */
  async drive(campaignId: string, shard: number): Promise<number> {
    const claimed: string[] = [];
    try {
      return await this.batch(campaignId, shard, null, claimed);
    } catch (error) {
      if (claimed.length === 0 || isConnectionLost(error)) throw error;
      this.log.warn(
        `A batch of campaign ${campaignId} failed (${(error as Error).message}); its enrolments are driven one by one.`,
      );
      return this.oneByOne(campaignId, shard, claimed);
    }
  }

  /** Finds the enrolment whose data breaks the batch: it fails alone, with its reason, and the others continue. */
  private async oneByOne(campaignId: string, shard: number, ids: string[]): Promise<number> {
    let driven = 0;
    for (const id of ids) {
      try {
        driven += await this.batch(campaignId, shard, [id], []);
      } catch (error) {
        if (isConnectionLost(error)) throw error;
        const enrolment = await row<DueEnrolment>(this.source, sql.POSITION, [id]);
        if (enrolment)
          await transaction(this.source, 'worker', (manager) =>
            this.write(manager, campaignId, [failedDecision(enrolment, error)], [enrolment], new Date()),
          );
      }
    }
    return driven;
  }

  private batch(campaignId: string, shard: number, only: string[] | null, claimed: string[]): Promise<number> {
    return transaction(this.source, 'worker', async (manager) => {
      claimed.length = 0;
      await shareCampaigns(manager, [campaignId]);
      const campaign = await row<CampaignPace & { steps: Step[]; now: Date }>(manager, sql.RUNNING_CAMPAIGN, [
        campaignId,
      ]);
      if (!campaign) return 0;
      const due = await rows<DueEnrolment>(manager, sql.CLAIM_DUE, [campaignId, shard, BATCH, only]);
      if (due.length === 0) return 0;
      claimed.push(...due.map(({ id }) => id));
      const policy = await this.openPolicy(manager, campaign, due);
      const play = { steps: campaign.steps };
      const decisions = due.map((enrolment) => {
        try {
          return decideStep(enrolment, play, policy, campaign.now);
        } catch (error) {
          return failedDecision(enrolment, error);
        }
      });
      await this.write(manager, campaignId, decisions, due, campaign.now);
      return due.length;
    });
  }

  /**
   * Locks the pace of every organization and contact in the batch, in one order, and reads it: until the commit no one
   * else touches them.
   */
  private async openPolicy(
    manager: EntityManager,
    campaign: CampaignPace & { now: Date },
    due: DueEnrolment[],
  ): Promise<ContactPolicy> {
    const organizations = [...new Set(due.map(({ organizationId }) => organizationId))];
    const contacts = [...new Set(due.map(({ contactId }) => contactId))];
    await manager.query(sql.MAKE_ORGANIZATION_PACE, [organizations]);
    await manager.query(sql.MAKE_CONTACT_PACE, [contacts]);
    const byId = (found: { id: string; lastTouchAt: Date | null }[]) =>
      new Map(found.map(({ id, lastTouchAt }) => [id, lastTouchAt]));
    const touchedOrganizations = byId(await rows(manager, sql.LOCK_ORGANIZATION_PACE, [organizations]));
    const touchedContacts = byId(await rows(manager, sql.LOCK_CONTACT_PACE, [contacts]));
    const active = await rows<{ id: string; n: number }>(manager, sql.COUNT_ACTIVE, [organizations]);
    const hoursBetweenContactTouches = await this.settings.get(CAMPAIGN_SETTINGS.hoursBetweenContactTouches, manager);
    return new ContactPolicy(
      campaign.now,
      { ...campaign, hoursBetweenContactTouches, closed: await this.closedDays.ahead(manager, campaign.now) },
      touchedOrganizations,
      touchedContacts,
      new Map(active.map(({ id, n }) => [id, n])),
    );
  }

  private async write(
    manager: EntityManager,
    campaignId: string,
    decisions: StepDecision[],
    due: Pick<DueEnrolment, 'id' | 'contactId' | 'organizationId'>[],
    now: Date,
  ): Promise<void> {
    const byId = new Map(due.map((enrolment) => [enrolment.id, enrolment]));
    const sends = decisions.filter(({ send }) => send !== null);
    const tasks = decisions.flatMap(({ task }) => task ?? []);
    const touched = decisions.filter(({ touched }) => touched).map(({ change }) => byId.get(change.id)!);
    await changeEnrolments(
      manager,
      decisions.map(({ change }) => change),
    );
    if (sends.length > 0) {
      const messages = sends.map(({ change, send }) => {
        const { contactId, organizationId } = byId.get(change.id)!;
        return { enrolmentId: change.id, campaignId, contactId, organizationId, stepKey: send };
      });
      await manager.query(QUEUE, [JSON.stringify(messages)]);
      this.jobQueue.enqueueAfter(manager, SEND_QUEUE, {});
    }
    if (tasks.length > 0) await this.tasks.open(manager, tasks);
    if (touched.length > 0) {
      await manager.query(sql.TOUCH_ORGANIZATIONS, [touched.map(({ organizationId }) => organizationId), now]);
      await manager.query(sql.TOUCH_CONTACTS, [touched.map(({ contactId }) => contactId), now]);
    }
  }
}
