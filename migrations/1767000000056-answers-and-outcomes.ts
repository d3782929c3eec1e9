import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person's calendar answered to a booked meeting, and the outcomes of conversations and of imported history in one view. */
export class AnswersAndOutcomes1767000000056 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(MEETING_ANSWER);
    await query.query(RECORDED_OUTCOME);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const MEETING_ANSWER = `
CREATE TABLE meeting_answer (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  conversation_id uuid NOT NULL REFERENCES conversation ON DELETE CASCADE,
  answer text NOT NULL CHECK (answer IN ('accepted', 'declined', 'tentative', 'countered')),
  -- of countered, where its time zone is known
  proposed_at timestamptz(3),
  proposed_until timestamptz(3) CHECK (proposed_until > proposed_at),
  words text,
  -- something shows that the person sent it
  verified boolean NOT NULL,
  answered_at timestamptz(3) NOT NULL DEFAULT app_now()
);
CREATE INDEX meeting_answer_conversation ON meeting_answer (conversation_id, id);
CREATE INDEX conversation_meeting ON conversation (contact_id, meeting_at) WHERE meeting_at IS NOT NULL;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON meeting_answer
  FOR EACH ROW EXECUTE FUNCTION write_audit();`;

const RECORDED_OUTCOME = `
CREATE INDEX conversation_contact ON conversation (contact_id, occurred_at) WHERE contact_id IS NOT NULL;
CREATE VIEW recorded_outcome AS
SELECT id, organization_id, contact_id, disposition AS outcome, occurred_at AS at
  FROM conversation
UNION ALL
SELECT id, organization_id, contact_id, outcome, occurred_on::timestamp AT TIME ZONE 'UTC'
  FROM past_interaction
 WHERE outcome IS NOT NULL AND occurred_on IS NOT NULL;`;
