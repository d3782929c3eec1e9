import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { numberOfSql } from '../../accounts/index.js';
import { rows, WriteRights, type JudgedWrite, type SubjectKind } from '../../platform/index.js';
import { seesOnlyOwn } from '../brief/cards.js';
import { Claims } from '../claims/claims.js';
import { OrganizationNotYours } from './ownerships.js';
import { LOCK_ORGANIZATIONS } from './ownerships.sql.js';

/** A rep changes people and organizations that they own or cover, and those that no rep owns yet. */
@Injectable()
export class OwnershipRights implements OnModuleInit {
  constructor(
    private readonly rights: WriteRights,
    private readonly claims: Claims,
  ) {}

  onModuleInit(): void {
    this.rights.before((manager, write) => this.judge(manager, write));
  }

  private async judge(manager: EntityManager, { request: { actor }, actedOn }: JudgedWrite): Promise<void> {
    if (!actedOn || !actor || !seesOnlyOwn(actor)) return;
    const organizations = (await rows<{ id: string }>(manager, WHERE[actedOn.kind], [actedOn.value])).map(
      ({ id }) => id,
    );
    // none goes to another rep until this is done
    await manager.query(LOCK_ORGANIZATIONS, [organizations]);
    const owners = (await rows<{ repId: string | null }>(manager, OWNERS, [organizations])).map(({ repId }) => repId);
    const mine = [null, actor.id, ...(await this.claims.covered(manager, actor.id))];
    if (owners.length === 0 || owners.some((owner) => mine.includes(owner))) return;
    throw new OrganizationNotYours('This belongs to an organization of another rep. Ask them, or a manager.');
  }
}

/** $1 organizations */
const OWNERS = `
SELECT o.rep_id
  FROM organization g
  LEFT JOIN ownership o ON o.organization_id = g.id
 WHERE g.id = ANY($1::uuid[])`;

const OF_CONTACTS = `
SELECT m.organization_id AS id
  FROM contact c
  JOIN employment m ON m.contact_id = c.id AND m.until IS NULL`;

/** The organizations that it belongs to. $1 id, address or number */
const WHERE: Record<SubjectKind, string> = {
  organization: 'SELECT id FROM organization WHERE id = $1',
  contact: `${OF_CONTACTS}
 WHERE c.id = $1`,
  address: `${OF_CONTACTS}
 WHERE c.email_key = lower($1)`,
  phone: `${OF_CONTACTS}
 WHERE ${numberOfSql('c.phone')} = regexp_replace(${numberOfSql('$1')}, '[^0-9+]', '', 'g')`,
  suppression: `${OF_CONTACTS}
  JOIN suppression s ON s.kind = 'contact' AND s.value = c.id::text
 WHERE s.id = $1`,
  employment: 'SELECT organization_id AS id FROM employment WHERE id = $1',
  buying_role: 'SELECT organization_id AS id FROM buying_role WHERE id = $1',
};
