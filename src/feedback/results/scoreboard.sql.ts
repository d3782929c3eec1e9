import { HAS_CONVERSED, IS_REACHED, saidBy, sentTo } from './engagement-facts.sql.js';

/**
 * One question a block, all with the same parameters; each narrows where it is not null: $1 version, $2 campaign, $3
 * role, $4 industry, $5 rep, $6 step, $7 from, $8 to, $9 connected dispositions (not for LATENCY).
 */

const TALK = `
talk AS (
  SELECT c.id, c.role, o.industry, u.name AS rep, c.rep_id, c.step_key, c.verbatim, c.seconds, c.simulated,
      c.occurred_at, c.recorded_at, c.disposition, c.competitor
    FROM conversation c JOIN organization o ON o.id = c.organization_id LEFT JOIN app_user u ON u.id = c.rep_id
   WHERE c.version_id = $1 AND ($2::uuid IS NULL OR c.campaign_id = $2)
     AND ($3::text IS NULL OR coalesce(c.role, 'unknown') = $3)
     AND ($4::text IS NULL OR lower(o.industry) = lower($4)) AND ($5::uuid IS NULL OR c.rep_id = $5)
       AND ($6::text IS NULL OR c.step_key = $6)
     AND ($7::timestamptz IS NULL OR c.occurred_at >= $7) AND ($8::timestamptz IS NULL OR c.occurred_at <= $8)
)`;

/**
 * People, counted once each by their latest conversation. For a rep: those at the rep's own organizations. A hold-out
 * who was not reached yet is counted separately.
 */
export const FUNNEL = `
WITH said AS (${saidBy(
  '$9',
  `k.version_id = $1 AND ($2::uuid IS NULL OR k.id = $2) AND ($6::text IS NULL OR c.step_key = $6)
   AND ($7::timestamptz IS NULL OR c.occurred_at >= $7) AND ($8::timestamptz IS NULL OR c.occurred_at <= $8)`,
)}
), sent AS (${sentTo(
  `k.version_id = $1 AND ($2::uuid IS NULL OR k.id = $2) AND ($6::text IS NULL OR d.step_key = $6)
   AND ($7::timestamptz IS NULL OR d.sent_at >= $7) AND ($8::timestamptz IS NULL OR d.sent_at <= $8)`,
)}
), decision_maker AS (
  SELECT e.hold_out, ${HAS_CONVERSED} AS conversed, said.interest, ${IS_REACHED} AS reached
    FROM enrolment e JOIN campaign k ON k.id = e.campaign_id JOIN organization o ON o.id = e.organization_id
    LEFT JOIN said ON said.id = e.id LEFT JOIN sent ON sent.id = e.id
   WHERE k.version_id = $1 AND ($2::uuid IS NULL OR e.campaign_id = $2) AND ($3::text IS NULL OR e.role = $3)
     AND ($4::text IS NULL OR lower(o.industry) = lower($4))
     AND ($5::uuid IS NULL OR EXISTS (SELECT FROM ownership w
       WHERE w.organization_id = e.organization_id AND w.rep_id = $5))
)
SELECT count(*) FILTER (WHERE NOT hold_out OR reached)::int AS enrolled, count(*)
  FILTER (WHERE hold_out AND NOT reached)::int AS held_out,
       count(*) FILTER (WHERE reached)::int AS reached, count(*) FILTER (WHERE conversed)::int AS conversed,
       count(*) FILTER (WHERE conversed AND interest IS NULL)::int AS unknown,
       count(*) FILTER (WHERE conversed AND interest = 'none')::int AS none,
       count(*) FILTER (WHERE conversed AND interest = 'aware')::int AS aware,
       count(*) FILTER (WHERE conversed AND interest = 'curious')::int AS curious,
       count(*) FILTER (WHERE conversed AND interest = 'active')::int AS active,
       count(*) FILTER (WHERE conversed AND interest = 'commits_next_step')::int AS commits
  FROM decision_maker`;

