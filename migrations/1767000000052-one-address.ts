import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One e-mail address is one contact, unless a person says that several share the mailbox. */
export class OneAddress1767000000052 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query('SET LOCAL statement_timeout = 0');
    await query.query(CONTACT);
    await query.query(TWINS);
    await query.query(UNIQUE);
    await query.query(ALIAS);
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
