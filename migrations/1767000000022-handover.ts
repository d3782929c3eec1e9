import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Handover1767000000022 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
-- Written just before a message goes to the mail server. Null where a version that did not write it had the message in its hands: nobody knows.
ALTER TABLE dispatch ADD COLUMN handover text CHECK (handover IN ('not_begun', 'begun'));
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
