import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { countInterval } from '../../../libs/statistics/index.js';
import { row, rows } from '../../platform/index.js';
import { Campaigns } from '../lifecycle/campaigns.js';
import type { Campaign } from '../lifecycle/campaign.entity.js';

const DAY = 86_400_000;
/** fewer endings than this say nothing about the next ones */
const FEWEST = 10;
/** a later end that is this many times as far away is of no use */
const BEYOND = 20;

/** $1 campaign */
const BY_DAY = `
WITH move AS (
  SELECT (first_touch_at AT TIME ZONE 'UTC')::date AS day, count(*) AS contacted, 0 AS ended
    FROM enrolment
   WHERE campaign_id = $1 AND first_touch_at IS NOT NULL
   GROUP BY 1
   UNION ALL
  SELECT (ended_at AT TIME ZONE 'UTC')::date, 0, count(*)
    FROM enrolment
   WHERE campaign_id = $1 AND ended_at IS NOT NULL
   GROUP BY 1
)
SELECT to_char(day, 'YYYY-MM-DD') AS day, sum(contacted)::int AS contacted, sum(ended)::int AS ended
  FROM move
 GROUP BY 1
 ORDER BY 1 DESC
 LIMIT 400`;

/** What happened since the pace is measured: the last seven days, or since the launch. $1 campaign */
const RECENT = `
SELECT since, app_now() AS now,
       (SELECT count(*)::int FROM enrolment WHERE campaign_id = k.id AND ended_at > since) AS ended,
       (SELECT count(*)::int FROM enrolment WHERE campaign_id = k.id AND first_touch_at > since) AS contacted,
       (SELECT count(*)::int FROM enrolment WHERE campaign_id = k.id AND ended_at IS NULL) AS "left"
  FROM campaign k
 CROSS JOIN LATERAL (SELECT greatest(k.launched_at, app_now() - interval '7 days') AS since) measured
 WHERE k.id = $1`;

export const UNCLEAR = ['not_launched', 'standing', 'over', 'too_few'] as const;
export type Unclear = (typeof UNCLEAR)[number];

export interface PaceForecast {
  days: { day: string; contacted: number; ended: number }[];
  since: Date | null;
  now: Date;
  contacted: number;
  ended: number;
  left: number;
  endedPerDay: number | null;
  expectedEnd: Date | null;
  earliestEnd: Date | null;
  latestEnd: Date | null;
  unclear: Unclear | null;
}

type Recent = Pick<PaceForecast, 'since' | 'now' | 'contacted' | 'ended' | 'left'>;

/** How fast a campaign moves, by day, and when it would end at that pace. */
@Injectable()
export class Paces {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly campaigns: Campaigns,
  ) {}

  async of(campaignId: string): Promise<PaceForecast> {
    const { state } = await this.campaigns.get(campaignId);
    const days = await rows<PaceForecast['days'][number]>(this.source, BY_DAY, [campaignId]);
    const recent = (await row<Recent>(this.source, RECENT, [campaignId]))!;
    return { days: days.toReversed(), ...recent, ...forecast(state, recent) };
  }
}

/** Says why there is no forecast, rather than naming a day that cannot be relied on. */
export function forecast(
  state: Campaign['state'],
  { since, now, ended, left }: Recent,
): Pick<PaceForecast, 'endedPerDay' | 'expectedEnd' | 'earliestEnd' | 'latestEnd' | 'unclear'> {
  const open = { endedPerDay: null, expectedEnd: null, earliestEnd: null, latestEnd: null };
  if (state === 'completed' || state === 'aborted') return { ...open, unclear: 'over' };
  if (!since) return { ...open, unclear: 'not_launched' };
  const days = Math.max((now.getTime() - since.getTime()) / DAY, 1 / 24);
  const endedPerDay = ended / days;
  if (state !== 'running') return { ...open, endedPerDay, unclear: 'standing' };
  if (ended < FEWEST) return { ...open, unclear: 'too_few' };
  const { low, high } = countInterval(ended);
  const at = (count: number) => new Date(now.getTime() + (left / (count / days)) * DAY);
  const latest = low * BEYOND < ended ? null : at(low);
  return { endedPerDay, expectedEnd: at(ended), earliestEnd: at(high), latestEnd: latest, unclear: null };
}
