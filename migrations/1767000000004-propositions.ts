import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Propositions1767000000004 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
CREATE TABLE proposition (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  title text NOT NULL,
  summary text NOT NULL DEFAULT '',
  created_by uuid NOT NULL REFERENCES app_user,
  created_at timestamptz(3) NOT NULL DEFAULT app_now()
);

CREATE TABLE proposition_version (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  proposition_id uuid NOT NULL REFERENCES proposition,
  number integer NOT NULL CHECK (number > 0),
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'in_review', 'changes_requested', 'approved', 'mobilising', 'live', 'superseded', 'retired', 'rejected')),
  customer_problem text NOT NULL DEFAULT '',
  promise text NOT NULL DEFAULT '',
  economics text NOT NULL DEFAULT '',
  versus_competitors text NOT NULL DEFAULT '',
  versus_nothing text NOT NULL DEFAULT '',
  -- what every decision maker reads, whatever the role; a lens adds to it for one role
  narrative text NOT NULL DEFAULT '',
  lenses jsonb NOT NULL DEFAULT '{}',
  -- locked once approved: nobody in the field adds to them
  claims jsonb NOT NULL DEFAULT '[]',
  terms jsonb NOT NULL DEFAULT '[]',
  cohort_rule jsonb,
  cohort_rationale text NOT NULL DEFAULT '',
  required_roles text[] NOT NULL DEFAULT '{}',
  required_departments text[] NOT NULL DEFAULT '{}',
  sales_role_impact text CHECK (sales_role_impact IN ('reduces', 'neutral', 'increases')),
  must_learn text[] NOT NULL DEFAULT '{}',
  -- why nobody inside objected, where nobody did
  no_resistance_note text,
  submitted_at timestamptz(3),
  submitted_by uuid REFERENCES app_user,
  approved_at timestamptz(3),
  live_at timestamptz(3),
  ended_at timestamptz(3),
  ended_by uuid REFERENCES app_user,
  ended_reason text,
  created_by uuid NOT NULL REFERENCES app_user,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT app_now(),
  updated_at timestamptz(3) NOT NULL DEFAULT app_now(),
  UNIQUE (proposition_id, number)
);
CREATE UNIQUE INDEX proposition_version_one_live ON proposition_version (proposition_id) WHERE state = 'live';
CREATE UNIQUE INDEX proposition_version_one_open ON proposition_version (proposition_id) WHERE state IN ('draft', 'in_review', 'changes_requested');

CREATE TABLE version_author (
  version_id uuid NOT NULL REFERENCES proposition_version ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES app_user,
  department text NOT NULL REFERENCES department,
  added_at timestamptz(3) NOT NULL DEFAULT app_now(),
  PRIMARY KEY (version_id, user_id)
);

-- What the market said that this version answers; from the second version on there must be one. theme stands in feedback.
CREATE TABLE version_citation (
  version_id uuid NOT NULL REFERENCES proposition_version ON DELETE CASCADE,
  theme_id uuid NOT NULL,
  answer text NOT NULL DEFAULT '',
  added_by uuid NOT NULL REFERENCES app_user,
  added_at timestamptz(3) NOT NULL DEFAULT app_now(),
  PRIMARY KEY (version_id, theme_id)
);

CREATE TABLE approval (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  version_id uuid NOT NULL REFERENCES proposition_version,
  -- each submission opens a new round; earlier rounds stay as history
  round integer NOT NULL DEFAULT 1,
  department text NOT NULL REFERENCES department,
  state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'approve', 'approve_with_changes', 'reject', 'recalled')),
  due_at timestamptz(3) NOT NULL,
  decided_by uuid REFERENCES app_user,
  -- set where a delegate decided
  on_behalf_of uuid REFERENCES app_user,
  decided_at timestamptz(3),
  note text,
  UNIQUE (version_id, round, department)
);
CREATE INDEX approval_pending ON approval (department, due_at) WHERE state = 'pending';

CREATE TABLE delegation (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  from_user uuid NOT NULL REFERENCES app_user,
  to_user uuid NOT NULL REFERENCES app_user CHECK (to_user <> from_user),
  starts_at timestamptz(3) NOT NULL DEFAULT app_now(),
  ends_at timestamptz(3) NOT NULL,
  reason text,
  created_at timestamptz(3) NOT NULL DEFAULT app_now(),
  CHECK (ends_at > starts_at)
);
CREATE INDEX delegation_to ON delegation (to_user, ends_at);

