/** $1 organization, $2 rep: the first one wins, and a rep who left is followed by the next who claims. */
export const OWN = `
WITH before AS (SELECT rep_id FROM ownership WHERE organization_id = $1),
owned AS (
  INSERT INTO ownership AS o (organization_id, rep_id) VALUES ($1, $2)
  ON CONFLICT (organization_id) DO UPDATE SET rep_id = excluded.rep_id, since = app_now()
    WHERE o.rep_id <> excluded.rep_id
      AND NOT EXISTS (SELECT FROM app_user u WHERE u.id = o.rep_id AND u.state = 'active' AND 'rep' = ANY(u.roles))
  RETURNING rep_id
)
INSERT INTO ownership_change (organization_id, from_rep, to_rep, reason, changed_by)
SELECT $1, (SELECT rep_id FROM before), $2, 'first claim', $2 FROM owned
RETURNING id`;

/**
 * $1 organization, $2 rep. Skips what another claim holds at this moment: waiting for it here would be a deadlock, and
 * that claim asks again itself.
 */
export const TAKE_ALONG = `
UPDATE task SET rep_id = $2
 WHERE id IN (SELECT id FROM task WHERE organization_id = $1 AND state IN ('open', 'snoozed')
   AND rep_id IS DISTINCT FROM $2 FOR UPDATE SKIP LOCKED)`;

/** $1 organizations */
export const LOCK_TASKS = `
SELECT FROM task WHERE organization_id = ANY($1) AND state IN ('open', 'snoozed', 'claimed') ORDER BY id FOR UPDATE`;

/** Whose owner does not change until the commit. $1 organizations */
export const LOCK_ORGANIZATIONS = 'SELECT FROM organization WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE';

/** $1 organizations, $2 rep, $3 reason, $4 by whom. Returns those that had another owner before. */
export const GIVE = `
WITH before AS (
  SELECT o.id, w.rep_id FROM organization o LEFT JOIN ownership w ON w.organization_id = o.id
   WHERE o.id = ANY($1) AND w.rep_id IS DISTINCT FROM $2::uuid
), owned AS (
  INSERT INTO ownership (organization_id, rep_id) SELECT id, $2 FROM before
  ON CONFLICT (organization_id) DO UPDATE SET rep_id = excluded.rep_id, since = app_now()
), written AS (
  INSERT INTO ownership_change (organization_id, from_rep, to_rep, reason, changed_by) SELECT id, rep_id, $2, $3, $4
    FROM before
)
SELECT id FROM before`;

/** $1 organizations, $2 rep. A claimed task stays with its holder; an open one forgets its last holder. */
export const HAND_OVER = `
UPDATE task SET rep_id = $2, claimed_by = CASE WHEN state = 'claimed' THEN claimed_by END
 WHERE organization_id = ANY($1) AND state IN ('open', 'snoozed', 'claimed') RETURNING id`;
