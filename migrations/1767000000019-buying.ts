import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Buying1767000000019 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
-- Several people of one house in one talk; each has a conversation of their own in it.
CREATE TABLE group_session (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  organization_id uuid NOT NULL REFERENCES organization,
  campaign_id uuid NOT NULL REFERENCES campaign,
  -- the task that asked for it; one session a task, whoever clicks twice
  task_id uuid UNIQUE REFERENCES task,
  rep_id uuid NOT NULL REFERENCES app_user,
  held_at timestamptz(3) NOT NULL,
  note text,
  recorded_at timestamptz(3) NOT NULL DEFAULT app_now(),
  simulated boolean NOT NULL DEFAULT is_simulated()
);
CREATE INDEX group_session_organization ON group_session (organization_id, held_at);

-- Who was invited and did not come, and what comes next for them.
CREATE TABLE group_absentee (
  session_id uuid NOT NULL REFERENCES group_session,
  enrolment_id uuid NOT NULL REFERENCES enrolment,
  next text NOT NULL CHECK (next IN ('again', 'resume')),
  PRIMARY KEY (session_id, enrolment_id)
);

ALTER TABLE conversation ADD session_id uuid REFERENCES group_session;
CREATE UNIQUE INDEX conversation_session ON conversation (session_id, enrolment_id) WHERE session_id IS NOT NULL;

-- What a person sees at stake, for the house or for themselves. No trail is written of it: the trail is read by many, this by few.
CREATE TABLE stakeholder_risk (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  conversation_id uuid NOT NULL REFERENCES conversation,
  organization_id uuid NOT NULL REFERENCES organization,
  contact_id uuid NOT NULL REFERENCES contact,
  kind text NOT NULL CHECK (kind IN ('performance', 'financial', 'operational_disruption', 'supplier_dependence', 'psychological', 'career_financial', 'social_standing')),
  personal boolean NOT NULL GENERATED ALWAYS AS (kind IN ('psychological', 'career_financial', 'social_standing')) STORED,
  -- of which choice
  against text NOT NULL DEFAULT 'us' CHECK (against IN ('us', 'other', 'nothing')),
  impact smallint NOT NULL CHECK (impact BETWEEN 1 AND 3),
  words text,
  eases text,
  -- the rep shows a personal one to managers
  shared boolean NOT NULL DEFAULT false
);
CREATE INDEX stakeholder_risk_contact ON stakeholder_risk (contact_id);
CREATE INDEX stakeholder_risk_organization ON stakeholder_risk (organization_id);
CREATE INDEX stakeholder_risk_conversation ON stakeholder_risk (conversation_id);

-- When the buyer wants it, and what must be in place before: the rest is computed when it is read.
CREATE TABLE buying_plan (
  organization_id uuid NOT NULL REFERENCES organization,
  proposition_id uuid NOT NULL REFERENCES proposition,
  wanted_by date NOT NULL,
  source text NOT NULL CHECK (source IN ('buyer_said', 'rep_guessed')),
  -- [{key, title, leadDays, after, disrupts, done}]
  prerequisites jsonb NOT NULL DEFAULT '[]',
  revision integer NOT NULL DEFAULT 1,
  updated_by uuid NOT NULL REFERENCES app_user,
  updated_at timestamptz(3) NOT NULL DEFAULT app_now(),
  PRIMARY KEY (organization_id, proposition_id)
);

ALTER TABLE task DROP CONSTRAINT task_kind_check,
  ADD CONSTRAINT task_kind_check CHECK (kind IN ('call', 'task', 'reply', 'fix_contact', 'find_contact', 'colleague_replied', 'group_session', 'notice'));
ALTER TABLE enrolment DROP CONSTRAINT enrolment_reason_check,
  ADD CONSTRAINT enrolment_reason_check CHECK (reason IN ('manual', 'out_of_office', 'colleague_reply', 'group_session', 'meeting_booked', 'not_before', 'replied', 'won', 'declined', 'not_a_fit', 'unreachable', 'completed', 'suppressed', 'erased', 'campaign_aborted', 'poison', 'unknown_dispatch', 'contacts_us'));
CREATE UNIQUE INDEX task_one_group ON task (organization_id, campaign_id) WHERE kind = 'group_session' AND state IN ('open', 'claimed', 'snoozed');

CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON group_session FOR EACH ROW EXECUTE FUNCTION write_audit();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON buying_plan FOR EACH ROW EXECUTE FUNCTION write_audit('organization_id');

-- Words said with a personal risk move to that objection, which few may read.
SELECT set_config('overture.audit', 'off', true);
UPDATE objection o SET verbatim = concat_ws(E'\\n\\n', o.verbatim, c.verbatim)
  FROM conversation c WHERE c.id = o.conversation_id AND o.code = 'risk_personal' AND c.verbatim IS NOT NULL;
UPDATE conversation c SET verbatim = NULL
 WHERE verbatim IS NOT NULL AND EXISTS (SELECT FROM objection o WHERE o.conversation_id = c.id AND o.code = 'risk_personal');
SELECT set_config('overture.audit', '', true);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
