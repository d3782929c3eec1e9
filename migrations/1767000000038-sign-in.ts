import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Attempts to sign in are counted where all processes see them; a session knows from where it was opened. */
export class SignIn1767000000038 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(SIGN_IN);
    await query.query(AUDIT);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

// as rate-limiter-flexible wants it; a key is a hash
const SIGN_IN = `
CREATE TABLE sign_in_attempt (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);
ALTER TABLE session
  ADD COLUMN address text,
  ADD COLUMN scope text NOT NULL DEFAULT 'everything' CHECK (scope IN ('everything', 'read'));`;

// a session's token is a secret too
const AUDIT = `
CREATE OR REPLACE FUNCTION write_audit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  old_row jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) END;
  new_row jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) END;
  key text := coalesce(new_row, old_row) ->> coalesce(TG_ARGV[0], 'id');
  was jsonb := old_row;
  secret text;
BEGIN
  IF current_setting('overture.audit', true) = 'off' THEN RETURN NULL; END IF;
  IF TG_OP = 'UPDATE' THEN
    SELECT jsonb_object_agg(k, old_row -> k), jsonb_object_agg(k, new_row -> k) INTO was, new_row
      FROM jsonb_object_keys(new_row) k WHERE old_row -> k IS DISTINCT FROM new_row -> k AND k <> 'revision';
    IF new_row IS NULL THEN RETURN NULL; END IF;
  END IF;
  FOR secret IN SELECT k
                  FROM jsonb_object_keys(coalesce(new_row, was)) k
                 WHERE k IN ('password_hash', 'token_hash') OR k LIKE '%\\_sealed'
  LOOP
    IF new_row -> secret <> 'null' THEN new_row := jsonb_set(new_row, ARRAY[secret], '"changed"'); END IF;
    was := was - secret;
  END LOOP;
  INSERT INTO audit_entry (actor, action, entity, entity_id, before, after)
    VALUES (
      coalesce(nullif(current_setting('overture.actor', true), ''), 'system'), lower(TG_OP), TG_TABLE_NAME, key, was,
      new_row);
  RETURN NULL;
END $$;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OF revoked_at ON session FOR EACH ROW EXECUTE FUNCTION write_audit();`;
