import { numberOfSql } from '../normalize/phones.js';

/** Locked, so that two workers do not look at the same contacts. */
export const LOCK_SCAN = `SELECT FROM duplicate_scan FOR UPDATE SKIP LOCKED`;

/** The next that changed, and settled since. $1 how many, $2 seconds */
export const NEXT_CHANGED = `
SELECT c.id, c.updated_at::text AS as_of
  FROM duplicate_scan s
 CROSS JOIN LATERAL (
   SELECT id, updated_at
     FROM contact
    WHERE (updated_at, id) > (s.as_of, s.last_id) AND updated_at <= app_now() - $2 * interval '1 second'
    ORDER BY updated_at, id
    LIMIT $1) c`;

/** $1 as of, $2 id */
export const KEEP_SCAN = 'UPDATE duplicate_scan SET as_of = $1, last_id = $2';

/** A number or an organization that more have says nothing of two of them. */
const MOST_OF_A_NUMBER = 10;
const MOST_OF_AN_ORGANIZATION = 500;

/**
 * Pairs within blocks, never all with all: who has the same address or the same number, and colleagues who have a word
 * of their names in common. Names are judged afterwards. $1 contacts that changed
 */
export const CANDIDATES = `
WITH changed AS (
  SELECT c.id, c.name, c.name_key, c.email_key, c.phone
    FROM contact c
   WHERE c.id = ANY($1::uuid[]) AND c.erased_at IS NULL AND c.merged_into IS NULL
), pair AS (
  SELECT c.id AS one, o.id AS other, 'same_address' AS why, c.name AS name, o.name AS other_name
    FROM changed c
   CROSS JOIN LATERAL (
     SELECT id, name
       FROM contact
      WHERE email_key = c.email_key AND id <> c.id AND erased_at IS NULL AND merged_into IS NULL
      LIMIT 50) o
  UNION ALL
  SELECT c.id, o.id, 'same_phone', c.name, o.name
    FROM changed c
   CROSS JOIN LATERAL (
     SELECT id, name, count(*) OVER () AS n
       FROM (
         SELECT id, name
           FROM contact
          WHERE ${numberOfSql('phone')} = ${numberOfSql('c.phone')} AND phone IS NOT NULL AND phone = c.phone
            AND id <> c.id AND erased_at IS NULL AND merged_into IS NULL
          LIMIT ${MOST_OF_A_NUMBER + 1}) p) o
   WHERE o.n <= ${MOST_OF_A_NUMBER}
  UNION ALL
  SELECT c.id, o.id, 'like_name', c.name, o.name
    FROM changed c
    JOIN employment e ON e.contact_id = c.id AND e.until IS NULL
   CROSS JOIN LATERAL (
     SELECT k.id, k.name
       FROM (
         SELECT contact_id
           FROM employment
          WHERE organization_id = e.organization_id AND until IS NULL
          LIMIT ${MOST_OF_AN_ORGANIZATION}) j
       JOIN contact k ON k.id = j.contact_id
      WHERE k.id <> c.id
        AND k.erased_at IS NULL
        AND k.merged_into IS NULL
        AND string_to_array(k.name_key, ' ') && string_to_array(c.name_key, ' ')) o
)
SELECT least(one, other) AS contact_id, greatest(one, other) AS other_id, why, name, other_name FROM pair`;

/** The strongest reason counts; what a person said stays. $1 [{contactId, otherId, why, score}] */
export const KEEP_DUPLICATES = `
INSERT INTO contact_duplicate (contact_id, other_id, why, score)
SELECT DISTINCT ON (d."contactId", d."otherId") d."contactId", d."otherId", d.why, d.score
  FROM jsonb_to_recordset($1::jsonb) AS d("contactId" uuid, "otherId" uuid, why text, score smallint)
 ORDER BY d."contactId", d."otherId", d.score DESC
    ON CONFLICT (contact_id, other_id) DO UPDATE
   SET why = excluded.why, score = excluded.score
 WHERE (contact_duplicate.why, contact_duplicate.score) IS DISTINCT FROM (excluded.why, excluded.score)`;

/** Which of them are no longer so: an address was corrected, a name changed. $1 contacts */
export const FORGET_OPEN = `
DELETE FROM contact_duplicate
 WHERE (contact_id = ANY($1::uuid[]) OR other_id = ANY($1::uuid[])) AND dismissed_at IS NULL`;

/** $1 how many, $2 score or null, $3 contact, $4 other: behind these */
export const OPEN_DUPLICATES = `
SELECT d.contact_id, d.other_id, d.why, d.score, d.found_at,
       c.name, c.email, c.phone, o.name AS other_name, o.email AS other_email, o.phone AS other_phone
  FROM contact_duplicate d
  JOIN contact c ON c.id = d.contact_id AND c.merged_into IS NULL AND c.erased_at IS NULL
  JOIN contact o ON o.id = d.other_id AND o.merged_into IS NULL AND o.erased_at IS NULL
 WHERE d.dismissed_at IS NULL
   AND ($2::smallint IS NULL OR (-d.score, d.contact_id, d.other_id) > (-$2::smallint, $3::uuid, $4::uuid))
 ORDER BY d.score DESC, d.contact_id, d.other_id
 LIMIT $1`;

/** $1, $2 the pair, $3 who */
export const DISMISS = `
UPDATE contact_duplicate
   SET dismissed_at = coalesce(dismissed_at, app_now()), dismissed_by = coalesce(dismissed_by, $3)
 WHERE contact_id = least($1::uuid, $2::uuid) AND other_id = greatest($1::uuid, $2::uuid)`;
