import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A person chooses a password by a link: nobody else has to know one. */
export class PasswordLinks1767000000044 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(STATES);
    await query.query(LINKS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

// who has no password could not sign in so far, and can be invited now
const STATES = `
ALTER TABLE app_user
  DROP CONSTRAINT app_user_state_check,
  ADD CONSTRAINT app_user_state_check CHECK (state IN ('invited', 'active', 'disabled')),
  ADD CONSTRAINT app_user_invited_check CHECK (state <> 'invited' OR password_hash IS NULL);
UPDATE app_user SET state = 'invited' WHERE state = 'active' AND password_hash IS NULL;`;

const LINKS = `
-- one for each user: a newer link takes the place of the older one
CREATE TABLE password_link (
  user_id uuid PRIMARY KEY REFERENCES app_user,
  purpose text NOT NULL CHECK (purpose IN ('invitation', 'reset')),
  language text NOT NULL CHECK (language IN ('en', 'de')),
  -- SHA-256 of what the link holds, which is made when the mail leaves and kept nowhere
  token_hash bytea UNIQUE,
  mail_state text NOT NULL CHECK (mail_state IN ('queued', 'sent', 'failed', 'by_hand')),
  mail_response text,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  -- links live by the wall clock, also in a simulation
  created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3)
);
CREATE INDEX password_link_queued ON password_link (next_attempt_at) WHERE mail_state = 'queued';
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE OF created_at, mail_state, used_at ON password_link
  FOR EACH ROW EXECUTE FUNCTION write_audit('user_id');

-- addresses for which a link was asked, known or not: each is one row, so that no answer is faster than another
CREATE TABLE password_reset_request (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL,
  language text NOT NULL CHECK (language IN ('en', 'de')),
  created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);`;
