import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MergeParts, MovedByStatements, type MovingRows } from '../accounts/index.js';

/** What was said with the contact, or about them. */
@Injectable()
export class ConversationMerging implements OnModuleInit {
  constructor(private readonly parts: MergeParts) {}

  onModuleInit(): void {
    this.parts.register('feedback', new MovedByStatements(MOVING));
  }
}

const MOVING: MovingRows = {
  conversations: {
    move: 'UPDATE conversation SET contact_id = $2 WHERE contact_id = $1 RETURNING id::text',
    back: 'UPDATE conversation SET contact_id = $1 WHERE contact_id = $2 AND id = ANY($3::uuid[])',
  },
  foundPeople: {
    move: `
UPDATE found_person p
   SET contact_id = $2
 WHERE contact_id = $1
   AND NOT EXISTS (
     SELECT FROM found_person s WHERE s.contact_id = $2 AND s.conversation_id = p.conversation_id)
RETURNING conversation_id::text AS id`,
    back: 'UPDATE found_person SET contact_id = $1 WHERE contact_id = $2 AND conversation_id = ANY($3::uuid[])',
  },
  checkIns: {
    move: 'UPDATE check_in SET contact_id = $2 WHERE contact_id = $1 RETURNING id::text',
    back: 'UPDATE check_in SET contact_id = $1 WHERE contact_id = $2 AND id = ANY($3::uuid[])',
  },
  checkInPeople: {
    move: `
UPDATE check_in_person p
   SET contact_id = $2
 WHERE contact_id = $1
   AND NOT EXISTS (SELECT FROM check_in_person s WHERE s.contact_id = $2 AND s.check_in_id = p.check_in_id)
RETURNING check_in_id::text AS id`,
    back: 'UPDATE check_in_person SET contact_id = $1 WHERE contact_id = $2 AND check_in_id = ANY($3::uuid[])',
  },
  risks: {
    move: 'UPDATE stakeholder_risk SET contact_id = $2 WHERE contact_id = $1 RETURNING id::text',
    back: 'UPDATE stakeholder_risk SET contact_id = $1 WHERE contact_id = $2 AND id = ANY($3::uuid[])',
  },
};
