import { MAY_CALL_SQL } from '../../accounts/index.js';

/** Absent reps whom $1 covers at this moment. */
export const COVERED = `
SELECT user_id FROM absence WHERE cover_id = $1 AND starts_at <= app_now() AND ends_at > app_now()`;

// the sub-selects of time and campaigns run once a statement. As an anti-join the planner took a table that is nearly
// always empty for one of 1,570 rows,
// gave up the index's order and sorted every open task: 330 ms a claim with 40,000 of them
const HELD = `coalesce(t.campaign_id <> ALL (ARRAY(SELECT campaign_id FROM held_campaign)), true)`;
// a rep is not asked to dial a number that is known to be wrong: campaigns takes such a call back within the minute. A
// scalar sub-select, because
// the planner may hash an EXISTS, and with it every contact there is
const DIALLABLE = `(t.kind <> 'call' OR t.enrolment_id IS NULL
  OR coalesce((SELECT ${MAY_CALL_SQL} FROM contact c WHERE c.id = t.contact_id), true))`;
export const READY = `t.state = 'open' AND t.due_at <= (SELECT app_now()) AND ${HELD} AND ${DIALLABLE}`;
const OFFERED = `${READY} AND t.id <> ALL ($3::uuid[])`;
const ORDER = 'contribution DESC, due_at, id';

/**
 * The best tasks for a rep: $1 the rep and whom they cover, $2 whether unowned ones too, $3 all but these. Short index
 * scans, one for each rep, and not one long one, because a rep's own work may come far behind a thousand of others'.
 * Their ids are gathered before, in an array: as a join, the planner, which knows nothing yet of tasks that a launch has
 * just written, looked for the candidates anew for each task.
 */
const CANDIDATES = `
WITH candidate AS (
  (SELECT t.id FROM unnest($1::uuid[]) rep(id) CROSS
    JOIN LATERAL (SELECT t.id FROM task t WHERE t.rep_id = rep.id AND ${OFFERED} ORDER BY ${ORDER} LIMIT 64) t)
  UNION ALL
  (SELECT t.id FROM task t WHERE $2 AND t.rep_id IS NULL AND ${OFFERED} ORDER BY ${ORDER} LIMIT 64)
)
SELECT t.id, t.rep_id, t.organization_id FROM task t
 WHERE t.id = ANY (ARRAY(SELECT id FROM candidate)) AND ${READY} ORDER BY ${ORDER} LIMIT 1`;

export const NEXT = `${CANDIDATES} FOR UPDATE OF t SKIP LOCKED`;
/**
 * Asked when all that is left is locked by others, who may yet release it: "no work" is answered only when there is
 * none.
 */
export const NEXT_WAITING = `${CANDIDATES} FOR UPDATE OF t`;
export const ANY_READY = CANDIDATES;

/** $1 task. */
export const PICK = `
SELECT id, rep_id, organization_id, state, claimed_by, due_at, due_at <= app_now() AS due,
       EXISTS (SELECT FROM held_campaign h WHERE h.campaign_id = t.campaign_id) AS paused
  FROM task t WHERE id = $1 FOR UPDATE`;

/** $1 task, $2 rep, $3 minutes, $4 whose task it is. */
export const CLAIM = `
UPDATE task
   SET state = 'claimed', claimed_by = $2, lease_until = clock_timestamp() + make_interval(mins => $3::int),
       fence = fence + 1,
       rep_id = $4, not_before = NULL, snooze_reason = NULL
 WHERE id = $1`;

/** $1 tasks whose organizations got an owner meanwhile. */
export const HAND_TO_OWNERS = `
UPDATE task SET rep_id = (SELECT o.rep_id FROM ownership o WHERE o.organization_id = task.organization_id)
 WHERE id IN (SELECT id FROM task WHERE id = ANY ($1) AND rep_id IS NULL FOR UPDATE SKIP LOCKED)`;

/** $1 task, $2 rep, $3 minutes. Also after it lapsed, while no one else claimed it. */
export const RENEW = `
UPDATE task SET state = 'claimed', lease_until = clock_timestamp() + make_interval(mins => $3::int)
 WHERE id = $1 AND claimed_by = $2 AND state IN ('claimed', 'open')`;

/** $1 task, $2 rep. */
export const GIVE_BACK = `
UPDATE task
  SET state = CASE WHEN cancel_reason IS NULL THEN 'open' ELSE 'cancelled' END, claimed_by = NULL, lease_until = NULL
 WHERE id = $1 AND claimed_by = $2 AND state IN ('claimed', 'open')`;

/** $1 task, $2 rep, $3 until, $4 reason. For the rep who holds it, or its owner while it is unclaimed. */
export const SNOOZE = `
UPDATE task SET state = 'snoozed', not_before = $3, snooze_reason = $4, claimed_by = NULL, lease_until = NULL
 WHERE id = $1 AND cancel_reason IS NULL
   AND (state = 'claimed' AND claimed_by = $2 OR state IN ('open', 'snoozed') AND rep_id = $2)`;

export const RETURN_LAPSED = `
UPDATE task SET state = CASE WHEN cancel_reason IS NULL THEN 'open' ELSE 'cancelled' END, lease_until = NULL
 WHERE id IN (SELECT id FROM task WHERE state = 'claimed' AND lease_until <= clock_timestamp() LIMIT 1000
   FOR UPDATE SKIP LOCKED)`;

/** What belongs to a user who is no rep any more becomes unowned. */
export const FREE_ORPHANS = `
UPDATE task t SET rep_id = NULL FROM app_user u
 WHERE t.state IN ('open', 'snoozed') AND u.id = t.rep_id AND (u.state <> 'active' OR NOT 'rep' = ANY(u.roles))`;

export const WAKE = `
UPDATE task SET state = 'open', due_at = greatest(due_at, not_before)
 WHERE id IN (SELECT id FROM task WHERE state = 'snoozed' AND not_before <= app_now() LIMIT 1000
   FOR UPDATE SKIP LOCKED)`;
