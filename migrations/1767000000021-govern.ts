import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Govern1767000000021 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
-- What the campaign is to reach by day 28, written down before its launch: a share, or for lift a difference of shares.
ALTER TABLE campaign
  ADD COLUMN target_measure text CHECK (target_measure IN ('coverage', 'access', 'influence', 'early_conversion', 'reply', 'next_meeting', 'lift')),
  ADD COLUMN target_value double precision CHECK (target_value > 0 AND target_value <= 1),
  ADD CHECK ((target_measure IS NULL) = (target_value IS NULL));
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
