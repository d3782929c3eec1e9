import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Campaigns1767000000007 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
CREATE TABLE play (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  name text NOT NULL,
  purpose text NOT NULL DEFAULT 'stimulate' CHECK (purpose IN ('stimulate', 'challenge', 'inform', 'order_take')),
  steps jsonb NOT NULL,
  review_on date,
  archived_at timestamptz(3),
  created_by uuid NOT NULL REFERENCES app_user,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT app_now(),
  updated_at timestamptz(3) NOT NULL DEFAULT app_now()
);

CREATE TABLE campaign (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  name text NOT NULL,
  version_id uuid NOT NULL REFERENCES proposition_version,
  snapshot_id uuid NOT NULL REFERENCES cohort_snapshot,
  play_id uuid NOT NULL REFERENCES play,
  -- the play as it was at launch: later edits do not reach people who are under way
  steps jsonb NOT NULL,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'ready', 'scheduled', 'running', 'paused', 'in_review', 'completed', 'aborted')),
  -- pace
  active_per_organization smallint NOT NULL DEFAULT 3 CHECK (active_per_organization > 0),
  hours_between_touches smallint NOT NULL DEFAULT 20 CHECK (hours_between_touches >= 0),
  day_starts time NOT NULL DEFAULT '09:00',
  day_ends time NOT NULL DEFAULT '17:00' CHECK (day_ends > day_starts),
  working_days smallint[] NOT NULL DEFAULT '{1,2,3,4,5}' CHECK (working_days <@ ARRAY[1,2,3,4,5,6,7]::smallint[] AND cardinality(working_days) > 0),
  -- an unknown dispatch: go on with the next step, or hold the member until a person settles it
  on_unknown text NOT NULL DEFAULT 'continue' CHECK (on_unknown IN ('continue', 'hold')),
  from_name text NOT NULL DEFAULT 'Overture',
  from_address text NOT NULL DEFAULT 'overture@localhost.invalid',
  reply_to text,
  scheduled_at timestamptz(3),
  launched_at timestamptz(3),
  launched_by uuid REFERENCES app_user,
  hold_out_days smallint NOT NULL DEFAULT 28 CHECK (hold_out_days BETWEEN 1 AND 365),
  -- null while the launch still enrols; the driver only works on enrolled members anyway
  enrolled_at timestamptz(3),
  hold_out_until timestamptz(3),
  ended_at timestamptz(3),
  created_by uuid NOT NULL REFERENCES app_user,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT app_now(),
  updated_at timestamptz(3) NOT NULL DEFAULT app_now()
);
CREATE INDEX campaign_version ON campaign (version_id);
CREATE INDEX campaign_alive ON campaign (state) WHERE state IN ('scheduled', 'running', 'paused', 'in_review');

-- launch, pause, resume, abort, completion: who, when and why
CREATE TABLE campaign_change (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  campaign_id uuid NOT NULL REFERENCES campaign,
  change text NOT NULL CHECK (change IN ('launch', 'schedule', 'start', 'pause', 'resume', 'abort', 'complete', 'wave_review', 'wave_release', 'hold_out_release')),
  reason text,
  changed_by text NOT NULL,
  changed_at timestamptz(3) NOT NULL DEFAULT app_now()
);
CREATE INDEX campaign_change_campaign ON campaign_change (campaign_id, changed_at);

CREATE TABLE wave (
  campaign_id uuid NOT NULL REFERENCES campaign,
  ordinal smallint NOT NULL CHECK (ordinal > 0),
  -- organizations in it; null: all that are left
  size integer CHECK (size > 0),
  hold_out boolean NOT NULL DEFAULT false,
  -- the wave waits for a person who looked at the one before
  gated boolean NOT NULL DEFAULT true,
  -- which people of the snapshot, by ordinal; set at launch, an organization is never cut in two
  from_ordinal integer,
  to_ordinal integer,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'in_review', 'released')),
  released_at timestamptz(3),
  released_by text,
  note text,
  PRIMARY KEY (campaign_id, ordinal)
);

