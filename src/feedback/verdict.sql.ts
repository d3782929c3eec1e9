import { IS_ANSWER, IS_INFLUENTIAL, IS_MEETING } from './scoreboard.sql.js';

/** How long a campaign is watched before it is judged (004-17). */
export const VERDICT_DAYS = 28;

/** $1 campaign: what it promised, and the instant up to which is counted: now, and from day 28 on for ever that day. */
export const PROMISED = `
SELECT k.id, k.version_id AS "versionId", v.proposition_id AS "propositionId", k.launched_at AS "launchedAt",
       k.target_measure AS "targetMeasure", k.target_value AS "targetValue",
       k.launched_at + interval '${VERDICT_DAYS} days' AS "dueAt",
       least(app_now(), k.launched_at + interval '${VERDICT_DAYS} days') AS until,
       floor(extract(epoch FROM app_now() - k.launched_at) / 86400)::int AS days
  FROM campaign k JOIN proposition_version v ON v.id = k.version_id WHERE k.id = $1`;

/**
 * $1 campaign, $2 until when, $3 connected dispositions, $4 interests that count as interested. People once each; influence, and the
 * two arms of the hold-out, by organization. Reached as the scoreboard has it. A hold-out who was not reached yet is no gap in the coverage.
 */
export const MEASURED = `
WITH said AS (
  SELECT c.enrolment_id AS id, bool_or(c.disposition = ANY($3)) AS conversed, bool_or(c.source = 'rep') AS called, bool_or(${IS_ANSWER}) AS replied,
         bool_or(${IS_MEETING}) AS meeting,
         bool_or(c.disposition = ANY($3) AND c.interest = ANY($4) AND c.occurred_at <= coalesce(k.hold_out_until, 'infinity')) AS early,
         (array_agg(c.interest ORDER BY c.occurred_at DESC, c.id DESC) FILTER (WHERE c.interest <> 'unknown'))[1] AS interest,
         count(*) AS records, count(*) FILTER (WHERE c.simulated) AS simulated
    FROM conversation c JOIN campaign k ON k.id = c.campaign_id WHERE c.campaign_id = $1 AND c.enrolment_id IS NOT NULL AND c.occurred_at <= $2 GROUP BY 1
), mailed AS (
  SELECT DISTINCT enrolment_id AS id FROM dispatch WHERE campaign_id = $1 AND state IN ('sent', 'delivered') AND sent_at <= $2
), person AS (
  SELECT e.organization_id, e.hold_out, m.id IS NOT NULL AS mailed, m.id IS NOT NULL OR coalesce(s.conversed OR s.called, false) AS reached,
         coalesce(s.conversed, false) AS conversed, coalesce(s.replied, false) AS replied, coalesce(s.meeting, false) AS meeting,
         coalesce(s.conversed AND s.interest = ANY($4), false) AS interested, coalesce(s.early, false) AS early,
         coalesce(s.conversed, false) AND ${IS_INFLUENTIAL} AS influential,
         coalesce(s.records, 0) AS records, coalesce(s.simulated, 0) AS simulated
    FROM enrolment e LEFT JOIN said s ON s.id = e.id LEFT JOIN mailed m ON m.id = e.id WHERE e.campaign_id = $1
)
SELECT count(*) FILTER (WHERE NOT hold_out OR reached)::int AS enrolled, count(*) FILTER (WHERE reached)::int AS reached,
       count(*) FILTER (WHERE conversed)::int AS conversed, count(*) FILTER (WHERE interested)::int AS interested,
       count(*) FILTER (WHERE mailed)::int AS mailed, count(*) FILTER (WHERE mailed AND replied)::int AS replied,
       count(*) FILTER (WHERE conversed AND meeting)::int AS meetings,
       count(DISTINCT organization_id) FILTER (WHERE conversed)::int AS spoken,
       count(DISTINCT organization_id) FILTER (WHERE influential)::int AS influential,
       count(DISTINCT organization_id) FILTER (WHERE NOT hold_out)::int AS treated,
       count(DISTINCT organization_id) FILTER (WHERE NOT hold_out AND early)::int AS "treatedEarly",
       count(DISTINCT organization_id) FILTER (WHERE hold_out)::int AS control,
       count(DISTINCT organization_id) FILTER (WHERE hold_out AND early)::int AS "controlEarly",
       coalesce(sum(records), 0)::int AS records, coalesce(sum(simulated), 0)::int AS simulated
  FROM person`;
