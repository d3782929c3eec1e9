import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assertRevision, Invalid, NotFound, row, type Actor } from '../../platform/index.js';
import { Ownerships } from '../../work/index.js';
import { seesPersonal } from './personal-risk.sql.js';

class RiskNotFound extends NotFound {}
class SharedByRep extends Invalid {}

/** The state of a risk, without its content. */
export interface RiskStanding {
  id: string;
  easedAt: Date | null;
  shared: boolean;
  revision: number;
}

/** A recorded risk can be marked as eased, and a personal one shared with managers or hidden again. */
@Injectable()
export class RiskChanges {
  constructor(private readonly ownerships: Ownerships) {}

  /**
   * By a user who works at the organization and may read the risk. For all others it does not exist.
   * @throws RiskNotFound, OrganizationNotYours, SharedByRep, StaleEdit
   */
  async change(
    manager: EntityManager,
    at: { organizationId: string; riskId: string; revision: number },
    { eased, shared }: { eased?: boolean; shared?: boolean },
    actor: Actor,
  ): Promise<RiskStanding> {
    const { organizationId, riskId, revision } = at;
    const found = await row<RiskStanding & { personal: boolean; reps: boolean }>(manager, FIND, [
      organizationId,
      riskId,
      actor.id,
    ]);
    if (!found) throw new RiskNotFound('There is no such risk.');
    await this.ownerships.assertWorks(manager, organizationId, actor);
    const { personal, reps, ...standing } = found;
    if (shared !== undefined && !(personal && reps)) throw notTheirsToShow(personal);
    assertRevision(standing, revision);
    return (await row<RiskStanding>(manager, CHANGE, [riskId, eased ?? null, shared ?? null, actor.id]))!;
  }
}

function notTheirsToShow(personal: boolean): SharedByRep {
  const message = personal
    ? 'only the rep who works here decides who else reads this'
    : 'this is no personal risk: everybody reads it';
  return new SharedByRep('Who reads this cannot be changed here.', [{ field: 'shared', code: 'not_yours', message }]);
}

const STANDING = 'id, eased_at, shared, revision';

/** $1 organization, $2 risk, $3 who: what they may read of it, locked. */
const FIND = `
SELECT ${STANDING}, personal, ${seesPersonal('r.organization_id', '$3')} AS reps
  FROM stakeholder_risk r
 WHERE r.organization_id = $1 AND r.id = $2
   AND (NOT r.personal OR ${seesPersonal('r.organization_id', '$3', 'r.shared')})
 FOR UPDATE OF r`;

/** $1 risk, $2 eased or null: as it is, $3 shared or null: as it is, $4 who */
const CHANGE = `
UPDATE stakeholder_risk
   SET eased_at = CASE WHEN $2::boolean IS NULL THEN eased_at WHEN $2 THEN coalesce(eased_at, app_now()) END,
       eased_by = CASE WHEN $2::boolean IS NULL THEN eased_by WHEN $2 THEN coalesce(eased_by, $4::uuid) END,
       shared = coalesce($3::boolean, shared), revision = revision + 1
 WHERE id = $1 RETURNING ${STANDING}`;
