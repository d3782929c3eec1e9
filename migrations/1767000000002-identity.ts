import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Identity1767000000002 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
CREATE TABLE department (
  code text PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9_]{1,39}$'),
  name text NOT NULL,
  -- sales and marketing alone cannot approve a proposition
  commercial boolean NOT NULL DEFAULT false
);
INSERT INTO department (code, name, commercial) VALUES
  ('sales', 'Sales', true), ('marketing', 'Marketing', true), ('finance', 'Finance', false), ('it', 'IT', false),
  ('logistics', 'Logistics', false), ('production', 'Production', false), ('operations', 'Operations', false),
  ('legal', 'Legal', false), ('service', 'Customer service', false), ('management', 'General management', false);

CREATE TABLE app_user (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  email text NOT NULL,
  name text NOT NULL,
  department text NOT NULL REFERENCES department,
  roles text[] NOT NULL CHECK (roles <@ ARRAY['executive', 'sales_ops', 'rep', 'manager', 'admin'] AND cardinality(roles) > 0),
  password_hash text,
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'disabled')),
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT app_now()
);
CREATE UNIQUE INDEX app_user_email ON app_user (lower(email));

CREATE TABLE session (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  user_id uuid NOT NULL REFERENCES app_user,
  kind text NOT NULL CHECK (kind IN ('session', 'token')),
  label text,
  token_hash bytea NOT NULL UNIQUE,
  -- sessions live by the wall clock, also in a simulation
  created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  seen_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz(3) NOT NULL,
  revoked_at timestamptz(3)
);
CREATE INDEX session_of_user ON session (user_id);

CREATE TABLE audit_entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz(3) NOT NULL DEFAULT app_now(),
  -- a user's id, or what acted without one: 'worker', 'cli', 'import:<id>', 'response:<enrolment id>'
  actor text NOT NULL,
  action text NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
  entity text NOT NULL,
  entity_id text NOT NULL,
  before jsonb,
  after jsonb
);
CREATE INDEX audit_entry_entity ON audit_entry (entity, entity_id, id);
CREATE INDEX audit_entry_actor ON audit_entry (actor, id);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Stands on each table that people change: no room can forget to audit, and a rolled-back change leaves no trace.
-- An update stores only the columns that changed. Secrets are named, never shown.
CREATE FUNCTION write_audit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  old_row jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) END;
  new_row jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) END;
  key text := coalesce(new_row, old_row) ->> coalesce(TG_ARGV[0], 'id');
  was jsonb := old_row;
BEGIN
  IF current_setting('overture.audit', true) = 'off' THEN RETURN NULL; END IF;
  IF TG_OP = 'UPDATE' THEN
    SELECT jsonb_object_agg(k, old_row -> k), jsonb_object_agg(k, new_row -> k) INTO was, new_row
      FROM jsonb_object_keys(new_row) k WHERE old_row -> k IS DISTINCT FROM new_row -> k AND k <> 'revision';
    IF new_row IS NULL THEN RETURN NULL; END IF;
  END IF;
  IF new_row ? 'password_hash' THEN new_row := jsonb_set(new_row, '{password_hash}', '"changed"'); END IF;
  IF was ? 'password_hash' THEN was := was - 'password_hash'; END IF;
  INSERT INTO audit_entry (actor, action, entity, entity_id, before, after)
    VALUES (coalesce(nullif(current_setting('overture.actor', true), ''), 'system'), lower(TG_OP), TG_TABLE_NAME, key, was, new_row);
  RETURN NULL;
END $$;

CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON department FOR EACH ROW EXECUTE FUNCTION write_audit('code');
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON app_user FOR EACH ROW EXECUTE FUNCTION write_audit();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON setting FOR EACH ROW EXECUTE FUNCTION write_audit('key');
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
