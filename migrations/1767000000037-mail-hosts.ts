import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The host of a mail server is the name of a host, and nothing that a library could read as more. */
export class MailHosts1767000000037 implements MigrationInterface {
  async up(query: QueryRunner): Promise<void> {
    await query.query(HOST_NAMES);
    await query.query(SET_ASIDE_SENDERS);
    await query.query(SET_ASIDE_MAILBOXES);
    await query.query(CHECKS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const HOST_NAMES = `
CREATE FUNCTION is_host_name(host text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT length(host) <= 253
     AND host ~* '^([0-9a-z]([0-9a-z-]{0,61}[0-9a-z])?\\.)*[0-9a-z]([0-9a-z-]{0,61}[0-9a-z])?$|^[0-9a-f:]{2,39}$'
$$;`;

/** What stood there is kept in the reason, for the person who enters the server again. */
const SET_ASIDE_SENDERS = `
UPDATE sender
   SET state = 'paused', state_reason = left('This is no mail server: ' || smtp_host, 500), state_since = app_now(),
       smtp_host = 'invalid', smtp_port = coalesce(smtp_port, 587), revision = revision + 1
 WHERE NOT is_host_name(smtp_host)`;

const SET_ASIDE_MAILBOXES = `
UPDATE mailbox
   SET active = false, state = 'failing', last_error = left('This is no mail server: ' || host, 500),
       host = 'invalid', revision = revision + 1
 WHERE NOT is_host_name(host)`;

const CHECKS = `
ALTER TABLE sender ADD CONSTRAINT sender_smtp_host CHECK (is_host_name(smtp_host));
ALTER TABLE mailbox ADD CONSTRAINT mailbox_host CHECK (is_host_name(host));`;
