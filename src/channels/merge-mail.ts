import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MergeParts, MovedByStatements, OrganizationMergeParts, type MovingRows } from '../accounts/index.js';

/** What came in from the contact, and who was named on a page; what an organization asked. */
@Injectable()
export class MailMerging implements OnModuleInit {
  constructor(
    private readonly parts: MergeParts,
    private readonly ofOrganizations: OrganizationMergeParts,
  ) {}

  onModuleInit(): void {
    this.parts.register('channels', new MovedByStatements(MOVING));
    this.ofOrganizations.register('channels', new MovedByStatements(MOVING_OF_ORGANIZATION));
  }
}

const MOVING: MovingRows = {
  inboundMails: {
    move: 'UPDATE inbound_mail SET contact_id = $2 WHERE contact_id = $1 RETURNING id::text',
    back: 'UPDATE inbound_mail SET contact_id = $1 WHERE contact_id = $2 AND id = ANY($3::uuid[])',
  },
  providerEvents: {
    move: 'UPDATE provider_event SET contact_id = $2 WHERE contact_id = $1 RETURNING id::text',
    back: 'UPDATE provider_event SET contact_id = $1 WHERE contact_id = $2 AND id = ANY($3::uuid[])',
  },
  questions: {
    move: 'UPDATE expert_question SET contact_id = $2 WHERE contact_id = $1 RETURNING id::text',
    back: 'UPDATE expert_question SET contact_id = $1 WHERE contact_id = $2 AND id = ANY($3::uuid[])',
  },
  referrals: {
    move: 'UPDATE response SET referred_contact_id = $2 WHERE referred_contact_id = $1 RETURNING id::text',
    back: 'UPDATE response SET referred_contact_id = $1 WHERE referred_contact_id = $2 AND id = ANY($3::uuid[])',
  },
};

const MOVING_OF_ORGANIZATION: MovingRows = {
  questions: {
    move: 'UPDATE expert_question SET organization_id = $2 WHERE organization_id = $1 RETURNING id::text',
    back: 'UPDATE expert_question SET organization_id = $1 WHERE organization_id = $2 AND id = ANY($3::uuid[])',
  },
};
