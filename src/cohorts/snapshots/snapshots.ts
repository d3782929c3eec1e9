import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Invalid, NotFound } from '../../platform/index.js';
import { Cohorts } from '../cohorts.js';
import { CohortLayouts } from './layout.js';
import { KEEP_ORGANIZATIONS, KEEP_CONTACTS } from './snapshot.sql.js';
import { Snapshot } from './snapshot.entity.js';

class SnapshotNotFound extends NotFound {}
/** Nothing was frozen. */
export class EmptyCohort extends Invalid {}

@Injectable()
export class Snapshots {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly cohorts: Cohorts,
    private readonly layout: CohortLayouts,
  ) {}

  /**
   * Freezes the cohort as it matches now. @throws EmptyCohort, RuleInvalid where a field has gone since the rule was
   * saved
   */
  async freeze(manager: EntityManager, cohortId: string, frozenBy: string): Promise<Snapshot> {
    const cohort = await this.cohorts.lock(manager, cohortId);
    const { rule, sentence, roles, counts } = await this.layout.lay(manager, cohort);
    const { decisionMakersVerified: _, ...kept } = counts;
    if (kept.organizations === 0)
      throw new EmptyCohort(
        'No organization matches this rule, so there is nothing to freeze. Widen the rule, or import more.',
      );
    const { holdOutPercent, seed, versionId } = cohort;
    const { identifiers } = await manager.insert(Snapshot, {
      cohortId,
      versionId,
      sentence,
      requiredRoles: roles,
      holdOutPercent,
      seed,
      frozenBy,
      ...kept,
      rule: rule as object,
    });
    const id = identifiers[0]!.id as string;
    await manager.query(KEEP_ORGANIZATIONS, [id]);
    await manager.query(KEEP_CONTACTS, [id, roles]);
    return this.get(manager, id);
  }

  async get(manager: EntityManager, id: string): Promise<Snapshot> {
    const snapshot = await manager.findOneBy(Snapshot, { id });
    if (!snapshot) throw new SnapshotNotFound('There is no such snapshot of a cohort.');
    return snapshot;
  }

  read(id: string): Promise<Snapshot> {
    return this.get(this.source.manager, id);
  }
}
