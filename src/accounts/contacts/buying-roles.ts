import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsNull, type DataSource, type EntityManager } from 'typeorm';
import type { Role } from '../../../libs/plays/index.js';
import { Conflict, Invalid, NotFound, rows } from '../../platform/index.js';
import { BuyingRole, type Confidence, type RoleSource } from './buying-role.entity.js';
import { Employment } from './employment.entity.js';

class BuyingRoleNotFound extends NotFound {}
class NotEmployedThere extends Invalid {}
class RoleTaken extends Conflict {}

export type BuyingRoleFacts = Partial<
  Pick<BuyingRole, 'role' | 'confidence' | 'attitude' | 'influence' | 'preferredSupplier'>
>;
export interface BuyingGroupContact extends BuyingRole {
  contactName: string;
  title: string | null;
}

@Injectable()
export class BuyingRoles {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Who fills which role, people who left not counted. */
  of(organizationId: string): Promise<BuyingGroupContact[]> {
    return rows(this.source, BUYING_GROUP, [organizationId]);
  }

  async create(
    manager: EntityManager,
    facts: BuyingRoleFacts & { organizationId: string; contactId: string; role: Role },
  ): Promise<BuyingRole> {
    const { organizationId, contactId, role } = facts;
    if (!(await manager.existsBy(Employment, { organizationId, contactId, until: IsNull() })))
      throw new NotEmployedThere('The person does not work at this organization.', [
        {
          field: 'contactId',
          code: 'not_employed',
          message: 'contactId is not a contact who works at this organization',
        },
      ]);
    const inserted = await rows<{ id: string }>(manager, INSERT_ONCE, [
      organizationId,
      contactId,
      role,
      'person',
      'medium',
    ]);
    if (inserted.length === 0) throw new RoleTaken('The person has this role already. Change that one instead.');
    return this.change(manager, inserted[0]!.id, facts);
  }

  /**
   * Adds the role where the contact does not have it yet; its details stay, except an attitude or supplier given now.
   */
  async learn(
    manager: EntityManager,
    found: {
      organizationId: string;
      contactId: string;
      role: Role;
      source: RoleSource;
      confidence?: Confidence;
      attitude?: number;
      preferredSupplier?: string;
    },
  ): Promise<void> {
    const { organizationId, contactId, role, source, confidence = 'medium', attitude, preferredSupplier } = found;
    await manager.query(INSERT_ONCE, [organizationId, contactId, role, source, confidence]);
    if (attitude !== undefined || preferredSupplier)
      await manager.query(LEARN_MORE, [organizationId, contactId, role, attitude ?? null, preferredSupplier ?? null]);
  }

  async change(manager: EntityManager, id: string, facts: BuyingRoleFacts): Promise<BuyingRole> {
    const { role, confidence, attitude, influence, preferredSupplier } = facts;
    const change = Object.fromEntries(
      Object.entries({ role, confidence, attitude, influence, preferredSupplier }).filter(
        ([, value]) => value !== undefined,
      ),
    );
    await manager.update(BuyingRole, { id }, { ...change, source: 'person', updatedAt: () => 'app_now()' });
    const found = await manager.findOneBy(BuyingRole, { id });
    if (!found) throw new BuyingRoleNotFound('There is no such buying role.');
    return found;
  }

  async remove(manager: EntityManager, id: string): Promise<void> {
    const { affected } = await manager.delete(BuyingRole, { id });
    if (!affected) throw new BuyingRoleNotFound('There is no such buying role.');
  }
}

const INSERT_ONCE = `
INSERT INTO buying_role (organization_id, contact_id, role, source, confidence) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (organization_id, contact_id, role) DO NOTHING RETURNING id`;

const LEARN_MORE = `
UPDATE buying_role
  SET attitude = coalesce($4, attitude), preferred_supplier = coalesce($5, preferred_supplier), updated_at = app_now()
 WHERE organization_id = $1 AND contact_id = $2 AND role = $3`;

const BUYING_GROUP = `
SELECT b.id, b.organization_id, b.contact_id, b.role, b.confidence, b.attitude, b.influence,
       b.preferred_supplier, b.source, b.created_at, b.updated_at,
       c.name AS contact_name, e.title
  FROM buying_role b JOIN contact c ON c.id = b.contact_id
  JOIN employment e ON e.contact_id = c.id AND e.organization_id = b.organization_id AND e.until IS NULL
 WHERE b.organization_id = $1 ORDER BY lower(c.name), b.role LIMIT 1000`;
