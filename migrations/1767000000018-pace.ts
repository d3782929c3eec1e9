import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Pace1767000000018 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
-- When people of a campaign were first touched and when their part ended: counted by day from the index alone. Each is written once a member.
CREATE INDEX enrolment_touched_at ON enrolment (campaign_id, first_touch_at) WHERE first_touch_at IS NOT NULL;
CREATE INDEX enrolment_ended_at ON enrolment (campaign_id, ended_at) WHERE ended_at IS NOT NULL;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
