import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Lessons1767000000017 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
-- What worked, in a rep's words, and for whom; null: for everybody.
CREATE TABLE lesson (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  text text NOT NULL,
  role text,
  industry text,
  objection text CHECK (objection IN ('price_value', 'budget', 'no_need', 'status_quo', 'timing', 'authority', 'trust', 'competitor_incumbent', 'product_gap',
    'implementation_disruption', 'risk_organizational', 'risk_personal', 'loss_of_control', 'data_security', 'contract_terms', 'brush_off')),
  version_id uuid REFERENCES proposition_version,
  campaign_id uuid REFERENCES campaign,
  -- the task that taught it; its conversation is the proof
  task_id uuid REFERENCES task,
  author_id uuid NOT NULL REFERENCES app_user,
  -- how many tasks it helped in
  helped integer NOT NULL DEFAULT 0,
  created_at timestamptz(3) NOT NULL DEFAULT app_now()
);
CREATE INDEX lesson_version ON lesson (version_id);
CREATE INDEX lesson_task ON lesson (task_id);

CREATE TABLE lesson_mark (
  lesson_id uuid NOT NULL REFERENCES lesson ON DELETE CASCADE,
  task_id uuid NOT NULL REFERENCES task,
  user_id uuid NOT NULL REFERENCES app_user,
  marked_at timestamptz(3) NOT NULL DEFAULT app_now(),
  PRIMARY KEY (lesson_id, task_id)
);

CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON lesson FOR EACH ROW EXECUTE FUNCTION write_audit();
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
