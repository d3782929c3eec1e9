import { SUPPRESSED_SQL } from '../../accounts/index.js';
import type { Dispatch } from './dispatch.entity.js';

type MessageState = Dispatch['state'];

interface MessageTransition {
  from: readonly MessageState[];
  to: readonly MessageState[];
  errorClass?: string;
}

/** Every change of a message after it was queued: nothing else writes its state. */
const TRANSITIONS = {
  claim: { from: ['queued'], to: ['sending', 'suppressed', 'failed'] },
  /** the owner says what became of it */
  report: { from: ['sending'], to: ['sent', 'bounced', 'failed', 'unknown', 'queued', 'suppressed'] },
  /** a person, or a mail that came in, says what became of it */
  settle: { from: ['sending', 'unknown'], to: ['sent', 'queued', 'suppressed'] },
  /** what the claim itself ended is reported like the others */
  confirm: { from: ['failed', 'suppressed'], to: ['failed', 'suppressed'] },
  withdraw: { from: ['queued'], to: ['suppressed'], errorClass: 'aborted' },
  suppress: { from: ['queued'], to: ['suppressed'], errorClass: 'suppressed' },
  bounce: { from: ['sending', 'sent', 'delivered', 'unknown'], to: ['bounced'], errorClass: 'rejected' },
  deliver: { from: ['sent'], to: ['delivered'] },
} as const satisfies Record<string, MessageTransition>;

type Name = keyof typeof TRANSITIONS;

const list = (states: readonly MessageState[]): string => `('${states.join("', '")}')`;

/** The message `d` may take this transition. */
const mayTake = (name: Name): string => `d.state IN ${list(TRANSITIONS[name].from)}`;

/** `asked` is a state of the parameters: one that the transition leads to. */
const leadsTo = (name: Name, asked: string): string => `${asked} IN ${list(TRANSITIONS[name].to)}`;

/** The columns of a transition that leads to one state. */
function ends(name: 'withdraw' | 'suppress' | 'bounce' | 'deliver', by: string): string {
  const { to, errorClass }: MessageTransition = TRANSITIONS[name];
  const error = errorClass ? `error_class = '${errorClass}', ` : '';
  return `state = '${to[0]}', ${error}owner_key = NULL, settled_at = app_now(), settled_by = ${by}`;
}

/**
 * Unique on enrolment and step: a message is queued once. $1 [{enrolmentId, campaignId, contactId, organizationId,
 * stepKey}]
 */
export const QUEUE = `
INSERT INTO dispatch (enrolment_id, campaign_id, contact_id, organization_id, step_key)
SELECT d."enrolmentId", d."campaignId", d."contactId", d."organizationId", d."stepKey"
  FROM jsonb_to_recordset($1::jsonb)
    AS d("enrolmentId" uuid, "campaignId" uuid, "contactId" uuid, "organizationId" uuid, "stepKey" text)
    ON CONFLICT (enrolment_id, step_key) DO NOTHING`;

/** No mail may reach the contact `c` now, whatever its campaign wants. */
export const UNREACHABLE = `(
  c.email IS NULL
  OR c.merged_into IS NOT NULL
  OR c.email_state IN ('invalid', 'bounced')
  OR c.preference IN ('no_email', 'we_contact_you')
  OR c.not_before > app_now() IS TRUE
  OR c.away_until > app_now() IS TRUE)`;

/**
 * One guarded statement from queued to owned, of messages that this transaction picked and locked: checks suppression
 * and the address again. What may not go out ends here and is returned too, so that its enrolment follows. One copy of a
 * step goes to an address: the key of step_recipient decides between enrolments, also of two claims at once; an
 * enrolment whose copy surely did not go out gives it up. One whose address has changed since it was picked stays
 * queued. $1 owner key, $2 [{id, senderId, domain, emailKey, emailHash}]
 *
 * Conditions stand as columns, and the copies are looked up by IN: as conditions and as a join, the planner expected one
 * row where there are three hundred, and compared each of them with every message that is queued.
 */
