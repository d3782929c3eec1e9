import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of people's data, and reading all that is held of one person, stand in the audit trail too. */
export class AuditedAccess1767000000039 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(ACCESS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const ACCESS = `
ALTER TABLE audit_entry
  DROP CONSTRAINT audit_entry_action_check,
  ADD CONSTRAINT audit_entry_action_check CHECK (action IN ('insert', 'update', 'delete', 'export', 'read'));

CREATE FUNCTION record_access(actor text, action text, entity text, entity_id text, detail jsonb)
RETURNS void LANGUAGE sql AS $$
  INSERT INTO audit_entry (actor, action, entity, entity_id, after)
  VALUES ($1, $2, $3, $4, $5)
$$;`;
