/** Intent to owned, committed before anything leaves. $1 owner key, $2 how many */
export const CLAIM = `
WITH picked AS (
  SELECT q.id, x.email, x.display_name, p.title, c.name AS contact_name, c.email AS contact_email,
      o.name AS organization_name, w.name AS rep_name
    FROM expert_question q
    JOIN expert x ON x.proposition_id = q.proposition_id
    JOIN app_user u ON u.id = x.user_id AND u.state = 'active'
    JOIN proposition p ON p.id = q.proposition_id
    LEFT JOIN contact c ON c.id = q.contact_id AND c.erased_at IS NULL
    LEFT JOIN organization o ON o.id = q.organization_id
    LEFT JOIN ownership own ON own.organization_id = q.organization_id
    LEFT JOIN app_user w ON w.id = own.rep_id
   WHERE q.mail_state = 'queued' AND q.next_attempt_at <= app_now() AND q.answered_at IS NULL
     AND (SELECT may_dispatch())
   ORDER BY q.next_attempt_at, q.id
   LIMIT $2
     FOR UPDATE OF q SKIP LOCKED
)
UPDATE expert_question q
   SET mail_state = 'sending', owner_key = $1, recipient = p.email, attempts = q.attempts + 1
  FROM picked p
 WHERE q.id = p.id
RETURNING q.id, q.question, q.name, q.reply_address, q.language, q.due_at, q.attempts, p.email AS recipient,
          p.display_name AS expert_name, p.title, p.contact_name, p.contact_email, p.organization_name, p.rep_name`;

/** Only while it is still in this owner's hands. $1 [{id, state, response, retryAt}], $2 owner key */
export const REPORT = `
UPDATE expert_question q
   SET mail_state = r.state, owner_key = NULL, mail_response = left(r.response, 1000),
       next_attempt_at = coalesce(r."retryAt", q.next_attempt_at),
       sent_at = CASE WHEN r.state = 'sent' THEN app_now() END
  FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, state text, response text, "retryAt" timestamptz)
 WHERE q.id = r.id AND q.mail_state = 'sending' AND q.owner_key = $2`;

export const OWNERS = `SELECT DISTINCT owner_key AS key FROM expert_question WHERE mail_state = 'sending'`;

/** $1 owner key, whose lock is free */
export const ORPHAN = `
UPDATE expert_question
  SET mail_state = 'unknown', owner_key = NULL, mail_response = 'The sending process ended between handover and answer.'
 WHERE mail_state = 'sending' AND owner_key = $1`;