CREATE TABLE resistance (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  version_id uuid NOT NULL REFERENCES proposition_version,
  department text NOT NULL REFERENCES department,
  text text NOT NULL,
  severity text NOT NULL CHECK (severity IN ('low', 'medium', 'high')),
  resolution text,
  commitment_id uuid,
  raised_by uuid NOT NULL REFERENCES app_user,
  raised_at timestamptz(3) NOT NULL DEFAULT app_now(),
  resolved_by uuid REFERENCES app_user,
  resolved_at timestamptz(3)
);
CREATE INDEX resistance_version ON resistance (version_id);

-- What a department promised to do before launch.
CREATE TABLE commitment (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  version_id uuid NOT NULL REFERENCES proposition_version,
  department text NOT NULL REFERENCES department,
  text text NOT NULL,
  required boolean NOT NULL DEFAULT true,
  owner_id uuid NOT NULL REFERENCES app_user,
  due_on date NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'waived')),
  evidence text,
  closed_by uuid REFERENCES app_user,
  closed_at timestamptz(3),
  waive_reason text,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT app_now(),
  CHECK (state <> 'done' OR evidence IS NOT NULL),
  CHECK (state <> 'waived' OR waive_reason IS NOT NULL)
);
CREATE INDEX commitment_version ON commitment (version_id);
ALTER TABLE resistance ADD FOREIGN KEY (commitment_id) REFERENCES commitment;

-- Anybody may comment or suggest, reps too; neither holds a version up.
CREATE TABLE version_comment (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  version_id uuid NOT NULL REFERENCES proposition_version,
  user_id uuid NOT NULL REFERENCES app_user,
  kind text NOT NULL CHECK (kind IN ('comment', 'suggestion')),
  text text NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT app_now()
);
CREATE INDEX version_comment_version ON version_comment (version_id);

-- What was submitted stays as it was, even against our own mistakes. A column added later is locked until it is named here as a fact of the version's course.
CREATE FUNCTION lock_submitted_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  course CONSTANT text[] := ARRAY['state', 'submitted_at', 'submitted_by', 'approved_at', 'live_at', 'ended_at', 'ended_by', 'ended_reason', 'revision', 'updated_at'];
BEGIN
  IF OLD.state IN ('draft', 'changes_requested') THEN RETURN coalesce(NEW, OLD); END IF;
  IF TG_OP = 'DELETE' OR to_jsonb(OLD) - course IS DISTINCT FROM to_jsonb(NEW) - course THEN
    RAISE EXCEPTION 'version % is %: its content is locked', OLD.id, OLD.state USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state <> 'in_review' AND NEW.state IN ('draft', 'in_review', 'changes_requested') THEN
    RAISE EXCEPTION 'version % is %: it cannot become % again', OLD.id, OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER lock_submitted BEFORE UPDATE OR DELETE ON proposition_version FOR EACH ROW EXECUTE FUNCTION lock_submitted_version();

CREATE FUNCTION lock_around_submitted_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM proposition_version
              WHERE id IN (OLD.version_id, NEW.version_id) AND state NOT IN ('draft', 'changes_requested')) THEN
    RAISE EXCEPTION 'the version is submitted: its % rows are locked', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER lock_submitted BEFORE INSERT OR UPDATE OR DELETE ON version_author FOR EACH ROW EXECUTE FUNCTION lock_around_submitted_version();
CREATE TRIGGER lock_submitted BEFORE INSERT OR UPDATE OR DELETE ON version_citation FOR EACH ROW EXECUTE FUNCTION lock_around_submitted_version();

CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON proposition FOR EACH ROW EXECUTE FUNCTION write_audit();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON proposition_version FOR EACH ROW EXECUTE FUNCTION write_audit();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON version_author FOR EACH ROW EXECUTE FUNCTION write_audit('version_id');
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON version_citation FOR EACH ROW EXECUTE FUNCTION write_audit('version_id');
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON approval FOR EACH ROW EXECUTE FUNCTION write_audit();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON delegation FOR EACH ROW EXECUTE FUNCTION write_audit();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON resistance FOR EACH ROW EXECUTE FUNCTION write_audit();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON commitment FOR EACH ROW EXECUTE FUNCTION write_audit();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON version_comment FOR EACH ROW EXECUTE FUNCTION write_audit();
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
