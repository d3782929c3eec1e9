import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was said and sold before Overture, as an import of kind `history` brings it. A record names its organization and
 * person by the words of the file: it is kept where they are not known yet, and matched when they arrive.
 */
export class PastRecords1767000000055 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(IMPORTS);
    await query.query(INTERACTION);
    await query.query(OPPORTUNITY);
    await query.query(WORDS);
    for (const table of ['past_interaction', 'past_opportunity']) await query.query(indexesOf(table));
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const IMPORTS = `
ALTER TABLE import
  DROP CONSTRAINT import_kind_check,
  ADD CONSTRAINT import_kind_check CHECK (kind IN ('organizations', 'contacts', 'both', 'history')),
  ADD COLUMN unmatched integer NOT NULL DEFAULT 0;
ALTER TABLE import_change
  DROP CONSTRAINT import_change_entity_check,
  ADD CONSTRAINT import_change_entity_check CHECK (entity IN (
    'organization', 'contact', 'employment', 'buying_role', 'past_interaction', 'past_opportunity'));`;

// fingerprint: of the line and its cells, where the file has no id of its own
const SHARED = `
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  import_id uuid REFERENCES import ON DELETE SET NULL,
  external_id text,
  fingerprint text,
  organization_id uuid REFERENCES organization ON DELETE SET NULL,
  contact_id uuid REFERENCES contact ON DELETE SET NULL,
  -- how the file names them; null where it does not
  organization_external_id text,
  organization_name text,
  organization_name_key text,
  organization_domain text,
  contact_external_id text,
  contact_name text,
  contact_name_key text,
  contact_email_key text,
  rep text,
  note text,
  attributes jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(attributes) = 'object'),
  -- days since 1970, for lists; of what has no date, the least
  sort_day integer NOT NULL,
  -- a cell is exactly such a flag; applied once the person is known
  opt_out text CHECK (opt_out IN ('unsubscribe', 'do_not_call')),
  opt_out_applied_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT app_now(),
  CHECK (external_id IS NOT NULL OR fingerprint IS NOT NULL)`;

const INTERACTION = `
CREATE TABLE past_interaction (${SHARED},
  occurred_on date,
  kind text NOT NULL CHECK (kind IN ('call', 'email', 'meeting', 'letter', 'message', 'note', 'other')),
  direction text CHECK (direction IN ('in', 'out')),
  outcome text
);`;
const OPPORTUNITY = `
CREATE TABLE past_opportunity (${SHARED},
  name text,
  stage text,
  outcome text NOT NULL CHECK (outcome IN ('open', 'won', 'lost')),
  value_minor bigint,
  currency text,
  opened_on date,
  closed_on date,
  product text,
  reason text,
  -- the plan of the import says that a won one is a customer to check in with
  starts_check_ins boolean NOT NULL DEFAULT false
);`;

const indexesOf = (table: string): string => `
CREATE UNIQUE INDEX ${table}_external_id ON ${table} (external_id) WHERE external_id IS NOT NULL;
CREATE UNIQUE INDEX ${table}_fingerprint ON ${table} (fingerprint) WHERE fingerprint IS NOT NULL;
CREATE INDEX ${table}_organization ON ${table} (organization_id, sort_day) WHERE organization_id IS NOT NULL;
CREATE INDEX ${table}_contact ON ${table} (contact_id, sort_day) WHERE contact_id IS NOT NULL;
CREATE INDEX ${table}_import ON ${table} (import_id);
CREATE INDEX ${table}_opt_out ON ${table} (id) WHERE opt_out IS NOT NULL AND opt_out_applied_at IS NULL;
CREATE INDEX ${table}_unmatched ON ${table} (id) WHERE organization_id IS NULL OR contact_id IS NULL;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION write_audit();`;

/** The columns of before, and how a file named a person: an erasure takes them out of the audit trail. */
const WORDS = `
CREATE OR REPLACE FUNCTION audit_words() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT string_to_array('name given_name family_name name_key email email_key email_hash email_suggestion phone '
    'phone_hash external_id attributes language time_zone title department preferred_supplier value note source '
    'evidence verbatim wants needs aspirations what_changed competitor underlying text words snooze_reason '
    'cancel_reason lift_reason recipient response error detail subject headers message sender reading prerequisites '
    'filters contact_external_id contact_name contact_name_key contact_email_key', ' ')
$$;`;
