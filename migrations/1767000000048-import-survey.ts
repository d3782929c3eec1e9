import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What all rows of a file show of its numbers, days and types, so that a run reads them as its dry run did. */
export class ImportSurvey1767000000048 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query('ALTER TABLE import ADD COLUMN survey jsonb');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
