import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Program1767000000028 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
-- Which processes of this house live: each says so every few seconds. Unlogged: after a crash they say it anew.
CREATE UNLOGGED TABLE program (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('api', 'worker')),
  host text NOT NULL,
  pid integer NOT NULL,
  started_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  beat_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
