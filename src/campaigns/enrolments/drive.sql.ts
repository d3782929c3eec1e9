import { MAY_CALL_SQL, MAY_MAIL_SQL, SUPPRESSED_SQL, unverifiedOptOutSql } from '../../accounts/index.js';

/**
 * How many shards a campaign has: organizations are spread over them, so that drivers work side by side without
 * meeting.
 */
export const SHARDS = 32;

/** The shard of `organization_id`. The mask keeps abs() away from the smallest integer, which has no positive twin. */
export const SHARD_OF = `((hashtext(organization_id::text) & 2147483647) % ${SHARDS})::smallint`;

/** Shards of running campaigns with work that is due. */
export const DUE_SHARDS = `
SELECT c.id AS campaign_id, s.shard
  FROM campaign c
 CROSS JOIN generate_series(0, ${SHARDS - 1}) s(shard)
 WHERE c.state = 'running'
   AND EXISTS (
     SELECT FROM enrolment e WHERE e.campaign_id = c.id AND e.shard = s.shard AND e.next_action_at <= app_now())`;

/** What driving needs to know; asked under the campaign's shared lock. $1 campaign */
export const RUNNING_CAMPAIGN = `
SELECT steps, active_per_organization, hours_between_touches, day_starts, day_ends, working_days,
       app_now() AS now
  FROM campaign
 WHERE id = $1 AND state = 'running'`;

/** What `libs/plays` asks of the enrolment `e` with its contact `c` and its organization `o`. */
export const PLAY_COLUMNS = `
       e.id, e.contact_id, e.organization_id, e.campaign_id, e.role, e.state, e.reason, e.step, e.step_state,
       e.step_done_at, e.attempts, e.touches, e.conversed, e.interest, e.last_disposition, e.fix_requested,
       e.enrolled_at, e.first_touch_at,
       ${MAY_MAIL_SQL} AS has_email, ${MAY_CALL_SQL} AS has_phone,
       c.name AS contact_name, o.name AS organization_name, o.employees`;

/**
 * What stands at a record that was merged in this moment follows it first. $1 campaign, $2 shard, $3 how many, $4 ids or
 * null (to drive one enrolment alone)
 */
export const CLAIM_DUE = `
SELECT ${PLAY_COLUMNS},
       c.preference, c.not_before, c.away_until, c.erased_at,
       coalesce(c.time_zone, o.time_zone) AS zone, o.country, o.region, o.city, ${SUPPRESSED_SQL} AS suppressed,
       ${unverifiedOptOutSql('c.id')} AS unverified_opt_out,
       CASE WHEN w.state <> 'released' THEN CASE WHEN e.hold_out THEN 'hold_out' ELSE 'wave' END END AS waits_for
  FROM enrolment e
  JOIN contact c ON c.id = e.contact_id
  JOIN organization o ON o.id = e.organization_id
  LEFT JOIN wave w ON w.campaign_id = e.campaign_id AND w.ordinal = e.wave
 WHERE e.campaign_id = $1
   AND e.shard = $2
   AND e.next_action_at <= app_now()
   AND o.merged_into IS NULL
   AND ($4::uuid[] IS NULL OR e.id = ANY($4))
 ORDER BY e.next_action_at
 LIMIT $3
   FOR UPDATE OF e SKIP LOCKED`;

/** Where an enrolment stands that could not be driven. $1 enrolment */
export const POSITION = `
SELECT id, contact_id, organization_id, step, step_state,
       step_done_at, attempts, fix_requested
  FROM enrolment
 WHERE id = $1`;

// A row is made where there was none, then locked: in one order by every driver, so that two cannot deadlock. $1 ids
export const MAKE_ORGANIZATION_PACE = `
INSERT INTO organization_pace (organization_id)
SELECT id FROM unnest($1::uuid[]) id ORDER BY id
    ON CONFLICT DO NOTHING`;
export const MAKE_CONTACT_PACE = `
INSERT INTO contact_pace (contact_id)
SELECT id FROM unnest($1::uuid[]) id ORDER BY id
    ON CONFLICT DO NOTHING`;
export const LOCK_ORGANIZATION_PACE = `
SELECT organization_id AS id, last_touch_at
  FROM organization_pace
 WHERE organization_id = ANY($1)
 ORDER BY organization_id
   FOR UPDATE`;
export const LOCK_CONTACT_PACE = `
SELECT contact_id AS id, last_touch_at
  FROM contact_pace
 WHERE contact_id = ANY($1)
 ORDER BY contact_id
   FOR UPDATE`;

/**
 * Active enrolments of these organizations, in all campaigns: read under the pace locks, which a driver that activates
 * must hold.
 */
export const COUNT_ACTIVE = `
SELECT organization_id AS id, count(*)::int AS n
  FROM enrolment
 WHERE organization_id = ANY($1) AND state = 'active'
 GROUP BY 1`;

export const TOUCH_ORGANIZATIONS = `UPDATE organization_pace SET last_touch_at = $2 WHERE organization_id = ANY($1)`;
export const TOUCH_CONTACTS = `UPDATE contact_pace SET last_touch_at = $2 WHERE contact_id = ANY($1)`;

/**
 * Colleagues that were deferred because their organization was busy may try again; one that a driver holds just now is
 * found by it. $1 organizations
 */
export const RETRY_BUSY = `
UPDATE enrolment
   SET next_action_at = app_now(), deferred = NULL
 WHERE id IN (
   SELECT id
     FROM enrolment
    WHERE organization_id = ANY($1)
      AND state = 'pending'
      AND deferred = 'organization_busy'
      AND next_action_at > app_now()
    ORDER BY id
      FOR UPDATE SKIP LOCKED)`;
