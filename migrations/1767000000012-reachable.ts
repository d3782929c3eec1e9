import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reachable1767000000012 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
-- Why a state is what it is, and who says so. A finding of a person or of a delivery outranks what verification computes.
ALTER TABLE contact
  ADD email_reason text,
  ADD email_suggestion text,
  ADD email_source text CHECK (email_source IN ('verification', 'person', 'delivery')),
  ADD phone_reason text,
  ADD phone_type text,
  ADD phone_source text CHECK (phone_source IN ('verification', 'person', 'delivery')),
  -- what is known counts from then: it is due again a number of days (a setting) later. Never checked, or changed since: -infinity.
  -- Put a little off where DNS did not answer, and while a worker is at it
  ADD verified_as_of timestamptz(3) NOT NULL DEFAULT '-infinity',
  ADD verify_failures smallint NOT NULL DEFAULT 0,
  -- HMAC of address and number under a key that is not in the database: an erased person is known again by them, and by nothing else
  ADD email_hash text,
  ADD phone_hash text;
CREATE INDEX contact_verification ON contact (verified_as_of) WHERE erased_at IS NULL AND NOT made_up;
CREATE INDEX contact_phone ON contact (phone) WHERE phone IS NOT NULL;

-- What was checked was another address. Here, and not in each room's code, because rows are also changed set-based, and undone.
CREATE FUNCTION forget_verification() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.email_key IS DISTINCT FROM OLD.email_key THEN
    IF NEW.email_state NOT IN ('unverified', 'corrected') THEN NEW.email_state := 'unverified'; END IF;
    NEW.email_checked_at := NULL;
    NEW.email_reason := NULL;
    NEW.email_suggestion := NULL;
    NEW.email_source := NULL;
  END IF;
  IF NEW.phone IS DISTINCT FROM OLD.phone THEN
    IF NEW.phone_state NOT IN ('unverified', 'corrected') THEN NEW.phone_state := 'unverified'; END IF;
    NEW.phone_checked_at := NULL;
    NEW.phone_reason := NULL;
    NEW.phone_type := NULL;
    NEW.phone_source := NULL;
  END IF;
  NEW.verified_as_of := '-infinity';
  NEW.verify_failures := 0;
  RETURN NEW;
END $$;
CREATE TRIGGER forget_verification BEFORE UPDATE ON contact FOR EACH ROW
  WHEN (NEW.email_key IS DISTINCT FROM OLD.email_key OR NEW.phone IS DISTINCT FROM OLD.phone) EXECUTE FUNCTION forget_verification();

-- Whom a campaign is about to reach: checked before anybody else. A table of its own, so that a launch of a million writes no wide rows.
CREATE TABLE verification_wish (
  contact_id uuid PRIMARY KEY REFERENCES contact ON DELETE CASCADE,
  since timestamptz(3) NOT NULL DEFAULT app_now()
);
CREATE INDEX verification_wish_since ON verification_wish (since);

-- What DNS said of a domain. 'unknown': nobody answered; asked again at retry_at.
CREATE TABLE mail_domain (
  domain text PRIMARY KEY,
  route text NOT NULL CHECK (route IN ('mx', 'address_only', 'null_mx', 'no_mail_server', 'no_such_domain', 'unknown')),
  checked_at timestamptz(3) NOT NULL DEFAULT app_now(),
  failures smallint NOT NULL DEFAULT 0,
  retry_at timestamptz(3)
);

-- Proof that a person agreed, or took it back: never changed, only followed by a later word.
CREATE TABLE consent (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  contact_id uuid NOT NULL REFERENCES contact,
  change text NOT NULL CHECK (change IN ('given', 'withdrawn')),
  basis text NOT NULL DEFAULT 'consent' CHECK (basis IN ('legitimate_interest', 'consent', 'contract', 'customer')),
  source text NOT NULL,
  evidence text NOT NULL,
  at timestamptz(3) NOT NULL,
  recorded_by text NOT NULL,
  recorded_at timestamptz(3) NOT NULL DEFAULT app_now()
);
CREATE INDEX consent_contact ON consent (contact_id, id);

-- Erased people stay suppressed by a keyed hash of what they were reached by.
ALTER TABLE suppression DROP CONSTRAINT suppression_kind_check;
ALTER TABLE suppression ADD CONSTRAINT suppression_kind_check
  CHECK (kind IN ('contact', 'address', 'domain', 'organization', 'phone', 'address_hash', 'phone_hash'));

CREATE TABLE erasure (
  contact_id uuid PRIMARY KEY REFERENCES contact,
  reason text NOT NULL,
  erased_by text NOT NULL,
  erased_at timestamptz(3) NOT NULL DEFAULT app_now()
);

-- Append-only, but for the erasure of a person, which may blank words and nothing else.
CREATE FUNCTION refuse_change_but_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  words CONSTANT text[] := ARRAY['before', 'after', 'source', 'evidence'];
BEGIN
  IF current_setting('overture.erasing', true) = 'on' AND to_jsonb(OLD) - words = to_jsonb(NEW) - words THEN RETURN NEW; END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER audit_entry_append_only ON audit_entry;
CREATE TRIGGER audit_entry_append_only BEFORE DELETE OR TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_erasure BEFORE UPDATE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasure();
CREATE TRIGGER consent_append_only BEFORE DELETE ON consent FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER consent_erasure BEFORE UPDATE ON consent FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasure();

CREATE TRIGGER audit AFTER INSERT ON consent FOR EACH ROW EXECUTE FUNCTION write_audit();
CREATE TRIGGER audit AFTER INSERT ON erasure FOR EACH ROW EXECUTE FUNCTION write_audit('contact_id');
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
