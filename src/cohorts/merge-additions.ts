import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MovedByStatements, OrganizationMergeParts, type MovingRows } from '../accounts/index.js';

/** Cohorts to which the organization was added by hand. What was frozen stays as it was. */
@Injectable()
export class AdditionMerging implements OnModuleInit {
  constructor(private readonly parts: OrganizationMergeParts) {}

  onModuleInit(): void {
    this.parts.register('cohorts', new MovedByStatements(MOVING));
  }
}

const MOVING: MovingRows = {
  cohortAdditions: {
    move: `
UPDATE cohort_addition a
   SET organization_id = $2
 WHERE organization_id = $1
   AND NOT EXISTS (SELECT FROM cohort_addition s WHERE s.organization_id = $2 AND s.cohort_id = a.cohort_id)
RETURNING cohort_id::text AS id`,
    back: 'UPDATE cohort_addition SET organization_id = $1 WHERE organization_id = $2 AND cohort_id = ANY($3::uuid[])',
  },
};
