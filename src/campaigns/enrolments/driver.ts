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
import { failedDecision, decideStep, type DueEnrolment, type StepDecision } from './step-decision.js';
import { CAMPAIGN_SETTINGS } from '../campaign.settings.js';
import { DRIVE_QUEUE, SEND_QUEUE } from '../queues.js';

const BATCH = 300;

/**
 * Moves a campaign's due members on. The rows are the truth: any number of drivers may run at once, be killed at any point
 * or run twice; each claims what no other holds, and writes the members, their dispatches and tasks in one transaction.
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

  /** All that is due in one shard now. Bounded, so that one campaign cannot keep a worker from the others: the sweep rings again. */
  async drainShard(campaignId: string, shard: number): Promise<void> {
    for (let turn = 0; turn < 20 && !this.shutdown.begun; turn++)
      if ((await this.drive(campaignId, shard)) < BATCH) return;
  }

  @Every('enqueue-due-enrolments', 500)
  async ringDue(): Promise<void> {
    const due = await rows<{ campaignId: string; shard: number }>(this.source, sql.DUE_SHARDS);
    for (const shard of due) await this.jobQueue.enqueue(DRIVE_QUEUE, { ...shard });
  }

  /** One batch of one shard; how many members it moved. A full batch means that there may be more. */
  async drive(campaignId: string, shard: number): Promise<number> {
    const claimed: string[] = [];
    try {
      return await this.batch(campaignId, shard, null, claimed);
    } catch (error) {
      if (claimed.length === 0 || isConnectionLost(error)) throw error;
      this.log.warn(
        `A batch of campaign ${campaignId} failed (${(error as Error).message}); its members are driven one by one.`,
      );
      return this.oneByOne(campaignId, shard, claimed);
    }
  }

  /** Finds the member whose data breaks the batch: it fails alone, with its reason, and the others go on. */
  private async oneByOne(campaignId: string, shard: number, ids: string[]): Promise<number> {
    let moved = 0;
    for (const id of ids) {
      try {
        moved += await this.batch(campaignId, shard, [id], []);
      } catch (error) {
        if (isConnectionLost(error)) throw error;
        const [member] = await rows<DueEnrolment>(
          this.source,
          'SELECT id, step, step_state AS "stepState", step_done_at AS "stepDoneAt", attempts, fix_requested AS "fixRequested" FROM enrolment WHERE id = $1',
          [id],
        );
        if (member)
          await transaction(this.source, 'worker', (manager) =>
            this.write(manager, campaignId, [failedDecision(member, error)], [member], new Date()),
          );
      }
    }
    return moved;
  }

  private batch(campaignId: string, shard: number, only: string[] | null, claimed: string[]): Promise<number> {
    return transaction(this.source, 'worker', async (manager) => {
      claimed.length = 0;
      await shareCampaigns(manager, [campaignId]);
      const campaign = await row<CampaignPace & { steps: Step[]; now: Date }>(manager, sql.RUNNING_CAMPAIGN, [
        campaignId,
      ]);
      if (!campaign) return 0;
      const members = await rows<DueEnrolment>(manager, sql.CLAIM_DUE, [campaignId, shard, BATCH, only]);
      if (members.length === 0) return 0;
      claimed.push(...members.map((member) => member.id));
      const gate = await this.openGate(manager, campaign, members);
      const play = { steps: campaign.steps };
      const turns = members.map((member) => {
        try {
          return decideStep(member, play, gate, campaign.now);
        } catch (error) {
          return failedDecision(member, error);
        }
      });
      await this.write(manager, campaignId, turns, members, campaign.now);
      return members.length;
    });
  }

  /** Locks the pace of everybody in the batch, in one order, and reads it: from here on nobody else touches them. */
  private async openGate(
    manager: EntityManager,
    campaign: CampaignPace & { now: Date },
    members: DueEnrolment[],
  ): Promise<ContactPolicy> {
    const organizations = [...new Set(members.map((member) => member.organizationId))];
    const contacts = [...new Set(members.map((member) => member.contactId))];
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
    turns: StepDecision[],
    members: Pick<DueEnrolment, 'id' | 'contactId' | 'organizationId'>[],
    now: Date,
  ): Promise<void> {
    const who = new Map(members.map((member) => [member.id, member]));
    const sends = turns.filter((turn) => turn.send !== null);
    const tasks = turns.flatMap((turn) => turn.task ?? []);
    const events = turns.flatMap((turn) => (turn.event ? [{ enrolmentId: turn.change.id, ...turn.event }] : []));
    const touched = turns.filter((turn) => turn.touched).map((turn) => who.get(turn.change.id)!);
    const left = turns
      .filter((turn) => turn.change.state === 'finished' || turn.change.state === 'excluded')
      .map((turn) => who.get(turn.change.id)!.organizationId);
    await manager.query(sql.WRITE_MEMBERS, [JSON.stringify(turns.map((turn) => turn.change))]);
    if (sends.length > 0) {
      const dispatches = sends.map(({ change, send }) => {
        const { contactId, organizationId } = who.get(change.id)!;
        return { enrolmentId: change.id, campaignId, contactId, organizationId, stepKey: send };
      });
      await manager.query(sql.WRITE_DISPATCHES, [JSON.stringify(dispatches)]);
      this.jobQueue.enqueueAfter(manager, SEND_QUEUE, {});
    }
    if (tasks.length > 0) await this.tasks.open(manager, tasks);
    if (events.length > 0) await manager.query(sql.WRITE_EVENTS, [JSON.stringify(events)]);
    if (touched.length > 0) {
      await manager.query(sql.TOUCH_ORGANIZATIONS, [touched.map((member) => member.organizationId), now]);
      await manager.query(sql.TOUCH_CONTACTS, [touched.map((member) => member.contactId), now]);
    }
    if (left.length > 0) await manager.query(sql.WAKE_WAITING, [left]);
  }
}
