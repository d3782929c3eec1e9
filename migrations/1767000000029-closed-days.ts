import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ClosedDays1767000000029 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
-- Days on which nobody is written to or called beside the public holidays: a bridge day, a fair, a works holiday.
CREATE TABLE closed_day (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  day date NOT NULL,
  -- null: everywhere
  country text CHECK (country ~ '^[A-Z]{2}$'),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  created_by text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT app_now(),
  UNIQUE NULLS NOT DISTINCT (day, country)
);
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON closed_day FOR EACH ROW EXECUTE FUNCTION write_audit();
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
