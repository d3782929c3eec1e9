import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every change of an enrolment's state stands in its history: from what, to what, why and by whom. */
export class EnrolmentHistory1767000000036 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(COLUMNS);
    for (const repair of REPAIRS) await query.query(repair);
    await query.query(RECORD_DIRECT_CHANGES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const COLUMNS = `
CREATE FUNCTION event_actor() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(current_setting('overture.actor', true), ''), 'system')
$$;

-- Events from before know no states and nobody who caused them.
ALTER TABLE enrolment_event
  ADD COLUMN from_state text,
  ADD COLUMN to_state text,
  ADD COLUMN reason text,
  ADD COLUMN by text,
  ADD COLUMN recorded_in xid8;
ALTER TABLE enrolment_event
  ALTER COLUMN by SET DEFAULT event_actor(),
  ALTER COLUMN recorded_in SET DEFAULT pg_current_xact_id();`;

/** `is`: the enrolments; `at`, `by`: when and by whom they were changed; `recorded`: events that say so already */
const repair = (
  what: string,
  { is, at, by, recorded }: { is: string; at: string; by: string; recorded: string },
): string => `
INSERT INTO enrolment_event (enrolment_id, at, what, step, to_state, reason, by, detail)
SELECT e.id, coalesce(${at}, app_now()), '${what}', e.step, e.state, e.reason, ${by}, '{"repaired": true}'
  FROM enrolment e
 WHERE ${is}
   AND NOT EXISTS (SELECT FROM enrolment_event v WHERE v.enrolment_id = e.id AND (${recorded}))`;

/** When a colleague in the same campaign and organization last answered by themselves. */
const COLLEAGUE_ANSWERED = `(
  SELECT max(v.at)
    FROM enrolment c
    JOIN enrolment_event v ON v.enrolment_id = c.id
   WHERE c.campaign_id = e.campaign_id
     AND c.organization_id = e.organization_id
     AND c.id <> e.id
     AND (v.what = 'replied' OR v.what = 'answered' AND v.detail ->> 'source' <> 'rep'))`;

const ABORTED = (column: string): string => `(
  SELECT ${column} FROM campaign_change WHERE campaign_id = e.campaign_id AND change = 'abort' ORDER BY changed_at DESC LIMIT 1)`;

/** What was changed without an event until now, with the best time that is known. */
const REPAIRS = [
  repair('paused', {
    is: `e.state = 'paused' AND e.reason = 'colleague_reply'`,
    at: COLLEAGUE_ANSWERED,
    by: `'system'`,
    recorded: `v.what = 'paused'`,
  }),
  repair('merged', {
    is: `e.state = 'paused' AND e.reason = 'group_session'`,
    at: COLLEAGUE_ANSWERED,
    by: `'system'`,
    recorded: `v.what IN ('merged', 'group_missed')`,
  }),
  repair('excluded', {
    is: `e.state = 'excluded' AND e.reason = 'campaign_aborted'`,
    at: `coalesce(e.ended_at, ${ABORTED('changed_at')})`,
    by: `coalesce(${ABORTED('changed_by')}, 'system')`,
    recorded: `v.what = 'excluded' AND v.at >= e.ended_at`,
  }),
  repair('excluded', {
    is: `e.state = 'excluded' AND e.reason = 'erased'`,
    at: 'e.ended_at',
    by: `'system'`,
    recorded: `v.what = 'excluded' AND v.detail ->> 'reason' = 'erased'`,
  }),
  repair('opted_out', {
    is: `e.state = 'opted_out'`,
    at: 'e.ended_at',
    by: `'system'`,
    recorded: `v.what IN ('complained', 'opted_out') OR v.what = 'answered' AND v.detail ->> 'disposition' = 'connected_do_not_call'`,
  }),
  repair('bounced', {
    is: `e.state = 'bounced'`,
    at: 'e.ended_at',
    by: `'system'`,
    recorded: `v.what = 'bounced'`,
  }),
  repair('unknown', {
    is: `e.state = 'paused' AND e.reason = 'unknown_dispatch'`,
    at: `(SELECT max(d.settled_at) FROM dispatch d WHERE d.enrolment_id = e.id AND d.state = 'unknown')`,
    by: `'system'`,
    recorded: `v.what = 'unknown'`,
  }),
];

/**
 * A change of the state or the reason whose last event does not say so, in the same transaction, is recorded by the database. One probe
 * of enrolment_event_enrolment for each enrolment whose state changed.
 */
const RECORD_DIRECT_CHANGES = `
-- A plan is kept as long as the session: one that was made while the table was small must not read all of it later.
CREATE FUNCTION record_direct_change() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  INSERT INTO enrolment_event (enrolment_id, what, step, from_state, to_state, reason)
  SELECT n.id, 'changed_directly', n.step, o.state, n.state, n.reason
    FROM new_rows n
    JOIN old_rows o USING (id)
   WHERE (n.state, n.reason) IS DISTINCT FROM (o.state, o.reason)
     AND NOT EXISTS (
       SELECT
         FROM (SELECT *
                 FROM enrolment_event
                WHERE enrolment_id = n.id
                  AND recorded_in = pg_current_xact_id()
                  AND to_state IS NOT NULL
                ORDER BY at DESC, id DESC
                LIMIT 1) last
        WHERE (last.to_state, last.reason) IS NOT DISTINCT FROM (n.state, n.reason));
  RETURN NULL;
END $$;
CREATE TRIGGER record_direct_change AFTER UPDATE ON enrolment
  REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION record_direct_change();`;
