import type { Counted } from './people.view.js';

/**
 * One question a block, all with the same parameters; each narrows where it is not null:
 * $1 version, $2 campaign, $3 role, $4 industry, $5 rep, $6 step, $7 from, $8 to, $9 connected dispositions (not for LATENCY).
 */

const TALK = `
talk AS (
  SELECT c.id, c.role, o.industry, u.name AS rep, c.rep_id, c.step_key, c.verbatim, c.seconds, c.simulated, c.occurred_at, c.recorded_at, c.disposition, c.competitor
    FROM conversation c JOIN organization o ON o.id = c.organization_id LEFT JOIN app_user u ON u.id = c.rep_id
   WHERE c.version_id = $1 AND ($2::uuid IS NULL OR c.campaign_id = $2) AND ($3::text IS NULL OR coalesce(c.role, 'unknown') = $3)
     AND ($4::text IS NULL OR lower(o.industry) = lower($4)) AND ($5::uuid IS NULL OR c.rep_id = $5) AND ($6::text IS NULL OR c.step_key = $6)
     AND ($7::timestamptz IS NULL OR c.occurred_at >= $7) AND ($8::timestamptz IS NULL OR c.occurred_at <= $8)
)`;

/** Placeholders of step, from, to and connected dispositions. */
interface When {
  step: string;
  from: string;
  to: string;
  connected: string;
}

/** Of a conversation `c`. */
export const IS_ANSWER = "c.source IN ('reply', 'response_page')";
export const IS_MEETING = "(c.disposition = 'connected_meeting_set' OR c.meeting_at IS NOT NULL)";

/** What was said with the member `e`; one row. */
export const saidWith = ({ step, from, to, connected }: When): string => `
SELECT coalesce(bool_or(c.disposition = ANY(${connected})), false) AS conversed, coalesce(bool_or(c.source = 'rep'), false) AS called,
       coalesce(bool_or(${IS_ANSWER}), false) AS replied,
       coalesce(bool_or(${IS_MEETING}), false) AS meeting,
       (array_agg(c.interest ORDER BY c.occurred_at DESC, c.id DESC) FILTER (WHERE c.interest <> 'unknown'))[1] AS interest
  FROM conversation c WHERE c.enrolment_id = e.id AND (${step}::text IS NULL OR c.step_key = ${step})
   AND (${from}::timestamptz IS NULL OR c.occurred_at >= ${from}) AND (${to}::timestamptz IS NULL OR c.occurred_at <= ${to})`;

const isMailed = ({ step, from, to }: When): string => `
EXISTS (
  SELECT FROM dispatch d WHERE d.enrolment_id = e.id AND d.state IN ('sent', 'delivered') AND (${step}::text IS NULL OR d.step_key = ${step})
     AND (${from}::timestamptz IS NULL OR d.sent_at >= ${from}) AND (${to}::timestamptz IS NULL OR d.sent_at <= ${to}))`;

/** Whether the member `e`, with whom `said` was said, got a message, was called, or answered. */
export const isReached = (when: When): string => `(said.conversed OR said.called OR ${isMailed(when)})`;

/** Whether the member `e` has much to say at the organization. */
export const IS_INFLUENTIAL = `
EXISTS (SELECT FROM buying_role b WHERE b.contact_id = e.contact_id AND b.organization_id = e.organization_id AND b.influence >= 4)`;

const WHEN: When = { step: '$6', from: '$7', to: '$8', connected: '$9' };

/**
 * People, counted once each by what they said last. For a rep: those at the organizations he owns. A hold-out who was not
 * reached yet stands apart.
 */
export const FUNNEL = `
WITH member AS (
  SELECT e.hold_out, said.conversed, said.interest, ${isReached(WHEN)} AS reached
    FROM enrolment e JOIN campaign k ON k.id = e.campaign_id JOIN organization o ON o.id = e.organization_id
    CROSS JOIN LATERAL (${saidWith(WHEN)}) said
   WHERE k.version_id = $1 AND ($2::uuid IS NULL OR e.campaign_id = $2) AND ($3::text IS NULL OR e.role = $3)
     AND ($4::text IS NULL OR lower(o.industry) = lower($4))
     AND ($5::uuid IS NULL OR EXISTS (SELECT FROM ownership w WHERE w.organization_id = e.organization_id AND w.rep_id = $5))
)
SELECT count(*) FILTER (WHERE NOT hold_out OR reached)::int AS enrolled, count(*) FILTER (WHERE hold_out AND NOT reached)::int AS "heldOut",
       count(*) FILTER (WHERE reached)::int AS reached, count(*) FILTER (WHERE conversed)::int AS conversed,
       count(*) FILTER (WHERE conversed AND interest IS NULL)::int AS unknown,
       count(*) FILTER (WHERE conversed AND interest = 'none')::int AS none,
       count(*) FILTER (WHERE conversed AND interest = 'aware')::int AS aware,
       count(*) FILTER (WHERE conversed AND interest = 'curious')::int AS curious,
       count(*) FILTER (WHERE conversed AND interest = 'active')::int AS active,
       count(*) FILTER (WHERE conversed AND interest = 'commits_next_step')::int AS commits_next_step
  FROM member`;

