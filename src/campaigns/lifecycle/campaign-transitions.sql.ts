/** $1 campaign, $2 by whom or null: by its schedule */
export const LAUNCH = `
UPDATE campaign
   SET state = 'running',
       launched_at = app_now(),
       launched_by = $2,
       hold_out_until = app_now() + make_interval(days => hold_out_days),
       revision = revision + 1
 WHERE id = $1`;

/** $1 campaign, $2 state */
export const MOVE = `
UPDATE campaign
   SET state = $2, updated_at = app_now(), revision = revision + 1
 WHERE id = $1`;

/** $1 campaign */
export const END = `UPDATE campaign SET ended_at = app_now() WHERE id = $1`;

/** $1 campaign, $2 what, $3 by whom, $4 why */
export const LOG = `
INSERT INTO campaign_change (campaign_id, change, changed_by, reason)
VALUES ($1, $2, $3, $4)`;

export const SCHEDULED_DUE = `SELECT id FROM campaign WHERE state = 'scheduled' AND scheduled_at <= app_now()`;

/** $1 campaign */
export const UNSCHEDULE = `
UPDATE campaign
   SET state = 'ready', scheduled_at = NULL
 WHERE id = $1 AND state = 'scheduled'`;

/** $1 snapshot */
export const HELD_OUT = `SELECT held_out FROM cohort_snapshot WHERE id = $1`;

/** $1 campaign */
export const RELEASE_FIRST_WAVE = `
UPDATE wave
   SET state = 'released', released_at = app_now(), released_by = 'launch'
 WHERE campaign_id = $1
   AND ordinal = (SELECT min(ordinal) FROM wave WHERE campaign_id = $1 AND NOT hold_out)`;

/** $1 campaign, $2 wave, $3 by whom, $4 note */
export const RELEASE_WAVE = `
UPDATE wave
   SET state = 'released', released_at = app_now(), released_by = $3, note = $4
 WHERE campaign_id = $1
   AND ordinal = $2
   AND state <> 'released'
RETURNING hold_out`;

/** Its enrolments are due. $1 campaign, $2 wave */
export const START_WAVE = `
UPDATE enrolment
   SET next_action_at = app_now(), deferred = NULL
 WHERE campaign_id = $1
   AND wave = $2
   AND state = 'pending'
   AND next_action_at IS NULL`;

/** $1 campaign */
export const RESUME_AFTER_REVIEW = `
UPDATE campaign
   SET state = 'running', updated_at = app_now(), revision = revision + 1
 WHERE id = $1
   AND NOT EXISTS (SELECT FROM wave WHERE campaign_id = $1 AND state = 'in_review')`;
