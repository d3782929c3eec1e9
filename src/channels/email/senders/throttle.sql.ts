/** $1 carriers, $2 domains, $3 gaps in ms, $4 now: throttles that were not used yet, in one order */
export const MAKE_THROTTLES = `
INSERT INTO throttle (carrier, domain, next_at, gap_ms)
SELECT carrier, domain, $4, gap
  FROM unnest($1::text[], $2::text[], $3::int[]) AS l(carrier, domain, gap) ORDER BY carrier, domain
ON CONFLICT DO NOTHING`;

/** $1 carriers, $2 domains */
export const READ_THROTTLES = `
SELECT l.carrier, l.domain, l.next_at, l.gap_ms, l.epoch, l.failures
  FROM throttle l JOIN unnest($1::text[], $2::text[]) AS w(carrier, domain) USING (carrier, domain)`;

/** In one order, so that two claims never wait for each other. $1 carriers, $2 domains */
export const LOCK_THROTTLES = `${READ_THROTTLES} ORDER BY l.carrier, l.domain FOR UPDATE OF l`;

/** $1 [{carrier, domain, nextAt, gapMs, epoch, failures, words}] */
export const WRITE_THROTTLES = `
UPDATE throttle l SET next_at = r."nextAt", gap_ms = r."gapMs", epoch = r.epoch, failures = r.failures,
       words = CASE WHEN r.failures = 0 THEN NULL ELSE coalesce(r.words, l.words) END,
       changed_at = CASE WHEN r.epoch > l.epoch OR r.failures <> l.failures THEN app_now() ELSE l.changed_at END
  FROM jsonb_to_recordset($1::jsonb) AS r(carrier text, domain text, "nextAt" timestamptz, "gapMs" int, epoch int,
      failures int, words text)
 WHERE l.carrier = r.carrier AND l.domain = r.domain`;

/**
 * The sender of each message: the one that wrote to this contact before in this campaign, else one of the campaign's
 * that is active, always the same for one organization. No row for a message: the campaign has no senders. A row
 * without a sender: none of its senders is active. $1 [{id, campaignId, enrolmentId, organizationId}]
 */
export const ASSIGN = `
SELECT q.id, s.id AS sender_id, s.address, s.per_minute, s.per_day, s.warm_up_from::text AS warm_up_from,
       s.warm_up_start, s.warm_up_growth::float8 AS warm_up_growth
  FROM jsonb_to_recordset($1::jsonb) AS q(id uuid, "campaignId" uuid, "enrolmentId" uuid, "organizationId" uuid)
 CROSS JOIN LATERAL (
   SELECT count(*)::int AS any, array_agg(s.id ORDER BY s.id) FILTER (WHERE s.state = 'active') AS active
     FROM campaign_sender cs JOIN sender s ON s.id = cs.sender_id WHERE cs.campaign_id = q."campaignId") pool
  LEFT JOIN LATERAL (
   SELECT d.sender_id FROM dispatch d
     WHERE d.enrolment_id = q."enrolmentId" AND d.sender_id = ANY(pool.active) ORDER BY d.sent_at DESC NULLS LAST
     LIMIT 1) before ON true
  LEFT JOIN sender s ON s.id = coalesce(before.sender_id,
      pool.active[1 + (hashtext(q."organizationId"::text) & 2147483647) % cardinality(pool.active)])
 WHERE pool.any > 0`;

/** Locks the day's row and returns how many sends began on it. $1 senders */
export const LOCK_DAYS = `
INSERT INTO sender_day (sender_id, day) SELECT id, (app_now() AT TIME ZONE 'UTC')::date
  FROM unnest($1::uuid[]) id ORDER BY id
ON CONFLICT (sender_id, day) DO UPDATE SET admitted = sender_day.admitted
RETURNING sender_id, day::text, admitted`;

/** $1 [{senderId, day, admitted}] */
export const COUNT_ADMITTED = `
UPDATE sender_day d SET admitted = d.admitted + r.admitted
  FROM jsonb_to_recordset($1::jsonb) AS r("senderId" uuid, day date, admitted int)
 WHERE d.sender_id = r."senderId" AND d.day = r.day`;

/** $1 [{senderId, sent, bounced, complained, deferred, unknown}] */
export const COUNT_OUTCOMES = `
INSERT INTO sender_day (sender_id, day, sent, bounced, complained, deferred, unknown)
SELECT r."senderId", (app_now() AT TIME ZONE 'UTC')::date, r.sent, r.bounced, r.complained, r.deferred, r.unknown
  FROM jsonb_to_recordset($1::jsonb) AS r("senderId" uuid, sent int, bounced int, complained int, deferred int,
      unknown int) ORDER BY 1
ON CONFLICT (sender_id, day) DO UPDATE
   SET sent = sender_day.sent + excluded.sent, bounced = sender_day.bounced + excluded.bounced,
       complained = sender_day.complained + excluded.complained,
       deferred = sender_day.deferred + excluded.deferred, unknown = sender_day.unknown + excluded.unknown`;

/** $1 sender. The default server has none. */
export const COUNT_DEFERRED = `
INSERT INTO sender_day (sender_id, day, deferred)
SELECT id, (app_now() AT TIME ZONE 'UTC')::date, 1 FROM sender WHERE id = $1
ON CONFLICT (sender_id, day) DO UPDATE SET deferred = sender_day.deferred + 1`;

/** $1 carrier, $2 domain; no row where it was slowed within the last minute */
export const LOCK_UNLESS_JUST_SLOWED = `
SELECT carrier, domain, next_at, gap_ms, epoch, failures
  FROM throttle
 WHERE carrier = $1 AND domain = $2 AND (failures = 0 OR changed_at < app_now() - interval '1 minute')
   FOR UPDATE`;
