import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { blankAudit, PersonalData, type Person, type PersonalPart } from '../accounts/index.js';
import { rows } from '../platform/index.js';

/** What was written to people, and what they answered on their pages. */
@Injectable()
export class MailRedaction implements PersonalPart, OnModuleInit {
  constructor(private readonly personal: PersonalData) {}

  onModuleInit(): void {
    this.personal.register('channels', this);
  }

  async read(manager: EntityManager, person: Person): Promise<Record<string, unknown>> {
    const found: Record<string, unknown> = {};
    for (const [name, { table, theirs }] of Object.entries(KEPT)) {
      const all = await rows<{ row: unknown }>(
        manager,
        `SELECT to_jsonb(m) AS row FROM ${table} m WHERE ${theirs} ORDER BY id`,
        parametersOf(theirs, person),
      );
      found[name] = all.map(({ row }) => row);
    }
    return found;
  }

  async erase(manager: EntityManager, person: Person): Promise<void> {
    for (const { table, theirs, blank } of Object.values(KEPT)) {
      const erased = await rows<{ id: string }>(
        manager,
        `UPDATE ${table} m SET ${blank} WHERE ${theirs} RETURNING m.id::text`,
        parametersOf(theirs, person),
      );
      await blankAudit(
        manager,
        table,
        erased.map(({ id }) => id),
      );
    }
  }
}

const parametersOf = (theirs: string, { contactId, emailKeys }: Person): unknown[] =>
  theirs.includes('$2') ? [contactId, emailKeys] : [contactId];

/**
 * What this room keeps of people: whose a row is ($1 contact, $2 addresses), and what is left of it. Written by us, never
 * input.
 */
const KEPT: Record<string, { table: string; theirs: string; blank: string }> = {
  mails: {
    table: 'captured_mail',
    theirs: `(lower(m.recipient) = ANY($2)
      OR m.message_id IN (SELECT d.message_id FROM dispatch d WHERE d.contact_id = $1)
      OR m.message_id IN (SELECT '<question-' || q.id || '@overture>' FROM expert_question q
        WHERE q.contact_id = $1 OR lower(q.reply_address) = ANY($2)))`,
    blank: "recipient = 'erased@invalid', subject = '(erased)', text = '(erased)', html = NULL, headers = '{}'",
  },
  responses: {
    table: 'response',
    theirs: 'm.enrolment_id IN (SELECT id FROM enrolment WHERE contact_id = $1)',
    blank: 'words = NULL',
  },
  questions: {
    table: 'expert_question',
    theirs: '(m.contact_id = $1 OR lower(m.reply_address) = ANY($2))',
    blank: "question = '(erased)', name = NULL, reply_address = NULL, answer = NULL",
  },
  providerEvents: {
    table: 'provider_event',
    theirs: '(m.contact_id = $1 OR lower(m.recipient) = ANY($2))',
    blank: "recipient = NULL, names = '{}', words = '', user_agent = NULL, error = NULL",
  },
  repliesAndBounces: {
    table: 'inbound_mail',
    theirs: '(m.contact_id = $1 OR lower(m.sender) = ANY($2))',
    blank: `sender = NULL, subject = '(erased)', reply_text = NULL, text = NULL, raw = NULL, whole = false, reading = '{"kind": "other", "returned": []}', error = NULL,
      authentication_evidence = NULL, dismissal_reason = CASE WHEN dismissal_reason IS NOT NULL THEN '(erased)' END`,
  },
};
