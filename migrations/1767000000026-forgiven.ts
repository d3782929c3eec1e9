import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Forgiven1767000000026 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
-- What stood in the day when a person started a stopped sender again: still counted and shown, and no reason to stop it once more.
ALTER TABLE sender_day ADD COLUMN forgiven_sent integer NOT NULL DEFAULT 0,
  ADD COLUMN forgiven_bounced integer NOT NULL DEFAULT 0,
  ADD COLUMN forgiven_complained integer NOT NULL DEFAULT 0;
-- until now, days before the last start were not looked at
UPDATE sender_day d SET forgiven_sent = d.sent, forgiven_bounced = d.bounced, forgiven_complained = d.complained
  FROM sender s WHERE s.id = d.sender_id AND d.day < (s.state_since AT TIME ZONE 'UTC')::date;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
