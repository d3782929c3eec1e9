export const ANY_WORK = `
SELECT EXISTS (SELECT FROM webhook_event WHERE spread_at IS NULL)
    OR may_dispatch() AND EXISTS (SELECT FROM webhook w JOIN webhook_delivery d ON d.webhook_id = w.id
                WHERE w.state = 'active' AND d.state = 'pending' AND d.next_attempt_at <= clock_timestamp()) AS any`;

/**
 * Events become deliveries to the webhooks that want them, in one statement: an event is spread once, and to all or
 * nobody. $1 how many
 */
export const SPREAD = `
WITH spread AS (
  UPDATE webhook_event SET spread_at = app_now()
   WHERE id IN (SELECT id FROM webhook_event WHERE spread_at IS NULL ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED)
  RETURNING id, kind
), told AS (
  INSERT INTO webhook_delivery (webhook_id, event_id)
  SELECT w.id, s.id FROM spread s JOIN webhook w ON w.state <> 'disabled'
     AND (w.kinds = '{}' OR s.kind = ANY(w.kinds) OR split_part(s.kind, '.', 1) = ANY(w.kinds))
  ON CONFLICT DO NOTHING
)
SELECT count(*)::int AS n FROM spread`;

/**
 * Some of each webhook's, so that a slow one holds up no other. A lease, not a lock: if this process dies the delivery
 * is due again a minute later; the other side knows by its id that it had it. $1 how many of each
 */
export const CLAIM = `
UPDATE webhook_delivery d
   SET next_attempt_at = clock_timestamp() + interval '1 minute', attempts = d.attempts + 1,
       attempted_at = clock_timestamp()
  FROM (SELECT due.id, f.kind, f.subject_id, f.at, w.url, w.secret_sealed, w.old_secret_sealed,
      w.old_secret_until > clock_timestamp() AS old_valid
          FROM webhook w
         CROSS JOIN LATERAL (SELECT id, event_id FROM webhook_delivery
           WHERE webhook_id = w.id AND state = 'pending' AND next_attempt_at <= clock_timestamp()
                              ORDER BY next_attempt_at, event_id LIMIT $1 FOR UPDATE SKIP LOCKED) due
          JOIN webhook_event f ON f.id = due.event_id
         WHERE w.state = 'active' AND (SELECT may_dispatch())) p
 WHERE d.id = p.id
RETURNING d.id, d.webhook_id, d.attempts, p.kind, p.subject_id, p.at, p.url, p.secret_sealed,
          CASE WHEN p.old_valid THEN p.old_secret_sealed END AS old_secret_sealed`;

/** $1 [{id, state, status, answer, seconds}] — seconds until the next attempt */
export const SETTLE = `
UPDATE webhook_delivery d
   SET state = r.state, status = r.status, answer = r.answer,
       delivered_at = CASE WHEN r.state = 'delivered' THEN clock_timestamp() END,
       next_attempt_at = CASE WHEN r.state = 'pending' THEN clock_timestamp() + make_interval(secs => r.seconds)
         ELSE d.next_attempt_at END
  FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, state text, status smallint, answer text, seconds float8)
 WHERE d.id = r.id AND d.state = 'pending'`;

/**
 * One that was taken clears the record; failures alone begin it. $1 webhooks that took one, $2 webhooks that took none
 */
export const NOTE_HEALTH = `
UPDATE webhook
  SET failing_since = CASE WHEN id = ANY($1::uuid[]) THEN NULL ELSE coalesce(failing_since, clock_timestamp()) END
 WHERE (id = ANY($1::uuid[]) AND failing_since IS NOT NULL)
   OR (id = ANY($2::uuid[]) AND NOT id = ANY($1::uuid[]) AND failing_since IS NULL)`;

/** $1 days */
export const DISABLE_DEAD = `
UPDATE webhook
  SET state = 'disabled', state_reason = 'Every delivery failed for ' || $1 || ' days.', updated_at = app_now(),
    revision = revision + 1
 WHERE state = 'active' AND failing_since < clock_timestamp() - make_interval(days => $1::int)`;

/** $1 days. What somebody still waits for stays. */
export const FORGET = `
DELETE FROM webhook_event f WHERE at < app_now() - make_interval(days => $1::int)
   AND NOT EXISTS (SELECT FROM webhook_delivery WHERE event_id = f.id AND state = 'pending')`;
