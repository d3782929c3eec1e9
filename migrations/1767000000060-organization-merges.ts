import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organizations that are likely the same, and two records of one organization that became one. */
export class OrganizationMerges1767000000060 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query('SET LOCAL statement_timeout = 0');
    await query.query(MERGES);
    await query.query(DUPLICATES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const MERGES = `
-- the organization that this one turned out to be
ALTER TABLE organization ADD COLUMN merged_into uuid REFERENCES organization CHECK (merged_into <> id);
CREATE INDEX organization_merged_into ON organization (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE organization_merge (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  survivor_id uuid NOT NULL REFERENCES organization,
  merged_id uuid NOT NULL REFERENCES organization CHECK (merged_id <> survivor_id),
  at timestamptz(3) NOT NULL DEFAULT app_now(),
  by uuid NOT NULL REFERENCES app_user,
  undone_at timestamptz(3),
  -- rows that were being written to the merged record while it was merged have followed
  followed_at timestamptz(3),
  before jsonb NOT NULL DEFAULT '{}',
  after jsonb NOT NULL DEFAULT '{}',
  moved jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX organization_merge_survivor ON organization_merge (survivor_id);
CREATE INDEX organization_merge_merged ON organization_merge (merged_id);
CREATE INDEX organization_merge_unfollowed ON organization_merge (at) WHERE followed_at IS NULL AND undone_at IS NULL;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OF undone_at ON organization_merge
  FOR EACH ROW EXECUTE FUNCTION write_audit();`;

const DUPLICATES = `
-- likely the same, found in the background; dismissed: a person says that they are not
CREATE TABLE organization_duplicate (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  other_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  why text NOT NULL CHECK (why IN ('same_domain', 'same_phone', 'like_name')),
  score smallint NOT NULL CHECK (score BETWEEN 0 AND 100),
  found_at timestamptz(3) NOT NULL DEFAULT app_now(),
  dismissed_at timestamptz(3),
  dismissed_by text,
  PRIMARY KEY (organization_id, other_id),
  CHECK (organization_id < other_id)
);
CREATE INDEX organization_duplicate_other ON organization_duplicate (other_id);
CREATE INDEX organization_duplicate_open ON organization_duplicate (score DESC, organization_id, other_id)
 WHERE dismissed_at IS NULL;
CREATE TRIGGER audit AFTER UPDATE OF dismissed_at ON organization_duplicate
  FOR EACH ROW EXECUTE FUNCTION write_audit('organization_id');
-- how far the search has come through the changes of organizations
CREATE TABLE organization_scan (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  as_of timestamptz(3) NOT NULL DEFAULT '-infinity',
  last_id uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'
);
INSERT INTO organization_scan DEFAULT VALUES;
CREATE INDEX organization_updated ON organization (updated_at, id);
CREATE INDEX organization_number ON organization (split_part(phone, ';', 1)) WHERE phone IS NOT NULL;
CREATE INDEX organization_name_words ON organization USING gin (string_to_array(name_key, ' '));
CREATE INDEX organization_name_start ON organization (left(name_key, 4));`;
