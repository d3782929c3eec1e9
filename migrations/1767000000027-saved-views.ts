import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SavedViews1767000000027 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
-- Filters of a list under a name: one person's own, or everybody's.
CREATE TABLE saved_view (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  list text NOT NULL CHECK (length(list) BETWEEN 1 AND 100),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  filters jsonb NOT NULL CHECK (jsonb_typeof(filters) = 'object'),
  shared boolean NOT NULL DEFAULT false,
  owner_id uuid NOT NULL REFERENCES app_user,
  created_at timestamptz(3) NOT NULL DEFAULT app_now(),
  UNIQUE (list, owner_id, name)
);
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON saved_view FOR EACH ROW EXECUTE FUNCTION write_audit();
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
