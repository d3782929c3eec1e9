import { HAS_CONVERSED, heardEarly, IS_REACHED, saidBy, sentTo } from './engagement-facts.sql.js';

/**
 * $1 proposition or null for all, $2 connected dispositions, $3 interests that count as interested: people, once each
 * by their latest last. Whatever is compared is counted by organization, because colleagues answer alike: the two arms
 * of the hold-out as they were drawn, and only by conversations before the hold-out was released; two versions by those
 * that were reached.
 */
export const RESULTS = `
WITH version AS (
  SELECT v.id, v.proposition_id, v.number, v.state, v.live_at, p.title FROM proposition_version v
    JOIN proposition p ON p.id = v.proposition_id
   WHERE ($1::uuid IS NULL OR v.proposition_id = $1) AND v.live_at IS NOT NULL
), said AS (${saidBy('$2', 'k.version_id IN (SELECT id FROM version)', heardEarly('$2', '$3'))}
), sent AS (${sentTo('k.version_id IN (SELECT id FROM version)')}
), person AS (
  SELECT k.version_id, e.organization_id, e.hold_out, ${IS_REACHED} AS reached, ${HAS_CONVERSED} AS conversed,
         coalesce(said.conversed AND said.interest = ANY($3), false) AS interested,
         coalesce(said.conversed AND said.interest = 'commits_next_step', false) AS commits,
         coalesce(said.early, false) AS early, coalesce(said.records, 0) AS records,
             coalesce(said.simulated, 0) AS simulated
    FROM version v JOIN campaign k ON k.version_id = v.id JOIN enrolment e ON e.campaign_id = k.id
    LEFT JOIN said ON said.id = e.id LEFT JOIN sent ON sent.id = e.id
), total AS (
  SELECT version_id, count(*) FILTER (WHERE NOT hold_out OR reached)::int AS enrolled, count(*)
    FILTER (WHERE hold_out AND NOT reached)::int AS held_out,
         count(*) FILTER (WHERE reached)::int AS reached, count(*) FILTER (WHERE conversed)::int AS conversed,
         count(*) FILTER (WHERE interested)::int AS interested, count(*) FILTER (WHERE commits)::int AS commits,
         count(DISTINCT organization_id) FILTER (WHERE reached)::int AS organizations,
         count(DISTINCT organization_id) FILTER (WHERE reached AND interested)::int AS organizations_interested,
         count(DISTINCT organization_id) FILTER (WHERE NOT hold_out)::int AS treated,
         count(DISTINCT organization_id) FILTER (WHERE NOT hold_out AND early)::int AS treated_early,
         count(DISTINCT organization_id) FILTER (WHERE hold_out)::int AS control,
         count(DISTINCT organization_id) FILTER (WHERE hold_out AND early)::int AS control_early,
         sum(records)::int AS records, sum(simulated)::int AS simulated
    FROM person GROUP BY version_id
)
SELECT v.id AS version_id, v.proposition_id, v.title, v.number, v.state, v.live_at,
       EXISTS (SELECT FROM campaign k WHERE k.version_id = v.id
         AND k.state IN ('scheduled', 'running', 'paused', 'in_review')) AS interim,
       coalesce(t.enrolled, 0) AS enrolled, coalesce(t.held_out, 0) AS held_out, coalesce(t.reached, 0) AS reached,
           coalesce(t.conversed, 0) AS conversed,
       coalesce(t.organizations, 0) AS organizations,
           coalesce(t.organizations_interested, 0) AS organizations_interested,
           coalesce(t.interested, 0) AS interested, coalesce(t.commits, 0) AS commits,
           coalesce(t.treated, 0) AS treated,
       coalesce(t.treated_early, 0) AS treated_early, coalesce(t.control, 0) AS control,
           coalesce(t.control_early, 0) AS control_early,
       coalesce(t.records, 0) AS records, coalesce(t.simulated, 0) AS simulated
  FROM version v LEFT JOIN total t ON t.version_id = v.id
 ORDER BY v.title, v.proposition_id, v.number DESC LIMIT 500`;

/** $1 versions: organizations that were drawn into each arm, and those of them with an enrolled decision maker. */
export const ARMS = `
SELECT k.version_id, m.hold_out, count(*)::int AS drawn,
       count(*) FILTER (WHERE EXISTS (SELECT FROM enrolment e
         WHERE e.campaign_id = k.id AND e.organization_id = m.organization_id
         AND e.hold_out = m.hold_out))::int AS enrolled
  FROM campaign k JOIN snapshot_organization m ON m.snapshot_id = k.snapshot_id AND m.excluded IS NULL
 WHERE k.version_id = ANY($1::uuid[]) AND k.enrolled_at IS NOT NULL
 GROUP BY k.version_id, m.hold_out`;

/**
 * $1 version, $2 connected dispositions, $3 interests that count: conversations so far at the end of each day, or week
 * where it runs long.
 */
export const TREND = `
WITH talk AS (
  SELECT c.occurred_at, c.interest = ANY($3) AS interested FROM conversation c
    WHERE c.version_id = $1 AND c.disposition = ANY($2)
), span AS (
  SELECT CASE WHEN max(occurred_at) - min(occurred_at) > interval '60 days' THEN 'week' ELSE 'day' END AS period
    FROM talk
)
SELECT s.period, to_char(date_trunc(s.period, t.occurred_at AT TIME ZONE 'UTC'), 'YYYY-MM-DD') AS "on",
       (sum(count(*)) OVER (ORDER BY date_trunc(s.period, t.occurred_at AT TIME ZONE 'UTC')))::int AS n,
       (sum(count(*) FILTER (WHERE t.interested)) OVER (ORDER BY date_trunc(s.period,
           t.occurred_at AT TIME ZONE 'UTC')))::int AS successes
  FROM talk t CROSS JOIN span s GROUP BY s.period, date_trunc(s.period, t.occurred_at AT TIME ZONE 'UTC') ORDER BY 2`;
