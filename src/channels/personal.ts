import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalData, type Person, type PersonalPart } from '../accounts/index.js';
import { rows } from '../platform/index.js';

/** What was written to people, and what they answered on their pages. */
@Injectable()
export class PersonalMail implements PersonalPart, OnModuleInit {
  constructor(private readonly personal: PersonalData) {}

  onModuleInit(): void {
    this.personal.register('channels', this);
  }

  async read(manager: EntityManager, { contactId, emailKey }: Person): Promise<Record<string, unknown>> {
    const all = async (text: string, parameters: unknown[]): Promise<unknown[]> =>
      (await rows<{ row: unknown }>(manager, text, parameters)).map(({ row }) => row);
    return {
      mails: await all(READ_MAILS, [contactId, emailKey]),
      responses: await all(READ_RESPONSES, [contactId]),
    };
  }

  async erase(manager: EntityManager, { contactId, emailKey }: Person): Promise<void> {
    await manager.query(BLANK_MAILS, [contactId, emailKey]);
    await manager.query(BLANK_RESPONSES, [contactId]);
  }
}

/** By the dispatch, or by the address. $1 contact, $2 address */
const THEIRS = `(lower(m.recipient) = $2 OR m.message_id IN (SELECT d.message_id FROM dispatch d WHERE d.contact_id = $1))`;
const READ_MAILS = `SELECT to_jsonb(m) AS row FROM captured_mail m WHERE ${THEIRS} ORDER BY id`;
const READ_RESPONSES =
  'SELECT to_jsonb(r) AS row FROM response r JOIN enrolment e ON e.id = r.enrolment_id WHERE e.contact_id = $1 ORDER BY r.id';
const BLANK_MAILS = `
UPDATE captured_mail m SET recipient = 'erased@invalid', subject = '(erased)', text = '(erased)', html = NULL, headers = '{}' WHERE ${THEIRS}`;
const BLANK_RESPONSES =
  'UPDATE response SET words = NULL WHERE words IS NOT NULL AND enrolment_id IN (SELECT id FROM enrolment WHERE contact_id = $1)';