export const CLAIM = `
WITH picked AS (
  SELECT d.id, d.campaign_id, d.step_key, d.enrolment_id, r."emailHash" AS email_hash,
         r."senderId" AS sender, c.email, c.name AS contact_name, c.given_name, c.family_name, c.language,
         o.name AS organization_name, o.industry, o.city, o.country, e.role, em.title,
         '<' || d.id || '.' || left(replace(gen_random_uuid()::text, '-', ''), 12)
           || '@' || coalesce(r.domain, split_part(k.from_address, '@', 2)) || '>' AS message_id,
         ${mayTake('claim')} AND c.email_key IS NOT DISTINCT FROM r."emailKey" AS claimable,
         CASE WHEN ${SUPPRESSED_SQL} THEN 'suppressed' WHEN ${UNREACHABLE} THEN 'no_address' END AS refused
    FROM jsonb_to_recordset($2::jsonb)
      AS r(id uuid, "senderId" uuid, domain text, "emailKey" text, "emailHash" text)
    JOIN dispatch d ON d.id = r.id
    JOIN campaign k ON k.id = d.campaign_id
    JOIN enrolment e ON e.id = d.enrolment_id
    JOIN contact c ON c.id = d.contact_id
    JOIN organization o ON o.id = d.organization_id
    LEFT JOIN LATERAL (
      SELECT title
        FROM employment
       WHERE contact_id = c.id AND organization_id = o.id AND until IS NULL
       LIMIT 1) em ON true
), copy AS (
  INSERT INTO step_recipient (campaign_id, step_key, email_hash, enrolment_id)
  SELECT DISTINCT ON (campaign_id, step_key, email_hash) campaign_id, step_key, email_hash, enrolment_id
    FROM picked
   WHERE claimable AND refused IS NULL
   ORDER BY campaign_id, step_key, email_hash, id
      ON CONFLICT (campaign_id, step_key, email_hash) DO UPDATE
     SET enrolment_id = CASE
           WHEN EXISTS (
             SELECT
               FROM dispatch h
              WHERE h.enrolment_id = step_recipient.enrolment_id
                AND h.step_key = step_recipient.step_key
                AND h.state IN ('failed', 'suppressed')) THEN excluded.enrolment_id
           ELSE step_recipient.enrolment_id
         END
  RETURNING campaign_id, step_key, email_hash, enrolment_id
), claim AS (
  SELECT p.*,
         CASE
           WHEN p.refused IS NOT NULL THEN p.refused
           WHEN (p.campaign_id, p.step_key, p.email_hash, p.enrolment_id)
             NOT IN (SELECT campaign_id, step_key, email_hash, enrolment_id FROM copy) THEN 'same_address'
         END AS error_class
    FROM picked p
   WHERE p.claimable
)
UPDATE dispatch d
   SET state = CASE
         WHEN p.error_class IS NULL THEN 'sending'
         WHEN p.error_class = 'no_address' THEN 'failed'
         ELSE 'suppressed'
       END,
       error_class = p.error_class,
       same_address_as = CASE
         WHEN p.error_class = 'same_address' THEN (
           SELECT c.enrolment_id
             FROM copy c
            WHERE c.campaign_id = p.campaign_id AND c.step_key = p.step_key AND c.email_hash = p.email_hash)
       END,
       owner_key = $1,
       handover = 'not_begun',
       sending_at = app_now(),
       recipient = p.email,
       attempts = d.attempts + 1,
       sender_id = p.sender,
       message_id = coalesce(d.message_id, p.message_id),
       deferred = NULL,
       throttle_epoch = NULL
  FROM claim p
 WHERE d.id = p.id
RETURNING d.id, d.state, d.error_class, d.attempts, d.campaign_id, d.enrolment_id, d.contact_id, d.step_key,
          d.sender_id, d.message_id,
          p.email AS recipient, p.contact_name, p.language, p.given_name, p.family_name, p.title,
          p.organization_name, p.industry, p.city, p.country, p.role,
          (SELECT coalesce(array_agg(x.message_id ORDER BY x.sent_at), '{}')
             FROM dispatch x
            WHERE x.enrolment_id = d.enrolment_id
              AND x.id <> d.id
              AND x.state IN ('sent', 'delivered')
              AND x.message_id IS NOT NULL) AS earlier`;

/**
 * The message `d` is not to go out any more: its enrolment `e` has ended, or is done with its step. A message of an
 * earlier step was queued again by a person.
 */
const LEFT_BEHIND = `(e.ended_at IS NOT NULL OR e.step = d.step_key AND e.step_state = 'done')`;

/**
 * What became of messages. Only of those that this owner still has: an owner that lost them changes nothing. What was
 * to wait is withdrawn where its enrolment or campaign has ended, or its step is done with; a person's settlement sends
 * again. $1 [{id, state, errorClass, response, retryAt}], $2 owner key (null: any owner, for a person or the sweep), $3
 * who settles
 */
