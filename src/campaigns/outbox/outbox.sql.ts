import { SUPPRESSED_SQL, unverifiedOptOutSql } from '../../accounts/index.js';
import { UNREACHABLE } from './message-transitions.js';

/** Due and allowed to go, locked until the claim is committed. $1 how many, $2 campaigns whose shared lock is held */
export const PICK = `
SELECT d.id, d.campaign_id, d.enrolment_id, d.organization_id,
       d.throttle_epoch, c.email_key, split_part(c.email_key, '@', 2) AS domain
  FROM dispatch d
  JOIN campaign k ON k.id = d.campaign_id
  JOIN enrolment e ON e.id = d.enrolment_id
  JOIN contact c ON c.id = d.contact_id
 WHERE d.state = 'queued'
   AND d.next_attempt_at <= app_now()
   AND k.state = 'running'
   AND k.id = ANY($2::uuid[])
   AND e.state = 'active'
   AND NOT ${unverifiedOptOutSql('d.contact_id')}
   AND (SELECT may_dispatch())
 ORDER BY d.next_attempt_at, d.id
 LIMIT $1
   FOR UPDATE OF d SKIP LOCKED`;

/** Still queued, with the reason and the slot that was given to it. $1 [{id, until, why, epoch}] */
export const POSTPONE = `
UPDATE dispatch d
   SET next_attempt_at = r.until, deferred = r.why, throttle_epoch = r.epoch
  FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, until timestamptz, why text, epoch integer)
 WHERE d.id = r.id`;

/** Messages that wait for this reason are due again. $1 campaigns, $2 why they were deferred */
export const RETRY_DEFERRED = `
UPDATE dispatch
   SET next_attempt_at = app_now(), deferred = NULL
 WHERE campaign_id = ANY($1::uuid[]) AND state = 'queued' AND deferred = $2`;

/**
 * The moment of the handover: asked once more, since a claimed batch waits for the mail server, and written down before
 * anything leaves. Changes nothing where the message has another owner. $1 message, $2 owner key
 */
export const BEGIN_HANDOVER = `
UPDATE dispatch d
   SET handover = 'begun'
  FROM campaign k, enrolment e, contact c, organization o
 WHERE d.id = $1
   AND d.owner_key = $2
   AND d.state = 'sending'
   AND k.id = d.campaign_id
   AND e.id = d.enrolment_id
   AND c.id = d.contact_id
   AND o.id = d.organization_id
   AND (SELECT may_dispatch())
   AND k.state = 'running'
   AND e.state = 'active'
   AND NOT (${SUPPRESSED_SQL} OR ${UNREACHABLE} OR c.email <> d.recipient)`;

export const ANY_QUEUED = `
SELECT may_dispatch()
   AND EXISTS (
     SELECT
       FROM dispatch d
       JOIN campaign k ON k.id = d.campaign_id
       JOIN enrolment e ON e.id = d.enrolment_id
      WHERE d.state = 'queued'
        AND d.next_attempt_at <= app_now()
        AND k.state = 'running'
        AND e.state = 'active'
        AND NOT ${unverifiedOptOutSql('d.contact_id')}) AS any`;

export const RUNNING_CAMPAIGNS = `SELECT id FROM campaign WHERE state = 'running'`;

/** $1 messages */
export const LOCK_ENROLMENTS = `
SELECT
  FROM enrolment
 WHERE id IN (SELECT enrolment_id FROM dispatch WHERE id = ANY($1::uuid[]))
 ORDER BY id
   FOR UPDATE`;

/** With the enrolment that waits for it, if it stands at this step. $1 message */
export const LOCK_MESSAGE = `
SELECT d.state, d.enrolment_id, d.step_key, e.reason IS NOT DISTINCT FROM 'unknown_dispatch' AS held
  FROM dispatch d
  JOIN enrolment e ON e.id = d.enrolment_id
 WHERE d.id = $1
   FOR UPDATE OF d`;

export const OWNERS_SENDING = `
SELECT DISTINCT owner_key AS key
  FROM dispatch
 WHERE state = 'sending' AND owner_key IS NOT NULL`;

/** $1 owner key */
export const SENDING_OF = `
SELECT id, handover IS NOT DISTINCT FROM 'not_begun' AS not_begun
  FROM dispatch
 WHERE state = 'sending' AND owner_key = $1`;

/** Of these contacts, those who share their mailbox with others. $1 contacts */
export const SHARING_MAILBOX = `SELECT id FROM contact WHERE id = ANY($1::uuid[]) AND shared_mailbox`;

/** Whether an enrolment waits until a person settles its unknown message. $1 campaigns */
export const HOLDING_UNKNOWN = `SELECT id FROM campaign WHERE id = ANY($1::uuid[]) AND on_unknown = 'hold'`;
