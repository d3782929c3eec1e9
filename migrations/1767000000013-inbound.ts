import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Inbound1767000000013 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
-- What came back about a message: the last report, its class, and what the server said.
ALTER TABLE dispatch
  ADD COLUMN bounce_class text CHECK (bounce_class IN ('hard', 'soft', 'policy')),
  ADD COLUMN bounce_reason text,
  ADD COLUMN bounce_words text,
  ADD COLUMN bounced_at timestamptz(3);
CREATE INDEX dispatch_contact ON dispatch (contact_id, recipient);
CREATE INDEX dispatch_recipient ON dispatch (lower(recipient), sent_at);

-- What the person wrote, on the task that asks a rep to read it.
ALTER TABLE task ADD COLUMN words text;

-- Mailboxes that are read over IMAP, and how far each has been read.
CREATE TABLE mailbox (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  name text NOT NULL,
  host text NOT NULL,
  port integer NOT NULL CHECK (port BETWEEN 1 AND 65535),
  -- implicit: TLS from the first byte; starttls: must be raised; none: only where the line is safe otherwise
  tls text NOT NULL DEFAULT 'implicit' CHECK (tls IN ('implicit', 'starttls', 'none')),
  username text NOT NULL,
  password_sealed text NOT NULL,
  folder text NOT NULL DEFAULT 'INBOX',
  active boolean NOT NULL DEFAULT true,
  -- UIDs count within one UIDVALIDITY only: when it changes, everything is read again, and the hash keeps it from doubling
  uid_validity bigint,
  last_uid bigint NOT NULL DEFAULT 0,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'listening', 'failing')),
  last_error text,
  checked_at timestamptz(3),
  created_by uuid NOT NULL REFERENCES app_user,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT app_now(),
  updated_at timestamptz(3) NOT NULL DEFAULT app_now()
);

-- Every mail that came in, whatever it was. Nothing is deleted here but what a person's erasure asks for.
CREATE TABLE inbound_mail (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  -- SHA-256 of the mail with its line ends made alike: the same mail twice is one, by whichever door it came
  hash bytea NOT NULL UNIQUE,
  message_id text,
  sender text,
  subject text NOT NULL DEFAULT '',
  kind text NOT NULL CHECK (kind IN ('bounce', 'complaint', 'auto_reply', 'reply', 'other')),
  state text NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'handled', 'unmatched', 'dismissed')),
  mailbox_id uuid REFERENCES mailbox ON DELETE SET NULL,
  dispatch_id uuid REFERENCES dispatch,
  enrolment_id uuid REFERENCES enrolment,
  contact_id uuid REFERENCES contact,
  matched_by text CHECK (matched_by IN ('address', 'thread', 'sender', 'person')),
  -- several would have fitted: the latest was taken
  guessed boolean NOT NULL DEFAULT false,
  bounce_class text CHECK (bounce_class IN ('hard', 'soft', 'policy')),
  return_date date,
  reply_text text,
  proposed_disposition text,
  -- what the reader made of it: acted on when a person says whose it is
  reading jsonb NOT NULL,
  text text,
  -- the mail as it came; of one beyond a megabyte only its headers, beside the text
  raw bytea,
  whole boolean NOT NULL DEFAULT true,
  attempts smallint NOT NULL DEFAULT 0,
  error text,
  received_at timestamptz(3) NOT NULL DEFAULT app_now(),
  handled_at timestamptz(3),
  handled_by text,
  dismissal_reason text,
  CHECK (state <> 'dismissed' OR dismissal_reason IS NOT NULL),
  CHECK ((state IN ('handled', 'dismissed')) = (handled_at IS NOT NULL))
);
CREATE INDEX inbound_mail_received ON inbound_mail (received_at, id);
CREATE INDEX inbound_mail_open ON inbound_mail (received_at, id) WHERE state IN ('new', 'unmatched');
CREATE INDEX inbound_mail_enrolment ON inbound_mail (enrolment_id);

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE OF name, host, port, tls, username, password_sealed, folder, active ON mailbox
  FOR EACH ROW EXECUTE FUNCTION write_audit();
-- what people decide about a mail; what it does by itself stands in the member's history
CREATE TRIGGER audit AFTER UPDATE ON inbound_mail FOR EACH ROW
  WHEN (OLD.state = 'unmatched' AND NEW.state IN ('handled', 'dismissed')) EXECUTE FUNCTION write_audit();
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
