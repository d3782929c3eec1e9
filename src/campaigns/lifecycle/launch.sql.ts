import { SHARD_OF } from '../enrolments/drive.sql.js';

/**
 * Which contacts each wave holds: waves take whole organizations in the snapshot's order until their size is reached;
 * the last takes the rest. Held-out contacts have no place in that order: they join the hold-out wave by their mark. $1
 * campaign
 */
export const CUT_WAVES = `
WITH organization AS (
  SELECT p.organization_id, min(p.ordinal) AS first, max(p.ordinal) AS last,
         row_number() OVER (ORDER BY min(p.ordinal)) AS n
    FROM snapshot_contact p
    JOIN campaign k ON k.snapshot_id = p.snapshot_id
   WHERE k.id = $1 AND NOT p.hold_out AND p.excluded IS NULL
   GROUP BY p.organization_id
), edge AS (
  SELECT ordinal,
         1 + coalesce(sum(size) OVER (ORDER BY ordinal ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS from_n,
         CASE WHEN size IS NOT NULL THEN sum(size) OVER (ORDER BY ordinal) END AS to_n
    FROM wave
   WHERE campaign_id = $1 AND NOT hold_out
)
UPDATE wave w
   SET from_ordinal = (SELECT min(first) FROM organization WHERE n BETWEEN e.from_n AND coalesce(e.to_n, n)),
       to_ordinal = (SELECT max(last) FROM organization WHERE n BETWEEN e.from_n AND coalesce(e.to_n, n))
  FROM edge e
 WHERE w.campaign_id = $1 AND w.ordinal = e.ordinal`;

/** $1 campaign, $2 size of a range */
export const PLAN_RANGES = `
INSERT INTO launch_range (campaign_id, from_ordinal, to_ordinal)
SELECT k.id, g, g + $2 - 1
  FROM campaign k
 CROSS JOIN LATERAL (SELECT max(ordinal) AS last FROM snapshot_contact WHERE snapshot_id = k.snapshot_id) s
 CROSS JOIN LATERAL generate_series(1, coalesce(s.last, 0), $2) g
 WHERE k.id = $1
    ON CONFLICT DO NOTHING`;

/** $1 campaign */
export const NEXT_RANGE = `
SELECT from_ordinal AS "from", to_ordinal AS "to"
  FROM launch_range
 WHERE campaign_id = $1 AND done_at IS NULL
 ORDER BY from_ordinal
 LIMIT 1
   FOR UPDATE SKIP LOCKED`;

/**
 * Every contact of the range that is not excluded; running it again enrols no contact twice. Records that were merged
 * since they were frozen are enrolled as what they became, and held out where one of the two was. `enrolled_at` says
 * when: there is no event for it. $1 campaign, $2 from, $3 to
 */
export const ENROL = `
WITH merged AS (
  SELECT m.organization_id, o.merged_into, m.hold_out, m.snapshot_id
    FROM organization o
    JOIN snapshot_organization m ON m.organization_id = o.id
    JOIN campaign k ON k.snapshot_id = m.snapshot_id
   WHERE k.id = $1 AND o.merged_into IS NOT NULL
), held AS (
  SELECT g.merged_into AS organization_id
    FROM merged g
    LEFT JOIN snapshot_organization s ON s.snapshot_id = g.snapshot_id AND s.organization_id = g.merged_into
   WHERE g.hold_out OR s.hold_out
), frozen AS (
  SELECT k.id AS campaign_id, p.contact_id, coalesce(g.merged_into, p.organization_id) AS organization_id, p.role,
         p.ordinal, p.hold_out OR coalesce(g.merged_into, p.organization_id) IN (SELECT organization_id FROM held)
           AS hold_out
    FROM campaign k
    JOIN snapshot_contact p ON p.snapshot_id = k.snapshot_id
    LEFT JOIN merged g ON g.organization_id = p.organization_id
   WHERE k.id = $1
     AND p.ordinal BETWEEN $2 AND $3
     AND p.excluded IS NULL
), person AS (
  SELECT p.campaign_id, coalesce(c.merged_into, c.id) AS contact_id, p.organization_id, p.role, p.hold_out,
         w.ordinal AS wave, w.state = 'released' AS released
    FROM frozen p
    JOIN contact c ON c.id = p.contact_id
    JOIN wave w ON w.campaign_id = p.campaign_id
     AND CASE WHEN p.hold_out THEN w.hold_out
              ELSE NOT w.hold_out AND p.ordinal BETWEEN w.from_ordinal AND w.to_ordinal END
), made AS (
  INSERT INTO enrolment (
    campaign_id, contact_id, organization_id, role, wave, hold_out, shard, next_action_at, deferred)
  SELECT campaign_id, contact_id, organization_id, role, wave, hold_out, ${SHARD_OF},
         CASE WHEN released THEN app_now() END,
         CASE WHEN released THEN NULL WHEN hold_out THEN 'hold_out' ELSE 'wave' END
    FROM person
      ON CONFLICT (campaign_id, contact_id) WHERE merged_from IS NULL DO NOTHING
  RETURNING id
)
SELECT count(*)::int AS n FROM made`;

/** $1 campaign, $2 from, $3 how many enrolled */
export const RANGE_DONE = `
UPDATE launch_range
   SET done_at = app_now(), enrolled = $3
 WHERE campaign_id = $1 AND from_ordinal = $2`;

/** Once no range is left. $1 campaign */
export const ALL_ENROLLED = `
UPDATE campaign
   SET enrolled_at = app_now()
 WHERE id = $1
   AND enrolled_at IS NULL
   AND NOT EXISTS (SELECT FROM launch_range WHERE campaign_id = $1 AND done_at IS NULL)`;

/** $1 campaign, $2 from, $3 to */
export const PEOPLE_OF_RANGE = `
SELECT p.contact_id
  FROM campaign k
  JOIN snapshot_contact p ON p.snapshot_id = k.snapshot_id
 WHERE k.id = $1
   AND p.ordinal BETWEEN $2 AND $3
   AND p.excluded IS NULL`;

/** $1 snapshot */
export const PEOPLE_OF_SNAPSHOT = `SELECT contact_id FROM snapshot_contact WHERE snapshot_id = $1 AND excluded IS NULL`;

/**
 * Organizations in which required roles have no contact: a visible gap with a task, one an organization.
 * $1 campaign, $2 how many
 */
export const GAPS = `
SELECT o.id AS organization_id, o.name AS organization_name, o.employees,
       array_agg(DISTINCT r.role ORDER BY r.role) AS missing
  FROM campaign k
  JOIN cohort_snapshot s ON s.id = k.snapshot_id
  JOIN snapshot_organization m ON m.snapshot_id = s.id
   AND (m.excluded IS NULL OR m.excluded = 'no_decision_maker')
   AND NOT m.hold_out
  JOIN organization g ON g.id = m.organization_id
  JOIN organization o ON o.id = coalesce(g.merged_into, g.id)
 CROSS JOIN unnest(s.required_roles) r(role)
 WHERE k.id = $1
   AND NOT EXISTS (SELECT FROM buying_role b WHERE b.organization_id = o.id AND b.role = r.role)
   AND NOT EXISTS (
     SELECT
       FROM task t
      WHERE t.campaign_id = k.id AND t.organization_id = o.id AND t.kind = 'find_contact')
 GROUP BY 1, 2, 3
 ORDER BY 1
 LIMIT $2`;

export const UNFINISHED = `
SELECT id
  FROM campaign
 WHERE launched_at IS NOT NULL
   AND enrolled_at IS NULL
   AND state NOT IN ('aborted', 'completed')`;
