import { numberOfSql } from '../normalize/phones.js';

/** A domain or a number that more have says nothing of two of them. */
const MOST_OF_ONE = 10;
/** Records with a like name that are looked at for each that changed. */
const MOST_OF_A_NAME = 300;

const OTHERS = 'o.id <> c.id AND o.merged_into IS NULL';
/** Another city or country is another organization; one that says no place may be any. */
const NEAR = `(o.city IS NULL OR c.city IS NULL OR lower(o.city) = lower(c.city))
          AND (o.country IS NULL OR c.country IS NULL OR o.country = c.country)`;

const likeNames = (block: string): string => `
  SELECT c.id, o.id, 'like_name'
    FROM changed c
   CROSS JOIN LATERAL (
     SELECT o.id
       FROM organization o
      WHERE ${block}
        AND ${OTHERS}
        AND ${NEAR}
      LIMIT ${MOST_OF_A_NAME}) o`;

const sameValue = (why: string, block: string): string => `
  SELECT c.id, o.id, '${why}'
    FROM changed c
   CROSS JOIN LATERAL (
     SELECT id, count(*) OVER () AS n
       FROM (
         SELECT o.id
           FROM organization o
          WHERE ${block} AND ${OTHERS}
          LIMIT ${MOST_OF_ONE + 1}) p) o
   WHERE o.n <= ${MOST_OF_ONE}`;

/**
 * Pairs within blocks, never all with all: who has the same domain or the same number, and who has a word of the name,
 * or how it starts, in common at a place that may be the same. Names are judged afterwards. $1 organizations that changed
 */
export const CANDIDATE_ORGANIZATIONS = `
WITH changed AS (
  SELECT c.id, c.name_key, c.domain, c.phone, c.city, c.country
    FROM organization c
   WHERE c.id = ANY($1::uuid[]) AND c.merged_into IS NULL
), pair (one, other, why) AS (${sameValue('same_domain', 'o.domain = c.domain')}
  UNION ALL${sameValue('same_phone', `${numberOfSql('o.phone')} = ${numberOfSql('c.phone')} AND o.phone IS NOT NULL`)}
  UNION ALL${likeNames("string_to_array(o.name_key, ' ') && string_to_array(c.name_key, ' ')")}
  UNION ALL${likeNames('left(o.name_key, 4) = left(c.name_key, 4)')}
), distinct_pair AS (
  SELECT DISTINCT least(one, other) AS one, greatest(one, other) AS other, why FROM pair
)
SELECT b.one, b.other, b.why, a.name_key AS name, o.name_key AS other_name, a.domain
  FROM distinct_pair b
  JOIN organization a ON a.id = b.one
  JOIN organization o ON o.id = b.other`;

const placeOf = (alias: string): string => `nullif(concat_ws(', ', ${alias}.city, ${alias}.country), '')`;

/** $1 how many, $2 score or null, $3 organization, $4 other: behind these */
export const OPEN_ORGANIZATION_DUPLICATES = `
SELECT d.organization_id, d.other_id, d.why, d.score, d.found_at,
       c.name, ${placeOf('c')} AS place, c.domain, c.phone,
       o.name AS other_name, ${placeOf('o')} AS other_place, o.domain AS other_domain, o.phone AS other_phone
  FROM organization_duplicate d
  JOIN organization c ON c.id = d.organization_id AND c.merged_into IS NULL
  JOIN organization o ON o.id = d.other_id AND o.merged_into IS NULL
 WHERE d.dismissed_at IS NULL
   AND ($2::smallint IS NULL OR (-d.score, d.organization_id, d.other_id) > (-$2::smallint, $3::uuid, $4::uuid))
 ORDER BY d.score DESC, d.organization_id, d.other_id
 LIMIT $1`;
