import { numberOfSql } from '../normalize/phones.js';

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
SELECT least(one, other) AS one, greatest(one, other) AS other, why, name, other_name FROM pair`;

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
