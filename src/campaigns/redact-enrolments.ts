import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalData, type Person, type PersonalPart } from '../accounts/index.js';
import { rows } from '../platform/index.js';
import { changeEnrolments, each } from './enrolments/enrolment-transitions.js';
import { SUPPRESS_TO_CONTACT } from './outbox/message-transitions.js';

/** What campaigns hold of contacts: their enrolments, and the messages that were sent to them. */
@Injectable()
export class EnrolmentRedaction implements PersonalPart, OnModuleInit {
  constructor(private readonly personal: PersonalData) {}

  onModuleInit(): void {
    this.personal.register('campaigns', this);
  }

  async read(manager: EntityManager, { contactId }: Person): Promise<Record<string, unknown>> {
    const found: Record<string, unknown> = {};
    for (const [name, text] of Object.entries(READ))
      found[name] = (await rows<{ row: unknown }>(manager, text, [contactId])).map(({ row }) => row);
    return found;
  }

  /** The enrolments end with their reason and stay counted. */
  async erase(manager: EntityManager, { contactId }: Person): Promise<void> {
    await manager.query(SUPPRESS_TO_CONTACT, [contactId]);
    await manager.query(BLANK_DISPATCHES, [contactId]);
    await manager.query(BLANK_EVENTS, [contactId]);
    const enrolments = await rows<{ id: string }>(manager, ENROLMENTS_OF, [contactId]);
    await changeEnrolments(
      manager,
      each(
        enrolments.map(({ id }) => id),
        { transition: 'erase' },
      ),
    );
    await manager.query(BLANK_ERRORS, [contactId]);
  }
}

const READ = {
  enrolments: `
SELECT to_jsonb(e) || jsonb_build_object('campaign', k.name) AS row
  FROM enrolment e
  JOIN campaign k ON k.id = e.campaign_id
 WHERE e.contact_id = $1
 ORDER BY e.id`,
  enrolmentEvents: `
SELECT to_jsonb(v) - 'recorded_in' AS row
  FROM enrolment_event v
  JOIN enrolment e ON e.id = v.enrolment_id
 WHERE e.contact_id = $1
 ORDER BY v.id`,
  messages: `
SELECT to_jsonb(d) - 'owner_key' AS row
  FROM dispatch d
 WHERE contact_id = $1
 ORDER BY id`,
} as const;

/** $1 contact */
const ENROLMENTS_OF = `SELECT id FROM enrolment WHERE contact_id = $1 AND ended_at IS NULL`;
const BLANK_DISPATCHES = `
UPDATE dispatch
   SET recipient = NULL, response = NULL, bounce_words = NULL
 WHERE contact_id = $1`;
const BLANK_EVENTS = `
UPDATE enrolment_event
   SET detail = NULL
 WHERE enrolment_id IN (SELECT id FROM enrolment WHERE contact_id = $1)
   AND detail ? 'error'`;
const BLANK_ERRORS = 'UPDATE enrolment SET error = NULL WHERE contact_id = $1 AND error IS NOT NULL';
