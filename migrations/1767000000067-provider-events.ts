import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What mail providers report of our messages over HTTP. */
export class ProviderEvents1767000000067 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(CONNECTIONS);
    await query.query(EVENTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const CONNECTIONS = `
CREATE TABLE provider_connection (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  provider text NOT NULL CHECK (provider IN ('ses', 'sendgrid', 'postmark', 'mailgun')),
  name text NOT NULL,
  -- whose mails this provider carries; empty: all
  sender_ids uuid[] NOT NULL DEFAULT '{}',
  -- of SES nothing: it signs by certificate
  secret_sealed text,
  topic text,
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused')),
  subscribed_at timestamptz(3),
  last_event_at timestamptz(3),
  refused integer NOT NULL DEFAULT 0,
  refused_at timestamptz(3),
  created_by uuid NOT NULL REFERENCES app_user,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT app_now(),
  updated_at timestamptz(3) NOT NULL DEFAULT app_now(),
  CONSTRAINT provider_connection_key CHECK (
    CASE WHEN provider = 'ses' THEN topic IS NOT NULL AND secret_sealed IS NULL
         ELSE topic IS NULL AND secret_sealed IS NOT NULL END)
);
CREATE TRIGGER audit
  AFTER INSERT OR DELETE OR UPDATE OF name, sender_ids, secret_sealed, topic, state ON provider_connection
  FOR EACH ROW EXECUTE FUNCTION write_audit();`;

const EVENTS = `
CREATE TABLE provider_event (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  connection_id uuid NOT NULL REFERENCES provider_connection,
  -- the provider's own id of it
  event_id text NOT NULL,
  -- of Mailgun, whose signature is for one use
  token text,
  kind text NOT NULL CHECK (kind IN (
    'delivered', 'deferred', 'bounced', 'complained', 'opened', 'clicked', 'unsubscribed', 'other')),
  -- by which it may name a message of ours
  names text[] NOT NULL DEFAULT '{}',
  recipient text,
  provider_class text,
  -- the reason that this class names
  category text,
  temporary boolean NOT NULL DEFAULT false,
  status text,
  words text NOT NULL DEFAULT '',
  user_agent text,
  -- an open or a click: no person did it
  machine boolean NOT NULL DEFAULT false,
  occurred_at timestamptz(3) NOT NULL,
  received_at timestamptz(3) NOT NULL DEFAULT app_now(),
  state text NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'handled', 'unmatched', 'dismissed')),
  reason text,
  dispatch_id uuid REFERENCES dispatch ON DELETE SET NULL,
  enrolment_id uuid REFERENCES enrolment,
  contact_id uuid REFERENCES contact,
  attempts smallint NOT NULL DEFAULT 0,
  error text,
  next_attempt_at timestamptz(3) NOT NULL DEFAULT app_now(),
  settled_at timestamptz(3),
  CONSTRAINT provider_event_once UNIQUE (connection_id, event_id),
  CONSTRAINT provider_event_token_once UNIQUE (connection_id, token),
  CHECK ((state = 'new') = (settled_at IS NULL)),
  CHECK (state IN ('new', 'handled') OR reason IS NOT NULL)
);
CREATE INDEX provider_event_due ON provider_event (next_attempt_at, id) WHERE state = 'new';
CREATE INDEX provider_event_received ON provider_event (received_at, id);
CREATE INDEX provider_event_dispatch ON provider_event (dispatch_id, kind);
CREATE INDEX provider_event_contact ON provider_event (contact_id);
CREATE INDEX provider_event_recipient ON provider_event (lower(recipient));`;
