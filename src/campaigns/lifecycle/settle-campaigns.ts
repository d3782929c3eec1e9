import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Every, row, rows, transaction } from '../../platform/index.js';
import { changeEnrolments, each } from '../enrolments/enrolment-transitions.js';
import { CampaignTransitions } from './campaign-transitions.js';

const CLOSE_AT_ONCE = 5_000;

/** Nothing of this wave is under way: everybody in it ended or waits with a reason of their own. $1 campaign, $2 wave */
const WAVE_OPEN = `SELECT EXISTS (SELECT FROM enrolment WHERE campaign_id = $1 AND wave = $2 AND ended_at IS NULL AND state IN ('pending', 'active')) AS open`;

/** Completed means that no member is without an end. A query over rows, never "the queue is empty". $1 campaign */
const UNENDED = `
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

/** Notices what has come to its end: a wave, a hold-out's time, a campaign, the members of an aborted one. */
@Injectable()
export class CampaignSettlement {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly transitions: CampaignTransitions,
  ) {}

  @Every('settle-campaigns')
  async settle(): Promise<void> {
    const running = await rows<{ id: string; held: boolean }>(
      this.source,
      "SELECT id, hold_out_until <= app_now() AS held FROM campaign WHERE state = 'running' AND enrolled_at IS NOT NULL",
    );
    for (const { id, held } of running) {
      if (held) await this.releaseHoldOut(id);
      if (!(await this.nextWave(id))) await this.complete(id);
    }
    for (const { id } of await rows<{ id: string }>(
      this.source,
      "SELECT id FROM campaign k WHERE state = 'aborted' AND EXISTS (SELECT FROM enrolment WHERE campaign_id = k.id AND ended_at IS NULL)",
    ))
      await this.closeAborted(id);
  }

  private async releaseHoldOut(campaignId: string): Promise<void> {
    const wave = await row<{ ordinal: number }>(
      this.source,
      "SELECT ordinal FROM wave WHERE campaign_id = $1 AND hold_out AND state <> 'released'",
      [campaignId],
    );
    if (wave)
      await transaction(this.source, 'worker', (manager) =>
        this.transitions.releaseWave(manager, campaignId, wave.ordinal, 'worker', 'The time of the hold-out is over.'),
      );
  }

  /** True while the last released wave is under way, or the next one was released or put before a person. */
  private async nextWave(campaignId: string): Promise<boolean> {
    const waves = await rows<{ ordinal: number; state: string; gated: boolean }>(
      this.source,
      'SELECT ordinal, state, gated FROM wave WHERE campaign_id = $1 AND NOT hold_out ORDER BY ordinal',
      [campaignId],
    );
    const next = waves.find((wave) => wave.state !== 'released');
    if (!next) return false;
    const current = waves.filter((wave) => wave.state === 'released').at(-1);
    if (current && (await row<{ open: boolean }>(this.source, WAVE_OPEN, [campaignId, current.ordinal]))?.open)
      return true;
    await transaction(this.source, 'worker', async (manager) => {
      if (!next.gated) return this.transitions.releaseWave(manager, campaignId, next.ordinal, 'worker', null);
      const campaign = await this.transitions.lock(manager, campaignId);
      if (campaign.state !== 'running') return;
      await manager.query("UPDATE wave SET state = 'in_review' WHERE campaign_id = $1 AND ordinal = $2", [
        campaignId,
        next.ordinal,
      ]);
      await this.transitions.move(
        manager,
        campaignId,
        'in_review',
        'wave_review',
        'worker',
        `Wave ${next.ordinal} waits for a look at the one before.`,
      );
    });
    return true;
  }

  private async complete(campaignId: string): Promise<void> {
    await transaction(this.source, 'worker', async (manager) => {
      const campaign = await this.transitions.lock(manager, campaignId);
      if (campaign.state !== 'running' || (await row<{ open: boolean }>(manager, UNENDED, [campaignId]))?.open) return;
      await manager.query('UPDATE campaign SET ended_at = app_now() WHERE id = $1', [campaignId]);
      await this.transitions.move(manager, campaignId, 'completed', 'complete', 'worker', null);
    });
  }

  private async closeAborted(campaignId: string): Promise<void> {
    for (let closed = CLOSE_AT_ONCE; closed === CLOSE_AT_ONCE;)
      closed = await transaction(this.source, 'worker', async (manager) => {
        const open = (await rows<{ id: string }>(manager, OPEN_ENROLMENTS, [campaignId, CLOSE_AT_ONCE])).map(
          ({ id }) => id,
        );
        return (await changeEnrolments(manager, each(open, { transition: 'close_aborted' }))).length;
      });
  }
}
