/** $1 days that a check holds */
const DUE = `c.verified_as_of <= app_now() - make_interval(days => $1::int) AND c.erased_at IS NULL AND NOT c.made_up`;

export const ANY_DUE = `SELECT EXISTS (SELECT FROM contact c WHERE ${DUE}) AS any`;

/**
 * Whom a campaign is about to reach first, then who waited longest. They are put off while a worker is at it, so that
 * no row stays locked while DNS is asked, and a worker that dies delays them by that and no more. $1 days a check
 * holds, $2 how many, $3 seconds
 */
export const CLAIM = `
WITH wished AS (
  SELECT c.id FROM verification_request w JOIN contact c ON c.id = w.contact_id
   WHERE w.since <= app_now() AND ${DUE} ORDER BY w.since LIMIT $2 FOR UPDATE OF c SKIP LOCKED
), others AS (
  SELECT c.id FROM contact c WHERE ${DUE} ORDER BY c.verified_as_of
   LIMIT $2 - (SELECT count(*) FROM wished) FOR UPDATE SKIP LOCKED
), picked AS (
  SELECT id FROM wished UNION SELECT id FROM others
), put_off AS (
  UPDATE verification_request w SET since = app_now() + make_interval(secs => $3) FROM picked p
    WHERE w.contact_id = p.id
)
UPDATE contact c SET verified_as_of = app_now() + make_interval(secs => $3) - make_interval(days => $1::int)
  FROM picked p WHERE c.id = p.id
RETURNING c.id, c.email, c.email_key, c.phone`;

/** $1 domains, $2 days that a DNS answer is valid */
export const KNOWN_DOMAINS = `
SELECT domain, route, extract(epoch FROM retry_at - app_now())::int AS retry_in FROM mail_domain
 WHERE domain = ANY($1) AND CASE WHEN route = 'unknown' THEN retry_at > app_now()
   ELSE checked_at > app_now() - make_interval(days => $2::int) END`;

/**
 * Five minutes, then twice as long each time, a day at the most. What is known of a domain is not forgotten for a
 * failure. $1 domains, $2 their routes
 */
export const REMEMBER_DOMAINS = `
INSERT INTO mail_domain AS d (domain, route, failures, retry_at)
SELECT domain, route, CASE WHEN route = 'unknown' THEN 1 ELSE 0 END, CASE WHEN route = 'unknown'
  THEN app_now() + interval '5 minutes' END
  FROM unnest($1::text[], $2::text[]) AS n(domain, route) ORDER BY domain
ON CONFLICT (domain) DO UPDATE
   SET route = excluded.route, checked_at = excluded.checked_at,
       failures = CASE WHEN excluded.route = 'unknown' THEN least(d.failures + 1, 20) ELSE 0 END,
       retry_at = CASE WHEN excluded.route = 'unknown'
         THEN app_now() + least(interval '5 minutes' * 2 ^ least(d.failures, 10), interval '1 day') END
RETURNING domain, route, extract(epoch FROM retry_at - app_now())::int AS retry_in`;

/** A bounce, or a person who marked it wrong, outranks any check until the address or number is corrected. */
const STANDS = (what: 'email' | 'phone'): string =>
  `(r."${what}State" IS NULL OR c.${what}_state = 'bounced' OR c.${what}_state = 'invalid'
    AND c.${what}_source IS DISTINCT FROM 'verification' OR r."${what}State" = 'unverified'
    AND c.${what}_state <> 'unverified')`;
const write = (what: 'email' | 'phone', column: string, value: string): string =>
  `${what}_${column} = CASE WHEN ${STANDS(what)} THEN c.${what}_${column} ELSE ${value} END`;
const checkedAt = (what: 'email' | 'phone'): string =>
  write(what, 'checked_at', `CASE WHEN r."${what}State" = 'unverified' THEN c.${what}_checked_at ELSE app_now() END`);

/**
 * Only where the address and the number are still those that were checked. No new revision: no one edited anything.
 * $1 days a check holds, $2 [{id, emailKey, phone, emailState, emailReason, emailSuggestion, phoneState, phoneReason,
 * phoneType, retryIn}]
 */
export const WRITE = `
UPDATE contact c
   SET ${write('email', 'state', 'r."emailState"')}, ${write('email', 'reason', 'r."emailReason"')},
       ${write('email', 'suggestion', 'r."emailSuggestion"')}, ${write('email', 'source', "'verification'")},
           ${checkedAt('email')},
       ${write('phone', 'state', 'r."phoneState"')}, ${write('phone', 'reason', 'r."phoneReason"')},
       ${write('phone', 'type', 'r."phoneType"')}, ${write('phone', 'source', "'verification'")}, ${checkedAt('phone')},
       verified_as_of = CASE WHEN r."retryIn" IS NULL THEN app_now()
         ELSE app_now() + make_interval(secs => r."retryIn") - make_interval(days => $1::int) END,
       verify_failures = CASE WHEN r."retryIn" IS NULL THEN 0 ELSE least(c.verify_failures + 1, 1000) END
  FROM (SELECT r.* FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, "emailKey" text, phone text, "emailState" text,
      "emailReason" text,
         "emailSuggestion" text, "phoneState" text, "phoneReason" text, "phoneType" text, "retryIn" int)
          JOIN contact k ON k.id = r.id ORDER BY k.id FOR UPDATE OF k) r
 WHERE c.id = r.id AND c.email_key IS NOT DISTINCT FROM r."emailKey" AND c.phone IS NOT DISTINCT FROM r.phone`;

/** $1 [{id, retryIn}] */
export const SETTLE_WISHES = `
WITH r AS (SELECT id, "retryIn" FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "retryIn" int)),
later AS (UPDATE verification_request w SET since = app_now() + make_interval(secs => r."retryIn") FROM r
  WHERE w.contact_id = r.id AND r."retryIn" IS NOT NULL)
DELETE FROM verification_request w USING r WHERE w.contact_id = r.id AND r."retryIn" IS NULL`;

/**
 * `people` is another room's query with one column of contact ids; `days` the parameter for how long a check is valid.
 */
export const wish = (people: string, days: number): string => `
INSERT INTO verification_request (contact_id)
SELECT c.id FROM (${people}) p(contact_id) JOIN contact c ON c.id = p.contact_id
 WHERE c.verified_as_of <= app_now() - make_interval(days => $${days}::int) AND c.erased_at IS NULL AND NOT c.made_up
   ORDER BY c.id
ON CONFLICT DO NOTHING`;
