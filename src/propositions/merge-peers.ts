import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MergeParts, MovedByStatements, type MovingRows } from '../accounts/index.js';

/** For whom the contact speaks as a peer; picks of a month stay where they were counted. */
@Injectable()
export class PeerMerging implements OnModuleInit {
  constructor(private readonly parts: MergeParts) {}

  onModuleInit(): void {
    this.parts.register('propositions', new MovedByStatements(MOVING));
  }
}

const MOVING: MovingRows = {
  peers: {
    move: `
UPDATE peer p
   SET contact_id = $2
 WHERE contact_id = $1
   AND (withdrawn_at IS NOT NULL
     OR NOT EXISTS (
       SELECT
         FROM peer s
        WHERE s.contact_id = $2 AND s.proposition_id = p.proposition_id AND s.withdrawn_at IS NULL))
RETURNING id::text`,
    back: 'UPDATE peer SET contact_id = $1 WHERE contact_id = $2 AND id = ANY($3::uuid[])',
  },
};
