import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Webhooks1767000000016 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
CREATE TABLE webhook (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  url text NOT NULL,
  description text NOT NULL DEFAULT '',
  -- kinds of facts it wants, or their first words (dispatch, dispatch.sent); empty: all
  kinds text[] NOT NULL DEFAULT '{}',
  secret_sealed text NOT NULL,
  -- the secret before the last, still signed with until then: its owner changes over without losing a fact
  old_secret_sealed text,
  old_secret_until timestamptz(3),
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused', 'disabled')),
  state_reason text,
  -- since when every attempt failed; null: the last one was taken
  failing_since timestamptz(3),
  created_by uuid NOT NULL REFERENCES app_user,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT app_now(),
  updated_at timestamptz(3) NOT NULL DEFAULT app_now()
);

-- That something happened: what and to whom, never a payload. Written by the triggers below while anybody listens.
CREATE TABLE fact (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL,
  subject_id uuid NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT app_now(),
  spread_at timestamptz(3)
);
CREATE INDEX fact_unspread ON fact (id) WHERE spread_at IS NULL;
CREATE INDEX fact_age ON fact (at);

-- One fact on its way to one webhook. By the wall's clock: the other side knows no other.
CREATE TABLE webhook_delivery (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  webhook_id uuid NOT NULL REFERENCES webhook ON DELETE CASCADE,
  fact_id bigint NOT NULL REFERENCES fact ON DELETE CASCADE,
  state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'failed')),
  attempts smallint NOT NULL DEFAULT 0,
  next_attempt_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  status smallint,
  -- the first words of the answer, or what went wrong
  answer text,
  attempted_at timestamptz(3),
  delivered_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (webhook_id, fact_id)
) WITH (fillfactor = 80);
CREATE INDEX webhook_delivery_due ON webhook_delivery (webhook_id, next_attempt_at) WHERE state = 'pending';
CREATE INDEX webhook_delivery_fact ON webhook_delivery (fact_id);

-- Arguments: what the fact is called, and the column whose new value completes the name ('' : created, changed).
CREATE FUNCTION write_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM webhook WHERE state <> 'disabled') THEN RETURN NULL; END IF;
  IF TG_OP = 'INSERT' THEN
    IF TG_ARGV[1] = '' THEN
      EXECUTE format('INSERT INTO fact (kind, subject_id) SELECT %L, id FROM new_rows', TG_ARGV[0] || '.created');
    ELSE
      EXECUTE format('INSERT INTO fact (kind, subject_id) SELECT %L || %I, id FROM new_rows', TG_ARGV[0] || '.', TG_ARGV[1]);
    END IF;
  ELSIF TG_ARGV[1] = '' THEN
    EXECUTE format('INSERT INTO fact (kind, subject_id) SELECT %L, n.id FROM new_rows n JOIN old_rows o USING (id) WHERE n IS DISTINCT FROM o', TG_ARGV[0] || '.changed');
  ELSE
    EXECUTE format('INSERT INTO fact (kind, subject_id) SELECT %L || n.%I, n.id FROM new_rows n JOIN old_rows o USING (id) WHERE n.%I IS DISTINCT FROM o.%I',
      TG_ARGV[0] || '.', TG_ARGV[1], TG_ARGV[1], TG_ARGV[1]);
  END IF;
  RETURN NULL;
END $$;

${[
  ['organization', 'organization', ''],
  ['contact', 'contact', ''],
  ['suppression', 'suppression', ''],
  ['proposition_version', 'version', 'state'],
  ['campaign', 'campaign', 'state'],
  ['enrolment', 'enrolment', 'state'],
  ['dispatch', 'dispatch', 'state'],
  ['task', 'task', 'state'],
  ['conversation', 'conversation', ''],
  ['theme', 'theme', ''],
]
  .map(
    ([table, name, column]) => `
CREATE TRIGGER facts_made AFTER INSERT ON ${table} REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION write_facts('${name}', '${column}');
CREATE TRIGGER facts_changed AFTER UPDATE ON ${table} REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION write_facts('${name}', '${column}');`,
  )
  .join('')}

-- A booked meeting, for the calendar.
ALTER TABLE conversation ADD meeting_at timestamptz(3), ADD meeting_minutes smallint CHECK (meeting_minutes > 0), ADD meeting_place text;

CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON webhook FOR EACH ROW EXECUTE FUNCTION write_audit();
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
