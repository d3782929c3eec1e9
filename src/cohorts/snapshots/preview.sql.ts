/** All of these read the tables of the layout. */

/** A preview that takes longer is of no use to anybody. */
export const SOON = `SELECT set_config('statement_timeout', '20s', true)`;

/** How many values of each breakdown are shown; the rest is one number. */
export const SHOWN = 12;

/** The largest values of each, $1 of each. */
export const BREAKDOWN = `
SELECT what, value, organizations, included
  FROM (SELECT *, row_number() OVER (PARTITION BY what ORDER BY organizations DESC, value) AS nth
          FROM (SELECT CASE grouping(sector, industry, country, size) WHEN 7 THEN 'sector' WHEN 11 THEN 'industry'
            WHEN 13 THEN 'country' ELSE 'size' END AS what,
                       coalesce(sector, industry, country, size) AS value, count(*)::int AS organizations, count(*)
                         FILTER (WHERE excluded IS NULL)::int AS included
                  FROM cohort_organization GROUP BY GROUPING SETS ((sector), (industry), (country), (size))) d) r
 WHERE nth <= $1
 ORDER BY what, nth`;

/**
 * How many organizations have which of the required roles filled, and which by a contact who can be reached; roles are
 * bits.
 */
export const FILLED = `
SELECT filled, reachable, count(*)::int AS organizations
  FROM (SELECT coalesce(bit_or(roles) FILTER (WHERE excluded IS DISTINCT FROM 'erased'), 0) AS filled,
      coalesce(bit_or(roles) FILTER (WHERE excluded IS NULL), 0) AS reachable
          FROM cohort_candidate GROUP BY organization_id) h
 GROUP BY 1, 2`;

export const PEOPLE_BY_ROLE = `
SELECT rank, count(*)::int AS decision_makers, count(*) FILTER (WHERE excluded IS NULL)::int AS included
  FROM cohort_candidate WHERE stands GROUP BY 1`;

export const EXCLUSIONS = `
SELECT 'organizations' AS of, excluded AS reason, count(*)::int AS count FROM cohort_organization
  WHERE excluded IS NOT NULL GROUP BY 2
UNION ALL
SELECT 'decision_makers', excluded, count(*)::int FROM cohort_candidate WHERE stands AND excluded IS NOT NULL GROUP BY 2
 ORDER BY 1, 3 DESC, 2`;

export const overlapping = (overlaps: string): string => `
SELECT u.campaign_id, min(u.campaign) AS campaign,
    count(DISTINCT c.organization_id)::int AS organizations, count(DISTINCT c.contact_id)::int AS decision_makers
  FROM (${overlaps}) u JOIN cohort_candidate c ON c.contact_id = u.contact_id
 GROUP BY 1 ORDER BY 4 DESC, 2 LIMIT 50`;

/** A fair sample, because places are drawn by lot. $1 how many organizations, $2 roles by rank */
export const SAMPLE = `
WITH drawn AS MATERIALIZED (SELECT id, place, excluded FROM cohort_organization ORDER BY place, id LIMIT $1),
person AS (
  SELECT c.organization_id,
      jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'title', e.title, 'role', ($2::text[])[c.rank],
      'emailState', p.email_state,
                                                         'excluded', c.excluded) ORDER BY c.rank, p.name) AS people
    FROM cohort_candidate c
    JOIN drawn d ON d.id = c.organization_id
    JOIN contact p ON p.id = c.contact_id
    JOIN employment e ON e.contact_id = c.contact_id AND e.organization_id = c.organization_id AND e.until IS NULL
   WHERE c.stands
   GROUP BY 1
)
SELECT o.id, o.name, o.sector, o.industry, o.country, o.employees, d.excluded,
    coalesce(p.people, '[]') AS decision_makers
  FROM drawn d JOIN organization o ON o.id = d.id LEFT JOIN person p ON p.organization_id = d.id
 ORDER BY d.place, d.id`;

/** $1 reasons or null, $2 after this id or null, $3 how many */
export const EXCLUDED_ORGANIZATIONS = `
SELECT m.id, o.name, m.excluded AS reason
  FROM cohort_organization m JOIN organization o ON o.id = m.id
 WHERE m.excluded IS NOT NULL AND ($1::text[] IS NULL OR m.excluded = ANY($1)) AND ($2::uuid IS NULL OR m.id > $2)
 ORDER BY m.id LIMIT $3`;

/** The same, and $4 roles by rank */
export const EXCLUDED_PEOPLE = `
SELECT c.contact_id AS id, p.name, o.id AS organization_id, o.name AS organization, ($4::text[])[c.rank] AS role,
    c.excluded AS reason
  FROM cohort_candidate c JOIN contact p ON p.id = c.contact_id JOIN organization o ON o.id = c.organization_id
 WHERE c.stands AND c.excluded IS NOT NULL AND ($1::text[] IS NULL OR c.excluded = ANY($1))
   AND ($2::uuid IS NULL OR c.contact_id > $2)
 ORDER BY c.contact_id LIMIT $3`;
