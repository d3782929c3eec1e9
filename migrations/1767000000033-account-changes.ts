import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AccountChanges1767000000033 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
-- What changed at a customer, with its date and what it was before. Written here and not in each room's code, because imports change
-- rows set-based, and undo them. What was not known before and is known now is no change.
CREATE TABLE organization_change (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  what text NOT NULL CHECK (what IN ('name', 'industry', 'size')),
  was text NOT NULL,
  changed_at timestamptz(3) NOT NULL DEFAULT app_now()
);
CREATE INDEX organization_change_organization ON organization_change (organization_id, changed_at);

CREATE FUNCTION note_organization_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO organization_change (organization_id, what, was)
  SELECT NEW.id, what, was FROM (VALUES
    ('name', OLD.name_key, NEW.name_key),
    ('industry', lower(OLD.industry), lower(NEW.industry)),
    ('size', OLD.employees::text, NEW.employees::text)) v(what, was, now)
   WHERE was IS NOT NULL AND was IS DISTINCT FROM now;
  RETURN NULL;
END $$;
CREATE TRIGGER note_change AFTER UPDATE ON organization FOR EACH ROW
  WHEN (NEW.relationship = 'customer' AND (OLD.name_key, OLD.industry, OLD.employees) IS DISTINCT FROM (NEW.name_key, NEW.industry, NEW.employees))
  EXECUTE FUNCTION note_organization_change();

CREATE INDEX employment_left ON employment (organization_id, until) WHERE until IS NOT NULL;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
