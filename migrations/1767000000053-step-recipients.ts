import type { MigrationInterface, QueryRunner } from 'typeorm';

/** At most one copy of a step reaches an address, whatever the records. */
export class StepRecipients1767000000053 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query('SET LOCAL statement_timeout = 0');
    await query.query(TABLE);
    await query.query(SENT_BEFORE);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const TABLE = `
-- which enrolment got the step, by the keyed hash of the address that it went to
CREATE TABLE step_recipient (
  campaign_id uuid NOT NULL,
  step_key text NOT NULL,
  email_hash text NOT NULL,
  enrolment_id uuid NOT NULL,
  PRIMARY KEY (campaign_id, step_key, email_hash)
);

ALTER TABLE dispatch
  ADD COLUMN same_address_as uuid REFERENCES enrolment,
  DROP CONSTRAINT dispatch_error_class_check,
  ADD CONSTRAINT dispatch_error_class_check CHECK (error_class IN ('deferred', 'rejected', 'not_handed_over', 'unknown',
    'template', 'suppressed', 'aborted', 'lost_owner', 'no_address', 'refused', 'returned', 'same_address'));

ALTER TABLE enrolment
  -- of two records of one contact in one campaign the one that went less far, and whose it was
  ADD COLUMN merged_from uuid REFERENCES contact,
  DROP CONSTRAINT enrolment_reason_check,
  ADD CONSTRAINT enrolment_reason_check CHECK (reason IN ('manual', 'out_of_office', 'colleague_reply', 'group_session',
    'meeting_booked', 'not_before', 'replied', 'won', 'declined', 'not_a_fit', 'unreachable', 'completed', 'suppressed',
    'erased', 'campaign_aborted', 'poison', 'unknown_dispatch', 'contacts_us', 'awaiting_rep', 'left', 'same_address',
    'merged'));
ALTER TABLE enrolment DROP CONSTRAINT enrolment_campaign_id_contact_id_key;
CREATE UNIQUE INDEX enrolment_once ON enrolment (campaign_id, contact_id) WHERE merged_from IS NULL;`;

const SENT_BEFORE = `
INSERT INTO step_recipient (campaign_id, step_key, email_hash, enrolment_id)
SELECT DISTINCT ON (d.campaign_id, d.step_key, c.email_hash) d.campaign_id, d.step_key, c.email_hash, d.enrolment_id
  FROM dispatch d
  JOIN contact c ON c.id = d.contact_id
 WHERE c.email_hash IS NOT NULL
   AND lower(d.recipient) = lower(c.email)
   AND d.state IN ('sending', 'sent', 'delivered', 'bounced', 'unknown')
 ORDER BY d.campaign_id, d.step_key, c.email_hash, d.id`;