/** Rows of (by, value, code, n); code null: the conversations that its shares are of. */
export const OBJECTIONS_BY = `
WITH ${TALK},
spoken AS (SELECT *, coalesce(role, 'unknown') AS a_role, coalesce(industry, 'unknown') AS an_industry,
    coalesce(step_key, 'none') AS a_step
             FROM talk WHERE disposition = ANY($9)),
heard AS (
  SELECT s.*, NULL AS code FROM spoken s
  UNION ALL
  SELECT s.*, b.code FROM spoken s JOIN objection b ON b.conversation_id = s.id
)
SELECT CASE WHEN grouping(a_role) = 0 THEN 'role' WHEN grouping(an_industry) = 0 THEN 'industry'
  WHEN grouping(rep_id) = 0 THEN 'rep'
            WHEN grouping(a_step) = 0 THEN 'step' ELSE 'all' END AS by,
       coalesce(a_role, an_industry, rep_id::text, a_step) AS value,
       CASE WHEN grouping(rep_id) = 0 THEN max(rep) END AS rep, code, count(*)::int AS n
  FROM heard
 GROUP BY GROUPING SETS ((code), (code, a_role), (code, an_industry), (code, rep_id), (code, a_step))
 ORDER BY 1, 2 NULLS LAST, 5 DESC, 4 NULLS FIRST`;

/** Where a competitor was named: what came of it, with how many named it at all. */
export const COMPETITORS = `
WITH ${TALK}
SELECT min(competitor) AS competitor, disposition, count(*)::int AS n,
    (sum(count(*)) OVER (PARTITION BY lower(competitor)))::int AS of
  FROM talk WHERE competitor <> '' AND disposition = ANY($9)
 GROUP BY lower(competitor), disposition ORDER BY 4 DESC, 1, 3 DESC LIMIT 500`;

/**
 * Share of conversations with an objection code, the person's words and a role (003-13); what logging cost; what is
 * simulated.
 */
export const QUALITY = `
WITH ${TALK}
SELECT count(*)::int AS recorded, count(*) FILTER (WHERE simulated)::int AS simulated,
       count(*) FILTER (WHERE disposition = ANY($9))::int AS conversations,
       count(*) FILTER (WHERE disposition = ANY($9) AND role IS NOT NULL AND role <> 'unknown'
         AND EXISTS (SELECT FROM objection b WHERE b.conversation_id = talk.id)
         AND (verbatim IS NOT NULL OR EXISTS (SELECT FROM objection b
           WHERE b.conversation_id = talk.id AND b.verbatim IS NOT NULL)))::int AS complete,
       count(seconds)::int AS timed, percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS median
  FROM talk`;

/** Hours of each leg on the way from a conversation to a better version (003-12). */
export const LATENCY = `
WITH ${TALK},
leg AS (
  SELECT 'recorded' AS leg, recorded_at - occurred_at AS took FROM talk
  UNION ALL
  SELECT 'seen', min(h.first_seen_at) - t.recorded_at FROM talk t JOIN theme_item x ON x.conversation_id = t.id
    JOIN theme h ON h.id = x.theme_id
   WHERE h.first_seen_at >= t.recorded_at GROUP BY t.id, t.recorded_at
  UNION ALL
  SELECT 'decided', h.decided_at - h.first_seen_at FROM theme h
   WHERE h.decided_at IS NOT NULL AND h.first_seen_at IS NOT NULL
     AND EXISTS (SELECT FROM theme_item x JOIN talk t ON t.id = x.conversation_id WHERE x.theme_id = h.id)
  UNION ALL
  SELECT 'live', min(v.live_at) - h.decided_at FROM theme h JOIN version_citation y ON y.theme_id = h.id
    JOIN proposition_version v ON v.id = y.version_id
   WHERE v.live_at >= h.decided_at
     AND EXISTS (SELECT FROM theme_item x JOIN talk t ON t.id = x.conversation_id WHERE x.theme_id = h.id)
   GROUP BY h.id, h.decided_at
)
SELECT leg, count(*)::int AS n,
    percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY extract(epoch FROM took)::float8 / 3600) AS hours FROM leg
  GROUP BY leg`;
