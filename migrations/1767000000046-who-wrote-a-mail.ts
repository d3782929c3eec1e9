import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What shows who wrote a mail, and an opt-out that nothing shows to be the person's. */
export class WhoWroteAMail1767000000046 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(COLUMNS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const COLUMNS = `
ALTER TABLE inbound_mail
  ADD COLUMN verified_by text CHECK (verified_by IN ('address', 'thread', 'sender')),
  ADD COLUMN authentication text CHECK (authentication IN ('pass', 'fail', 'none', 'unknown')),
  ADD COLUMN authentication_evidence text;

ALTER TABLE suppression
  ADD COLUMN unverified boolean NOT NULL DEFAULT false,
  ADD COLUMN evidence text;
CREATE INDEX suppression_unverified ON suppression (value) WHERE unverified AND lifted_at IS NULL;

ALTER TABLE mailbox
  ADD COLUMN trusted_authserv_id text CONSTRAINT mailbox_trusted_authserv_id CHECK (is_host_name(trusted_authserv_id));
DROP TRIGGER audit ON mailbox;
CREATE TRIGGER audit
  AFTER INSERT OR DELETE
     OR UPDATE OF name, host, port, tls, username, password_sealed, folder, trusted_authserv_id, active ON mailbox
  FOR EACH ROW EXECUTE FUNCTION write_audit();`;
