/** $1 connection, $2 events, $3 token; those that had come before are left out */
export const KEEP = `
INSERT INTO provider_event (connection_id, event_id, token, kind, occurred_at, names, recipient, provider_class,
                            category, temporary, status, words, user_agent, machine)
SELECT $1, e."eventId", $3, e.kind, e."occurredAt", e.names, e.recipient, e."providerClass", e.category,
       e.temporary, e.status, e.words, e."userAgent", e.machine
  FROM jsonb_to_recordset($2::jsonb)
    AS e("eventId" text, kind text, "occurredAt" timestamptz, names text[], recipient text, "providerClass" text,
         category text, temporary boolean, status text, words text, "userAgent" text, machine boolean)
ON CONFLICT (connection_id, event_id) DO NOTHING`;

/** $1 connection, $2 token, $3 the event that comes with it now: whether the token came with another one */
export const TOKEN_USED = `
SELECT FROM provider_event WHERE connection_id = $1 AND token = $2 AND event_id <> $3`;

/** $1 connection, $2 a subscription was confirmed */
export const NOTE_RECEIVED = `
UPDATE provider_connection
   SET last_event_at = app_now(), subscribed_at = CASE WHEN $2 THEN app_now() ELSE subscribed_at END
 WHERE id = $1`;

/** $1 connection */
export const NOTE_REFUSED = `
UPDATE provider_connection SET refused = refused + 1, refused_at = app_now() WHERE id = $1`;
