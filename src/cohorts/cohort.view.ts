import { ROLES, type Role } from '../../libs/plays/index.js';
import { describe, type Catalogue, type Rule } from '../../libs/rules/index.js';
import { Id, Instant, Json, SomeOf, Text, Whole } from '../platform/index.js';
import type { Cohort } from './cohort.entity.js';

export const RULE_EXAMPLE = {
  all: [
    { field: 'country', op: 'in', value: ['DE', 'FR'] },
    { contacts: { match: 'some', where: { field: 'contacts.role', op: 'includes', value: 'economic_buyer' } } },
  ],
};

export class CohortView {
  @Id() id: string;
  @Id() versionId: string;
  @Text({ example: 'Grocers with their own warehouse' }) name: string;
  @Json({ example: RULE_EXAMPLE }) rule: Rule;
  @Text({ description: 'the rule in words' }) sentence: string;
  @Text({ lines: true, description: 'what makes these organizations alike' }) rationale: string;
  @SomeOf(ROLES, { description: 'strongest first' }) requiredRoles: Role[];
  @Whole({ max: 50, example: 10 }) holdOutPercent: number;
  @Text({ example: '3f9a41c07be2d815' }) seed: string;
  @Id() createdBy: string;
  @Whole({ example: 1 }) revision: number;
  @Instant() createdAt: Date;
  @Instant() updatedAt: Date;

  static of(cohort: Cohort, catalogue: Catalogue): CohortView {
    return Object.assign(new CohortView(), cohort, { sentence: describe(cohort.rule, catalogue) });
  }
}
