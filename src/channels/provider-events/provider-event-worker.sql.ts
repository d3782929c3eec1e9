const DUE = `
  FROM provider_event e
  JOIN provider_connection c ON c.id = e.connection_id AND c.state = 'active'
 WHERE e.state = 'new' AND e.next_attempt_at <= app_now()`;

export const ANY_DUE = `SELECT EXISTS (SELECT ${DUE}) AS any`;

/** The next one, locked; of several the one that came first. */
export const NEXT = `
SELECT e.id, e.connection_id, e.kind, e.names, e.recipient, e.category, e.temporary, e.status, e.words, e.user_agent,
       e.machine, e.occurred_at, c.provider, c.sender_ids,
       e.received_at > app_now() - interval '5 minutes' AS fresh ${DUE}
 ORDER BY e.next_attempt_at, e.id
 LIMIT 1
   FOR UPDATE OF e SKIP LOCKED`;

/** $1 the message's id, $2 the tag of the event: the message only if the whole tag is that of its Message-ID */
export const MESSAGE = `
SELECT d.id AS dispatch_id, d.enrolment_id, d.contact_id, d.recipient, d.sender_id, d.state, d.sent_at,
       d.complained_at IS NOT NULL AS complained,
       (SELECT max(occurred_at) FROM provider_event WHERE dispatch_id = d.id AND kind = 'delivered') AS delivered_at,
       EXISTS (
         SELECT FROM provider_event
          WHERE dispatch_id = d.id AND kind = 'unsubscribed' AND state = 'handled') AS unsubscribed
  FROM dispatch d
 WHERE d.id = $1 AND lower(split_part(ltrim(d.message_id, '<'), '@', 1)) = $2`;

/** $1 event, $2 state, $3 reason, $4 dispatch, $5 enrolment, $6 contact, $7 machine */
export const SETTLE_EVENT = `
UPDATE provider_event
   SET state = $2, reason = $3, dispatch_id = $4, enrolment_id = $5, contact_id = $6, machine = $7, error = NULL,
       settled_at = app_now()
 WHERE id = $1`;

/** $1 event */
export const POSTPONE_EVENT = `
UPDATE provider_event SET next_attempt_at = app_now() + interval '10 seconds' WHERE id = $1`;

/** Later and later; then a person must look. $1 event, $2 error, $3 the most attempts */
export const NOTE_FAILURE = `
UPDATE provider_event
   SET attempts = attempts + 1,
       error = $2,
       next_attempt_at = app_now() + make_interval(secs => 30 * 4 ^ attempts),
       state = CASE WHEN attempts + 1 >= $3 THEN 'unmatched' ELSE 'new' END,
       reason = CASE WHEN attempts + 1 >= $3 THEN 'It could not be carried out: ' || $2 END,
       settled_at = CASE WHEN attempts + 1 >= $3 THEN app_now() END
 WHERE id = $1 AND state = 'new'`;

/** $1 days */
export const FORGET_EVENTS = `
DELETE FROM provider_event
 WHERE state <> 'new' AND received_at < app_now() - make_interval(days => $1::int)`;
