import { SUPPRESSED_SQL } from '../../accounts/index.js';
import { LEFT_BEHIND } from '../enrolments/drive.sql.js';

/** Due and allowed to go, locked until the claim is committed. $1 how many, $2 campaigns whose shared lock is held */
export const PICK = `
SELECT d.id, d.campaign_id AS "campaignId", d.enrolment_id AS "enrolmentId", d.organization_id AS "organizationId", d.throttle_epoch AS "throttleEpoch",
       split_part(c.email_key, '@', 2) AS domain
  FROM dispatch d
  JOIN campaign k ON k.id = d.campaign_id
  JOIN enrolment e ON e.id = d.enrolment_id
  JOIN contact c ON c.id = d.contact_id
 WHERE d.state = 'queued' AND d.next_attempt_at <= app_now() AND k.state = 'running' AND k.id = ANY($2::uuid[]) AND e.state = 'active'
   AND (SELECT may_dispatch())
 ORDER BY d.next_attempt_at, d.id
 LIMIT $1
   FOR UPDATE OF d SKIP LOCKED`;

/** Still queued, with the reason and the place that was given to it. $1 [{id, until, why, epoch}] */
export const POSTPONE = `
UPDATE dispatch d SET next_attempt_at = r.until, deferred = r.why, throttle_epoch = r.epoch
  FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, until timestamptz, why text, epoch integer)
 WHERE d.id = r.id`;
/** No mail may reach the contact `c` now, whatever its campaign wants. */
const UNREACHABLE = `(c.email IS NULL OR c.email_state IN ('invalid', 'bounced') OR c.preference IN ('no_email', 'we_contact_you') OR c.not_before > app_now() IS TRUE)`;

/**
 * One guarded statement from intent to owned: re-checks suppression and the address of what was picked in this transaction. What
 * may not go out is settled here and comes back too, so that its member learns of it. $1 owner key, $2 [{id, senderId, domain}]
 */
export const CLAIM = `
WITH picked AS (
  SELECT d.id, r."senderId" AS sender, c.email, c.name AS contact_name, c.given_name, o.name AS organization_name, o.industry, o.city, o.country, e.role,
         em.title, '<' || d.id || '@' || coalesce(r.domain, split_part(k.from_address, '@', 2)) || '>' AS message_id,
         ${SUPPRESSED_SQL} AS suppressed, ${UNREACHABLE} AS unreachable
    FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, "senderId" uuid, domain text)
    JOIN dispatch d ON d.id = r.id
    JOIN campaign k ON k.id = d.campaign_id
    JOIN enrolment e ON e.id = d.enrolment_id
    JOIN contact c ON c.id = d.contact_id
    JOIN organization o ON o.id = d.organization_id
    LEFT JOIN LATERAL (SELECT title FROM employment WHERE contact_id = c.id AND organization_id = o.id AND until IS NULL LIMIT 1) em ON true
)
UPDATE dispatch d
   SET state = CASE WHEN p.suppressed THEN 'suppressed' WHEN p.unreachable THEN 'failed' ELSE 'sending' END,
       error_class = CASE WHEN p.suppressed THEN 'suppressed' WHEN p.unreachable THEN 'no_address' END,
       owner_key = $1, handover = 'not_begun', sending_at = app_now(), recipient = p.email, attempts = d.attempts + 1,
       sender_id = p.sender, message_id = coalesce(d.message_id, p.message_id), deferred = NULL, throttle_epoch = NULL
  FROM picked p
 WHERE d.id = p.id
RETURNING d.id, d.state, d.attempts, d.campaign_id AS "campaignId", d.enrolment_id AS "enrolmentId", d.contact_id AS "contactId", d.step_key AS "stepKey",
          d.sender_id AS "senderId", d.message_id AS "messageId", p.email AS recipient, p.contact_name AS "contactName", p.given_name AS "givenName", p.title,
          p.organization_name AS "organizationName", p.industry, p.city, p.country, p.role,
          (SELECT coalesce(array_agg(x.message_id ORDER BY x.sent_at), '{}') FROM dispatch x
            WHERE x.enrolment_id = d.enrolment_id AND x.id <> d.id AND x.state IN ('sent', 'delivered') AND x.message_id IS NOT NULL) AS "earlier"`;

/**
 * The moment of the handover: asked once more, since a claimed batch waits for the mail server, and written down before anything
 * leaves. Whose message this is no longer changes nothing here. $1 dispatch, $2 owner key
 */
export const BEGIN_HANDOVER = `
UPDATE dispatch d SET handover = 'begun'
  FROM campaign k, enrolment e, contact c, organization o
 WHERE d.id = $1 AND d.owner_key = $2 AND d.state = 'sending'
   AND k.id = d.campaign_id AND e.id = d.enrolment_id AND c.id = d.contact_id AND o.id = d.organization_id
   AND (SELECT may_dispatch()) AND k.state = 'running' AND e.state = 'active' AND NOT (${SUPPRESSED_SQL} OR ${UNREACHABLE} OR c.email <> d.recipient)`;

export const ANY_QUEUED = `
SELECT may_dispatch() AND EXISTS (SELECT FROM dispatch d JOIN campaign k ON k.id = d.campaign_id JOIN enrolment e ON e.id = d.enrolment_id
                WHERE d.state = 'queued' AND d.next_attempt_at <= app_now() AND k.state = 'running' AND e.state = 'active') AS any`;

