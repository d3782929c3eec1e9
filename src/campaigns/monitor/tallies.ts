import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { TERMINAL_STATES } from '../../../libs/plays/index.js';
import { Every, rows, transaction } from '../../platform/index.js';

export interface CampaignProgress {
  byState: Record<string, number>;
  byReason: Record<string, number>;
}

/** Progress from appended changes: no count over the enrolments, and no row that every driver waits for. */
@Injectable()
export class Tallies {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async of(campaignId: string): Promise<CampaignProgress> {
    const found = await rows<{ state: string; reason: string; n: string }>(this.source, OF_CAMPAIGN, [campaignId]);
    const progress: CampaignProgress = { byState: {}, byReason: {} };
    for (const { state, reason, n } of found) {
      progress.byState[state] = (progress.byState[state] ?? 0) + Number(n);
      if (reason) progress.byReason[reason] = (progress.byReason[reason] ?? 0) + Number(n);
    }
    return progress;
  }

  /** How many decision makers these campaigns have, and how many of them have ended. */
  async howFar(campaignIds: string[]): Promise<(id: string) => { enrolled: number; ended: number }> {
    const found = await rows<{ id: string; enrolled: number; ended: number }>(this.source, ENDED_OF, [
      campaignIds,
      TERMINAL_STATES,
    ]);
    const by = new Map(found.map(({ id, enrolled, ended }) => [id, { enrolled, ended }]));
    return (id) => by.get(id) ?? { enrolled: 0, ended: 0 };
  }

  /**
   * Many small changes become one row a state. A driver that appends meanwhile is not waited for: its rows are folded
   * the next time.
   */
  @Every('fold-tallies', 5_000)
  async fold(): Promise<void> {
    await transaction(this.source, 'worker', (manager) => manager.query(FOLD));
  }

  /** Compares the tally with a real count, and corrects what drifted. Returns how many figures were corrected. */
  async repair(): Promise<number> {
    return transaction(this.source, 'worker', async (manager) => {
      await manager.query('LOCK TABLE enrolment_tally IN SHARE ROW EXCLUSIVE MODE');
      return (await rows(manager, CORRECT)).length;
    });
  }
}

/** $1 campaign */
const OF_CAMPAIGN = `
SELECT state, reason, sum(n) AS n
  FROM enrolment_tally
 WHERE campaign_id = $1
 GROUP BY 1, 2
HAVING sum(n) <> 0`;

/** $1 campaigns, $2 the states that are ends */
const ENDED_OF = `
SELECT campaign_id AS id, sum(n)::int AS enrolled,
       coalesce(sum(n) FILTER (WHERE state = ANY($2)), 0)::int AS ended
  FROM enrolment_tally
 WHERE campaign_id = ANY($1)
 GROUP BY 1`;

const FOLD = `
WITH gone AS (
  DELETE FROM enrolment_tally
   WHERE ctid = ANY (ARRAY(SELECT ctid FROM enrolment_tally LIMIT 20000 FOR UPDATE SKIP LOCKED))
  RETURNING *
)
INSERT INTO enrolment_tally (campaign_id, state, reason, n)
SELECT campaign_id, state, reason, sum(n)
  FROM gone
 GROUP BY 1, 2, 3
HAVING sum(n) <> 0`;

const CORRECT = `
WITH counted AS (
  SELECT campaign_id, state, coalesce(reason, '') AS reason, count(*) AS n
    FROM enrolment
   GROUP BY 1, 2, 3
), tallied AS (
  SELECT campaign_id, state, reason, sum(n) AS n
    FROM enrolment_tally
   GROUP BY 1, 2, 3
)
INSERT INTO enrolment_tally (campaign_id, state, reason, n)
SELECT campaign_id, state, reason, coalesce(c.n, 0) - coalesce(t.n, 0)
  FROM counted c
  FULL JOIN tallied t USING (campaign_id, state, reason)
 WHERE coalesce(c.n, 0) <> coalesce(t.n, 0)
RETURNING campaign_id`;
