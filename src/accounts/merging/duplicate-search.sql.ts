/** The statements of a search for likely duplicates; `scan` is the table that keeps how far it has come. */
export const duplicateSql = (thing: 'contact' | 'organization', scan: string) => ({
  /** Locked, so that two workers do not look at the same records. */
  lockScan: `SELECT FROM ${scan} FOR UPDATE SKIP LOCKED`,

  /** The next that changed, and settled since. $1 how many, $2 seconds */
  nextChanged: `
SELECT c.id, c.updated_at::text AS as_of
  FROM ${scan} s
 CROSS JOIN LATERAL (
   SELECT id, updated_at
     FROM ${thing}
    WHERE (updated_at, id) > (s.as_of, s.last_id) AND updated_at <= app_now() - $2 * interval '1 second'
    ORDER BY updated_at, id
    LIMIT $1) c`,

  /** $1 as of, $2 id */
  keepScan: `UPDATE ${scan} SET as_of = $1, last_id = $2`,

  /** The strongest reason counts; what a person said stays. $1 [{one, other, why, score}] */
  keep: `
INSERT INTO ${thing}_duplicate (${thing}_id, other_id, why, score)
SELECT DISTINCT ON (d.one, d.other) d.one, d.other, d.why, d.score
  FROM jsonb_to_recordset($1::jsonb) AS d(one uuid, other uuid, why text, score smallint)
 ORDER BY d.one, d.other, d.score DESC
    ON CONFLICT (${thing}_id, other_id) DO UPDATE
   SET why = excluded.why, score = excluded.score
 WHERE (${thing}_duplicate.why, ${thing}_duplicate.score) IS DISTINCT FROM (excluded.why, excluded.score)`,

  /** Which of them are no longer so: an address was corrected, a name changed. $1 records */
  forgetOpen: `
DELETE FROM ${thing}_duplicate
 WHERE (${thing}_id = ANY($1::uuid[]) OR other_id = ANY($1::uuid[])) AND dismissed_at IS NULL`,

  /** $1, $2 the pair, $3 who */
  dismiss: `
UPDATE ${thing}_duplicate
   SET dismissed_at = coalesce(dismissed_at, app_now()), dismissed_by = coalesce(dismissed_by, $3)
 WHERE ${thing}_id = least($1::uuid, $2::uuid) AND other_id = greatest($1::uuid, $2::uuid)`,
});
