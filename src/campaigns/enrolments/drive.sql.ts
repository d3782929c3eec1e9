import { MAY_CALL_SQL, MAY_MAIL_SQL, SUPPRESSED_SQL } from '../../accounts/index.js';

/** How many shards a campaign has: organizations are spread over them, so that drivers work side by side without meeting. */
export const SHARDS = 32;

/** $1 organization id column text: which shard. The mask keeps abs() away from the smallest integer, which has no positive twin. */
export const SHARD_OF = `((hashtext(organization_id::text) & 2147483647) % ${SHARDS})::smallint`;

/** Due work in running campaigns: what to ring for. */
export const DUE_SHARDS = `
SELECT c.id AS "campaignId", s.shard
  FROM campaign c CROSS JOIN generate_series(0, ${SHARDS - 1}) s(shard)
 WHERE c.state = 'running'
   AND EXISTS (SELECT FROM enrolment e WHERE e.campaign_id = c.id AND e.shard = s.shard AND e.next_action_at <= app_now())`;

/** What driving needs to know; asked under the campaign's shared lock. */
export const RUNNING_CAMPAIGN = `
SELECT steps, active_per_organization AS "activePerOrganization", hours_between_touches AS "hoursBetweenTouches",
       day_starts AS "dayStarts", day_ends AS "dayEnds", working_days AS "workingDays", app_now() AS now
  FROM campaign WHERE id = $1 AND state = 'running'`;

/** $1 campaign, $2 shard, $3 how many, $4 ids or null (to work one member alone). */
export const CLAIM_DUE = `
SELECT e.id, e.contact_id AS "contactId", e.organization_id AS "organizationId", e.campaign_id AS "campaignId", e.role, e.state, e.reason, e.step, e.step_state AS "stepState",
       e.step_done_at AS "stepDoneAt", e.attempts, e.touches, e.conversed, e.interest, e.last_disposition AS "lastDisposition", e.fix_requested AS "fixRequested",
       e.enrolled_at AS "enrolledAt", e.first_touch_at AS "firstTouchAt",
       ${MAY_MAIL_SQL} AS "hasEmail", ${MAY_CALL_SQL} AS "hasPhone",
       c.name AS "contactName", c.preference, c.not_before AS "notBefore", c.erased_at AS "erasedAt", coalesce(c.time_zone, o.time_zone) AS zone, o.country, o.name AS "organizationName", o.employees,
       ${SUPPRESSED_SQL} AS suppressed, CASE WHEN w.state <> 'released' THEN CASE WHEN e.hold_out THEN 'hold_out' ELSE 'wave' END END AS "waitsFor"
  FROM enrolment e JOIN contact c ON c.id = e.contact_id JOIN organization o ON o.id = e.organization_id
  LEFT JOIN wave w ON w.campaign_id = e.campaign_id AND w.ordinal = e.wave
 WHERE e.campaign_id = $1 AND e.shard = $2 AND e.next_action_at <= app_now() AND ($4::uuid[] IS NULL OR e.id = ANY($4))
 ORDER BY e.next_action_at
 LIMIT $3
 FOR UPDATE OF e SKIP LOCKED`;

// A row is made where there was none, then locked: in one order for everybody, so that two drivers cannot deadlock. $1 ids
export const MAKE_ORGANIZATION_PACE = `INSERT INTO organization_pace (organization_id) SELECT id FROM unnest($1::uuid[]) id ORDER BY id ON CONFLICT DO NOTHING`;
export const MAKE_CONTACT_PACE = `INSERT INTO contact_pace (contact_id) SELECT id FROM unnest($1::uuid[]) id ORDER BY id ON CONFLICT DO NOTHING`;
export const LOCK_ORGANIZATION_PACE = `SELECT organization_id AS id, last_touch_at AS "lastTouchAt" FROM organization_pace WHERE organization_id = ANY($1) ORDER BY organization_id FOR UPDATE`;
export const LOCK_CONTACT_PACE = `SELECT contact_id AS id, last_touch_at AS "lastTouchAt" FROM contact_pace WHERE contact_id = ANY($1) ORDER BY contact_id FOR UPDATE`;

