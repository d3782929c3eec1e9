import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words about a person that decisions on mails and answers of experts leave in the trail: an erasure takes them out. */
export class ErasedWords1767000000059 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(WORDS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

/** The columns of before, and those of inbound_mail and expert_question. */
const WORDS = `
CREATE OR REPLACE FUNCTION audit_words() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT string_to_array('name given_name family_name name_key email email_key email_hash email_suggestion phone '
    'phone_hash external_id attributes language time_zone title department preferred_supplier value note source '
    'evidence verbatim wants needs aspirations what_changed competitor underlying text words snooze_reason '
    'cancel_reason lift_reason recipient response error detail subject headers message sender reading prerequisites '
    'filters contact_external_id contact_name contact_name_key contact_email_key question answer reply_address '
    'reply_text raw dismissal_reason authentication_evidence mail_response', ' ')
$$;`;
