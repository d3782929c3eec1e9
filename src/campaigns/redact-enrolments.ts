import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalData, type Person, type PersonalPart } from '../accounts/index.js';
import { rows } from '../platform/index.js';
import { WAKE_WAITING } from './enrolments/drive.sql.js';

/** What campaigns hold of people: their part in each, and what was sent to whom. */
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

  /** The members leave with their reason and stay counted; a colleague who waited for their place goes on. */
  async erase(manager: EntityManager, { contactId }: Person): Promise<void> {
    await manager.query(STOP_DISPATCHES, [contactId]);
    await manager.query(BLANK_DISPATCHES, [contactId]);
    await manager.query(BLANK_EVENTS, [contactId]);
    const left = await rows<{ organizationId: string }>(manager, LEAVE, [contactId]);
    await manager.query(BLANK_ERRORS, [contactId]);
    if (left.length > 0) await manager.query(WAKE_WAITING, [left.map((each) => each.organizationId)]);
  }
}

const READ = {
  enrolments: `SELECT to_jsonb(e) || jsonb_build_object('campaign', k.name) AS row FROM enrolment e JOIN campaign k ON k.id = e.campaign_id WHERE e.contact_id = $1 ORDER BY e.id`,
  enrolmentEvents:
    'SELECT to_jsonb(v) AS row FROM enrolment_event v JOIN enrolment e ON e.id = v.enrolment_id WHERE e.contact_id = $1 ORDER BY v.id',
  messages: `SELECT to_jsonb(d) - 'owner_key' AS row FROM dispatch d WHERE contact_id = $1 ORDER BY id`,
} as const;
const STOP_DISPATCHES = `
UPDATE dispatch SET state = 'suppressed', error_class = 'suppressed', settled_at = app_now(), settled_by = 'erasure'
 WHERE contact_id = $1 AND state = 'queued'`;
const BLANK_DISPATCHES = `UPDATE dispatch SET recipient = NULL, response = NULL, bounce_words = NULL WHERE contact_id = $1`;
const BLANK_EVENTS = `
UPDATE enrolment_event SET detail = NULL WHERE enrolment_id IN (SELECT id FROM enrolment WHERE contact_id = $1) AND detail ? 'error'`;
const LEAVE = `
UPDATE enrolment SET state = 'excluded', reason = 'erased', next_action_at = NULL, deferred = NULL, ended_at = app_now()
 WHERE contact_id = $1 AND ended_at IS NULL RETURNING organization_id`;
const BLANK_ERRORS = 'UPDATE enrolment SET error = NULL WHERE contact_id = $1 AND error IS NOT NULL';