CREATE TABLE launch_range (
  campaign_id uuid NOT NULL REFERENCES campaign,
  from_ordinal integer NOT NULL,
  to_ordinal integer NOT NULL,
  enrolled integer,
  done_at timestamptz(3),
  PRIMARY KEY (campaign_id, from_ordinal)
);

-- One decision maker in one campaign. No personal data in this row: it is the hot one.
CREATE TABLE enrolment (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  campaign_id uuid NOT NULL REFERENCES campaign,
  contact_id uuid NOT NULL REFERENCES contact,
  organization_id uuid NOT NULL REFERENCES organization,
  role text NOT NULL,
  wave smallint NOT NULL DEFAULT 1,
  -- by organization, so that one driver at a time paces one organization
  shard smallint NOT NULL,
  hold_out boolean NOT NULL DEFAULT false,
  late boolean NOT NULL DEFAULT false,
  state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'active', 'paused', 'finished', 'bounced', 'opted_out', 'excluded', 'failed')),
  reason text CHECK (reason IN ('manual', 'out_of_office', 'colleague_reply', 'meeting_booked', 'not_before',
    'replied', 'won', 'declined', 'not_a_fit', 'unreachable', 'completed', 'suppressed', 'erased', 'campaign_aborted', 'poison', 'unknown_dispatch', 'contacts_us')),
  step text,
  step_state text NOT NULL DEFAULT 'due' CHECK (step_state IN ('due', 'in_flight', 'done')),
  step_done_at timestamptz(3),
  attempts smallint NOT NULL DEFAULT 0,
  touches smallint NOT NULL DEFAULT 0,
  conversed boolean NOT NULL DEFAULT false,
  interest text NOT NULL DEFAULT 'unknown' CHECK (interest IN ('unknown', 'none', 'aware', 'curious', 'active', 'commits_next_step')),
  last_disposition text,
  fix_requested boolean NOT NULL DEFAULT false,
  -- the truth of the driver: due when it is not in the future; null: waits for a dispatch, a task, a person, or nothing more
  next_action_at timestamptz(3),
  -- why it was put off the last time: pace, quiet_hours, frequency, not_before, wave, hold_out …
  deferred text,
  error text,
  enrolled_at timestamptz(3) NOT NULL DEFAULT app_now(),
  first_touch_at timestamptz(3),
  ended_at timestamptz(3),
  UNIQUE (campaign_id, contact_id),
  CHECK ((state IN ('finished', 'bounced', 'opted_out', 'excluded', 'failed')) = (ended_at IS NOT NULL)),
  CHECK (state NOT IN ('paused', 'finished', 'excluded', 'failed') OR reason IS NOT NULL)
) WITH (fillfactor = 85);
CREATE INDEX enrolment_due ON enrolment (campaign_id, shard, next_action_at) WHERE next_action_at IS NOT NULL;
CREATE INDEX enrolment_open ON enrolment (campaign_id) WHERE ended_at IS NULL;
CREATE INDEX enrolment_organization ON enrolment (organization_id, state);
CREATE INDEX enrolment_contact ON enrolment (contact_id);

-- What happened to a member, in order. Written set-based with the state it explains.
CREATE TABLE enrolment_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  enrolment_id uuid NOT NULL REFERENCES enrolment,
  at timestamptz(3) NOT NULL DEFAULT app_now(),
  what text NOT NULL,
  step text,
  detail jsonb
);
CREATE INDEX enrolment_event_enrolment ON enrolment_event (enrolment_id, id);

-- Progress without counting the table and without a row that every driver waits for: changes are appended, and folded by the sweep.
CREATE TABLE enrolment_tally (
  campaign_id uuid NOT NULL,
  state text NOT NULL,
  reason text NOT NULL,
  n bigint NOT NULL
);
CREATE INDEX enrolment_tally_campaign ON enrolment_tally (campaign_id);

