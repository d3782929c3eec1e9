import {
  HAS_CONVERSED,
  heardEarly,
  IS_INFLUENTIAL,
  IS_MAILED,
  IS_REACHED,
  saidBy,
  sentTo,
} from './engagement-facts.sql.js';

/** How long a campaign is watched before it is judged (004-17). */
export const VERDICT_DAYS = 28;

/** $1 campaign: what it promised, and the instant up to which is counted: now, and from day 28 on for ever that day. */
export const PROMISED = `
SELECT k.id, k.version_id, v.proposition_id, k.launched_at,
       k.target_measure, k.target_value,
       k.launched_at + interval '${VERDICT_DAYS} days' AS due_at,
       least(app_now(), k.launched_at + interval '${VERDICT_DAYS} days') AS until,
       floor(extract(epoch FROM app_now() - k.launched_at) / 86400)::int AS days
  FROM campaign k JOIN proposition_version v ON v.id = k.version_id WHERE k.id = $1`;

/**
 * $1 campaign, $2 until when, $3 connected dispositions, $4 interests that count as interested. People once each;
 * influence, and the two arms of the hold-out, by organization. Reached as the scoreboard has it. A hold-out who was
 * not reached yet is no gap in the coverage.
 */
export const MEASURED = `
WITH said AS (${saidBy('$3', 'k.id = $1 AND c.occurred_at <= $2', heardEarly('$3', '$4'))}
), sent AS (${sentTo('k.id = $1 AND d.sent_at <= $2')}
), person AS (
  SELECT e.organization_id, e.hold_out, ${IS_MAILED} AS mailed, ${IS_REACHED} AS reached, ${HAS_CONVERSED} AS conversed,
         coalesce(said.replied, false) AS replied, coalesce(said.meeting, false) AS meeting,
         coalesce(said.conversed AND said.interest = ANY($4), false) AS interested,
             coalesce(said.early, false) AS early,
         ${HAS_CONVERSED} AND ${IS_INFLUENTIAL} AS influential,
         coalesce(said.records, 0) AS records, coalesce(said.simulated, 0) AS simulated
    FROM enrolment e LEFT JOIN said ON said.id = e.id LEFT JOIN sent ON sent.id = e.id WHERE e.campaign_id = $1
)
SELECT count(*) FILTER (WHERE NOT hold_out OR reached)::int AS enrolled, count(*)
  FILTER (WHERE reached)::int AS reached,
       count(*) FILTER (WHERE conversed)::int AS conversed, count(*) FILTER (WHERE interested)::int AS interested,
       count(*) FILTER (WHERE mailed)::int AS mailed, count(*) FILTER (WHERE mailed AND replied)::int AS replied,
       count(*) FILTER (WHERE conversed AND meeting)::int AS meetings,
       count(DISTINCT organization_id) FILTER (WHERE conversed)::int AS spoken,
       count(DISTINCT organization_id) FILTER (WHERE influential)::int AS influential,
       count(DISTINCT organization_id) FILTER (WHERE NOT hold_out)::int AS treated,
       count(DISTINCT organization_id) FILTER (WHERE NOT hold_out AND early)::int AS treated_early,
       count(DISTINCT organization_id) FILTER (WHERE hold_out)::int AS control,
       count(DISTINCT organization_id) FILTER (WHERE hold_out AND early)::int AS control_early,
       coalesce(sum(records), 0)::int AS records, coalesce(sum(simulated), 0)::int AS simulated
  FROM person`;
