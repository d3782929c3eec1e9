/** $1 message */
export const ENROLMENT_OF = `
SELECT campaign_id, enrolment_id
  FROM dispatch
 WHERE id = $1`;

/** $1 enrolment */
export const LOCK_ENROLMENT = `SELECT FROM enrolment WHERE id = $1 FOR UPDATE`;

/** A message that may have left. $1 message */
export const SENT = `
SELECT d.id, d.state, d.enrolment_id, d.campaign_id, d.contact_id, d.organization_id, d.step_key,
       d.recipient, c.email
  FROM dispatch d
  JOIN contact c ON c.id = d.contact_id
 WHERE d.id = $1
   AND d.state IN ('sending', 'sent', 'delivered', 'bounced', 'unknown')
   FOR UPDATE OF d`;

/** A hard bounce is not replaced by a report that is not one. $1 message, $2 class, $3 reason, $4 words, $5 about us */
export const KEEP_RETURN = `
UPDATE dispatch
   SET bounce_class = CASE WHEN bounce_class = 'hard' THEN 'hard' ELSE $2 END,
       bounce_reason = CASE WHEN bounce_class = 'hard' THEN bounce_reason ELSE $3 END,
       bounce_words = CASE WHEN bounce_class = 'hard' THEN bounce_words ELSE left($4, 1000) END,
       bounced_at = app_now(),
       refused_at = CASE WHEN $5 THEN app_now() ELSE refused_at END
 WHERE id = $1`;

/**
 * Messages to this address that came back, the latest first, until one that did not; several notices about one message
 * are one. One that was refused because of us, or is only claimed, says nothing of the address. $1 contact, $2 address
 */
export const RETURNED_IN_A_ROW = `
SELECT count(*)::int AS n
  FROM (SELECT bool_and(bounce_class IS NOT DISTINCT FROM 'soft' OR bounce_class IS NOT DISTINCT FROM 'policy') OVER (
                 ORDER BY coalesce(sent_at, sending_at, queued_at) DESC, id DESC) AS unbroken
          FROM dispatch
         WHERE contact_id = $1
           AND recipient IS NOT DISTINCT FROM $2
           AND refused_at IS NULL
           AND state IN ('sending', 'sent', 'delivered', 'bounced', 'unknown')
           AND (state <> 'sending' OR handover = 'begun')) latest
 WHERE unbroken`;
