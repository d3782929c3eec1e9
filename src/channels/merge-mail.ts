import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MergeParts, MovedByStatements, type MovingRows } from '../accounts/index.js';

/** What came in from the contact, and who was named on a page. */
@Injectable()
export class MailMerging implements OnModuleInit {
  constructor(private readonly parts: MergeParts) {}

  onModuleInit(): void {
    this.parts.register('channels', new MovedByStatements(MOVING));
  }
}

const MOVING: MovingRows = {
  inboundMails: {
    move: 'UPDATE inbound_mail SET contact_id = $2 WHERE contact_id = $1 RETURNING id::text',
    back: 'UPDATE inbound_mail SET contact_id = $1 WHERE contact_id = $2 AND id = ANY($3::uuid[])',
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
