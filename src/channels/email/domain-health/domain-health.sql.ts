/** $1 sender */
export const LATEST = `
SELECT c.at, c.worst, c.lines, c.sender_revision <> s.revision AS outdated
  FROM domain_check c
  JOIN sender s ON s.id = c.sender_id
 WHERE c.sender_id = $1
 ORDER BY c.id DESC
 LIMIT 1`;

/** $1 sender, $2 how many */
export const CHANGES = `
SELECT at, id, before AS "from", status AS "to"
  FROM (SELECT c.at, c.id AS check_id, l.id, l.status, l.place,
               lag(l.status) OVER (PARTITION BY l.id ORDER BY c.id) AS before
          FROM domain_check c,
               ROWS FROM (jsonb_to_recordset(c.lines) AS (id text, status text))
                 WITH ORDINALITY AS l (id, status, place)
         WHERE c.sender_id = $1 AND c.at > app_now() - interval '30 days') every_line
 WHERE before <> status
 ORDER BY check_id DESC, place
 LIMIT $2`;

/** What is being checked, or failed a moment ago, is left alone. */
export const DUE = `
SELECT s.id
  FROM sender s
  LEFT JOIN LATERAL (SELECT at, sender_revision
                       FROM domain_check
                      WHERE sender_id = s.id
                      ORDER BY id DESC
                      LIMIT 1) c ON true
 WHERE (c.at IS NULL OR c.at < app_now() - interval '1 day' OR c.sender_revision <> s.revision)
   AND NOT EXISTS (SELECT FROM domain_check_lease l WHERE l.sender_id = s.id AND l.until > clock_timestamp())
 ORDER BY c.at NULLS FIRST, s.id
 LIMIT 20`;

/** $1 sender. Nothing comes back where another has it. */
export const TAKE_LEASE = `
INSERT INTO domain_check_lease (sender_id, until)
VALUES ($1, clock_timestamp() + interval '1 minute')
ON CONFLICT (sender_id) DO UPDATE SET until = excluded.until
 WHERE domain_check_lease.until <= clock_timestamp()
RETURNING sender_id`;

/** $1 sender */
export const END_LEASE = `DELETE FROM domain_check_lease WHERE sender_id = $1`;

/** $1 sender, $2 its revision that was checked, $3 lines, $4 worst */
export const KEEP = `
INSERT INTO domain_check (sender_id, sender_revision, lines, worst) VALUES ($1, $2, $3, $4)`;

/** The last check of each sender stays. */
export const FORGET = `
DELETE FROM domain_check c
 WHERE c.at < app_now() - interval '30 days'
   AND EXISTS (SELECT FROM domain_check later WHERE later.sender_id = c.sender_id AND later.id > c.id)`;

/** $1 campaign: the last check of each of its senders, paused ones too. Without one nothing is known. */
export const OF_CAMPAIGN = `
SELECT s.id AS sender_id, s.name || ' <' || s.address || '>' AS about, c.lines
  FROM campaign_sender cs
  JOIN sender s ON s.id = cs.sender_id
  JOIN LATERAL (SELECT lines FROM domain_check WHERE sender_id = s.id ORDER BY id DESC LIMIT 1) c ON true
 WHERE cs.campaign_id = $1
 ORDER BY s.name, s.address`;
