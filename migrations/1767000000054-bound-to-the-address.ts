import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An opt-out, a complaint, an absence and a "not before" bind the person and the address. In triggers, and not in each
 * room's code, because contacts and suppressions are also written set-based: a path that forgot it would mail them.
 */
export class BoundToTheAddress1767000000054 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query('SET LOCAL statement_timeout = 0');
    await query.query(COLUMNS);
    await query.query(OPT_OUT);
    await query.query(REST);
    await query.query(BEFORE);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const COLUMNS = `
-- the mail program of the contact says that they are away until then; every campaign waits
ALTER TABLE contact ADD COLUMN IF NOT EXISTS away_until timestamptz(3);

-- of an address: the suppression of the contact from which it follows, and with which it is lifted
ALTER TABLE suppression ADD COLUMN follows uuid REFERENCES suppression;
CREATE INDEX suppression_follows ON suppression (follows) WHERE follows IS NOT NULL;

-- the absence and "not before" of an address, for each contact who gets it: by its keyed hash, because a contact may be erased
CREATE TABLE address_rest (
  email_hash text PRIMARY KEY,
  not_before timestamptz(3),
  away_until timestamptz(3)
);`;

const ASKED = `('unsubscribe', 'do_not_call', 'complaint', 'legal')`;

// tables with their schema: a temporary table of the same name, of a dry run, is found first otherwise
const OPT_OUT = `
CREATE FUNCTION suppress_address_of(standing public.suppression, address text) RETURNS void LANGUAGE sql AS $$
  INSERT INTO public.suppression (kind, value, reason, created_by, follows)
  SELECT 'address', address, standing.reason, standing.created_by, standing.id
   WHERE address IS NOT NULL
      ON CONFLICT (kind, value) WHERE lifted_at IS NULL DO NOTHING
$$;

CREATE FUNCTION bind_opt_out() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.lifted_at IS NOT NULL THEN
    UPDATE public.suppression
       SET lifted_at = NEW.lifted_at, lifted_by = NEW.lifted_by, lift_reason = NEW.lift_reason
     WHERE follows = NEW.id AND lifted_at IS NULL;
  ELSIF NOT NEW.unverified AND NEW.reason IN ${ASKED} THEN
    PERFORM public.suppress_address_of(NEW, c.email_key) FROM public.contact c WHERE c.id::text = NEW.value;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER bind_opt_out AFTER INSERT OR UPDATE ON suppression FOR EACH ROW
  WHEN (NEW.kind = 'contact') EXECUTE FUNCTION bind_opt_out();

CREATE FUNCTION bind_new_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM public.suppress_address_of(s, NEW.email_key)
     FROM public.suppression s
    WHERE s.kind = 'contact' AND s.value = NEW.id::text AND s.lifted_at IS NULL AND NOT s.unverified
      AND s.reason IN ${ASKED};
  RETURN NULL;
END $$;
CREATE TRIGGER bind_new_address AFTER UPDATE OF email_key ON contact FOR EACH ROW
  WHEN (NEW.email_key IS DISTINCT FROM OLD.email_key AND NEW.email_key IS NOT NULL)
  EXECUTE FUNCTION bind_new_address();`;

const REST = `
-- a contact who comes to an address finds what it asked for
CREATE FUNCTION take_address_rest() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  rest public.address_rest;
BEGIN
  SELECT * INTO rest FROM public.address_rest WHERE email_hash = NEW.email_hash;
  IF FOUND THEN
    NEW.not_before := greatest(NEW.not_before, rest.not_before);
    NEW.away_until := greatest(NEW.away_until, rest.away_until);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER take_address_rest_made BEFORE INSERT ON contact FOR EACH ROW
  WHEN (NEW.email_hash IS NOT NULL) EXECUTE FUNCTION take_address_rest();
CREATE TRIGGER take_address_rest_changed BEFORE UPDATE OF email_hash ON contact FOR EACH ROW
  WHEN (NEW.email_hash IS NOT NULL AND NEW.email_hash IS DISTINCT FROM OLD.email_hash)
  EXECUTE FUNCTION take_address_rest();

-- what one contact asks for holds the address, and all who are reached there; so does the withdrawal of it
CREATE FUNCTION keep_address_rest() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was_not_before timestamptz;
  was_away_until timestamptz;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.erased_at IS NOT NULL THEN
      DELETE FROM public.address_rest WHERE email_hash = OLD.email_hash;
      RETURN NULL;
    END IF;
    was_not_before := OLD.not_before;
    was_away_until := OLD.away_until;
  END IF;
  IF NEW.email_hash IS NOT NULL THEN
    INSERT INTO public.address_rest (email_hash, not_before, away_until)
    VALUES (NEW.email_hash, NEW.not_before, NEW.away_until)
        ON CONFLICT (email_hash) DO UPDATE
       SET not_before = excluded.not_before, away_until = excluded.away_until;
  END IF;
  IF pg_trigger_depth() < 2 THEN
    UPDATE public.contact c
       SET not_before = CASE
             WHEN c.not_before IS NOT DISTINCT FROM was_not_before THEN NEW.not_before
             ELSE greatest(c.not_before, NEW.not_before)
           END,
           away_until = CASE
             WHEN c.away_until IS NOT DISTINCT FROM was_away_until THEN NEW.away_until
             ELSE greatest(c.away_until, NEW.away_until)
           END
     WHERE c.email_key = NEW.email_key AND c.id <> NEW.id AND c.erased_at IS NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_address_rest_made AFTER INSERT ON contact FOR EACH ROW
  WHEN (NEW.not_before IS NOT NULL OR NEW.away_until IS NOT NULL) EXECUTE FUNCTION keep_address_rest();
CREATE TRIGGER keep_address_rest_changed AFTER UPDATE ON contact FOR EACH ROW
  WHEN ((NEW.not_before, NEW.away_until) IS DISTINCT FROM (OLD.not_before, OLD.away_until)
    OR NEW.email_hash IS DISTINCT FROM OLD.email_hash
      AND (NEW.not_before IS NOT NULL OR NEW.away_until IS NOT NULL)
    OR NEW.erased_at IS NOT NULL AND OLD.erased_at IS NULL)
  EXECUTE FUNCTION keep_address_rest();`;

const BEFORE = `
INSERT INTO suppression (kind, value, reason, created_by, follows)
SELECT 'address', c.email_key, s.reason, s.created_by, s.id
  FROM suppression s
  JOIN contact c ON c.id::text = s.value
 WHERE s.kind = 'contact'
   AND s.lifted_at IS NULL
   AND NOT s.unverified
   AND s.reason IN ${ASKED}
   AND c.email_key IS NOT NULL
    ON CONFLICT (kind, value) WHERE lifted_at IS NULL DO NOTHING;
INSERT INTO address_rest (email_hash, not_before)
SELECT email_hash, max(not_before)
  FROM contact
 WHERE email_hash IS NOT NULL AND not_before > app_now()
 GROUP BY email_hash;`;
