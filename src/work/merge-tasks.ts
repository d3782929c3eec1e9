import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MergeParts, MovedByStatements, type MovingRows } from '../accounts/index.js';

/** Tasks go with the contact, but for a second one that asks for the same address or number. */
@Injectable()
export class TaskMerging implements OnModuleInit {
  constructor(private readonly parts: MergeParts) {}

  onModuleInit(): void {
    this.parts.register('work', new MovedByStatements(MOVING));
  }
}

const MOVING: MovingRows = {
  tasks: {
    move: `
UPDATE task t
   SET contact_id = $2
 WHERE contact_id = $1
   AND NOT (kind = 'fix_contact' AND state IN ('open', 'claimed', 'snoozed') AND EXISTS (
     SELECT
       FROM task s
      WHERE s.contact_id = $2 AND s.kind = t.kind AND s.state IN ('open', 'claimed', 'snoozed')))
RETURNING id::text`,
    back: 'UPDATE task SET contact_id = $1 WHERE contact_id = $2 AND id = ANY($3::uuid[])',
  },
};
