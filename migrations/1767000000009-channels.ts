import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Channels1767000000009 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(`
-- Without SMTP_URL mail ends here, and can be read. Nothing is unique on purpose: a message handed over twice must show twice.
CREATE TABLE captured_mail (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message_id text NOT NULL,
  sender text NOT NULL,
  recipient text NOT NULL,
  subject text NOT NULL,
  text text NOT NULL,
  headers jsonb NOT NULL DEFAULT '{}',
  captured_at timestamptz(3) NOT NULL DEFAULT app_now()
);
CREATE INDEX captured_mail_recipient ON captured_mail (lower(recipient), id);

-- What a buyer answered on a signed page.
CREATE TABLE response (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  enrolment_id uuid NOT NULL REFERENCES enrolment,
  choice text NOT NULL CHECK (choice IN ('interested', 'not_now', 'not_before', 'wrong_person', 'not_a_fit', 'stop')),
  not_before timestamptz(3),
  referred_contact_id uuid REFERENCES contact,
  words text,
  conversation_id uuid REFERENCES conversation,
  answered_at timestamptz(3) NOT NULL DEFAULT app_now()
);
CREATE INDEX response_enrolment ON response (enrolment_id, answered_at);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