/** $1 dispatches */
export const LOCK_MEMBERS = `
SELECT FROM enrolment WHERE id IN (SELECT enrolment_id FROM dispatch WHERE id = ANY($1::uuid[])) ORDER BY id FOR UPDATE`;

/**
 * What became of dispatches. Only of those that are still 'sending' under this owner: whoever lost them has no say any more. What was
 * to wait, and whose member or campaign has ended, or whose step is done with meanwhile, is taken back; a person's verdict sends again.
 * $1 [{id, state, errorClass, response, retryAt}], $2 owner key (null: any owner, for a person or the sweep), $3 who settles
 */
export const SETTLE = `
UPDATE dispatch d
   SET state = r.state, error_class = r."errorClass", response = left(r.response, 1000), owner_key = NULL,
       handover = CASE WHEN r.state = 'queued' THEN NULL ELSE d.handover END,
       next_attempt_at = coalesce(r."retryAt", d.next_attempt_at),
       sent_at = CASE WHEN r.state = 'sent' THEN app_now() ELSE d.sent_at END,
       settled_at = CASE WHEN r.state = 'queued' THEN NULL ELSE app_now() END,
       settled_by = CASE WHEN r.state = 'queued' THEN NULL ELSE $3 END
  FROM (SELECT o.id, o.response, o."retryAt", CASE WHEN taken_back THEN 'suppressed' ELSE o.state END AS state,
               CASE WHEN taken_back THEN 'aborted' ELSE o."errorClass" END AS "errorClass"
          FROM jsonb_to_recordset($1::jsonb) AS o(id uuid, state text, "errorClass" text, response text, "retryAt" timestamptz)
          JOIN dispatch d ON d.id = o.id JOIN enrolment e ON e.id = d.enrolment_id JOIN campaign k ON k.id = d.campaign_id
         CROSS JOIN LATERAL (SELECT o.state = 'queued' AND (e.ended_at IS NOT NULL OR k.state = 'aborted' OR d.state = 'sending' AND ${LEFT_BEHIND}) AS taken_back) t) r
 WHERE d.id = r.id AND (d.state = 'sending' AND d.owner_key = $2 OR $2::bigint IS NULL AND d.state IN ('sending', 'unknown') OR r.state IN ('failed', 'suppressed') AND d.state = r.state)
RETURNING d.id, d.enrolment_id AS "enrolmentId", d.contact_id AS "contactId", d.organization_id AS "organizationId", d.campaign_id AS "campaignId", d.step_key AS "stepKey", d.state,
          d.error_class AS "errorClass", d.recipient`;

/** The member learns: its step is done, and the play goes on from now. A paused member stays paused, with the step done. $1 [{enrolmentId, stepKey}] */
export const STEP_DONE = `
UPDATE enrolment e
   SET step_state = 'done', step_done_at = app_now(), touches = touches + 1,
       next_action_at = CASE WHEN e.state = 'active' THEN app_now() ELSE e.next_action_at END
  FROM jsonb_to_recordset($1::jsonb) AS r("enrolmentId" uuid, "stepKey" text)
 WHERE e.id = r."enrolmentId" AND e.step = r."stepKey" AND e.step_state = 'in_flight' AND e.ended_at IS NULL`;

/** Their part ends. $1 [{enrolmentId, state, reason, error}] */
export const STOP_MEMBERS = `
UPDATE enrolment e
   SET state = r.state, reason = r.reason, error = r.error, next_action_at = NULL, step_state = 'done', step_done_at = app_now(), ended_at = app_now()
  FROM jsonb_to_recordset($1::jsonb) AS r("enrolmentId" uuid, state text, reason text, error text)
 WHERE e.id = r."enrolmentId" AND e.ended_at IS NULL`;

/** Nobody can tell whether their message left: they wait for a verdict. Whoever waits for something else waits on for that. $1 enrolments */
export const HOLD_MEMBERS = `
UPDATE enrolment SET state = 'paused', reason = 'unknown_dispatch', deferred = NULL, next_action_at = NULL
 WHERE id = ANY($1::uuid[]) AND state IN ('pending', 'active')`;

/**
 * A person's verdict: whoever waited for it goes on, whoever is paused for another reason stays so. What is sent again is in flight.
 * $1 dispatch, $2 'sent' or 'not_sent'
 */
export const RECORD_SETTLEMENT = `
UPDATE enrolment e
   SET state = CASE WHEN held THEN 'active' ELSE e.state END, reason = CASE WHEN held THEN NULL ELSE e.reason END,
       next_action_at = CASE WHEN e.state = 'paused' AND NOT held THEN e.next_action_at WHEN $2 = 'sent' THEN app_now() END,
       step_state = CASE WHEN $2 = 'sent' THEN e.step_state ELSE 'in_flight' END
  FROM dispatch d CROSS JOIN LATERAL (SELECT reason IS NOT DISTINCT FROM 'unknown_dispatch' AS held FROM enrolment WHERE id = d.enrolment_id) h
 WHERE d.id = $1 AND d.state <> 'suppressed' AND e.id = d.enrolment_id AND e.ended_at IS NULL AND e.step = d.step_key AND (held OR $2 = 'not_sent')`;

export const OWNERS_SENDING = `SELECT DISTINCT owner_key AS key FROM dispatch WHERE state = 'sending' AND owner_key IS NOT NULL`;

export const SENDING_OF = `SELECT id, handover IS NOT DISTINCT FROM 'not_begun' AS "notBegun" FROM dispatch WHERE state = 'sending' AND owner_key = $1`;
