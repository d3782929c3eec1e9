import { SHARD_OF } from '../enrolments/drive.sql.js';

/**
 * Which people each wave holds: waves take whole organizations in the snapshot's order until their size is reached; the last
 * takes what is left. Held-out people stand at no ordinal of their own: they go to the hold-out wave by their mark. $1 campaign
 */
export const CUT_WAVES = `
WITH house AS (
  SELECT p.organization_id, min(p.ordinal) AS first, max(p.ordinal) AS last, row_number() OVER (ORDER BY min(p.ordinal)) AS n
    FROM snapshot_contact p JOIN campaign k ON k.snapshot_id = p.snapshot_id
   WHERE k.id = $1 AND NOT p.hold_out AND p.excluded IS NULL
   GROUP BY p.organization_id
), edge AS (
  SELECT ordinal, coalesce(sum(size) OVER (ORDER BY ordinal ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) + 1 AS from_house,
         CASE WHEN size IS NOT NULL THEN sum(size) OVER (ORDER BY ordinal) END AS to_house
    FROM wave WHERE campaign_id = $1 AND NOT hold_out
)
UPDATE wave w
   SET from_ordinal = (SELECT min(first) FROM house WHERE n >= e.from_house AND n <= coalesce(e.to_house, n)),
       to_ordinal = (SELECT max(last) FROM house WHERE n >= e.from_house AND n <= coalesce(e.to_house, n))
  FROM edge e WHERE w.campaign_id = $1 AND w.ordinal = e.ordinal`;

/** $1 campaign, $2 size of a range */
export const PLAN_RANGES = `
INSERT INTO launch_range (campaign_id, from_ordinal, to_ordinal)
SELECT k.id, g, g + $2 - 1 FROM campaign k, LATERAL (SELECT max(ordinal) AS last FROM snapshot_contact WHERE snapshot_id = k.snapshot_id) s, generate_series(1, coalesce(s.last, 0), $2) g
 WHERE k.id = $1 ON CONFLICT DO NOTHING`;

export const NEXT_RANGE = `
SELECT from_ordinal AS "from", to_ordinal AS "to" FROM launch_range WHERE campaign_id = $1 AND done_at IS NULL ORDER BY from_ordinal LIMIT 1 FOR UPDATE SKIP LOCKED`;

/** Everybody of the range who is not excluded; running it again enrols nobody twice. $1 campaign, $2 from, $3 to */
export const ENROL = `
WITH person AS (
  SELECT k.id AS campaign_id, p.contact_id, p.organization_id, p.role, p.hold_out, w.ordinal AS wave, w.state = 'released' AS released
    FROM campaign k
    JOIN snapshot_contact p ON p.snapshot_id = k.snapshot_id
    JOIN wave w ON w.campaign_id = k.id AND CASE WHEN p.hold_out THEN w.hold_out ELSE NOT w.hold_out AND p.ordinal BETWEEN w.from_ordinal AND w.to_ordinal END
   WHERE k.id = $1 AND p.ordinal BETWEEN $2 AND $3 AND p.excluded IS NULL
), made AS (
  INSERT INTO enrolment (campaign_id, contact_id, organization_id, role, wave, hold_out, shard, next_action_at, deferred)
  SELECT campaign_id, contact_id, organization_id, role, wave, hold_out, ${SHARD_OF},
         CASE WHEN released THEN app_now() END, CASE WHEN released THEN NULL WHEN hold_out THEN 'hold_out' ELSE 'wave' END
    FROM person
  ON CONFLICT (campaign_id, contact_id) DO NOTHING
  RETURNING id
)
SELECT count(*)::int AS n FROM made`;

/** $1 campaign, $2 from, $3 to */
export const PEOPLE_OF_RANGE = `
SELECT p.contact_id FROM campaign k JOIN snapshot_contact p ON p.snapshot_id = k.snapshot_id
 WHERE k.id = $1 AND p.ordinal BETWEEN $2 AND $3 AND p.excluded IS NULL`;

/** $1 snapshot */
export const PEOPLE_OF_SNAPSHOT = 'SELECT contact_id FROM snapshot_contact WHERE snapshot_id = $1 AND excluded IS NULL';

/** Organizations whose required roles nobody fills: a visible gap with a task, one an organization. $1 campaign */
export const GAPS = `
SELECT m.organization_id AS "organizationId", o.name AS "organizationName", o.employees, array_agg(r.role ORDER BY r.role) AS missing
  FROM campaign k JOIN cohort_snapshot s ON s.id = k.snapshot_id
  JOIN snapshot_organization m ON m.snapshot_id = s.id AND (m.excluded IS NULL OR m.excluded = 'no_decision_maker') AND NOT m.hold_out
  JOIN organization o ON o.id = m.organization_id
  CROSS JOIN unnest(s.required_roles) r(role)
 WHERE k.id = $1 AND NOT EXISTS (SELECT FROM buying_role b WHERE b.organization_id = m.organization_id AND b.role = r.role)
   AND NOT EXISTS (SELECT FROM task t WHERE t.campaign_id = k.id AND t.organization_id = m.organization_id AND t.kind = 'find_contact')
 GROUP BY 1, 2, 3 ORDER BY 1 LIMIT $2`;

export const UNFINISHED = `
SELECT DISTINCT k.id FROM campaign k WHERE k.launched_at IS NOT NULL AND k.enrolled_at IS NULL AND k.state NOT IN ('aborted', 'completed')`;
