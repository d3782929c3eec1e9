import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Forbidden, Invalid, NotFound, row, rows, type Actor } from '../platform/index.js';
import { COVERED } from './claims.sql.js';
import { HAND_OVER, OWN, TAKE_ALONG } from './ownerships.sql.js';

class RepUnknown extends Invalid {}
class OrganizationNotYours extends Forbidden {}
class OrganizationUnknown extends NotFound {}

export interface OwnershipChange {
  fromRep: string | null;
  toRep: string;
  reason: string;
  changedBy: string;
  changedAt: Date;
}

/** One rep for an organization from the first conversation to the outcome (001-3). */
@Injectable()
export class Ownerships {
  async ownerOf(manager: EntityManager, organizationId: string): Promise<string | null> {
    const owner = await row<{ rep_id: string }>(manager, 'SELECT rep_id FROM ownership WHERE organization_id = $1', [
      organizationId,
    ]);
    return owner?.rep_id ?? null;
  }

  /** Makes this rep the owner where there is none; returns who is. Two at once: the second waits and learns of the first. */
  async own(manager: EntityManager, organizationId: string, repId: string): Promise<string> {
    if (await row(manager, OWN, [organizationId, repId])) await manager.query(TAKE_ALONG, [organizationId, repId]);
    return (await this.ownerOf(manager, organizationId))!;
  }

  /** @throws OrganizationNotYours unless this person owns it, covers who does, becomes its owner by this, or leads the reps. */
  async assertWorks(manager: EntityManager, organizationId: string, actor: Actor): Promise<void> {
    if (!(await row(manager, 'SELECT id FROM organization WHERE id = $1', [organizationId])))
      throw new OrganizationUnknown('There is no such organization.');
    const rep = actor.roles.includes('rep');
    const owner = rep ? await this.own(manager, organizationId, actor.id) : await this.ownerOf(manager, organizationId);
    if (owner === actor.id || actor.roles.includes('manager')) return;
    const covered = await rows<{ user_id: string }>(manager, COVERED, [actor.id]);
    if (!rep || !covered.some((each) => each.user_id === owner))
      throw new OrganizationNotYours('This organization belongs to another rep.');
  }

  /** Gives the organization and its open tasks to another rep; what somebody holds now stays his until done or lapsed. */
  async reassign(
    manager: EntityManager,
    organizationId: string,
    to: { repId: string; reason: string; changedBy: string },
  ): Promise<void> {
    await this.assertRep(manager, to.repId);
    // tasks before ownership, as a claim does
    await manager.query(
      "SELECT FROM task WHERE organization_id = $1 AND state IN ('open', 'snoozed', 'claimed') ORDER BY id FOR UPDATE",
      [organizationId],
    );
    const organization = await row(manager, 'SELECT id FROM organization WHERE id = $1 FOR NO KEY UPDATE', [
      organizationId,
    ]);
    if (!organization) throw new OrganizationUnknown('There is no such organization.');
    const owner = await this.ownerOf(manager, organizationId);
    if (owner === to.repId) return;
    await manager.query(
      `INSERT INTO ownership (organization_id, rep_id) VALUES ($1, $2)
       ON CONFLICT (organization_id) DO UPDATE SET rep_id = excluded.rep_id, since = app_now()`,
      [organizationId, to.repId],
    );
    await manager.query(
      'INSERT INTO ownership_change (organization_id, from_rep, to_rep, reason, changed_by) VALUES ($1, $2, $3, $4, $5)',
      [organizationId, owner, to.repId, to.reason, to.changedBy],
    );
    await manager.query(HAND_OVER, [organizationId, to.repId]);
  }

  async history(manager: EntityManager, organizationId: string): Promise<OwnershipChange[]> {
    return rows(
      manager,
      `SELECT from_rep AS "fromRep", to_rep AS "toRep", reason, changed_by AS "changedBy", changed_at AS "changedAt"
         FROM ownership_change WHERE organization_id = $1 ORDER BY changed_at DESC, id DESC LIMIT 200`,
      [organizationId],
    );
  }

  /** @throws RepUnknown unless an active user with the role rep has this id. */
  async assertRep(manager: EntityManager, userId: string): Promise<void> {
    const rep = await row(
      manager,
      "SELECT id FROM app_user WHERE id = $1 AND state = 'active' AND 'rep' = ANY(roles)",
      [userId],
    );
    if (!rep) throw new RepUnknown('This is not an active user with the role rep.');
  }
}
