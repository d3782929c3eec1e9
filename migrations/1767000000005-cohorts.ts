import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Cohorts1767000000005 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
CREATE TABLE cohort (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  version_id uuid NOT NULL REFERENCES proposition_version,
  name text NOT NULL,
  rule jsonb NOT NULL,
  rationale text NOT NULL DEFAULT '',
  required_roles text[] NOT NULL CHECK (cardinality(required_roles) > 0),
  hold_out_percent smallint NOT NULL DEFAULT 0 CHECK (hold_out_percent BETWEEN 0 AND 50),
  seed text NOT NULL,
  created_by uuid NOT NULL REFERENCES app_user,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT app_now(),
  updated_at timestamptz(3) NOT NULL DEFAULT app_now()
);
CREATE INDEX cohort_version ON cohort (version_id);

-- Frozen: a campaign runs on this, whatever the rule or the world do later.
CREATE TABLE cohort_snapshot (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  cohort_id uuid NOT NULL REFERENCES cohort,
  version_id uuid NOT NULL REFERENCES proposition_version,
  rule jsonb NOT NULL,
  sentence text NOT NULL,
  required_roles text[] NOT NULL,
  hold_out_percent smallint NOT NULL,
  seed text NOT NULL,
  -- organizations in all, decision makers in all; the excluded ones are counted too
  members integer NOT NULL DEFAULT 0,
  members_excluded integer NOT NULL DEFAULT 0,
  decision_makers integer NOT NULL DEFAULT 0,
  decision_makers_excluded integer NOT NULL DEFAULT 0,
  -- among the included ones
  held_out integer NOT NULL DEFAULT 0,
  decision_makers_held_out integer NOT NULL DEFAULT 0,
  frozen_by uuid NOT NULL REFERENCES app_user,
  frozen_at timestamptz(3) NOT NULL DEFAULT app_now()
);
CREATE INDEX cohort_snapshot_cohort ON cohort_snapshot (cohort_id);

CREATE TABLE snapshot_member (
  snapshot_id uuid NOT NULL REFERENCES cohort_snapshot ON DELETE CASCADE,
  organization_id uuid NOT NULL REFERENCES organization,
  stratum text NOT NULL,
  hold_out boolean NOT NULL DEFAULT false,
  -- reached_elsewhere: its decision makers stand at another member; nobody_reachable: it has some, each excluded for its own reason
  excluded text CHECK (excluded IN ('suppressed', 'in_another_campaign', 'no_decision_maker', 'reached_elsewhere', 'nobody_reachable', 'manual')),
  PRIMARY KEY (snapshot_id, organization_id)
);

-- Every decision maker of every member, once: enrolled at launch, or excluded with the reason that stands here.
CREATE TABLE snapshot_person (
  snapshot_id uuid NOT NULL,
  -- 1..n without gaps: launch works through ranges of it and can go on where it was
  ordinal integer NOT NULL,
  contact_id uuid NOT NULL REFERENCES contact,
  organization_id uuid NOT NULL,
  role text NOT NULL,
  -- as its organization, also where the person is excluded
  hold_out boolean NOT NULL DEFAULT false,
  excluded text CHECK (excluded IN ('suppressed', 'in_another_campaign', 'no_verified_address', 'erased', 'manual')),
  PRIMARY KEY (snapshot_id, ordinal),
  FOREIGN KEY (snapshot_id, organization_id) REFERENCES snapshot_member ON DELETE CASCADE
);
CREATE UNIQUE INDEX snapshot_person_once ON snapshot_person (snapshot_id, contact_id);
CREATE INDEX snapshot_person_organization ON snapshot_person (snapshot_id, organization_id);

CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON cohort FOR EACH ROW EXECUTE FUNCTION write_audit();
CREATE TRIGGER audit AFTER INSERT ON cohort_snapshot FOR EACH ROW EXECUTE FUNCTION write_audit();
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
