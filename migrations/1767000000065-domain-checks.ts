import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was found of the domain, the server and the mails of each sender, for 30 days. */
export class DomainChecks1767000000065 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
CREATE TABLE domain_check (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  sender_id uuid NOT NULL REFERENCES sender ON DELETE CASCADE,
  at timestamptz(3) NOT NULL DEFAULT app_now(),
  -- of the sender that was checked: another one makes a new check due
  sender_revision integer NOT NULL,
  lines jsonb NOT NULL CHECK (jsonb_typeof(lines) = 'array'),
  worst text NOT NULL CHECK (worst IN ('blocks', 'warns', 'unknown', 'met', 'not_applicable'))
);
CREATE INDEX domain_check_sender ON domain_check (sender_id, id DESC);
CREATE INDEX domain_check_at ON domain_check (at);

-- one process at a time checks a sender; the lease of one that dies ends by the clock
CREATE TABLE domain_check_lease (
  sender_id uuid PRIMARY KEY REFERENCES sender ON DELETE CASCADE,
  until timestamptz(3) NOT NULL
);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
