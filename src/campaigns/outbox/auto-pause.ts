import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Every, row, rows, Settings, transaction } from '../../platform/index.js';
import { CampaignTransitions } from '../lifecycle/campaign-transitions.js';
import { CAMPAIGN_SETTINGS } from '../campaign.settings.js';
import { refusalTrouble } from './refusals.js';

/** What came back of running campaigns since they were launched or last resumed: few rows, found by index. */
const CAME_BACK = `
SELECT k.id, since.at AS since,
       (SELECT count(*)::int
          FROM dispatch
         WHERE campaign_id = k.id AND state = 'bounced' AND settled_at >= since.at) AS bounced,
       (SELECT count(*)::int FROM dispatch WHERE campaign_id = k.id AND complained_at >= since.at) AS complained,
       EXISTS (SELECT FROM dispatch WHERE campaign_id = k.id AND refused_at >= since.at) AS refused
  FROM campaign k
 CROSS JOIN LATERAL (
   SELECT coalesce(max(changed_at), k.launched_at) AS at
     FROM campaign_change
    WHERE campaign_id = k.id AND change = 'resume') since
 WHERE k.state = 'running'`;

/** $1 campaign, $2 since when */
const SENT_SINCE = `
SELECT count(*)::int AS mails
  FROM dispatch
 WHERE campaign_id = $1
   AND state IN ('sent', 'delivered', 'bounced')
   AND coalesce(sent_at, settled_at) >= $2`;

interface CameBack {
  id: string;
  since: Date;
  bounced: number;
  complained: number;
  refused: boolean;
}

/**
 * Pauses a campaign whose mails bounce, are complained about or are refused because of us too often, with the reason,
 * until a person resumes it.
 */
@Injectable()
export class AutoPause {
  private readonly log = new Logger('AutoPause');

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly settings: Settings,
    private readonly transitions: CampaignTransitions,
  ) {}

  @Every('pause-harmful-campaigns', 5_000)
  async check(): Promise<void> {
    const limits = await this.settings.of(CAMPAIGN_SETTINGS);
    for (const { id, since, refused, ...back } of await rows<CameBack>(this.source, CAME_BACK)) {
      const fewest = limits.mailsBeforeRatesCount;
      // the mails that left are only counted where they could matter: there may be a million
      if (!refused && !returnTrouble({ ...back, mails: fewest }, limits)) continue;
      const { mails } = (await row<{ mails: number }>(this.source, SENT_SINCE, [id, since]))!;
      const reason =
        (refused && (await refusalTrouble(this.source, 'campaign_id', { id, since, mails }, limits))) ||
        (mails >= fewest ? returnTrouble({ ...back, mails }, limits) : null);
      if (!reason) continue;
      this.log.warn(`Campaign ${id} paused: ${reason}`);
      await transaction(this.source, 'worker', (manager) => this.transitions.pause(manager, id, 'worker', reason));
    }
  }
}

export interface ReturnRates {
  mails: number;
  bounced: number;
  complained: number;
}

/** Which limit these figures exceed, as a sentence for the person who has to decide; null: none. */
export function returnTrouble(
  { mails, bounced, complained }: ReturnRates,
  limits: { bouncesPerThousandBeforeStop: number; complaintsPerThousandBeforeStop: number },
): string | null {
  const over = (count: number, limit: number) => count * 1000 > limit * mails;
  if (over(complained, limits.complaintsPerThousandBeforeStop))
    return (
      `${complained} of ${mails} mails were complained about; ` +
      `the limit is ${limits.complaintsPerThousandBeforeStop} of 1000.`
    );
  if (over(bounced, limits.bouncesPerThousandBeforeStop))
    return (
      `${bounced} of ${mails} mails came back; the limit is ${limits.bouncesPerThousandBeforeStop} of 1000. ` +
      'Verify the addresses before you resume.'
    );
  return null;
}
