import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One e-mail address is one contact, unless a person says that several share the mailbox. */
export class OneAddress1767000000052 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query('SET LOCAL statement_timeout = 0');
    await query.query(CONTACT);
    await query.query(TWINS);
    await query.query(UNIQUE);
    await query.query(ALIAS);
    await query.query(MERGES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const CONTACT = `
ALTER TABLE contact
  -- a person says that several contacts are reached at this address
  ADD COLUMN shared_mailbox boolean NOT NULL DEFAULT false,
  -- another contact has the address too, and nobody has decided: a likely duplicate
  ADD COLUMN address_twin boolean NOT NULL DEFAULT false,
  -- the contact that this one turned out to be
  ADD COLUMN merged_into uuid REFERENCES contact CHECK (merged_into <> id);
CREATE INDEX contact_merged_into ON contact (merged_into) WHERE merged_into IS NOT NULL;`;

// what was there before: the first keeps the address to itself, the others are listed as likely duplicates
const TWINS = `
UPDATE contact c
   SET address_twin = true
 WHERE c.email_key IS NOT NULL
   AND c.erased_at IS NULL
   AND EXISTS (
     SELECT
       FROM contact f
      WHERE f.email_key = c.email_key AND f.erased_at IS NULL AND f.id < c.id)`;

const UNIQUE = `
CREATE UNIQUE INDEX contact_one_address ON contact (email_key)
 WHERE email_key IS NOT NULL AND erased_at IS NULL AND merged_into IS NULL AND NOT shared_mailbox AND NOT address_twin`;

const ALIAS = `
CREATE TABLE contact_alias (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  contact_id uuid NOT NULL REFERENCES contact ON DELETE CASCADE,
  name text NOT NULL,
  source text NOT NULL CHECK (source IN ('import', 'upsert', 'person', 'conversation', 'merge')),
  import_id uuid REFERENCES import ON DELETE SET NULL,
  at timestamptz(3) NOT NULL DEFAULT app_now(),
  UNIQUE (contact_id, name)
);
CREATE INDEX contact_alias_import ON contact_alias (import_id) WHERE import_id IS NOT NULL;
CREATE TRIGGER audit AFTER INSERT OR DELETE ON contact_alias FOR EACH ROW EXECUTE FUNCTION write_audit();

-- what a run or dry run took for the same as a known contact or organization, and what it asks
CREATE TABLE import_match (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  import_id uuid NOT NULL REFERENCES import ON DELETE CASCADE,
  line bigint NOT NULL,
  entity text NOT NULL CHECK (entity IN ('contact', 'organization')),
  why text NOT NULL CHECK (why IN ('same_address', 'shared_mailbox', 'other_external_id',
    'other_place', 'several_places', 'other_domain')),
  given text NOT NULL,
  known text NOT NULL,
  known_id uuid NOT NULL,
  result text NOT NULL CHECK (result IN ('attached', 'separate'))
);
CREATE INDEX import_match_import ON import_match (import_id, id);`;

const MERGES = `
-- two records of one contact that became one: what changed and moved, so that it can be taken apart
CREATE TABLE contact_merge (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  survivor_id uuid NOT NULL REFERENCES contact,
  merged_id uuid NOT NULL REFERENCES contact CHECK (merged_id <> survivor_id),
  at timestamptz(3) NOT NULL DEFAULT app_now(),
  by text NOT NULL,
  undone_at timestamptz(3),
  before jsonb NOT NULL DEFAULT '{}',
  after jsonb NOT NULL DEFAULT '{}',
  moved jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX contact_merge_survivor ON contact_merge (survivor_id);
CREATE INDEX contact_merge_merged ON contact_merge (merged_id);
-- the words go into the trail with the contact itself
CREATE TRIGGER audit AFTER INSERT OR UPDATE OF undone_at ON contact_merge
  FOR EACH ROW EXECUTE FUNCTION write_audit();

-- likely the same, found in the background; dismissed: a person says that they are not
CREATE TABLE contact_duplicate (
  contact_id uuid NOT NULL REFERENCES contact ON DELETE CASCADE,
  other_id uuid NOT NULL REFERENCES contact ON DELETE CASCADE,
  why text NOT NULL CHECK (why IN ('same_address', 'same_phone', 'like_name')),
  score smallint NOT NULL CHECK (score BETWEEN 0 AND 100),
  found_at timestamptz(3) NOT NULL DEFAULT app_now(),
  dismissed_at timestamptz(3),
  dismissed_by text,
  PRIMARY KEY (contact_id, other_id),
  CHECK (contact_id < other_id)
);
CREATE INDEX contact_duplicate_other ON contact_duplicate (other_id);
CREATE INDEX contact_duplicate_open ON contact_duplicate (score DESC, contact_id, other_id) WHERE dismissed_at IS NULL;
CREATE TRIGGER audit AFTER UPDATE OF dismissed_at ON contact_duplicate
  FOR EACH ROW EXECUTE FUNCTION write_audit('contact_id');
-- how far the search has come through the changes of contacts
CREATE TABLE duplicate_scan (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  as_of timestamptz(3) NOT NULL DEFAULT '-infinity',
  last_id uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'
);
INSERT INTO duplicate_scan DEFAULT VALUES;
CREATE INDEX contact_updated ON contact (updated_at, id);

-- a consent moves with a merge, and its words go with an erasure; nothing else changes it
CREATE FUNCTION refuse_change_but_merge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(OLD) - 'contact_id' = to_jsonb(NEW) - 'contact_id' AND EXISTS (
    SELECT
      FROM public.contact_merge m
     WHERE m.undone_at IS NULL
       AND (m.survivor_id, m.merged_id) IN ((NEW.contact_id, OLD.contact_id), (OLD.contact_id, NEW.contact_id)))
  THEN RETURN NEW; END IF;
  IF NEW.contact_id = OLD.contact_id AND current_setting('overture.erasing', true) = 'on'
    AND to_jsonb(OLD) - '{source,evidence}'::text[] = to_jsonb(NEW) - '{source,evidence}'::text[]
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER consent_erasure ON consent;
CREATE TRIGGER consent_kept BEFORE UPDATE ON consent FOR EACH ROW EXECUTE FUNCTION refuse_change_but_merge();`;
