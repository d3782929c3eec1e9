import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mail is kept before it is read, so that one that stops its reader is known, counted and passed by. */
export class MailReadApart1767000000041 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query('ALTER TABLE inbound_mail ALTER COLUMN reading DROP NOT NULL');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