/** Rows of (by, value, code, n); code null: the conversations that its shares are of. */
export const OBJECTIONS_BY = `
WITH ${TALK},
spoken AS (SELECT *, coalesce(role, 'unknown') AS a_role, coalesce(industry, 'unknown') AS an_industry, coalesce(step_key, 'none') AS a_step
             FROM talk WHERE disposition = ANY($9)),
heard AS (
  SELECT s.*, NULL AS code FROM spoken s
  UNION ALL
  SELECT s.*, b.code FROM spoken s JOIN objection b ON b.conversation_id = s.id
)
SELECT CASE WHEN grouping(a_role) = 0 THEN 'role' WHEN grouping(an_industry) = 0 THEN 'industry' WHEN grouping(rep_id) = 0 THEN 'rep'
            WHEN grouping(a_step) = 0 THEN 'step' ELSE 'all' END AS by,
       coalesce(a_role, an_industry, rep_id::text, a_step) AS value,
       CASE WHEN grouping(rep_id) = 0 THEN max(rep) END AS rep, code, count(*)::int AS n
  FROM heard
 GROUP BY GROUPING SETS ((code), (code, a_role), (code, an_industry), (code, rep_id), (code, a_step))
 ORDER BY 1, 2 NULLS LAST, 5 DESC, 4 NULLS FIRST`;

/** Where somebody named a competitor: what came of it, with how many named it at all. */
export const COMPETITORS = `
WITH ${TALK}
SELECT min(competitor) AS competitor, disposition, count(*)::int AS n, (sum(count(*)) OVER (PARTITION BY lower(competitor)))::int AS of
  FROM talk WHERE competitor <> '' AND disposition = ANY($9)
 GROUP BY lower(competitor), disposition ORDER BY 4 DESC, 1, 3 DESC LIMIT 500`;

/** Share of conversations with an objection code, the person's words and a role (003-13); what logging cost; what is simulated. */
export const QUALITY = `
WITH ${TALK}
SELECT count(*)::int AS recorded, count(*) FILTER (WHERE simulated)::int AS simulated,
       count(*) FILTER (WHERE disposition = ANY($9))::int AS conversations,
       count(*) FILTER (WHERE disposition = ANY($9) AND role IS NOT NULL AND role <> 'unknown'
         AND EXISTS (SELECT FROM objection b WHERE b.conversation_id = talk.id)
         AND (verbatim IS NOT NULL OR EXISTS (SELECT FROM objection b WHERE b.conversation_id = talk.id AND b.verbatim IS NOT NULL)))::int AS complete,
       count(seconds)::int AS timed, percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS median
  FROM talk`;

/** Hours of each leg on the way from a conversation to a better version (003-12). */
export const LATENCY = `
WITH ${TALK},
leg AS (
  SELECT 'recorded' AS leg, recorded_at - occurred_at AS took FROM talk
  UNION ALL
  SELECT 'seen', min(h.first_seen_at) - t.recorded_at FROM talk t JOIN theme_item x ON x.conversation_id = t.id JOIN theme h ON h.id = x.theme_id
   WHERE h.first_seen_at >= t.recorded_at GROUP BY t.id, t.recorded_at
  UNION ALL
  SELECT 'decided', h.decided_at - h.first_seen_at FROM theme h
   WHERE h.decided_at IS NOT NULL AND h.first_seen_at IS NOT NULL AND EXISTS (SELECT FROM theme_item x JOIN talk t ON t.id = x.conversation_id WHERE x.theme_id = h.id)
  UNION ALL
  SELECT 'live', min(v.live_at) - h.decided_at FROM theme h JOIN version_citation y ON y.theme_id = h.id JOIN proposition_version v ON v.id = y.version_id
   WHERE v.live_at >= h.decided_at AND EXISTS (SELECT FROM theme_item x JOIN talk t ON t.id = x.conversation_id WHERE x.theme_id = h.id)
   GROUP BY h.id, h.decided_at
)
SELECT leg, count(*)::int AS n, percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY extract(epoch FROM took)::float8 / 3600) AS hours FROM leg GROUP BY leg`;

const ASKED: When = { step: ':step', from: ':from', to: ':to', connected: ':connected' };

/** What FUNNEL, and MEASURED of the verdict, count as so many people: each a condition on the enrolment `e`. */
export const isCountedAs = (stage: Counted): string =>
  `EXISTS (SELECT FROM (${saidWith(ASKED)}) said WHERE ${
    {
      enrolled: `NOT e.hold_out OR ${isReached(ASKED)}`,
      held_out: `e.hold_out AND NOT ${isReached(ASKED)}`,
      mailed: isMailed(ASKED),
      reached: isReached(ASKED),
      replied: `said.replied AND ${isMailed(ASKED)}`,
      conversed: 'said.conversed',
      interested: 'said.conversed AND said.interest = ANY(:interested)',
      meeting: 'said.conversed AND said.meeting',
      influential: `said.conversed AND ${IS_INFLUENTIAL}`,
    }[stage]
  })`;
