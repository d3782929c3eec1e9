import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Work1767000000006 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
-- One rep owns an organization from the first conversation to the outcome.
CREATE TABLE ownership (
  organization_id uuid PRIMARY KEY REFERENCES organization,
  rep_id uuid NOT NULL REFERENCES app_user,
  since timestamptz(3) NOT NULL DEFAULT app_now()
);
CREATE INDEX ownership_rep ON ownership (rep_id);

CREATE TABLE ownership_change (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  organization_id uuid NOT NULL REFERENCES organization,
  from_rep uuid REFERENCES app_user,
  to_rep uuid NOT NULL REFERENCES app_user,
  reason text NOT NULL,
  changed_by uuid NOT NULL REFERENCES app_user,
  changed_at timestamptz(3) NOT NULL DEFAULT app_now()
);
CREATE INDEX ownership_change_organization ON ownership_change (organization_id, changed_at);

CREATE TABLE task (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  kind text NOT NULL CHECK (kind IN ('call', 'task', 'reply', 'fix_contact', 'find_contact', 'colleague_replied')),
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'claimed', 'snoozed', 'done', 'cancelled')),
  title text NOT NULL,
  organization_id uuid NOT NULL REFERENCES organization,
  contact_id uuid REFERENCES contact,
  campaign_id uuid,
  enrolment_id uuid,
  step_key text,
  attempt smallint NOT NULL DEFAULT 1,
  -- the owner of the organization; null: the first rep to claim becomes the owner
  rep_id uuid REFERENCES app_user,
  -- higher is worked first; why is what a rep reads about it: [{factor, points, because}]
  contribution real NOT NULL DEFAULT 0,
  why jsonb NOT NULL DEFAULT '[]',
  due_at timestamptz(3) NOT NULL DEFAULT app_now(),
  -- snoozed or promised until then
  not_before timestamptz(3),
  snooze_reason text,
  -- stays when the lease lapses: who held it last may still file what was said, until somebody else claims
  claimed_by uuid REFERENCES app_user,
  -- leases live by the wall clock, also in a simulation
  lease_until timestamptz(3),
  -- grows with each claim: a late completion by an earlier holder is refused
  fence integer NOT NULL DEFAULT 0,
  disposition text,
  -- how a task ended that is no conversation: found, corrected, resume …
  resolution text,
  closed_by uuid REFERENCES app_user,
  closed_at timestamptz(3),
  -- on a claimed task: it ends when the rep who holds it lets go, and what was said meanwhile still counts
  cancel_reason text,
  created_at timestamptz(3) NOT NULL DEFAULT app_now(),
  CHECK ((state = 'claimed') = (lease_until IS NOT NULL)),
  CHECK (state <> 'claimed' OR claimed_by IS NOT NULL),
  CHECK (state <> 'snoozed' OR not_before IS NOT NULL),
  CHECK (state <> 'done' OR (closed_at IS NOT NULL AND closed_by IS NOT NULL)),
  CHECK (state <> 'done' OR disposition IS NOT NULL OR kind NOT IN ('call', 'task', 'reply')),
  CHECK (state <> 'cancelled' OR cancel_reason IS NOT NULL)
) WITH (fillfactor = 85);
-- Two drivers open the same task once; a member has one at a time for a step.
CREATE UNIQUE INDEX task_once ON task (enrolment_id, step_key) WHERE kind IN ('call', 'task') AND state IN ('open', 'claimed', 'snoozed');
CREATE UNIQUE INDEX task_one_fix ON task (contact_id, kind) WHERE kind = 'fix_contact' AND state IN ('open', 'claimed', 'snoozed');
CREATE UNIQUE INDEX task_one_find ON task (organization_id, campaign_id, title) WHERE kind = 'find_contact' AND state IN ('open', 'claimed', 'snoozed');
CREATE INDEX task_queue ON task (rep_id, contribution DESC, due_at, id) WHERE state = 'open';
-- "rep_id IS NULL" fixes no sort order for the planner, so nobody's tasks have their own
CREATE INDEX task_unowned ON task (contribution DESC, due_at, id) WHERE state = 'open' AND rep_id IS NULL;
CREATE INDEX task_lapsed ON task (lease_until) WHERE state = 'claimed';
CREATE INDEX task_snoozed ON task (not_before) WHERE state = 'snoozed';
CREATE INDEX task_organization ON task (organization_id, created_at);
CREATE INDEX task_enrolment ON task (enrolment_id);
CREATE INDEX task_campaign ON task (campaign_id, state);
CREATE INDEX task_claims ON task (claimed_by) WHERE state = 'claimed';

-- Campaigns whose tasks nobody is handed now. Stands here, because work knows no campaign but by its id.
CREATE TABLE held_campaign (
  campaign_id uuid PRIMARY KEY,
  since timestamptz(3) NOT NULL DEFAULT app_now()
);

CREATE TABLE absence (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  user_id uuid NOT NULL REFERENCES app_user,
  cover_id uuid NOT NULL REFERENCES app_user CHECK (cover_id <> user_id),
  starts_at timestamptz(3) NOT NULL,
  ends_at timestamptz(3) NOT NULL CHECK (ends_at > starts_at),
  reason text,
  created_at timestamptz(3) NOT NULL DEFAULT app_now()
);
CREATE INDEX absence_user ON absence (user_id, ends_at);
CREATE INDEX absence_cover ON absence (cover_id, ends_at);

CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON ownership FOR EACH ROW EXECUTE FUNCTION write_audit('organization_id');
CREATE TRIGGER audit AFTER UPDATE ON task FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state AND NEW.state IN ('done', 'cancelled', 'snoozed') OR OLD.rep_id IS DISTINCT FROM NEW.rep_id)
  EXECUTE FUNCTION write_audit();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON absence FOR EACH ROW EXECUTE FUNCTION write_audit();
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
