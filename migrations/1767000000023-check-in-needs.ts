import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CheckInNeeds1767000000023 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
-- What is asked: of the people's side, and never of what we offer.
CREATE TABLE check_in_question (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  topic text NOT NULL CHECK (topic IN ('change', 'people', 'future', 'service')),
  text text NOT NULL UNIQUE CHECK (length(text) BETWEEN 10 AND 300),
  -- null: Overture came with it
  created_by uuid REFERENCES app_user,
  created_at timestamptz(3) NOT NULL DEFAULT app_now(),
  retired_at timestamptz(3)
);
INSERT INTO check_in_question (topic, text) VALUES
  ('change', 'What has changed since we last spoke?'),
  ('change', 'What are you responsible for now that you were not responsible for before?'),
  ('change', 'What takes more of your time than it did a year ago?'),
  ('people', 'Who has joined that we should know?'),
  ('people', 'Who would you need to involve before anything can change here?'),
  ('people', 'Who would carry the work if it changed, and what would they say?'),
  ('people', 'Who outside your department notices first when something goes wrong?'),
  ('future', 'What would have to be true a year from now for you to call it a good year?'),
  ('future', 'What stops you from getting there today?'),
  ('future', 'What have you tried already, and what came of it?'),
  ('service', 'How could we serve you best from here on?'),
  ('service', 'What do we do that you could well live without?'),
  ('service', 'When did you last wait for us, and for what?');

-- whom the rep spoke to
ALTER TABLE check_in ADD contact_id uuid REFERENCES contact;
CREATE INDEX check_in_ended ON check_in (ended_at DESC, id);

-- The words are the customer's, and go with whoever said them.
CREATE TABLE check_in_answer (
  check_in_id uuid NOT NULL REFERENCES check_in,
  question_id uuid NOT NULL REFERENCES check_in_question,
  words text NOT NULL,
  PRIMARY KEY (check_in_id, question_id)
);
CREATE TABLE check_in_person (
  check_in_id uuid NOT NULL REFERENCES check_in,
  contact_id uuid NOT NULL REFERENCES contact,
  PRIMARY KEY (check_in_id, contact_id)
);
CREATE INDEX check_in_person_contact ON check_in_person (contact_id);

-- What a customer lacks. unserved: nothing of ours is made for it, which executives read. suggested: a rep thinks that a cohort fits.
CREATE TABLE check_in_need (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  check_in_id uuid NOT NULL REFERENCES check_in,
  organization_id uuid NOT NULL REFERENCES organization,
  kind text NOT NULL CHECK (kind IN ('cost', 'availability', 'quality', 'speed', 'people', 'risk', 'growth')),
  words text NOT NULL,
  state text NOT NULL DEFAULT 'unserved' CHECK (state IN ('unserved', 'suggested', 'approved', 'refused')),
  cohort_id uuid REFERENCES cohort,
  decided_by uuid REFERENCES app_user,
  decided_at timestamptz(3),
  reason text,
  created_at timestamptz(3) NOT NULL DEFAULT app_now(),
  CHECK ((state = 'unserved') = (cohort_id IS NULL)),
  CHECK ((state IN ('approved', 'refused')) = (decided_by IS NOT NULL AND decided_at IS NOT NULL)),
  CHECK (state <> 'refused' OR reason IS NOT NULL)
);
CREATE INDEX check_in_need_check_in ON check_in_need (check_in_id);
CREATE INDEX check_in_need_state ON check_in_need (state, created_at DESC);

-- A cohort is a rule. What the rule misses and sales ops approved is added here, and stands in the next snapshot.
CREATE TABLE cohort_addition (
  cohort_id uuid NOT NULL REFERENCES cohort,
  organization_id uuid NOT NULL REFERENCES organization,
  reason text NOT NULL,
  added_by uuid NOT NULL REFERENCES app_user,
  added_at timestamptz(3) NOT NULL DEFAULT app_now(),
  PRIMARY KEY (cohort_id, organization_id)
);
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON check_in_question FOR EACH ROW EXECUTE FUNCTION write_audit();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON check_in_need FOR EACH ROW EXECUTE FUNCTION write_audit();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON cohort_addition FOR EACH ROW EXECUTE FUNCTION write_audit('cohort_id');
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