/** People under way in these organizations, over all campaigns: read under the pace locks, which whoever activates must hold. */
export const COUNT_ACTIVE = `
SELECT organization_id AS id, count(*)::int AS n FROM enrolment WHERE organization_id = ANY($1) AND state = 'active' GROUP BY 1`;

/** Nobody waits for the mail `d` any more: its member `e` has ended, or is done with its step. One of an earlier step was sent again by a person. */
export const LEFT_BEHIND = `(e.ended_at IS NOT NULL OR e.step = d.step_key AND e.step_state = 'done')`;

/**
 * Members as they are now. What was still to go out for a step that they leave is taken back with it: else it would stay queued for
 * ever, or reach somebody who has answered since. $1 [{id, state, reason, step, stepState, stepDoneAt, attempts, nextActionAt,
 * deferred, error, fixRequested, touchedAt}]
 */
export const WRITE_MEMBERS = `
WITH e AS (
UPDATE enrolment e
   SET state = m.state, reason = m.reason, step = m.step, step_state = m."stepState", step_done_at = m."stepDoneAt", attempts = m.attempts,
       next_action_at = m."nextActionAt", deferred = m.deferred, error = m.error, fix_requested = m."fixRequested",
       first_touch_at = coalesce(e.first_touch_at, m."touchedAt"),
       ended_at = CASE WHEN m.state IN ('finished', 'bounced', 'opted_out', 'excluded', 'failed') THEN coalesce(e.ended_at, app_now()) END
  FROM jsonb_to_recordset($1::jsonb) AS m(id uuid, state text, reason text, step text, "stepState" text, "stepDoneAt" timestamptz, attempts smallint,
       "nextActionAt" timestamptz, deferred text, error text, "fixRequested" boolean, "touchedAt" timestamptz)
 WHERE e.id = m.id
RETURNING e.id, e.ended_at, e.step, e.step_state
)
UPDATE dispatch d SET state = 'suppressed', error_class = 'aborted', settled_at = app_now(), settled_by = 'play'
  FROM e WHERE d.enrolment_id = e.id AND d.state = 'queued' AND ${LEFT_BEHIND}`;

/** What was still to go out does not. $1 enrolments, $2 because of what */
export const TAKE_BACK = `
UPDATE dispatch SET state = 'suppressed', error_class = 'aborted', settled_at = app_now(), settled_by = $2 WHERE enrolment_id = ANY($1::uuid[]) AND state = 'queued'`;

/** Unique on enrolment and step: an intent is written once, whoever drives. $1 [{enrolmentId, campaignId, contactId, organizationId, stepKey}] */
export const WRITE_DISPATCHES = `
INSERT INTO dispatch (enrolment_id, campaign_id, contact_id, organization_id, step_key)
SELECT d."enrolmentId", d."campaignId", d."contactId", d."organizationId", d."stepKey"
  FROM jsonb_to_recordset($1::jsonb) AS d("enrolmentId" uuid, "campaignId" uuid, "contactId" uuid, "organizationId" uuid, "stepKey" text)
    ON CONFLICT (enrolment_id, step_key) DO NOTHING`;

export const TOUCH_ORGANIZATIONS = `UPDATE organization_pace SET last_touch_at = $2 WHERE organization_id = ANY($1)`;
export const TOUCH_CONTACTS = `UPDATE contact_pace SET last_touch_at = $2 WHERE contact_id = ANY($1)`;

/** $1 [{enrolmentId, what, step, detail}] */
export const WRITE_EVENTS = `
INSERT INTO enrolment_event (enrolment_id, what, step, detail)
SELECT v."enrolmentId", v.what, v.step, v.detail
  FROM jsonb_to_recordset($1::jsonb) AS v("enrolmentId" uuid, what text, step text, detail jsonb)`;

/** Colleagues who waited for a place in these organizations may try again; one that a driver holds just now is found by it. $1 ids */
export const WAKE_WAITING = `
UPDATE enrolment SET next_action_at = app_now(), deferred = NULL
 WHERE id IN (SELECT id FROM enrolment WHERE organization_id = ANY($1) AND state = 'pending' AND deferred = 'organization_busy' AND next_action_at > app_now()
              ORDER BY id FOR UPDATE SKIP LOCKED)`;
