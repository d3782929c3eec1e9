import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Verification } from '../../accounts/index.js';
import { Every, JobQueue, row, rows, transaction } from '../../platform/index.js';
import { Tasks } from '../../work/index.js';
import { Campaign, type CampaignState, Wave } from './campaign.entity.js';
import { holdCampaign } from './campaign-lock.js';
import { CampaignNotFound, LaunchBlocked, WrongState } from './campaigns.errors.js';
import { SHARDS } from '../enrolments/drive.sql.js';
import { WITHDRAW_OF_CAMPAIGN } from '../outbox/message-transitions.js';
import * as sql from './campaign-transitions.sql.js';
import { RANGE } from './launch.js';
import { CUT_WAVES, PEOPLE_OF_SNAPSHOT, PLAN_RANGES } from './launch.sql.js';
import { Preflight } from './preflight.js';
import { markupOf } from '../plays/templates.js';
import { DRIVE_QUEUE, LAUNCH_QUEUE } from '../queues.js';

export type CampaignChange =
  | 'launch'
  | 'schedule'
  | 'start'
  | 'pause'
  | 'resume'
  | 'abort'
  | 'complete'
  | 'wave_review'
  | 'wave_release'
  | 'hold_out_release';

/** How a campaign moves from state to state: each move is a row that says who, when and why. */
@Injectable()
export class CampaignTransitions {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly preflight: Preflight,
    private readonly tasks: Tasks,
    private readonly verification: Verification,
    private readonly jobQueue: JobQueue,
  ) {}

  /** Launches, or schedules when `at` is set. A second launch changes nothing and answers what stands. */
  async launch(manager: EntityManager, id: string, by: string, at: Date | null = null): Promise<Campaign> {
    const campaign = await this.lock(manager, id);
    if (campaign.launchedAt || (campaign.state === 'scheduled' && at)) return campaign;
    if (campaign.state !== 'draft' && campaign.state !== 'ready' && campaign.state !== 'scheduled')
      throw new WrongState(`This campaign is ${campaign.state} and cannot be launched.`);
    const blockers = await this.preflight.blockers(manager, campaign);
    if (blockers.length > 0)
      throw new LaunchBlocked(
        blockers.length === 1
          ? 'Something stands between this campaign and its launch.'
          : `${blockers.length} things stand between this campaign and its launch.`,
        { blockers },
      );
    if (at) {
      await manager.update(Campaign, { id }, { state: 'scheduled', scheduledAt: at });
      await this.verification.want(manager, PEOPLE_OF_SNAPSHOT, [campaign.snapshotId]);
      await this.log(manager, id, 'schedule', by, null);
      return this.get(manager, id);
    }
    await this.planWaves(manager, campaign);
    await manager.update(Campaign, { id }, { markup: await markupOf(campaign.steps) });
    await manager.query(sql.LAUNCH, [id, by === 'worker' ? null : by]);
    await manager.query(PLAN_RANGES, [id, RANGE]);
    await this.log(manager, id, by === 'worker' ? 'start' : 'launch', by, null);
    this.jobQueue.enqueueAfter(manager, LAUNCH_QUEUE, { campaignId: id });
    return this.get(manager, id);
  }

  /** The first wave is released with the launch; where no waves were planned there is one, and one for the hold-out. */
  private async planWaves(manager: EntityManager, campaign: Campaign): Promise<void> {
    const planned = await manager.findBy(Wave, { campaignId: campaign.id });
    if (!planned.some((wave) => !wave.holdOut))
      await manager.insert(Wave, { campaignId: campaign.id, ordinal: 1, gated: false });
    const snapshot = await row<{ heldOut: number }>(manager, sql.HELD_OUT, [campaign.snapshotId]);
    if (snapshot!.heldOut > 0)
      await manager.insert(Wave, {
        campaignId: campaign.id,
        ordinal: Math.max(1, ...planned.map((wave) => wave.ordinal)) + 1,
        holdOut: true,
        gated: false,
      });
    await manager.query(CUT_WAVES, [campaign.id]);
    await manager.query(sql.RELEASE_FIRST_WAVE, [campaign.id]);
  }

  /**
   * After this returns nothing is handed over any more, but for what is in flight: claims lock the campaign's row too.
   */
  async pause(manager: EntityManager, id: string, by: string, reason: string): Promise<Campaign> {
    const campaign = await this.lock(manager, id);
    if (campaign.state === 'paused') return campaign;
    this.assertState(campaign, ['running', 'in_review'], 'paused');
    await this.tasks.hold(manager, id);
    return this.move(manager, id, 'paused', 'pause', by, reason);
  }

  async resume(manager: EntityManager, id: string, by: string, reason: string | null): Promise<Campaign> {
    const campaign = await this.lock(manager, id);
    if (campaign.state === 'running') return campaign;
    this.assertState(campaign, ['paused'], 'resumed');
    await this.tasks.release(manager, id);
    const moved = await this.move(manager, id, 'running', 'resume', by, reason);
    for (let shard = 0; shard < SHARDS; shard++)
      this.jobQueue.enqueueAfter(manager, DRIVE_QUEUE, { campaignId: id, shard });
    return moved;
  }

  /** Stops at once; the enrolments end with their reason by the sweep, in batches. */
  async abort(manager: EntityManager, id: string, by: string, reason: string): Promise<Campaign> {
    const campaign = await this.lock(manager, id);
    if (campaign.state === 'aborted') return campaign;
    this.assertState(campaign, ['draft', 'ready', 'scheduled', 'running', 'paused', 'in_review'], 'aborted');
    await this.tasks.release(manager, id);
    await this.tasks.cancel(manager, { campaignId: id }, `The campaign was aborted: ${reason}`.slice(0, 300));
    await manager.query(WITHDRAW_OF_CAMPAIGN, [id]);
    await manager.query(sql.END, [id]);
    return this.move(manager, id, 'aborted', 'abort', by, reason);
  }

  async releaseWave(
    manager: EntityManager,
    id: string,
    ordinal: number,
    by: string,
    note: string | null,
  ): Promise<void> {
    const campaign = await this.lock(manager, id);
    this.assertState(campaign, ['running', 'in_review', 'paused'], 'moved to its next wave');
    const released = await row<{ holdOut: boolean }>(manager, sql.RELEASE_WAVE, [id, ordinal, by, note]);
    if (!released) return;
    await manager.query(sql.START_WAVE, [id, ordinal]);
    await this.log(manager, id, released.holdOut ? 'hold_out_release' : 'wave_release', by, note);
    // another wave may still be in review
    if (campaign.state === 'in_review') await manager.query(sql.RESUME_AFTER_REVIEW, [id]);
    for (let shard = 0; shard < SHARDS; shard++)
      this.jobQueue.enqueueAfter(manager, DRIVE_QUEUE, { campaignId: id, shard });
  }

  @Every('start-scheduled-campaigns', 1_000)
  async startScheduled(): Promise<void> {
    const due = await rows<{ id: string }>(this.source, sql.SCHEDULED_DUE);
    for (const { id } of due)
      await transaction(this.source, 'worker', (manager) => this.launch(manager, id, 'worker')).catch(
        (error: unknown) =>
          // what was right when it was scheduled no longer is: a person must look, and it must not be tried every
          // second
          transaction(this.source, 'worker', async (manager) => {
            await manager.query(sql.UNSCHEDULE, [id]);
            await this.log(manager, id, 'pause', 'worker', `Not launched as scheduled: ${(error as Error).message}`);
          }),
      );
  }

  async lock(manager: EntityManager, id: string): Promise<Campaign> {
    await holdCampaign(manager, id);
    const campaign = await manager.findOne(Campaign, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!campaign) throw new CampaignNotFound('There is no such campaign.');
    return campaign;
  }

  async move(
    manager: EntityManager,
    id: string,
    state: CampaignState,
    change: CampaignChange,
    by: string,
    reason: string | null,
  ): Promise<Campaign> {
    await manager.query(sql.MOVE, [id, state]);
    await this.log(manager, id, change, by, reason);
    return this.get(manager, id);
  }

  private async log(
    manager: EntityManager,
    id: string,
    change: CampaignChange,
    by: string,
    reason: string | null,
  ): Promise<void> {
    await manager.query(sql.LOG, [id, change, by, reason]);
  }

  private async get(manager: EntityManager, id: string): Promise<Campaign> {
    return manager.findOneByOrFail(Campaign, { id });
  }

  private assertState(campaign: Campaign, allowed: CampaignState[], verb: string): void {
    if (!allowed.includes(campaign.state))
      throw new WrongState(`This campaign is ${campaign.state.replace('_', ' ')} and cannot be ${verb}.`);
  }
}
