import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EasedRisks1767000000032 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
-- A risk that was eased stays on the map, and weighs no more.
ALTER TABLE stakeholder_risk
  ADD eased_at timestamptz(3),
  ADD eased_by uuid REFERENCES app_user,
  ADD revision integer NOT NULL DEFAULT 1;

-- The trail is read by many: it says who eased or showed which row, and when, and no word of what it is. Where more than that changes in
-- the same statement it says nothing.
CREATE TRIGGER audit AFTER UPDATE OF eased_at, shared ON stakeholder_risk FOR EACH ROW
  WHEN (to_jsonb(OLD) - '{eased_at,eased_by,shared,revision}'::text[] = to_jsonb(NEW) - '{eased_at,eased_by,shared,revision}'::text[])
  EXECUTE FUNCTION write_audit();
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
