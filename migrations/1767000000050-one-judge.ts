import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What comes back is about a recipient or about us, and what stays unclear waits for a rep with a proposal. */
export class OneJudge1767000000050 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(REFUSALS);
    await query.query(DECISIONS);
    await query.query(PEOPLE);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const REFUSALS = `
-- when a server last refused this message because of us: of its sender, or of what it says
ALTER TABLE dispatch ADD COLUMN refused_at timestamptz(3);
CREATE INDEX dispatch_refused ON dispatch (campaign_id, refused_at) WHERE refused_at IS NOT NULL;
CREATE INDEX dispatch_refused_sender ON dispatch (sender_id, refused_at) WHERE refused_at IS NOT NULL;
ALTER TABLE dispatch DROP CONSTRAINT dispatch_error_class_check,
  ADD CONSTRAINT dispatch_error_class_check CHECK (error_class IN (
    'deferred', 'rejected', 'not_handed_over', 'unknown', 'template', 'suppressed', 'aborted', 'lost_owner',
    'no_address', 'refused', 'returned'));
UPDATE setting SET key = 'returnsBeforeTask' WHERE key = 'softBouncesBeforeHard';
ALTER TABLE sender ADD COLUMN postal_address text CHECK (length(postal_address) BETWEEN 1 AND 500);`;

const DECISIONS = `
ALTER TABLE enrolment DROP CONSTRAINT enrolment_reason_check,
  ADD CONSTRAINT enrolment_reason_check CHECK (reason IN (
    'manual', 'out_of_office', 'colleague_reply', 'group_session', 'meeting_booked', 'not_before', 'replied', 'won',
    'declined', 'not_a_fit', 'unreachable', 'completed', 'suppressed', 'erased', 'campaign_aborted', 'poison',
    'unknown_dispatch', 'contacts_us', 'awaiting_rep', 'left'));
ALTER TABLE inbound_mail DROP CONSTRAINT inbound_mail_kind_check,
  ADD CONSTRAINT inbound_mail_kind_check CHECK (kind IN (
    'bounce', 'complaint', 'auto_reply', 'reply', 'receipt', 'calendar', 'opt_out', 'own', 'other'));
ALTER TABLE task ADD COLUMN proposed_disposition text;`;

const PEOPLE = `
-- the day from which a person who is away may be reached again, in every campaign
ALTER TABLE contact ADD COLUMN away_until timestamptz(3);
ALTER TABLE suppression DROP CONSTRAINT suppression_reason_check,
  ADD CONSTRAINT suppression_reason_check CHECK (reason IN (
    'unsubscribe', 'do_not_call', 'hard_bounce', 'complaint', 'left', 'legal', 'manual', 'competitor'));`;
