import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MergeParts, MovedByStatements, OrganizationMergeParts, type MovingRows } from '../accounts/index.js';

/** For whom the contact speaks as a peer; picks of a month stay where they were counted. */
@Injectable()
export class PeerMerging implements OnModuleInit {
  constructor(
    private readonly parts: MergeParts,
    private readonly ofOrganizations: OrganizationMergeParts,
  ) {}

  onModuleInit(): void {
    this.parts.register('propositions', new MovedByStatements(MOVING));
    this.ofOrganizations.register('propositions', new MovedByStatements(MOVING_OF_ORGANIZATION));
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

const MOVING_OF_ORGANIZATION: MovingRows = {
  peers: {
    move: 'UPDATE peer SET organization_id = $2 WHERE organization_id = $1 RETURNING id::text',
    back: 'UPDATE peer SET organization_id = $1 WHERE organization_id = $2 AND id = ANY($3::uuid[])',
  },
};
