import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Retention1767000000031 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
-- Mails that are still kept as they came, oldest first: what the hourly look asks for.
CREATE INDEX inbound_mail_raw ON inbound_mail (received_at) WHERE raw IS NOT NULL AND state IN ('handled', 'dismissed');
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
