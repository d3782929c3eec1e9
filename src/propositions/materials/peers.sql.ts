import { suppressedSql } from '../../accounts/index.js';

/** Picks of a person in this calendar month (UTC), over all propositions. `r` is the peer. */
const TAKEN = `(SELECT count(*)::int FROM peer_pick k
  WHERE k.contact_id = r.contact_id AND k.month = date_trunc('month', app_now() AT TIME ZONE 'UTC')::date)`;

const EMAIL = `
CASE WHEN 'email' = ANY(r.reach) AND c.email_state NOT IN ('invalid', 'bounced') AND c.preference <> 'no_email'
     THEN c.email END`;
const PHONE = `
CASE WHEN 'phone' = ANY(r.reach) AND c.phone_state <> 'invalid' AND c.preference <> 'no_calls'
     THEN c.phone END`;

/** Asked anew wherever a peer is shown: a consent that ended a second ago has ended. */
const WILLING = `
  FROM peer r JOIN contact c ON c.id = r.contact_id
    JOIN organization o ON o.id = r.organization_id AND o.relationship = 'customer'
  JOIN LATERAL (SELECT title FROM employment WHERE contact_id = c.id AND organization_id = o.id AND until IS NULL
    LIMIT 1) job ON true
 WHERE r.withdrawn_at IS NULL AND (app_now() AT TIME ZONE 'UTC')::date BETWEEN r.consented_on AND r.consent_until
   AND c.erased_at IS NULL AND NOT ${suppressedSql('o.id')} AND coalesce(${EMAIL}, ${PHONE}) IS NOT NULL`;

/** $1 proposition: those with a place left this month, the least asked first. */
export const OFFERED = `
SELECT r.id, c.name, job.title, o.name AS organization, r.about ${WILLING}
   AND r.proposition_id = $1 AND ${TAKEN} < r.monthly_cap
 ORDER BY ${TAKEN}, r.created_at, r.id LIMIT 50`;

/** $1 proposition */
export const WILLING_AT_ALL = `SELECT ${WILLING} AND r.proposition_id = $1 LIMIT 1`;

/** $1 peer, $2 proposition */
export const CONTACT_OF = `
SELECT r.id, c.name, job.title, o.name AS organization, r.about, ${EMAIL} AS email, ${PHONE} AS phone ${WILLING}
  AND r.id = $1 AND r.proposition_id = $2`;

/** $1 peer, $2 proposition: all rows of that person are held, so that the month is counted by one buyer at a time. */
export const HOLD_PERSON = `
SELECT r.id FROM peer r WHERE r.contact_id = (SELECT contact_id FROM peer WHERE id = $1 AND proposition_id = $2)
  ORDER BY r.id FOR UPDATE`;

/** $1 peer, $2 once. No row: the month is full. */
export const TAKE_PLACE = `
INSERT INTO peer_pick (contact_id, month, place, peer_id, once)
SELECT r.contact_id, date_trunc('month', app_now() AT TIME ZONE 'UTC')::date, ${TAKEN} + 1, r.id, $2
  FROM peer r WHERE r.id = $1 AND ${TAKEN} < r.monthly_cap
RETURNING place`;

export const TAKEN_BEFORE = 'SELECT FROM peer_pick WHERE peer_id = $1 AND once = $2';

/** $1 peers */
export const PICKS = `SELECT r.id, ${TAKEN} AS picks FROM peer r WHERE r.id = ANY($1::uuid[])`;

/** $1 contact, $2 organization or null: a customer where the contact works now. */
export const CUSTOMER_OF = `
SELECT o.id FROM employment e JOIN organization o ON o.id = e.organization_id AND o.relationship = 'customer'
 WHERE e.contact_id = $1 AND e.until IS NULL AND ($2::uuid IS NULL OR o.id = $2) ORDER BY e.created_at DESC, e.id
   LIMIT 1`;
