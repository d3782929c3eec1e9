import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { backwards, PlanError } from '../../../libs/plans/index.js';
import { assertRevision, Invalid, NotFound, row, type Actor } from '../../platform/index.js';
import { Ownerships } from '../../work/index.js';
import { BuyingPlan, type PlannedStep } from './buying-plan.entity.js';
import type { BuyingPlanBody, BuyingPlanView } from './buying-plan.view.js';

class PlanInvalid extends Invalid {}
class PropositionNotFound extends NotFound {}

/** $1 organization: the day it is there */
const TODAY = `
SELECT ((app_now() AT TIME ZONE coalesce(time_zone, 'UTC'))::date)::text AS today FROM organization WHERE id = $1`;

/** From the buyer's day backwards. What follows from it is computed when it is read, and never stored. */
@Injectable()
export class BuyingPlans {
  constructor(private readonly ownerships: Ownerships) {}

  async of(manager: EntityManager, organizationId: string, propositionId: string): Promise<BuyingPlanView | null> {
    const plan = await manager.findOneBy(BuyingPlan, { organizationId, propositionId });
    if (!plan) return null;
    const { today } = (await row<{ today: string }>(manager, TODAY, [organizationId]))!;
    return view(plan, today);
  }

  /** @throws PlanInvalid where prerequisites wait for each other, StaleEdit where the plan was changed in between */
  async save(
    manager: EntityManager,
    at: { organizationId: string; propositionId: string; revision: number },
    body: BuyingPlanBody,
    actor: Actor,
  ): Promise<BuyingPlanView> {
    const { organizationId, propositionId, revision } = at;
    await this.ownerships.assertWorks(manager, organizationId, actor);
    if (!(await row(manager, 'SELECT id FROM proposition WHERE id = $1', [propositionId])))
      throw new PropositionNotFound('There is no such proposition.');
    // of two who write the first plan of an organization at once, the second waits and gets 409
    await row(manager, 'SELECT FROM organization WHERE id = $1 FOR NO KEY UPDATE', [organizationId]);
    const current = await manager.findOneBy(BuyingPlan, { organizationId, propositionId });
    assertRevision(current ?? { revision: 0 }, revision);
    const prerequisites = body.prerequisites.map(({ after = [], disrupts, done = false, ...each }): PlannedStep => ({
      ...each,
      after,
      done,
      disrupts: disrupts || null,
    }));
    const { today } = (await row<{ today: string }>(manager, TODAY, [organizationId]))!;
    const plan = {
      organizationId,
      propositionId,
      wantedBy: body.wantedBy,
      source: body.source,
      prerequisites,
      revision: revision + 1,
      updatedBy: actor.id,
    };
    assertSound(plan, today);
    await manager.upsert(BuyingPlan, { ...plan, updatedAt: () => 'app_now()' }, ['organizationId', 'propositionId']);
    return (await this.of(manager, organizationId, propositionId))!;
  }
}

function assertSound({ prerequisites, wantedBy }: Pick<BuyingPlan, 'prerequisites' | 'wantedBy'>, today: string): void {
  try {
    backwards(prerequisites, wantedBy, today);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    const { code, message } = error;
    throw new PlanInvalid(message, [{ field: code === 'day' ? 'wantedBy' : 'prerequisites', code, message }]);
  }
}

function view(plan: BuyingPlan, today: string): BuyingPlanView {
  const { wantedBy, source, revision, updatedAt, prerequisites } = plan;
  const { placed, ...result } = backwards(prerequisites, wantedBy, today);
  return {
    wantedBy,
    source,
    revision,
    updatedAt,
    today,
    ...result,
    prerequisites: prerequisites.map((each, i) => ({ ...each, after: [...each.after], ...placed[i]! })),
  };
}
