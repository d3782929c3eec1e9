import { suppressedSql } from '../../accounts/index.js';

/**
 * Sorts and hash tables of 200,000 organizations stay in memory; compiling to machine code costs more here than it
 * saves.
 */
export const ROOM_TO_WORK = `SELECT set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`;

const SIZE = `
CASE WHEN o.employees IS NULL THEN 'size unknown'
     WHEN o.employees < 10 THEN '1–9'
     WHEN o.employees < 50 THEN '10–49'
     WHEN o.employees < 250 THEN '50–249'
     WHEN o.employees < 1000 THEN '250–999'
     WHEN o.employees < 5000 THEN '1,000–4,999'
     ELSE '5,000 and more' END`;

/**
 * The organizations that match or were added. $1 seed, the rule's parameters, $`last` cohort or null; `rule` comes from
 * the compiler.
 */
export const layMatches = (rule: string, last: number): string => `
CREATE TEMP TABLE cohort_match ON COMMIT DROP AS
SELECT m.*, left(lower(coalesce(sector, industry, 'sector unknown')), 100) || ', ' || size AS stratum
  FROM (SELECT o.id, md5($1::text || o.id::text)::uuid AS place, nullif(btrim(o.sector), '') AS sector,
      nullif(btrim(o.industry), '') AS industry, o.country, ${SIZE} AS size,
               EXISTS (SELECT FROM suppression s
                 WHERE s.lifted_at IS NULL AND s.kind = 'organization' AND s.value = o.id::text) AS suppressed
          FROM organization o
         WHERE o.merged_into IS NULL
           AND ((${rule})
            OR o.id IN (SELECT organization_id FROM cohort_addition WHERE cohort_id = $${last}::uuid))) m`;

/**
 * Who has one of the wanted roles where: one row a person and organization, with the rank of the strongest role and all
 * of them as bits. $1 the wanted roles, strongest first. That a role and a job are of one person at one organization
 * the planner takes for a rare chance: left to itself it expected one row, and compared every job with every match
 */
export const LAY_HOLDERS = `
CREATE TEMP TABLE cohort_holder ON COMMIT DROP AS
WITH held AS MATERIALIZED (
  SELECT m.id AS organization_id, m.place, m.suppressed, r.contact_id, array_position($1::text[], r.role) AS rank
    FROM cohort_match m JOIN buying_role r ON r.organization_id = m.id AND r.role = ANY($1::text[])
)
SELECT h.organization_id, h.place, h.suppressed, h.contact_id, min(h.rank) AS rank, bit_or(1 << h.rank - 1) AS roles
  FROM held h JOIN employment e ON e.organization_id = h.organization_id AND e.contact_id = h.contact_id
    AND e.until IS NULL
 GROUP BY 1, 2, 3, 4`;

// the planner knows nothing of a new table: where it guessed a few rows, it read 60,000 one by one and took minutes
export const LOOK_AT_MATCHES = 'ANALYZE cohort_match';
export const LOOK_AT_HOLDERS = 'ANALYZE cohort_holder';

/**
 * Which contacts take part. A contact who works at two cohort organizations is counted at one: not where the
 * organization is suppressed, then where the role is stronger. `overlaps` comes from the rooms above
 */
export const layCandidates = (overlaps: string): string => `
CREATE TEMP TABLE cohort_candidate ON COMMIT DROP AS
SELECT h.organization_id, h.contact_id, h.rank, h.roles,
       row_number() OVER (PARTITION BY h.contact_id ORDER BY h.suppressed, h.rank, h.place,
           h.organization_id) = 1 AS stands,
       c.email IS NOT NULL AND c.email_state IN ('valid', 'corrected') OR c.phone IS NOT NULL
         AND c.phone_state IN ('valid', 'corrected') AS verified,
       CASE WHEN c.erased_at IS NOT NULL THEN 'erased'
            WHEN ${suppressedSql('h.organization_id')} THEN 'suppressed'
            WHEN busy.contact_id IS NOT NULL THEN 'in_another_campaign'
            WHEN (c.email IS NULL OR c.email_state IN ('invalid', 'bounced') OR c.preference = 'no_email')
             AND (c.phone IS NULL OR c.phone_state = 'invalid' OR c.preference = 'no_calls') THEN 'no_verified_address'
       END AS excluded
  FROM cohort_holder h
  JOIN contact c ON c.id = h.contact_id
  LEFT JOIN (SELECT DISTINCT contact_id FROM (${overlaps}) o) busy ON busy.contact_id = c.id`;

/**
 * Each match with why it is excluded, if so; strata that are too small are pooled. $1 the smallest stratum that is not
 * pooled
 */
export const LAY_ORGANIZATIONS = `
CREATE TEMP TABLE cohort_organization ON COMMIT DROP AS
SELECT id, place, sector, industry, country, size, excluded,
       CASE WHEN excluded IS NOT NULL OR count(*)
         FILTER (WHERE excluded IS NULL) OVER (PARTITION BY stratum COLLATE "C") >= $1 THEN stratum
         ELSE 'small strata' END AS stratum
  FROM (SELECT m.*, CASE WHEN m.suppressed THEN 'suppressed'
                         WHEN known IS NOT TRUE THEN 'no_decision_maker'
                         WHEN reachable THEN NULL
                         WHEN NOT anybody THEN 'reached_elsewhere'
                         WHEN busy THEN 'in_another_campaign'
                         WHEN all_suppressed THEN 'suppressed'
                         ELSE 'nobody_reachable' END AS excluded
          FROM cohort_match m
          LEFT JOIN (SELECT organization_id, bool_or(excluded IS DISTINCT FROM 'erased') AS known,
              bool_or(stands) AS anybody, bool_or(stands AND excluded IS NULL) AS reachable,
                            coalesce(bool_or(stands AND excluded = 'in_another_campaign'), false) AS busy,
                            bool_and(excluded = 'suppressed') FILTER (WHERE stands) AS all_suppressed
                       FROM cohort_candidate GROUP BY 1) p ON p.organization_id = m.id) m`;

export const STRATA = `
SELECT stratum, count(*)::int AS size FROM cohort_organization WHERE excluded IS NULL GROUP BY 1`;

/** The first of each stratum, in the seed's order. $1 strata, $2 their quotas */
export const LAY_HELD_OUT = `
CREATE TEMP TABLE cohort_held_out ON COMMIT DROP AS
SELECT m.id
  FROM (SELECT id, stratum, row_number() OVER (PARTITION BY stratum COLLATE "C" ORDER BY place, id) AS nth
    FROM cohort_organization WHERE excluded IS NULL) m
  JOIN unnest($1::text[], $2::int[]) q(stratum, quota) ON q.stratum = m.stratum AND m.nth <= q.quota`;

export const COUNTS = `
SELECT (SELECT count(*)::int FROM cohort_organization) AS organizations,
       (SELECT count(*)::int FROM cohort_organization WHERE excluded IS NOT NULL) AS organizations_excluded,
       (SELECT count(*)::int FROM cohort_held_out) AS held_out,
       count(*)::int AS decision_makers,
       count(c.excluded)::int AS decision_makers_excluded,
       count(*) FILTER (WHERE c.excluded IS NULL AND h.id IS NOT NULL)::int AS decision_makers_held_out,
       count(*) FILTER (WHERE c.excluded IS NULL AND c.verified)::int AS decision_makers_verified
  FROM cohort_candidate c LEFT JOIN cohort_held_out h ON h.id = c.organization_id
 WHERE c.stands`;
