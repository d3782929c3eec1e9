/**
 * $1 themes, $2 connected dispositions. What each rests on: conversations in it, their organizations, and of how many
 * of its version's conversations they are a share.
 */
export const WEIGHTS = `
SELECT t.id, i.n, i.accounts, i.simulated, i.n + (
         SELECT count(*)::int FROM conversation c WHERE c.version_id = t.version_id AND c.disposition = ANY($2)
            AND NOT EXISTS (SELECT FROM theme_item x WHERE x.theme_id = t.id AND x.conversation_id = c.id)) AS of
  FROM theme t CROSS JOIN LATERAL (
    SELECT count(*)::int AS n, count(DISTINCT c.organization_id)::int AS accounts, count(*)
      FILTER (WHERE c.simulated)::int AS simulated
      FROM theme_item x JOIN conversation c ON c.id = x.conversation_id WHERE x.theme_id = t.id) i
 WHERE t.id = ANY($1::uuid[])`;

/**
 * $1 theme, $2 its objection or null: accounts, roles and verbatims; of a personal risk neither accounts nor verbatims.
 */
export const EVIDENCE = `
WITH item AS (
  SELECT c.*, o.name AS organization, o.industry FROM theme_item x JOIN conversation c ON c.id = x.conversation_id
    JOIN organization o ON o.id = c.organization_id
   WHERE x.theme_id = $1
)
SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('id', organization_id, 'name', organization, 'n', n)
  ORDER BY n DESC, organization), '[]')
          FROM (SELECT organization_id, organization, count(*)::int AS n FROM item
            WHERE $2 IS DISTINCT FROM 'risk_personal' GROUP BY 1, 2 ORDER BY 3 DESC, 2 LIMIT 100) a) AS accounts,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('role', role, 'n', n) ORDER BY n DESC, role), '[]')
          FROM (SELECT coalesce(role, 'unknown') AS role, count(*)::int AS n FROM item GROUP BY 1) r) AS roles,
       (SELECT coalesce(jsonb_agg(v.item), '[]') FROM (
          SELECT jsonb_build_object('conversationId', i.id, 'text', words.text, 'role', coalesce(i.role, 'unknown'),
              'organization', i.organization, 'occurredAt', i.occurred_at, 'simulated', i.simulated) AS item
            FROM item i CROSS JOIN LATERAL (
              SELECT coalesce((SELECT b.verbatim FROM objection b WHERE b.conversation_id = i.id AND b.code = $2),
                  i.verbatim,
                              (SELECT b.verbatim FROM objection b
                                WHERE b.conversation_id = i.id AND b.verbatim IS NOT NULL
                                AND b.code <> 'risk_personal' ORDER BY b.position LIMIT 1)) AS text) words
           WHERE words.text IS NOT NULL AND $2 IS DISTINCT FROM 'risk_personal' ORDER BY i.occurred_at DESC, i.id
             LIMIT 50) v) AS verbatims`;

/**
 * $1 theme, $2 version, $3 conversations or null, $4 objection, $5 role, $6 industry, $7 campaign: each narrows where
 * it is not null.
 */
export const COLLECT = `
INSERT INTO theme_item (theme_id, conversation_id)
SELECT $1, c.id FROM conversation c JOIN organization o ON o.id = c.organization_id
 WHERE c.version_id = $2
   AND ($3::uuid[] IS NULL OR c.id = ANY($3))
   AND ($4::text IS NULL OR EXISTS (SELECT FROM objection b WHERE b.conversation_id = c.id AND b.code = $4))
   AND ($5::text IS NULL OR c.role = $5)
   AND ($6::text IS NULL OR lower(o.industry) = lower($6))
   AND ($7::uuid IS NULL OR c.campaign_id = $7)
ON CONFLICT DO NOTHING
RETURNING conversation_id`;

/** $1 proposition, $2 connected dispositions: objections by code and version, and how many are in themes already. */
export const SUGGESTIONS = `
WITH talk AS (
  SELECT c.*, v.number FROM conversation c JOIN proposition_version v ON v.id = c.version_id
   WHERE v.proposition_id = $1 AND c.disposition = ANY($2)
)
SELECT t.version_id, t.number AS version, b.code AS objection, count(*)::int AS n,
    count(DISTINCT t.organization_id)::int AS accounts,
       count(*) FILTER (WHERE t.simulated)::int AS simulated,
       (SELECT count(*)::int FROM talk a WHERE a.version_id = t.version_id) AS of,
       count(*) FILTER (WHERE EXISTS (SELECT FROM theme_item x JOIN theme h ON h.id = x.theme_id
                                       WHERE x.conversation_id = t.id AND h.objection = b.code))::int AS themed,
       coalesce((array_agg(coalesce(b.verbatim, t.verbatim) ORDER BY t.occurred_at DESC)
         FILTER (WHERE coalesce(b.verbatim, t.verbatim) IS NOT NULL AND b.code <> 'risk_personal'))[1:3],
           '{}') AS verbatims
  FROM talk t JOIN objection b ON b.conversation_id = t.id
 GROUP BY t.version_id, t.number, b.code
 ORDER BY t.number DESC, n DESC, b.code`;
