/** $1: NewTask[] as JSON. The owner is asked here, set-based; a rep who left owns nothing any more. */
export const OPEN = `
INSERT INTO task (kind, title, organization_id, contact_id, campaign_id, enrolment_id, step_key, attempt, due_at,
    contribution, why, words, proposed_disposition, rep_id)
SELECT n.kind, n.title, n."organizationId", n."contactId", n."campaignId", n."enrolmentId", n."stepKey",
    coalesce(n.attempt, 1),
       coalesce(n."dueAt", app_now()), n.contribution, n.why, n.words, n."proposedDisposition", u.id
  FROM jsonb_to_recordset($1::jsonb) AS n(kind text, title text, "organizationId" uuid, "contactId" uuid,
      "campaignId" uuid, "enrolmentId" uuid,
       "stepKey" text, attempt smallint, "dueAt" timestamptz, contribution real, why jsonb, words text,
       "proposedDisposition" text)
  LEFT JOIN ownership o ON o.organization_id = n."organizationId"
  LEFT JOIN app_user u ON u.id = o.rep_id AND u.state = 'active' AND 'rep' = ANY(u.roles)
ON CONFLICT DO NOTHING
RETURNING id`;

/** $1 enrolment, $2 kind, $3 words, $4 outcome that they suggest. One that is about to be cancelled takes none. */
export const ADD_WORDS = `
UPDATE task SET words = left(concat_ws(E'\\n\\n', words, $3::text), 100000), due_at = least(due_at, app_now()),
       proposed_disposition = coalesce($4, proposed_disposition)
 WHERE enrolment_id = $1 AND kind = $2 AND state IN ('open', 'claimed', 'snoozed') AND cancel_reason IS NULL`;

/**
 * $1 enrolments or null, $2 campaign or null, $3 reason, $4 kinds or null: all. A task that a rep holds ends when it is
 * released. A decision on colleagues belongs to the contact who answered and outlives that: the colleagues wait for it,
 * whatever else the contact answers.
 */
export const CANCEL = `
UPDATE task
   SET state = CASE WHEN state = 'claimed' AND lease_until > clock_timestamp() THEN 'claimed' ELSE 'cancelled' END,
       lease_until = CASE WHEN lease_until > clock_timestamp() THEN lease_until END,
       cancel_reason = $3
 WHERE state IN ('open', 'claimed', 'snoozed')
   AND ($1::uuid[] IS NULL OR enrolment_id = ANY($1) AND kind NOT IN ('colleague_replied', 'group_session'))
     AND ($2::uuid IS NULL OR campaign_id = $2)
   AND ($4::text[] IS NULL OR kind = ANY($4))`;

/** $1 unclaimed tasks, $2 reason. */
export const WITHDRAW = `
UPDATE task SET state = 'cancelled', cancel_reason = $2, lease_until = NULL
  WHERE id = ANY($1::uuid[]) AND state IN ('open', 'snoozed')`;

/** $1 organization, $2 campaign, $3 kind, $4 reason. A claimed task ends as well: it is done. */
export const CANCEL_AT = `
UPDATE task SET state = 'cancelled', lease_until = NULL, cancel_reason = $4
 WHERE organization_id = $1 AND campaign_id = $2 AND kind = $3 AND state IN ('open', 'claimed', 'snoozed')`;

const CLOSED = `id, kind, title, organization_id, contact_id, campaign_id, enrolment_id, step_key, attempt, rep_id,
          disposition, resolution, closed_at`;

/** $1 task, $2 fence, $3 actor, $4 disposition, $5 resolution. The only statement that closes a task. */
export const CLOSE = `
UPDATE task
   SET state = 'done', disposition = $4, resolution = $5, closed_by = $3, closed_at = app_now(), lease_until = NULL,
       cancel_reason = NULL
 WHERE id = $1 AND claimed_by = $3 AND fence = $2 AND state IN ('claimed', 'open')
   AND ($4::text IS NOT NULL OR kind NOT IN ('call', 'task', 'reply'))
RETURNING ${CLOSED}`;

/** $1 task, $2 fence, $3 actor. */
export const CLOSED_BEFORE = `
SELECT ${CLOSED} FROM task WHERE id = $1 AND fence = $2 AND closed_by = $3 AND state = 'done'`;

export const HOLD = 'INSERT INTO held_campaign (campaign_id) VALUES ($1) ON CONFLICT DO NOTHING';
export const RELEASE = 'DELETE FROM held_campaign WHERE campaign_id = $1';