export const SETTLE = `
WITH report AS (
  SELECT r.id, r.response, r."retryAt",
         CASE WHEN w.withdrawn THEN 'suppressed' ELSE r.state END AS state,
         CASE WHEN w.withdrawn THEN 'aborted' ELSE r."errorClass" END AS error_class
    FROM jsonb_to_recordset($1::jsonb)
      AS r(id uuid, state text, "errorClass" text, response text, "retryAt" timestamptz)
    JOIN dispatch d ON d.id = r.id
    JOIN enrolment e ON e.id = d.enrolment_id
    JOIN campaign k ON k.id = d.campaign_id
   CROSS JOIN LATERAL (
     SELECT r.state = 'queued'
        AND (e.ended_at IS NOT NULL OR k.state = 'aborted' OR d.state = 'sending' AND ${LEFT_BEHIND}) AS withdrawn) w
)
UPDATE dispatch d
   SET state = r.state,
       error_class = r.error_class,
       response = left(r.response, 1000),
       owner_key = NULL,
       refused_at = CASE
         WHEN r.error_class = 'refused' THEN app_now()
         WHEN r.state <> 'sent' THEN d.refused_at
       END,
       handover = CASE WHEN r.state = 'queued' THEN NULL ELSE d.handover END,
       next_attempt_at = coalesce(r."retryAt", d.next_attempt_at),
       sent_at = CASE WHEN r.state = 'sent' THEN app_now() ELSE d.sent_at END,
       settled_at = CASE WHEN r.state = 'queued' THEN NULL ELSE app_now() END,
       settled_by = CASE WHEN r.state = 'queued' THEN NULL ELSE $3 END
  FROM report r
 WHERE d.id = r.id
   AND (${mayTake('report')} AND ${leadsTo('report', 'r.state')} AND d.owner_key = $2
     OR ${mayTake('settle')} AND ${leadsTo('settle', 'r.state')} AND $2::bigint IS NULL
     OR ${mayTake('confirm')} AND ${leadsTo('confirm', 'r.state')} AND d.state = r.state)
RETURNING d.id, d.enrolment_id, d.contact_id, d.organization_id, d.campaign_id, d.step_key, d.state,
          d.error_class, d.recipient`;

/** Of enrolments that have ended or are done with their step. $1 enrolments */
export const WITHDRAW_LEFT = `
UPDATE dispatch d
   SET ${ends('withdraw', 'event_actor()')}
  FROM enrolment e
 WHERE e.id = d.enrolment_id
   AND e.id = ANY($1::uuid[])
   AND ${mayTake('withdraw')}
   AND ${LEFT_BEHIND}`;

/** Of a campaign that is aborted. $1 campaign */
export const WITHDRAW_OF_CAMPAIGN = `
UPDATE dispatch d
   SET ${ends('withdraw', 'event_actor()')}
 WHERE d.campaign_id = $1
   AND ${mayTake('withdraw')}`;

/** Those that should have been withdrawn; what is just being written is locked, and looked at the next time. */
export const WITHDRAW_FORGOTTEN = `
UPDATE dispatch d
   SET ${ends('withdraw', "'reconcile'")}
 WHERE d.id IN (
   SELECT d.id
     FROM dispatch d
     JOIN enrolment e ON e.id = d.enrolment_id
    WHERE ${mayTake('withdraw')} AND ${LEFT_BEHIND}
      FOR UPDATE OF d, e SKIP LOCKED)`;

/** To a contact that is erased. $1 contact */
export const SUPPRESS_TO_CONTACT = `
UPDATE dispatch d
   SET ${ends('suppress', "'erasure'")}
 WHERE d.contact_id = $1
   AND ${mayTake('suppress')}`;

/** $1 message */
export const BOUNCE = `
UPDATE dispatch d
   SET ${ends('bounce', "'mail'")}, bounce_class = 'hard', response = bounce_words
 WHERE d.id = $1
   AND ${mayTake('bounce')}`;

/** $1 message */
export const DELIVER = `
UPDATE dispatch d
   SET ${ends('deliver', "'mail'")}, sent_at = coalesce(sent_at, app_now())
 WHERE d.id = $1
   AND ${mayTake('deliver')}`;

/** A message that was surely never handed over goes, so that the play may ask for its step again. $1 message */
export const DISCARD = `DELETE FROM dispatch WHERE id = $1 AND state = 'failed'`;

/** Failed messages of the step at which these enrolments stand. $1 enrolments */
export const DISCARD_FAILED = `
DELETE FROM dispatch d
 USING enrolment e
 WHERE e.id = ANY($1::uuid[])
   AND d.enrolment_id = e.id
   AND d.step_key = e.step
   AND d.state = 'failed'
RETURNING e.id`;
