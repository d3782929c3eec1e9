import { SHARD_OF } from './enrolments/drive.sql.js';

/** $1 organizations */
export const CAMPAIGNS_AT = `
SELECT DISTINCT campaign_id AS id FROM enrolment WHERE organization_id = ANY($1::uuid[]) ORDER BY campaign_id`;
export const LOCK_ENROLMENTS_AT = `
SELECT
  FROM enrolment
 WHERE organization_id = ANY($1::uuid[])
 ORDER BY id
   FOR NO KEY UPDATE`;

const OPEN = "('pending', 'active', 'paused')";
/** Who has answered keeps the conversation, and the rep the task of it. */
const ANSWERED = `(e.conversed
     OR e.state = 'paused' AND e.reason IN ('replied', 'not_before', 'awaiting_rep', 'group_session'))`;

/**
 * People of the merged record in a campaign that contacts, contacted or holds out the one that stays. $1 from, $2 to
 */
export const IN_ONE_CAMPAIGN = `
SELECT e.id
  FROM enrolment e
 WHERE e.organization_id = $1
   AND e.state IN ${OPEN}
   AND NOT ${ANSWERED}
   AND EXISTS (
     SELECT
       FROM enrolment s
      WHERE s.campaign_id = e.campaign_id
        AND s.organization_id = $2
        AND (s.ended_at IS NULL OR s.touches > 0 OR s.state IN ('finished', 'opted_out', 'bounced')))`;

/** Campaigns that hold out one of the two, or what was merged into it, until their hold-out is released. */
const HELD_OUT = `
  SELECT w.campaign_id, w.ordinal
    FROM wave w
    JOIN campaign k ON k.id = w.campaign_id
   WHERE w.hold_out
     AND w.state <> 'released'
     AND EXISTS (
       SELECT
         FROM snapshot_organization m
         JOIN organization o ON o.id = m.organization_id
        WHERE m.snapshot_id = k.snapshot_id
          AND m.hold_out
          AND (o.id IN ($1, $2) OR o.merged_into IN ($1, $2)))`;

/** A first message or task that is on its way there is taken back. $1 from, $2 to */
export const BEGUN_WHERE_HELD_OUT = `
SELECT e.id
  FROM enrolment e
  JOIN (${HELD_OUT}) h ON h.campaign_id = e.campaign_id
 WHERE e.organization_id IN ($1, $2)
   AND e.state = 'active'
   AND e.touches = 0
   AND NOT e.hold_out
   AND NOT ${ANSWERED}`;

/** Answers the wave of before. $1 from, $2 to */
export const HOLD_OUT = `
WITH untouched AS (
  SELECT e.id, e.wave, h.ordinal
    FROM enrolment e
    JOIN (${HELD_OUT}) h ON h.campaign_id = e.campaign_id
   WHERE e.organization_id IN ($1, $2)
     AND e.state IN ('pending', 'paused')
     AND e.touches = 0
     AND NOT e.hold_out
     AND NOT ${ANSWERED}
)
UPDATE enrolment e
   SET hold_out = true,
       wave = u.ordinal,
       next_action_at = CASE WHEN e.state = 'paused' THEN e.next_action_at END,
       deferred = 'hold_out'
  FROM untouched u
 WHERE e.id = u.id
RETURNING e.id, u.wave`;

export const MOVE_ENROLMENTS = 'UPDATE enrolment SET organization_id = $2 WHERE organization_id = $1 RETURNING id';
export const MOVE_MESSAGES = 'UPDATE dispatch SET organization_id = $2 WHERE organization_id = $1 RETURNING id';
/** One driver at a time paces an organization. $1 enrolments */
export const RESHARD = `UPDATE enrolment SET shard = ${SHARD_OF} WHERE id = ANY($1::uuid[])`;
export const KEEP_LATER_PACE = `
INSERT INTO organization_pace (organization_id, last_touch_at)
SELECT $2, last_touch_at
  FROM organization_pace
 WHERE organization_id = $1
    ON CONFLICT (organization_id) DO UPDATE
   SET last_touch_at = greatest(organization_pace.last_touch_at, excluded.last_touch_at)`;

/** $1 from, $2 to, $3 ids */
export const MOVE_ENROLMENTS_BACK = `
UPDATE enrolment SET organization_id = $1 WHERE organization_id = $2 AND id = ANY($3::uuid[])`;
export const MOVE_MESSAGES_BACK = `
UPDATE dispatch SET organization_id = $1 WHERE organization_id = $2 AND id = ANY($3::uuid[])`;
/** Where nobody has contacted them since. $1 ['enrolment wave'] */
export const HOLD_OUT_NO_LONGER = `
UPDATE enrolment e
   SET hold_out = false,
       wave = split_part(h.was, ' ', 2)::smallint,
       next_action_at = CASE WHEN e.state = 'paused' THEN e.next_action_at ELSE app_now() END,
       deferred = NULL
  FROM unnest($1::text[]) h(was)
 WHERE e.id = split_part(h.was, ' ', 1)::uuid AND e.hold_out AND e.touches = 0 AND e.state IN ('pending', 'paused')`;
/** $1 enrolments */
export const IN_LIVE_CAMPAIGNS = `
SELECT e.id
  FROM enrolment e
  JOIN campaign k ON k.id = e.campaign_id
 WHERE e.id = ANY($1::uuid[]) AND k.state IN ('running', 'paused', 'in_review')`;