CREATE FUNCTION tally_enrolled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO enrolment_tally (campaign_id, state, reason, n)
    SELECT campaign_id, state, coalesce(reason, ''), count(*) FROM new_rows GROUP BY 1, 2, 3;
  RETURN NULL;
END $$;
CREATE FUNCTION tally_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO enrolment_tally (campaign_id, state, reason, n)
    SELECT campaign_id, state, reason, sum(d) FROM (
      SELECT n.campaign_id, n.state, coalesce(n.reason, '') AS reason, 1 AS d FROM new_rows n JOIN old_rows o USING (id) WHERE (n.state, n.reason) IS DISTINCT FROM (o.state, o.reason)
      UNION ALL
      SELECT o.campaign_id, o.state, coalesce(o.reason, ''), -1 FROM new_rows n JOIN old_rows o USING (id) WHERE (n.state, n.reason) IS DISTINCT FROM (o.state, o.reason)
    ) moved GROUP BY 1, 2, 3 HAVING sum(d) <> 0;
  RETURN NULL;
END $$;
CREATE TRIGGER tally_enrolled AFTER INSERT ON enrolment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_enrolled();
CREATE TRIGGER tally_moved AFTER UPDATE ON enrolment REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_moved();

-- The outbox: campaigns writes an intent, channels claims it and says what became of it.
CREATE TABLE dispatch (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  enrolment_id uuid NOT NULL REFERENCES enrolment,
  campaign_id uuid NOT NULL REFERENCES campaign,
  contact_id uuid NOT NULL REFERENCES contact,
  organization_id uuid NOT NULL REFERENCES organization,
  step_key text NOT NULL,
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sending', 'sent', 'delivered', 'bounced', 'failed', 'unknown', 'suppressed')),
  recipient text,
  attempts smallint NOT NULL DEFAULT 0,
  -- key of the advisory lock that the sending process holds; nobody holds it: the process is dead
  owner_key bigint,
  error_class text CHECK (error_class IN ('deferred', 'rejected', 'not_handed_over', 'unknown', 'template', 'suppressed', 'aborted', 'lost_owner', 'no_address')),
  response text,
  queued_at timestamptz(3) NOT NULL DEFAULT app_now(),
  next_attempt_at timestamptz(3) NOT NULL DEFAULT app_now(),
  sending_at timestamptz(3),
  sent_at timestamptz(3),
  settled_at timestamptz(3),
  settled_by text,
  UNIQUE (enrolment_id, step_key)
) WITH (fillfactor = 85);
CREATE INDEX dispatch_queued ON dispatch (next_attempt_at, id) WHERE state = 'queued';
CREATE INDEX dispatch_sending ON dispatch (owner_key) WHERE state = 'sending';
CREATE INDEX dispatch_unknown ON dispatch (campaign_id) WHERE state = 'unknown';
CREATE INDEX dispatch_campaign ON dispatch (campaign_id, state);

-- When somebody, or somebody's house, was last touched by any campaign. The driver locks these rows: caps are never read first and acted on later.
CREATE TABLE organization_pace (
  organization_id uuid PRIMARY KEY REFERENCES organization,
  last_touch_at timestamptz(3)
) WITH (fillfactor = 70);
CREATE TABLE contact_pace (
  contact_id uuid PRIMARY KEY REFERENCES contact,
  last_touch_at timestamptz(3)
) WITH (fillfactor = 70);

ALTER TABLE task ADD FOREIGN KEY (campaign_id) REFERENCES campaign, ADD FOREIGN KEY (enrolment_id) REFERENCES enrolment;

CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON play FOR EACH ROW EXECUTE FUNCTION write_audit();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON campaign FOR EACH ROW EXECUTE FUNCTION write_audit();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON wave FOR EACH ROW EXECUTE FUNCTION write_audit('campaign_id');
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
