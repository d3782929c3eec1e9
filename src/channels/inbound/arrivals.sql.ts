/**
 * Keeps a mail before anything reads it, with its first attempt counted; no row where it exists already. Two at once: the
 * second waits here for the first. $1 hash, $2 mailbox, $3 raw, $4 whole
 */
export const KEEP = `
INSERT INTO inbound_mail (hash, kind, mailbox_id, raw, whole, attempts)
VALUES ($1, 'other', (SELECT id FROM mailbox WHERE id = $2), $3, $4, 1)
ON CONFLICT (hash) DO NOTHING RETURNING id, state, false AS repeated`;

/** $1 hash */
export const STANDING = `SELECT id, state, true AS repeated FROM inbound_mail WHERE hash = $1`;

/**
 * What its reader made of it; of a mail that is not kept whole only the headers stay. $1 mail, $2 message id, $3 sender,
 * $4 subject, $5 kind, $6 bounce class, $7 return date, $8 reply text, $9 disposition, $10 reading, $11 text, $12 headers,
 * $13 error, $14 authentication, $15 its evidence
 */
export const STORE = `
UPDATE inbound_mail
   SET message_id = $2, sender = $3, subject = $4, kind = $5, bounce_class = $6, return_date = $7, reply_text = $8,
       proposed_disposition = $9, reading = $10::jsonb, text = $11, raw = CASE WHEN whole THEN raw ELSE $12 END,
       error = $13, authentication = $14, authentication_evidence = $15
 WHERE id = $1 AND state = 'new' AND reading IS NULL`;

/** $1 mail */
export const LOCK_MAIL = `SELECT state, reading FROM inbound_mail WHERE id = $1 FOR UPDATE`;

export const UNMATCHED = `UPDATE inbound_mail SET state = 'unmatched' WHERE id = $1`;

/**
 * $1 mail, $2 state, $3 dispatch, $4 enrolment, $5 contact, $6 how it was matched, $7 guessed, $8 by whom, $9 why
 * dismissed, $10 verified by
 */
export const CLOSE = `
UPDATE inbound_mail
   SET state = $2, dispatch_id = $3, enrolment_id = $4, contact_id = $5, matched_by = $6, guessed = $7,
       verified_by = $10,
       error = NULL,
       dismissal_reason = $9,
       handled_at = CASE WHEN $2 IN ('handled', 'dismissed')
         THEN app_now() END, handled_by = CASE WHEN $2 IN ('handled', 'dismissed') THEN $8 END
 WHERE id = $1`;

/**
 * Those that failed, and those whose process died: what is younger is being read now. The fewer attempts the sooner.
 * $1 the most attempts
 */
export const WAITING = `
SELECT id
  FROM inbound_mail
 WHERE state = 'new' AND attempts < $1 AND (error IS NOT NULL OR received_at < app_now() - interval '1 minute')
 ORDER BY attempts, received_at
 LIMIT 100`;

/** $1 mail; `raw` where it was not read yet, and how it came */
export const COUNT_ATTEMPT = `
UPDATE inbound_mail SET attempts = attempts + 1
 WHERE id = $1 AND state = 'new'
RETURNING reading, CASE WHEN reading IS NULL THEN raw END AS raw, mailbox_id, whole`;

/** $1 mailbox */
export const TRUSTED_AUTHSERV_ID = `SELECT trusted_authserv_id AS id FROM mailbox WHERE id = $1`;

export const DISCOUNT_ATTEMPT = `UPDATE inbound_mail SET attempts = greatest(attempts - 1, 0) WHERE id = $1`;

export const KEEP_ERROR = `UPDATE inbound_mail SET error = $2 WHERE id = $1`;

/** For a person to look at. $1 the most attempts, $2 the reading of a mail that nothing could read, $3 its error */
export const SET_ASIDE = `
UPDATE inbound_mail
   SET state = 'unmatched', reading = coalesce(reading, $2::jsonb), error = coalesce(error, $3)
 WHERE state = 'new' AND attempts >= $1 AND (error IS NOT NULL OR received_at < app_now() - interval '1 minute')`;

/** What our mails are sent from and answered to, and the mailboxes that are read. */
export const OWN_ADDRESSES = `
SELECT DISTINCT lower(address) AS address
  FROM (SELECT unnest(ARRAY[address, reply_to, bounce_address]) AS address FROM sender
        UNION ALL SELECT unnest(ARRAY[from_address, reply_to]) FROM campaign
        UNION ALL SELECT username FROM mailbox) a
 WHERE address LIKE '%@%'`;
