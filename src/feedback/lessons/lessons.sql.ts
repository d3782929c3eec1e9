/** $1 lessons. */
export const NAMES = `
SELECT l.id, u.name AS author, p.title AS proposition, c.id AS conversation_id
  FROM lesson l JOIN app_user u ON u.id = l.author_id
  LEFT JOIN proposition_version v ON v.id = l.version_id LEFT JOIN proposition p ON p.id = v.proposition_id
  LEFT JOIN conversation c ON c.task_id = l.task_id
 WHERE l.id = ANY($1::uuid[])`;

/** $1 task: its contact, and its proposition. */
export const SUBJECT = `
SELECT coalesce(e.role, (SELECT b.role FROM buying_role b
  WHERE b.contact_id = t.contact_id AND b.organization_id = t.organization_id ORDER BY b.created_at LIMIT 1)) AS role,
       o.industry, k.id AS campaign_id, k.version_id
  FROM task t JOIN organization o ON o.id = t.organization_id
  LEFT JOIN enrolment e ON e.id = t.enrolment_id LEFT JOIN campaign k ON k.id = t.campaign_id
 WHERE t.id = $1`;

/**
 * $1 version, $2 role, $3 industry, $4 task. What another role taught misleads, so it is left out; an industry or an
 * objection that differs only ranks lower, because the objection may still come.
 */
export const FITTING = `
WITH heard AS (
  SELECT DISTINCT b.code FROM objection b JOIN conversation c ON c.id = b.conversation_id AND b.code <> 'risk_personal'
   WHERE c.organization_id = (SELECT organization_id FROM task WHERE id = $4)
), fit AS (
  SELECT l.*,
      coalesce(own.proposition_id = (SELECT proposition_id FROM proposition_version WHERE id = $1),
      false) AS same_proposition,
         coalesce(l.role = $2, false) AS same_role, coalesce(lower(l.industry) = lower($3), false) AS same_industry,
         coalesce(l.objection IN (SELECT code FROM heard), false) AS same_objection
    FROM lesson l LEFT JOIN proposition_version own ON own.id = l.version_id
   WHERE (l.role IS NULL OR l.role = $2) AND l.task_id IS DISTINCT FROM $4
)
SELECT id, array_remove(ARRAY[CASE WHEN same_proposition THEN 'proposition' END, CASE WHEN same_role THEN 'role' END,
         CASE WHEN same_industry THEN 'industry' END, CASE WHEN same_objection THEN 'objection' END], NULL) AS matches
  FROM fit WHERE same_proposition OR version_id IS NULL OR same_objection
 ORDER BY 4 * same_objection::int + 4 * same_role::int + 2 * same_industry::int + 3 * same_proposition::int DESC,
     helped DESC, created_at DESC, id
 LIMIT 5`;

/** $1 lesson, $2 task, $3 user: counts once a task. */
export const MARK = `
WITH marked AS (INSERT INTO lesson_mark (lesson_id, task_id, user_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
  RETURNING lesson_id)
UPDATE lesson SET helped = helped + 1 WHERE id IN (SELECT lesson_id FROM marked)`;
