/**
 * Who may decide for a.department on a.version_id, as (user_id, on_behalf_of): executives of that department who did
 * not write the version; executives of general management where the department has no such person; and to whom one of
 * them has delegated. No one decides on what they wrote, in any capacity. Used inside a query that has `a`.
 */
export const DECIDERS = `
  WITH independent AS (
    SELECT u.id, u.department, u.roles FROM app_user u
     WHERE u.state = 'active'
       AND NOT EXISTS (SELECT FROM version_author w WHERE w.version_id = a.version_id AND w.user_id = u.id)
  ), chief AS (
    SELECT i.id, i.department FROM independent i
     WHERE 'executive' = ANY(i.roles) AND i.department IN (a.department, 'management')
  ), entitled AS (
    SELECT c.id FROM chief c
     WHERE c.department = a.department OR NOT EXISTS (SELECT FROM chief own WHERE own.department = a.department)
  )
  SELECT e.id AS user_id, NULL::uuid AS on_behalf_of FROM entitled e
  UNION ALL
  SELECT i.id, d.from_user FROM delegation d
    JOIN entitled e ON e.id = d.from_user
    JOIN independent i ON i.id = d.to_user AND NOT i.roles <@ ARRAY['rep']
   WHERE d.starts_at <= app_now() AND d.ends_at > app_now()`;

/** $1 approval, $2 user: the capacity in which they may decide, their own first. No row: they may not. */
export const SEAT = `
SELECT seat.on_behalf_of FROM approval a CROSS JOIN LATERAL (${DECIDERS}) seat
 WHERE a.id = $1 AND seat.user_id = $2
 ORDER BY seat.on_behalf_of IS NOT NULL LIMIT 1`;

/** $1 version, $2 departments: those without anyone who may decide. */
export const UNDECIDABLE = `
SELECT a.department FROM (SELECT $1::uuid AS version_id, unnest($2::text[]) AS department) a
 WHERE NOT EXISTS (${DECIDERS})
 ORDER BY a.department`;
