/** How many of these enrolments `e` were contacted, spoke with us and have ended. */
const REACHED = `
       count(e.id)::int AS enrolled,
       count(e.id) FILTER (WHERE e.touches > 0)::int AS contacted,
       count(e.id) FILTER (WHERE e.conversed)::int AS conversed,
       count(e.id) FILTER (WHERE e.ended_at IS NOT NULL)::int AS terminal`;

/** The progress of all decision makers, in one row. $1 campaign */
export const COVERAGE = `
SELECT ${REACHED},
       count(e.id) FILTER (WHERE e.late)::int AS late,
       count(e.id) FILTER (WHERE e.hold_out)::int AS held_out,
       count(e.id) FILTER (WHERE e.late)::int
         + (SELECT decision_makers FROM cohort_snapshot WHERE id = k.snapshot_id) AS decision_makers
  FROM campaign k
  LEFT JOIN enrolment e ON e.campaign_id = k.id
 WHERE k.id = $1
 GROUP BY k.id`;

/** Contacts of the snapshot that were not enrolled, by their reason. $1 campaign */
export const NOT_ENROLLED = `
SELECT p.excluded AS reason, count(*)::int AS n
  FROM campaign k
  JOIN snapshot_contact p ON p.snapshot_id = k.snapshot_id
 WHERE k.id = $1 AND p.excluded IS NOT NULL
 GROUP BY 1
 ORDER BY 2 DESC`;

/** In the snapshot, not excluded, and yet not enrolled: must be none once the launch is done. $1 campaign */
export const SKIPPED = `
SELECT count(*)::int AS n
  FROM campaign k
  JOIN snapshot_contact p ON p.snapshot_id = k.snapshot_id
 WHERE k.id = $1
   AND p.excluded IS NULL
   AND NOT EXISTS (SELECT FROM enrolment e WHERE e.campaign_id = k.id AND e.contact_id = p.contact_id)`;

/** $1 campaign */
export const ENDINGS = `
SELECT state, coalesce(reason, '') AS reason, count(*)::int AS n
  FROM enrolment
 WHERE campaign_id = $1
 GROUP BY 1, 2
 ORDER BY 3 DESC`;

/** $1 campaign */
export const DISPATCHES = `SELECT state, count(*)::int AS n FROM dispatch WHERE campaign_id = $1 GROUP BY 1`;

/** $1 campaign */
export const TASKS = `SELECT state, count(*)::int AS n FROM task WHERE campaign_id = $1 GROUP BY 1`;

/** Required roles that no contact of the organization has. */
const MISSING_ROLES = `
  SELECT r
    FROM unnest(s.required_roles) r
   WHERE NOT EXISTS (SELECT FROM buying_role b WHERE b.organization_id = m.organization_id AND b.role = r)
   ORDER BY r`;

/**
 * A page of organizations with their coverage and gaps. $1 campaign, $2 after this organization, $3 how many,
 * $4 only those with gaps, $5 a pattern of the name
 */
export const BY_ORGANIZATION = `
SELECT m.organization_id, o.name, m.excluded, m.hold_out AS held_out,
       ${REACHED},
       ARRAY(${MISSING_ROLES}) AS missing_roles
  FROM campaign k
  JOIN cohort_snapshot s ON s.id = k.snapshot_id
  JOIN snapshot_organization m ON m.snapshot_id = s.id
  JOIN organization o ON o.id = m.organization_id
  LEFT JOIN enrolment e ON e.campaign_id = k.id AND e.organization_id = m.organization_id
 WHERE k.id = $1
   AND ($2::uuid IS NULL OR m.organization_id > $2)
   AND o.name ILIKE $5
   AND (NOT $4 OR EXISTS (${MISSING_ROLES}))
 GROUP BY m.organization_id, o.name, m.excluded, m.hold_out, s.required_roles
 ORDER BY m.organization_id
 LIMIT $3`;

/** $1 campaign */
export const BY_WAVE = `
SELECT w.ordinal, w.size, w.hold_out, w.gated, w.state, w.released_at, w.note,
       coalesce(e.enrolled, 0) AS enrolled, coalesce(e.contacted, 0) AS contacted, coalesce(e.ended, 0) AS ended
  FROM wave w
  LEFT JOIN (
    SELECT wave, count(*)::int AS enrolled, count(first_touch_at)::int AS contacted, count(ended_at)::int AS ended
      FROM enrolment
     WHERE campaign_id = $1
     GROUP BY 1) e ON e.wave = w.ordinal
 WHERE w.campaign_id = $1
 ORDER BY w.ordinal`;
