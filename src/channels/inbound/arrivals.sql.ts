/**
 * Keeps a mail; no row where it exists already. Two at once: the second waits here for the first. $1 hash, $2 message
 * id, $3 sender, $4 subject, $5 kind, $6 mailbox, $7 bounce class, $8 return date, $9 reply text, $10 disposition, $11
 * reading, $12 text, $13 raw, $14 whole, $15 error
 */
export const KEEP = `
INSERT INTO inbound_mail (hash, message_id, sender, subject, kind, mailbox_id, bounce_class, return_date, reply_text,
    proposed_disposition, reading, text, raw, whole, error)
VALUES ($1, $2, $3, $4, $5, (SELECT id FROM mailbox WHERE id = $6), $7, $8, $9, $10, $11::jsonb, $12, $13, $14, $15)
ON CONFLICT (hash) DO NOTHING RETURNING id, state, false AS repeated`;

/** $1 hash */
export const STANDING = `SELECT id, state FROM inbound_mail WHERE hash = $1`;

/** $1 mail */
export const LOCK_MAIL = `SELECT state, reading FROM inbound_mail WHERE id = $1 FOR UPDATE`;

export const UNMATCHED = `UPDATE inbound_mail SET state = 'unmatched' WHERE id = $1`;

/**
 * $1 mail, $2 state, $3 dispatch, $4 enrolment, $5 contact, $6 how it was matched, $7 guessed, $8 by whom, $9 why
 * dismissed
 */
export const CLOSE = `
UPDATE inbound_mail
   SET state = $2, dispatch_id = $3, enrolment_id = $4, contact_id = $5, matched_by = $6, guessed = $7, error = NULL,
       dismissal_reason = $9,
       handled_at = CASE WHEN $2 IN ('handled', 'dismissed')
         THEN app_now() END, handled_by = CASE WHEN $2 IN ('handled', 'dismissed') THEN $8 END
 WHERE id = $1`;

/** $1 the most attempts */
export const WAITING = `
SELECT id, reading FROM inbound_mail WHERE state = 'new' AND attempts < $1 ORDER BY received_at LIMIT 100`;

export const COUNT_ATTEMPT = `UPDATE inbound_mail SET attempts = attempts + 1 WHERE id = $1`;

export const KEEP_ERROR = `UPDATE inbound_mail SET error = $2 WHERE id = $1`;
