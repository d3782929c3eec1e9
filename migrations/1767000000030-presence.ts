import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Presence1767000000030 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
-- Who has a version open to write in it, as they say every few seconds. Unlogged: after a crash they say it anew.
CREATE UNLOGGED TABLE version_presence (
  version_id uuid NOT NULL REFERENCES proposition_version ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES app_user,
  seen_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (version_id, user_id)
);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
