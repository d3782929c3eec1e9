import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MovedByStatements, OrganizationMergeParts, type MovingRows } from '../accounts/index.js';

/** What was said at the organization, or about it. */
@Injectable()
export class OrganizationConversationMerging implements OnModuleInit {
  constructor(private readonly parts: OrganizationMergeParts) {}

  onModuleInit(): void {
    this.parts.register('feedback', new MovedByStatements(MOVING));
  }
}

/** One check-in at a time is open at an organization, and one plan there is of a proposition: the kept one's. */
const MOVING: MovingRows = {
  conversations: {
    move: 'UPDATE conversation SET organization_id = $2 WHERE organization_id = $1 RETURNING id::text',
    back: 'UPDATE conversation SET organization_id = $1 WHERE organization_id = $2 AND id = ANY($3::uuid[])',
  },
  groupSessions: {
    move: 'UPDATE group_session SET organization_id = $2 WHERE organization_id = $1 RETURNING id::text',
    back: 'UPDATE group_session SET organization_id = $1 WHERE organization_id = $2 AND id = ANY($3::uuid[])',
  },
  risks: {
    move: 'UPDATE stakeholder_risk SET organization_id = $2 WHERE organization_id = $1 RETURNING id::text',
    back: 'UPDATE stakeholder_risk SET organization_id = $1 WHERE organization_id = $2 AND id = ANY($3::uuid[])',
  },
  buyingPlans: {
    move: `
UPDATE buying_plan p
   SET organization_id = $2
 WHERE organization_id = $1
   AND NOT EXISTS (SELECT FROM buying_plan s WHERE s.organization_id = $2 AND s.proposition_id = p.proposition_id)
RETURNING proposition_id::text AS id`,
    back: 'UPDATE buying_plan SET organization_id = $1 WHERE organization_id = $2 AND proposition_id = ANY($3::uuid[])',
  },
  checkInsDropped: {
    move: `
UPDATE check_in
   SET state = 'dropped', dropped_because = 'mistake', ended_at = app_now(), revision = revision + 1
 WHERE organization_id = $1
   AND state = 'open'
   AND EXISTS (SELECT FROM check_in s WHERE s.organization_id = $2 AND s.state = 'open')
RETURNING id::text`,
    back: `
UPDATE check_in c
   SET state = 'open', dropped_because = NULL, ended_at = NULL, revision = revision + 1
 WHERE organization_id = $1
   AND $2::uuid IS NOT NULL
   AND id = ANY($3::uuid[])
   AND state = 'dropped'
   AND NOT EXISTS (SELECT FROM check_in s WHERE s.organization_id = $1 AND s.state = 'open')`,
  },
  checkIns: {
    move: 'UPDATE check_in SET organization_id = $2 WHERE organization_id = $1 RETURNING id::text',
    back: 'UPDATE check_in SET organization_id = $1 WHERE organization_id = $2 AND id = ANY($3::uuid[])',
  },
  needs: {
    move: 'UPDATE check_in_need SET organization_id = $2 WHERE organization_id = $1 RETURNING id::text',
    back: 'UPDATE check_in_need SET organization_id = $1 WHERE organization_id = $2 AND id = ANY($3::uuid[])',
  },
};
