import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Senders1767000000015 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
-- Who mail comes from, and through which server. A campaign without senders goes through the house's own (SMTP_URL).
CREATE TABLE sender (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  name text NOT NULL,
  address text NOT NULL,
  reply_to text,
  -- bounces come back to this mailbox, each to an address of its own (VERP)
  bounce_address text,
  -- null: the house's own server
  smtp_host text,
  smtp_port integer CHECK (smtp_port BETWEEN 1 AND 65535),
  smtp_tls text NOT NULL DEFAULT 'starttls' CHECK (smtp_tls IN ('tls', 'starttls', 'none')),
  smtp_user text,
  smtp_password_sealed text,
  dkim_domain text,
  dkim_selector text,
  dkim_key_sealed text,
  per_minute integer NOT NULL DEFAULT 60 CHECK (per_minute > 0),
  per_day integer NOT NULL DEFAULT 2000 CHECK (per_day > 0),
  -- a new address starts with few mails and grows by a factor a day, until per_day
  warm_up_from date,
  warm_up_start integer NOT NULL DEFAULT 50 CHECK (warm_up_start > 0),
  warm_up_growth numeric(4,2) NOT NULL DEFAULT 1.5 CHECK (warm_up_growth > 1),
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused', 'stopped')),
  state_reason text,
  state_since timestamptz(3) NOT NULL DEFAULT app_now(),
  created_by uuid NOT NULL REFERENCES app_user,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT app_now(),
  updated_at timestamptz(3) NOT NULL DEFAULT app_now()
);
CREATE UNIQUE INDEX sender_address ON sender (lower(address));

CREATE TABLE campaign_sender (
  campaign_id uuid NOT NULL REFERENCES campaign,
  sender_id uuid NOT NULL REFERENCES sender,
  PRIMARY KEY (campaign_id, sender_id)
);
CREATE INDEX campaign_sender_sender ON campaign_sender (sender_id);

-- What a sender did in a day: its limit is counted here, and its health is read from it.
CREATE TABLE sender_day (
  sender_id uuid NOT NULL REFERENCES sender,
  day date NOT NULL,
  admitted integer NOT NULL DEFAULT 0,
  sent integer NOT NULL DEFAULT 0,
  bounced integer NOT NULL DEFAULT 0,
  complained integer NOT NULL DEFAULT 0,
  deferred integer NOT NULL DEFAULT 0,
  unknown integer NOT NULL DEFAULT 0,
  PRIMARY KEY (sender_id, day)
) WITH (fillfactor = 70);

-- One lane a sender and recipient domain ('*': the sender's whole traffic): when its next mail may leave, and how far apart they are.
CREATE TABLE send_lane (
  -- a sender's id, or 'house'
  carrier text NOT NULL,
  domain text NOT NULL,
  next_at timestamptz(3) NOT NULL,
  gap_ms integer NOT NULL CHECK (gap_ms >= 0),
  -- grows when the lane is slowed: places given out before no longer count
  epoch integer NOT NULL DEFAULT 1,
  failures integer NOT NULL DEFAULT 0,
  -- the last refusal in the provider's own words
  words text,
  changed_at timestamptz(3) NOT NULL DEFAULT app_now(),
  PRIMARY KEY (carrier, domain)
) WITH (fillfactor = 70);
CREATE INDEX send_lane_slowed ON send_lane (changed_at) WHERE failures > 0;

ALTER TABLE dispatch
  ADD sender_id uuid REFERENCES sender,
  ADD message_id text,
  ADD deferred text,
  ADD complained_at timestamptz(3),
  ADD lane_epoch integer;
CREATE INDEX dispatch_complained ON dispatch (campaign_id) WHERE complained_at IS NOT NULL;
CREATE INDEX dispatch_message ON dispatch (message_id) WHERE message_id IS NOT NULL;

-- The mails' markup, compiled once at launch: by step key.
ALTER TABLE campaign ADD markup jsonb NOT NULL DEFAULT '{}';
ALTER TABLE captured_mail ADD html text, ADD envelope_from text;

CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON sender FOR EACH ROW EXECUTE FUNCTION write_audit();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON campaign_sender FOR EACH ROW EXECUTE FUNCTION write_audit('campaign_id');
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
