import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CheckIns1767000000020 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
-- A talk with a customer that sells nothing. Codes and ids only: no words in it to erase.
CREATE TABLE check_in (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  organization_id uuid NOT NULL REFERENCES organization,
  done_by uuid NOT NULL REFERENCES app_user,
  -- who owned the organization when it began; another rep may ask, the owner reads
  for_owner uuid REFERENCES app_user,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dropped')),
  -- what the rep believed before, and what the customer said: {status, decidesId, needs}
  assumption jsonb NOT NULL,
  answers jsonb,
  -- of the things assumed, how many were otherwise
  gap smallint CHECK (gap BETWEEN 0 AND 3),
  dropped_because text CHECK (dropped_because IN ('no_answer', 'wrong_number', 'not_now', 'mistake')),
  revision integer NOT NULL DEFAULT 1,
  started_at timestamptz(3) NOT NULL DEFAULT app_now(),
  ended_at timestamptz(3),
  CHECK ((state = 'open') = (ended_at IS NULL)),
  CHECK ((state = 'done') = (answers IS NOT NULL AND gap IS NOT NULL)),
  CHECK ((state = 'dropped') = (dropped_because IS NOT NULL))
);
-- Two reps who begin at once: one does.
CREATE UNIQUE INDEX check_in_one_open ON check_in (organization_id) WHERE state = 'open';
CREATE INDEX check_in_done ON check_in (organization_id, ended_at) WHERE state = 'done';
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON check_in FOR EACH ROW EXECUTE FUNCTION write_audit();
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
