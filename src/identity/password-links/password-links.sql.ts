/** How long a link works, of a row `l`. */
const LIFETIME = `CASE l.purpose WHEN 'invitation' THEN interval '72 hours' ELSE interval '30 minutes' END`;

/** Whose state lets them use the link `l`: who is disabled meanwhile may not. */
const USABLE_BY = `u.id = l.user_id
   AND u.state = CASE l.purpose WHEN 'invitation' THEN 'invited' ELSE 'active' END`;

const REPLACED = `
ON CONFLICT (user_id) DO UPDATE
  SET purpose = excluded.purpose, language = excluded.language, token_hash = excluded.token_hash,
      mail_state = excluded.mail_state, mail_response = NULL, attempts = 0, next_attempt_at = excluded.created_at,
      created_at = excluded.created_at, expires_at = excluded.expires_at, used_at = NULL`;

/** A newer link ends the older one. $1 user, $2 purpose, $3 language, $4 hash or null, $5 state of its mail */
export const PUT_LINK = `
INSERT INTO password_link (user_id, purpose, language, token_hash, mail_state, expires_at)
SELECT l.*, clock_timestamp() + ${LIFETIME}
  FROM (SELECT $1::uuid, $2::text AS purpose, $3::text, $4::bytea, $5::text) l
${REPLACED}
RETURNING expires_at`;

/** $1 user */
export const END_LINK = `
DELETE FROM password_link
 WHERE user_id = $1
   AND used_at IS NULL`;

/** $1 user */
export const LINK_OF = `
SELECT purpose, mail_state, mail_response, created_at, expires_at, used_at
  FROM password_link
 WHERE user_id = $1`;

/** $1 hash */
export const HOLDER_OF_LINK = `
SELECT u.id, u.name, u.email, l.purpose
  FROM password_link l
  JOIN app_user u ON ${USABLE_BY}
 WHERE l.token_hash = $1
   AND l.used_at IS NULL
   AND l.expires_at > clock_timestamp()`;

/** The person's row is locked first, as where a person is disabled: a second use waits, and finds it used. */
export const HOLDER_LOCKED = `${HOLDER_OF_LINK}
   FOR UPDATE OF u, l`;

/** $1 user */
export const MARK_USED = `
UPDATE password_link
   SET used_at = clock_timestamp()
 WHERE user_id = $1`;

/** $1 address, $2 language */
export const ASK_RESET = `
INSERT INTO password_reset_request (email, language) VALUES ($1, $2)`;

/** Links for those that belong to a person who has a password; the others are only forgotten. */
export const ANSWER_REQUESTS = `
WITH asked AS (
  DELETE FROM password_reset_request
  RETURNING lower(email) AS email, language, created_at
), newest AS (
  SELECT DISTINCT ON (email) email, language
    FROM asked
   WHERE created_at > clock_timestamp() - interval '30 minutes'
   ORDER BY email, created_at DESC
)
INSERT INTO password_link (user_id, purpose, language, mail_state, expires_at)
SELECT u.id, l.purpose, l.language, 'queued', clock_timestamp() + ${LIFETIME}
  FROM (SELECT 'reset' AS purpose, * FROM newest) l
  JOIN app_user u ON lower(u.email) = l.email
 WHERE u.state = 'active'
   AND u.password_hash IS NOT NULL
${REPLACED}`;

/**
 * The next link to be mailed gets what it holds. It stays queued until it is reported: one that is mailed twice, after a
 * crash, holds something else each time, and the later works. $1 hash
 */
export const MINT = `
UPDATE password_link l
   SET token_hash = $1, expires_at = clock_timestamp() + ${LIFETIME}, attempts = attempts + 1,
       next_attempt_at = clock_timestamp() + make_interval(secs => least(30 * 2 ^ least(attempts, 20), 3600))
  FROM app_user u
 WHERE l.user_id = (
         SELECT l.user_id
           FROM password_link l
           JOIN app_user u ON ${USABLE_BY}
          WHERE l.mail_state = 'queued'
            AND l.next_attempt_at <= clock_timestamp()
            AND l.created_at + ${LIFETIME} > clock_timestamp()
            AND (SELECT may_dispatch())
          ORDER BY l.next_attempt_at
          LIMIT 1
            FOR UPDATE OF l SKIP LOCKED)
   AND u.id = l.user_id
RETURNING u.id AS user_id, u.name, u.email, l.purpose, l.language`;

/** Only where no newer link took its place. $1 user, $2 hash, $3 state, $4 what the server said */
export const REPORT_MAIL = `
UPDATE password_link
   SET mail_state = $3, mail_response = left($4, 1000)
 WHERE user_id = $1
   AND token_hash = $2
   AND mail_state = 'queued'`;

export const GIVE_UP = `
UPDATE password_link l
   SET mail_state = 'failed'
 WHERE mail_state = 'queued'
   AND created_at + ${LIFETIME} <= clock_timestamp()`;
