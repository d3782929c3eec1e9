import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Additions } from '../../cohorts/index.js';
import { Conflict, Invalid, NotFound, row } from '../../platform/index.js';
import { CheckInNeed } from './check-in-need.entity.js';

class NeedNotFound extends NotFound {}
class NeedDecided extends Conflict {}
class NeedNotSuggested extends Conflict {}
class CohortNotOpen extends Invalid {}
class ReasonMissing extends Invalid {}

/** What becomes of a need: a rep thinks that a cohort fits, and sales ops decide. */
@Injectable()
export class Needs {
  constructor(private readonly additions: Additions) {}

  /** Null takes the suggestion back. */
  async suggest(manager: EntityManager, id: string, cohortId: string | null): Promise<CheckInNeed> {
    const need = await this.undecided(manager, id);
    if (cohortId && !(await this.additions.open(manager, need.organizationId)).some((each) => each.id === cohortId))
      throw new CohortNotOpen('This cohort has the organization already, or its proposition is not live.', [
        { field: 'cohortId', code: 'not_open', message: 'cohortId must name a cohort that the organization can join' },
      ]);
    await manager.update(CheckInNeed, { id }, { cohortId, state: cohortId ? 'suggested' : 'unserved' });
    return this.get(manager, id);
  }

  /** Approved: the organization joins the next snapshot of the cohort. Of two clicks at once, one counts. */
  async decide(
    manager: EntityManager,
    id: string,
    { approve, reason }: { approve: boolean; reason?: string },
    decidedBy: string,
  ): Promise<CheckInNeed> {
    const { state, cohortId, organizationId, kind } = await this.undecided(manager, id);
    if (state !== 'suggested' || !cohortId) throw new NeedNotSuggested('Nobody suggested a cohort for this need.');
    if (!approve && !reason)
      throw new ReasonMissing('Give a reason: the rep who suggested it reads it.', [
        { field: 'reason', code: 'required', message: 'reason is needed to refuse' },
      ]);
    if (approve)
      await this.additions.add(manager, { cohortId, organizationId, reason: reason ?? `need: ${kind}` }, decidedBy);
    await manager.update(
      CheckInNeed,
      { id },
      { state: approve ? 'approved' : 'refused', decidedBy, decidedAt: () => 'app_now()', reason: reason ?? null },
    );
    return this.get(manager, id);
  }

  async get(manager: EntityManager, id: string): Promise<CheckInNeed> {
    const need = await manager.findOneBy(CheckInNeed, { id });
    if (!need) throw new NeedNotFound('There is no such need.');
    return need;
  }

  private async undecided(manager: EntityManager, id: string): Promise<CheckInNeed> {
    await row(manager, 'SELECT FROM check_in_need WHERE id = $1 FOR UPDATE', [id]);
    const need = await this.get(manager, id);
    if (need.decidedAt) throw new NeedDecided(`This suggestion was ${need.state} already.`);
    return need;
  }
}
