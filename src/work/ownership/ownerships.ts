import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assertNotMerged } from '../../accounts/index.js';
import { Forbidden, Invalid, NotFound, row, rows, type Actor } from '../../platform/index.js';
import { COVERED } from '../claims/claims.sql.js';
import { GIVE, HAND_OVER, LOCK_ORGANIZATIONS, LOCK_TASKS, OWN, TAKE_ALONG } from './ownerships.sql.js';

class RepNotFound extends Invalid {}
export class OrganizationNotYours extends Forbidden {}
export class OrganizationNotFound extends NotFound {}

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
    const owner = await row<{ repId: string }>(manager, 'SELECT rep_id FROM ownership WHERE organization_id = $1', [
      organizationId,
    ]);
    return owner?.repId ?? null;
  }

  /**
   * Makes this rep the owner where there is none; returns who is. Two at once: the second waits and learns of the
   * first.
   */
  async own(manager: EntityManager, organizationId: string, repId: string): Promise<string> {
    if (await row(manager, OWN, [organizationId, repId])) await manager.query(TAKE_ALONG, [organizationId, repId]);
    return (await this.ownerOf(manager, organizationId))!;
  }

  /**
   * @throws OrganizationNotYours unless this person owns it, covers who does, becomes its owner by this, or leads the
   * reps.
   */
  async assertWorks(manager: EntityManager, organizationId: string, actor: Actor): Promise<void> {
    if (!(await row(manager, 'SELECT id FROM organization WHERE id = $1', [organizationId])))
      throw new OrganizationNotFound('There is no such organization.');
    await assertNotMerged(manager, organizationId);
    const rep = actor.roles.includes('rep');
    const owner = rep ? await this.own(manager, organizationId, actor.id) : await this.ownerOf(manager, organizationId);
    if (owner === actor.id || actor.roles.includes('manager')) return;
    const covered = await rows<{ userId: string }>(manager, COVERED, [actor.id]);
    if (!rep || !covered.some((each) => each.userId === owner))
      throw new OrganizationNotYours('This organization belongs to another rep.');
  }

  /**
   * Gives organizations and their open tasks to another rep; a claimed task stays with its holder until done or lapsed.
   * Those that are theirs already stay as they are. Returns the tasks that changed hands.
   * @throws RepNotFound
   */
  async reassign(
    manager: EntityManager,
    organizationIds: string[],
    to: { repId: string; reason: string; changedBy: string },
  ): Promise<string[]> {
    await this.assertRep(manager, to.repId);
    // tasks before ownership, as a claim does
    await manager.query(LOCK_TASKS, [organizationIds]);
    await manager.query(LOCK_ORGANIZATIONS, [organizationIds]);
    const given = await rows<{ id: string }>(manager, GIVE, [organizationIds, to.repId, to.reason, to.changedBy]);
    const tasks = await rows<{ id: string }>(manager, HAND_OVER, [given.map(({ id }) => id), to.repId]);
    return tasks.map(({ id }) => id);
  }

  async history(manager: EntityManager, organizationId: string): Promise<OwnershipChange[]> {
    return rows(manager, SELECT_OWNERSHIP_CHANGE, [organizationId]);
  }

  /** @throws RepNotFound unless an active user with the role rep has this id. */
  async assertRep(manager: EntityManager, userId: string): Promise<void> {
    const rep = await row(
      manager,
      "SELECT id FROM app_user WHERE id = $1 AND state = 'active' AND 'rep' = ANY(roles)",
      [userId],
    );
    if (!rep) throw new RepNotFound('This is not an active user with the role rep.');
  }
}

const SELECT_OWNERSHIP_CHANGE = `
SELECT from_rep, to_rep, reason, changed_by, changed_at
  FROM ownership_change WHERE organization_id = $1 ORDER BY changed_at DESC, id DESC LIMIT 200`;
