import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Accounts1767000000003 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
CREATE TABLE organization (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  external_id text,
  name text NOT NULL,
  -- lower case, no accents, no legal form: what two spellings of one organization share
  name_key text NOT NULL,
  domain text,
  industry text,
  sector text,
  employees integer CHECK (employees >= 0),
  revenue_minor bigint,
  revenue_currency char(3),
  founded smallint,
  country char(2),
  region text,
  city text,
  postal_code text,
  address text,
  time_zone text,
  phone text,
  website text,
  relationship text NOT NULL DEFAULT 'prospect' CHECK (relationship IN ('prospect', 'customer', 'former_customer', 'competitor_customer')),
  tags text[] NOT NULL DEFAULT '{}',
  attributes jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(attributes) = 'object'),
  -- true where the row was invented for a demonstration
  made_up boolean NOT NULL DEFAULT false,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT app_now(),
  updated_at timestamptz(3) NOT NULL DEFAULT app_now()
);
CREATE UNIQUE INDEX organization_external_id ON organization (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX organization_domain ON organization (domain) WHERE domain IS NOT NULL;
CREATE INDEX organization_name_key ON organization (name_key);
CREATE INDEX organization_name ON organization (lower(name), id);

CREATE TABLE contact (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  external_id text,
  name text NOT NULL,
  given_name text,
  family_name text,
  name_key text NOT NULL,
  -- as it is sent to; email_key is its lower-case form. Not unique: two people may share an address, and both stay.
  email text,
  email_key text,
  email_state text NOT NULL DEFAULT 'unverified' CHECK (email_state IN ('unverified', 'valid', 'risky', 'invalid', 'bounced', 'corrected')),
  email_checked_at timestamptz(3),
  phone text,
  phone_state text NOT NULL DEFAULT 'unverified' CHECK (phone_state IN ('unverified', 'valid', 'risky', 'invalid', 'corrected')),
  phone_checked_at timestamptz(3),
  language text,
  time_zone text,
  preference text NOT NULL DEFAULT 'any' CHECK (preference IN ('any', 'no_email', 'no_calls', 'we_contact_you')),
  -- the contact's own wish; every campaign honours it
  not_before timestamptz(3),
  lawful_basis text NOT NULL DEFAULT 'legitimate_interest' CHECK (lawful_basis IN ('legitimate_interest', 'consent', 'contract', 'customer')),
  attributes jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(attributes) = 'object'),
  made_up boolean NOT NULL DEFAULT false,
  erased_at timestamptz(3),
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT app_now(),
  updated_at timestamptz(3) NOT NULL DEFAULT app_now()
);
CREATE UNIQUE INDEX contact_external_id ON contact (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX contact_email_key ON contact (email_key) WHERE email_key IS NOT NULL;
CREATE INDEX contact_name ON contact (lower(name), id);
CREATE INDEX contact_name_key ON contact (name_key);

-- A person outlives an employer: a job that ended keeps its row.
CREATE TABLE employment (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  contact_id uuid NOT NULL REFERENCES contact,
  organization_id uuid NOT NULL REFERENCES organization,
  title text,
  department text,
  since date,
  until date,
  created_at timestamptz(3) NOT NULL DEFAULT app_now()
);
CREATE UNIQUE INDEX employment_current ON employment (contact_id, organization_id) WHERE until IS NULL;
CREATE INDEX employment_organization ON employment (organization_id) WHERE until IS NULL;

CREATE TABLE buying_role (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  organization_id uuid NOT NULL REFERENCES organization,
  contact_id uuid NOT NULL REFERENCES contact,
  role text NOT NULL CHECK (role IN ('economic_buyer', 'decision_maker', 'champion', 'executive_sponsor', 'technical_evaluator', 'end_user', 'influencer',
    'legal_procurement', 'gatekeeper_appointed', 'gatekeeper_self_appointed', 'blocker', 'coach', 'other', 'unknown')),
  confidence text NOT NULL DEFAULT 'medium' CHECK (confidence IN ('low', 'medium', 'high')),
  attitude smallint CHECK (attitude BETWEEN -2 AND 2),
  influence smallint CHECK (influence BETWEEN 1 AND 5),
  preferred_supplier text,
  source text NOT NULL DEFAULT 'person' CHECK (source IN ('person', 'import', 'title', 'conversation')),
  created_at timestamptz(3) NOT NULL DEFAULT app_now(),
  updated_at timestamptz(3) NOT NULL DEFAULT app_now(),
  UNIQUE (organization_id, contact_id, role)
);
CREATE INDEX buying_role_contact ON buying_role (contact_id);

-- The custom attributes that there are. The first value of a name decides its type, because cohort rules rest on it.
CREATE TABLE attribute_field (
  scope text NOT NULL CHECK (scope IN ('organization', 'contact')),
  name text NOT NULL CHECK (name ~ '^[a-zA-Z][a-zA-Z0-9_ .-]{0,59}$'),
  type text NOT NULL CHECK (type IN ('text', 'number', 'boolean', 'date')),
  PRIMARY KEY (scope, name)
);

-- The one list that every touch asks, in the touch's own transaction.
CREATE TABLE suppression (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  kind text NOT NULL CHECK (kind IN ('contact', 'address', 'domain', 'organization', 'phone')),
  -- normalised: an id, a lower-case address or domain, an E.164 number
  value text NOT NULL,
  reason text NOT NULL CHECK (reason IN ('unsubscribe', 'do_not_call', 'hard_bounce', 'complaint', 'legal', 'manual', 'competitor')),
  note text,
  created_by text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT app_now(),
  lifted_at timestamptz(3),
  lifted_by text,
  lift_reason text
);
CREATE UNIQUE INDEX suppression_live ON suppression (kind, value) WHERE lifted_at IS NULL;

CREATE TABLE import (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  kind text NOT NULL CHECK (kind IN ('organizations', 'contacts', 'both')),
  filename text NOT NULL,
  bytes bigint NOT NULL DEFAULT 0,
  sha256 bytea,
  idempotency_key text,
  -- how the file is read: encoding, delimiter, columns with their guessed targets, a sample
  reading jsonb,
  -- what the person made of the guesses: mapping, key, defaults, made-up mark
  plan jsonb,
  state text NOT NULL DEFAULT 'uploading' CHECK (state IN ('uploading', 'uploaded', 'queued', 'running', 'checked', 'done', 'failed', 'undoing', 'undone')),
  -- the work that is queued, running or was last done ends in a rollback
  dry_run boolean NOT NULL DEFAULT false,
  failure text,
  -- progress, stored in the transaction of each batch: a killed worker goes on behind row number rows_read
  bytes_read bigint NOT NULL DEFAULT 0,
  rows_read bigint NOT NULL DEFAULT 0,
  created integer NOT NULL DEFAULT 0,
  updated integer NOT NULL DEFAULT 0,
  unchanged integer NOT NULL DEFAULT 0,
  refused integer NOT NULL DEFAULT 0,
  warnings integer NOT NULL DEFAULT 0,
  undone integer NOT NULL DEFAULT 0,
  kept integer NOT NULL DEFAULT 0,
  created_by uuid NOT NULL REFERENCES app_user,
  created_at timestamptz(3) NOT NULL DEFAULT app_now(),
  -- by the wall clock: tells an upload that broke off from one that is slow
  heard_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  started_at timestamptz(3),
  ended_at timestamptz(3)
);
CREATE INDEX import_unfinished ON import (created_at) WHERE state IN ('uploading', 'queued', 'running', 'undoing');
CREATE UNIQUE INDEX import_once ON import (created_by, idempotency_key) WHERE idempotency_key IS NOT NULL;

-- The file itself: api and worker need not share a disk, and no name from outside becomes a path.
CREATE TABLE import_chunk (
  import_id uuid NOT NULL REFERENCES import ON DELETE CASCADE,
  ordinal integer NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (import_id, ordinal)
);

-- What an import made and overwrote: its history, and what its undo reads. At most one a row and batch.
CREATE TABLE import_change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  import_id uuid NOT NULL REFERENCES import ON DELETE CASCADE,
  batch bigint NOT NULL,
  line bigint NOT NULL,
  entity text NOT NULL CHECK (entity IN ('organization', 'contact', 'employment', 'buying_role')),
  entity_id uuid NOT NULL,
  -- null where the import made the row; else the columns it overwrote, as they were
  before jsonb,
  -- the columns as the import wrote them
  after jsonb NOT NULL,
  -- null until an undo came by
  outcome text CHECK (outcome IN ('undone', 'in_use', 'changed_since', 'gone'))
);
CREATE INDEX import_change_import ON import_change (import_id, batch);

CREATE TABLE import_refusal (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  import_id uuid NOT NULL REFERENCES import ON DELETE CASCADE,
  line bigint NOT NULL,
  field text,
  code text NOT NULL,
  message text NOT NULL,
  -- false: the row went in, without this field
  whole_row boolean NOT NULL,
  cells text[] NOT NULL
);
CREATE INDEX import_refusal_import ON import_refusal (import_id, id);

CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON organization FOR EACH ROW EXECUTE FUNCTION write_audit();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON contact FOR EACH ROW EXECUTE FUNCTION write_audit();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON employment FOR EACH ROW EXECUTE FUNCTION write_audit();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON buying_role FOR EACH ROW EXECUTE FUNCTION write_audit();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON suppression FOR EACH ROW EXECUTE FUNCTION write_audit();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OF state ON import FOR EACH ROW EXECUTE FUNCTION write_audit();
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
