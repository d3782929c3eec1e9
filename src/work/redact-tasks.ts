import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { blankAudit, PersonalData, type Person, type PersonalPart } from '../accounts/index.js';
import { rows } from '../platform/index.js';

/** Erases a person from tasks. */
@Injectable()
export class TaskRedaction implements PersonalPart, OnModuleInit {
  constructor(private readonly personal: PersonalData) {}

  onModuleInit(): void {
    this.personal.register('work', this);
  }

  async read(manager: EntityManager, { contactId }: Person): Promise<Record<string, unknown>> {
    const found = await rows<{ row: unknown }>(manager, READ, [contactId]);
    return { tasks: found.map(({ row }) => row) };
  }

  async erase(manager: EntityManager, { contactId }: Person): Promise<void> {
    const erased = await rows<{ id: string }>(manager, ERASE, [contactId]);
    await blankAudit(
      manager,
      'task',
      erased.map(({ id }) => id),
    );
  }
}

const READ = 'SELECT to_jsonb(t) AS row FROM task t WHERE contact_id = $1 ORDER BY id';
/** There is no one left to call: an open task ends now, and one that a rep holds when it is released. */
const ERASE = `
UPDATE task
   SET title = 'A person who was erased', words = NULL, snooze_reason = NULL, why = '[]',
       state = CASE WHEN state IN ('open', 'snoozed') THEN 'cancelled' ELSE state END,
       cancel_reason = CASE WHEN state IN ('open', 'snoozed', 'claimed', 'cancelled') THEN 'The person was erased.'
         ELSE cancel_reason END
 WHERE contact_id = $1 RETURNING id`;
