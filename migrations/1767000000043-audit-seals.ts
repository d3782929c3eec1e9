import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A chain of seals over the audit trail, each for the entries since the one before (docs/decisions/0024). */
export class AuditSeals1767000000043 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(SEALS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const SEALS = `
CREATE TABLE audit_seal (
  number bigint PRIMARY KEY CHECK (number > 0),
  -- covers every entry with after_id < id <= last_id, and there are row_count of them
  after_id bigint NOT NULL UNIQUE,
  last_id bigint NOT NULL UNIQUE CHECK (last_id > after_id),
  row_count integer NOT NULL CHECK (row_count > 0),
  rows_hash bytea NOT NULL,
  -- 12 bytes an entry: its id and the first 4 of its digest, to name the one that does not fit
  marks bytea NOT NULL,
  previous_hash bytea NOT NULL UNIQUE,
  hash bytea NOT NULL UNIQUE,
  sealed_at timestamptz(3) NOT NULL
);
CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`;
