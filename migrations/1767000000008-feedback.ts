import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Feedback1767000000008 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
CREATE TABLE conversation (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  version_id uuid REFERENCES proposition_version,
  campaign_id uuid REFERENCES campaign,
  enrolment_id uuid REFERENCES enrolment,
  -- one record a task, whoever clicks twice
  task_id uuid UNIQUE REFERENCES task,
  organization_id uuid NOT NULL REFERENCES organization,
  contact_id uuid REFERENCES contact,
  rep_id uuid REFERENCES app_user,
  source text NOT NULL CHECK (source IN ('rep', 'response_page', 'reply')),
  step_key text,
  -- as it was when they spoke
  role text,
  disposition text NOT NULL CHECK (disposition IN ('connected_interested', 'connected_meeting_set', 'connected_callback', 'connected_referred', 'connected_not_now',
    'connected_not_interested', 'connected_not_a_fit', 'connected_do_not_call', 'gatekeeper_message', 'gatekeeper_refused', 'voicemail_left', 'no_answer', 'busy',
    'wrong_number', 'technical_failure')),
  sentiment text NOT NULL CHECK (sentiment IN ('positive', 'neutral', 'negative', 'hostile')),
  interest text NOT NULL DEFAULT 'unknown' CHECK (interest IN ('unknown', 'none', 'aware', 'curious', 'active', 'commits_next_step')),
  buying_jobs text[] NOT NULL DEFAULT '{}' CHECK (buying_jobs <@ ARRAY['problem_identification', 'solution_exploration', 'requirements_building', 'supplier_selection',
    'validation', 'consensus_creation']),
  wants text,
  needs text,
  aspirations text,
  competitor text,
  price_reaction text CHECK (price_reaction IN ('too_high', 'acceptable', 'attractive', 'not_discussed')),
  what_changed text,
  verbatim text,
  not_before timestamptz(3),
  seconds integer CHECK (seconds >= 0),
  occurred_at timestamptz(3) NOT NULL,
  recorded_at timestamptz(3) NOT NULL DEFAULT app_now(),
  -- the answer of a simulated market: shown as such wherever its results show
  simulated boolean NOT NULL DEFAULT is_simulated()
);
CREATE INDEX conversation_version ON conversation (version_id, recorded_at);
CREATE INDEX conversation_campaign ON conversation (campaign_id);
CREATE INDEX conversation_organization ON conversation (organization_id, occurred_at);
CREATE INDEX conversation_enrolment ON conversation (enrolment_id);

CREATE TABLE objection (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  conversation_id uuid NOT NULL REFERENCES conversation,
  version_id uuid REFERENCES proposition_version,
  code text NOT NULL CHECK (code IN ('price_value', 'budget', 'no_need', 'status_quo', 'timing', 'authority', 'trust', 'competitor_incumbent', 'product_gap',
    'implementation_disruption', 'risk_organizational', 'risk_personal', 'loss_of_control', 'data_security', 'contract_terms', 'brush_off')),
  underlying text,
  verbatim text,
  UNIQUE (conversation_id, code)
);
CREATE INDEX objection_version ON objection (version_id, code);

-- What the buyer or we promised, with a date.
CREATE TABLE promise (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  conversation_id uuid NOT NULL REFERENCES conversation,
  by text NOT NULL CHECK (by IN ('buyer', 'us')),
  text text NOT NULL,
  due_on date NOT NULL,
  kept_at timestamptz(3)
);
CREATE INDEX promise_conversation ON promise (conversation_id);

CREATE TABLE found_person (
  conversation_id uuid NOT NULL REFERENCES conversation,
  contact_id uuid NOT NULL REFERENCES contact,
  -- whom to talk to instead
  referred boolean NOT NULL DEFAULT false,
  PRIMARY KEY (conversation_id, contact_id)
);

CREATE TABLE theme (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  proposition_id uuid NOT NULL REFERENCES proposition,
  version_id uuid NOT NULL REFERENCES proposition_version,
  title text NOT NULL,
  objection text,
  summary text NOT NULL DEFAULT '',
  -- when executives were first shown it, and first opened it: the latency of feedback is measured from these
  raised_at timestamptz(3) NOT NULL DEFAULT app_now(),
  raised_by uuid NOT NULL REFERENCES app_user,
  first_seen_at timestamptz(3),
  verdict text CHECK (verdict IN ('change', 'keep', 'more_data', 'retire')),
  verdict_note text,
  owner_id uuid REFERENCES app_user,
  due_on date,
  decided_by uuid REFERENCES app_user,
  decided_at timestamptz(3),
  revision integer NOT NULL DEFAULT 1,
  CHECK (verdict IS NULL OR (owner_id IS NOT NULL AND due_on IS NOT NULL AND decided_by IS NOT NULL AND decided_at IS NOT NULL))
);
CREATE INDEX theme_proposition ON theme (proposition_id);

CREATE TABLE theme_item (
  theme_id uuid NOT NULL REFERENCES theme,
  conversation_id uuid NOT NULL REFERENCES conversation,
  added_at timestamptz(3) NOT NULL DEFAULT app_now(),
  PRIMARY KEY (theme_id, conversation_id)
);
CREATE INDEX theme_item_conversation ON theme_item (conversation_id);

ALTER TABLE version_citation ADD FOREIGN KEY (theme_id) REFERENCES theme;

CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON conversation FOR EACH ROW EXECUTE FUNCTION write_audit();
CREATE TRIGGER audit AFTER UPDATE OR DELETE ON promise FOR EACH ROW EXECUTE FUNCTION write_audit();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON theme FOR EACH ROW EXECUTE FUNCTION write_audit();
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
