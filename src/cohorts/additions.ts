import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assertNotMerged } from '../accounts/index.js';
import { Conflict, row, rows } from '../platform/index.js';
import { Cohorts } from './cohorts.js';

class AddedAlready extends Conflict {}

export interface OpenCohort {
  id: string;
  name: string;
  /** what is offered to it */
  proposition: string;
}

/** Organizations that a cohort's rule misses, and that sales ops add by hand: they join its next snapshot. */
@Injectable()
export class Additions {
  constructor(private readonly cohorts: Cohorts) {}

  async add(
    manager: EntityManager,
    { cohortId, organizationId, reason }: { cohortId: string; organizationId: string; reason: string },
    addedBy: string,
  ): Promise<void> {
    await assertNotMerged(manager, organizationId);
    await this.cohorts.lock(manager, cohortId);
    if (!(await row(manager, ADD, [cohortId, organizationId, reason, addedBy])))
      throw new AddedAlready('This organization was added to the cohort already.');
  }

  /** Cohorts of live versions that do not have the organization yet. */
  open(manager: EntityManager, organizationId: string): Promise<OpenCohort[]> {
    return rows(manager, OPEN, [organizationId]);
  }
}

const ADD = `
INSERT INTO cohort_addition (cohort_id, organization_id, reason, added_by) VALUES ($1, $2, $3, $4)
  ON CONFLICT DO NOTHING RETURNING 1`;
const OPEN = `
SELECT c.id, c.name, p.title AS proposition
  FROM cohort c JOIN proposition_version v ON v.id = c.version_id AND v.state = 'live'
    JOIN proposition p ON p.id = v.proposition_id
 WHERE NOT EXISTS (SELECT FROM cohort_addition a WHERE a.cohort_id = c.id AND a.organization_id = $1)
   AND NOT EXISTS (SELECT FROM cohort_snapshot s JOIN snapshot_organization m ON m.snapshot_id = s.id
     WHERE s.cohort_id = c.id AND m.organization_id = $1)
 ORDER BY p.title, c.name LIMIT 200`;
