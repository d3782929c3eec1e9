import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Every, row, rows, transaction } from '../../platform/index.js';
import { changeEnrolments, each } from '../enrolments/enrolment-transitions.js';
import { CampaignTransitions } from './campaign-transitions.js';
import { END } from './campaign-transitions.sql.js';

const CLOSE_AT_ONCE = 5_000;

/** Notices what has come to its end: a wave, a hold-out's time, a campaign, the enrolments of an aborted one. */
@Injectable()
export class CampaignSettlement {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly transitions: CampaignTransitions,
  ) {}

  @Every('settle-campaigns', 1_000)
  async settle(): Promise<void> {
    for (const { id, holdOutOver } of await rows<{ id: string; holdOutOver: boolean }>(this.source, RUNNING)) {
      if (holdOutOver) await this.releaseHoldOut(id);
      if (!(await this.nextWave(id))) await this.complete(id);
    }
    for (const { id } of await rows<{ id: string }>(this.source, ABORTED_OPEN)) await this.closeAborted(id);
  }

  private async releaseHoldOut(campaignId: string): Promise<void> {
    const wave = await row<{ ordinal: number }>(this.source, HOLD_OUT_WAVE, [campaignId]);
    if (wave)
      await transaction(this.source, 'worker', (manager) =>
        this.transitions.releaseWave(manager, campaignId, wave.ordinal, 'worker', 'The time of the hold-out is over.'),
      );
  }

  /** True while the last released wave is running, or the next one was released or given to a person for review. */
  private async nextWave(campaignId: string): Promise<boolean> {
    const waves = await rows<{ ordinal: number; state: string; gated: boolean }>(this.source, WAVES, [campaignId]);
    const next = waves.find((wave) => wave.state !== 'released');
    if (!next) return false;
    const current = waves.filter((wave) => wave.state === 'released').at(-1);
    if (current && (await row<{ open: boolean }>(this.source, WAVE_OPEN, [campaignId, current.ordinal]))?.open)
      return true;
    await transaction(this.source, 'worker', async (manager) => {
      if (!next.gated) return this.transitions.releaseWave(manager, campaignId, next.ordinal, 'worker', null);
      const campaign = await this.transitions.lock(manager, campaignId);
      if (campaign.state !== 'running') return;
      await manager.query(REVIEW_WAVE, [campaignId, next.ordinal]);
      const note = `Wave ${next.ordinal} waits for a look at the one before.`;
      await this.transitions.move(manager, campaignId, 'in_review', 'wave_review', 'worker', note);
    });
    return true;
  }

  private async complete(campaignId: string): Promise<void> {
    await transaction(this.source, 'worker', async (manager) => {
      const campaign = await this.transitions.lock(manager, campaignId);
      if (campaign.state !== 'running' || (await row<{ open: boolean }>(manager, OPEN, [campaignId]))?.open) return;
      await manager.query(END, [campaignId]);
      await this.transitions.move(manager, campaignId, 'completed', 'complete', 'worker', null);
    });
  }

  private async closeAborted(campaignId: string): Promise<void> {
    for (let closed = CLOSE_AT_ONCE; closed === CLOSE_AT_ONCE;)
      closed = await transaction(this.source, 'worker', async (manager) => {
        const open = await rows<{ id: string }>(manager, OPEN_ENROLMENTS, [campaignId, CLOSE_AT_ONCE]);
        const ids = open.map(({ id }) => id);
        return (await changeEnrolments(manager, each(ids, { transition: 'close_aborted' }))).length;
      });
  }
}

const RUNNING = `
SELECT id, hold_out_until <= app_now() AS hold_out_over
  FROM campaign
 WHERE state = 'running' AND enrolled_at IS NOT NULL`;

const ABORTED_OPEN = `
SELECT id
  FROM campaign k
 WHERE state = 'aborted'
   AND EXISTS (SELECT FROM enrolment WHERE campaign_id = k.id AND ended_at IS NULL)`;

/** $1 campaign */
const HOLD_OUT_WAVE = `SELECT ordinal FROM wave WHERE campaign_id = $1 AND hold_out AND state <> 'released'`;

/** $1 campaign */
const WAVES = `
SELECT ordinal, state, gated
  FROM wave
 WHERE campaign_id = $1 AND NOT hold_out
 ORDER BY ordinal`;

/** $1 campaign, $2 wave */
const REVIEW_WAVE = `UPDATE wave SET state = 'in_review' WHERE campaign_id = $1 AND ordinal = $2`;

/** Not open: every enrolment of the wave has ended, or is paused with a reason of its own. $1 campaign, $2 wave */
const WAVE_OPEN = `
SELECT EXISTS (
  SELECT
    FROM enrolment
   WHERE campaign_id = $1
     AND wave = $2
     AND ended_at IS NULL
     AND state IN ('pending', 'active')) AS open`;

/** Completed means that no enrolment is without an end. A query over rows, never "the queue is empty". $1 campaign */
const OPEN = `
SELECT EXISTS (SELECT FROM enrolment WHERE campaign_id = $1 AND ended_at IS NULL)
    OR EXISTS (SELECT FROM dispatch WHERE campaign_id = $1 AND state IN ('queued', 'sending'))
    OR EXISTS (SELECT FROM launch_range WHERE campaign_id = $1 AND done_at IS NULL)
    OR EXISTS (SELECT FROM wave WHERE campaign_id = $1 AND state <> 'released') AS open`;

/** $1 campaign, $2 how many */
const OPEN_ENROLMENTS = `
SELECT id
  FROM enrolment
 WHERE campaign_id = $1 AND ended_at IS NULL
 ORDER BY id
 LIMIT $2
   FOR UPDATE SKIP LOCKED`;
