/**
 * What a seal holds of an entry `a`. Words are in it by a digest of their own, which outlives them when a person is
 * erased; the salt goes with the words, so that no one can find them by guessing.
 */
const DIGEST = `sha256(
    convert_to(jsonb_build_array(
      a.id, (extract(epoch FROM a.at) * 1000)::bigint, a.actor, a.action, a.entity, a.entity_id)::text, 'UTF8')
    || coalesce(a.words_digest, sha256(convert_to(jsonb_build_array(a.salt, a.before, a.after)::text, 'UTF8'))))`;

const ROWS_HASH = (id: string, digest: string) =>
  `sha256(string_agg(int8send(${id}) || ${digest}, ''::bytea ORDER BY ${id}))`;

/** Of a seal `s`: all that it says. */
const SEAL_HASH = `sha256(convert_to(jsonb_build_array(
    s.number, s.after_id, s.last_id, s.row_count, encode(s.rows_hash, 'hex'), encode(sha256(s.marks), 'hex'),
    encode(s.previous_hash, 'hex'), (extract(epoch FROM s.sealed_at) * 1000)::bigint)::text, 'UTF8'))`;

export const NEWEST_ENTRY = 'SELECT max(id) AS id FROM public.audit_entry';

/**
 * Transactions that may have written entries which cannot be seen yet. A transaction takes this lock before an id, and
 * to the end: an id below one that was seen is visible, rolled back, or of one of these.
 */
export const WRITERS = `
SELECT virtualtransaction AS writer
  FROM pg_locks
 WHERE locktype = 'relation' AND relation = 'public.audit_entry'::regclass AND mode = 'RowExclusiveLock'
   AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

/** The next seal, if there is anything to seal. $1 the last entry that may be covered, $2 how many at most */
export const SEAL = `
WITH previous AS (
  SELECT coalesce(l.number, 0) AS number, coalesce(l.last_id, 0) AS last_id, coalesce(l.hash, sha256('')) AS hash
    FROM (SELECT) one
    LEFT JOIN LATERAL (
      SELECT number, last_id, hash FROM public.audit_seal ORDER BY number DESC LIMIT 1) l ON true
), covered AS (
  SELECT a.id, ${DIGEST} AS digest
    FROM public.audit_entry a
   WHERE a.id > (SELECT last_id FROM previous) AND a.id <= $1
   ORDER BY a.id
   LIMIT $2
), summed AS (
  SELECT max(id) AS last_id, count(*)::int AS row_count, ${ROWS_HASH('id', 'digest')} AS rows_hash,
         string_agg(int8send(id) || substring(digest FROM 1 FOR 4), ''::bytea ORDER BY id) AS marks
    FROM covered
), s AS MATERIALIZED (
  SELECT p.number + 1 AS number, p.last_id AS after_id, n.last_id, n.row_count, n.rows_hash, n.marks,
         p.hash AS previous_hash, clock_timestamp()::timestamptz(3) AS sealed_at
    FROM previous p
    JOIN summed n ON n.row_count > 0
)
INSERT INTO audit_seal (number, after_id, last_id, row_count, rows_hash, marks, previous_hash, hash, sealed_at)
SELECT s.number, s.after_id, s.last_id, s.row_count, s.rows_hash, s.marks, s.previous_hash, ${SEAL_HASH}, s.sealed_at
  FROM s
RETURNING number, row_count`;

/** An erased entry still looks as its erasure left it. */
const ERASED_FITS = `(
  SELECT e.after ->> a.id::text
    FROM public.audit_entry e
   WHERE e.id = a.erased_by AND e.action = 'erase'
) IS NOT DISTINCT FROM encode(sha256(convert_to(jsonb_build_array(a.before, a.after)::text, 'UTF8')), 'hex')`;

/** Seals, each held against itself and its rows. $1 behind this seal, $2 how many */
export const CHECK = `
SELECT s.number, s.after_id, s.last_id, s.row_count, s.sealed_at, encode(s.hash, 'hex') AS hash,
       encode(s.previous_hash, 'hex') AS previous_hash, s.hash = ${SEAL_HASH} AS seal_fits,
       r.row_count = s.row_count AND r.rows_hash IS NOT DISTINCT FROM s.rows_hash AS rows_fit, r.altered
  FROM (SELECT * FROM public.audit_seal WHERE number > $1 ORDER BY number LIMIT $2) s
 CROSS JOIN LATERAL (
   SELECT count(*)::int AS row_count, ${ROWS_HASH('a.id', DIGEST)} AS rows_hash,
          min(a.id) FILTER (WHERE a.words_digest IS NOT NULL AND NOT ${ERASED_FITS}) AS altered
     FROM public.audit_entry a
    WHERE a.id > s.after_id AND a.id <= s.last_id) r
 ORDER BY s.number`;

/** $1 number of a seal */
export const MARKS = 'SELECT marks FROM public.audit_seal WHERE number = $1';

/** The same of the entries that are there. $1 behind this entry, $2 to this */
export const MARKS_NOW = `
SELECT string_agg(int8send(a.id) || substring(${DIGEST} FROM 1 FOR 4), ''::bytea ORDER BY a.id) AS marks
  FROM public.audit_entry a
 WHERE a.id > $1 AND a.id <= $2`;

/** Entries that no seal covers, and those with an id that none may have. $1 the last that is sealed */
export const UNSEALED = `
SELECT count(*) FILTER (WHERE id > $1)::int AS entries, min(at) FILTER (WHERE id > $1) AS since,
       min(id) FILTER (WHERE id < 1) AS odd
  FROM public.audit_entry
 WHERE id > $1 OR id < 1`;

/** $1 numbers of seals */
export const HASHES = `
SELECT number, encode(hash, 'hex') AS hash FROM public.audit_seal WHERE number = ANY ($1::bigint[])`;
