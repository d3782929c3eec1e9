import { ROLES, type Role } from '../../../libs/plays/index.js';
import type { Rule } from '../../../libs/rules/index.js';
import { Flag, Id, Instant, Json, OneOf, SomeOf, Text, Whole } from '../../platform/index.js';
import { RULE_EXAMPLE } from '../cohort.view.js';
import { EXCLUSION_REASONS, PERSON_REASONS, type ExclusionReason, type PersonReason } from './snapshot.entity.js';

export class SnapshotView {
  @Id() id: string;
  @Id() cohortId: string;
  @Id() versionId: string;
  @Json({ example: RULE_EXAMPLE }) rule: Rule;
  @Text({ description: 'the rule in words' }) sentence: string;
  @SomeOf(ROLES, { description: 'strongest first' }) requiredRoles: Role[];
  @Whole({ max: 50 }) holdOutPercent: number;
  @Text() seed: string;
  @Whole({ description: 'organizations, the excluded ones too' }) organizations: number;
  @Whole() organizationsExcluded: number;
  @Whole({ description: 'decision makers, the excluded ones too' }) decisionMakers: number;
  @Whole() decisionMakersExcluded: number;
  @Whole({ description: 'organizations that wait; none of them is excluded' }) heldOut: number;
  @Whole({ description: 'their decision makers, but for the excluded' }) decisionMakersHeldOut: number;
  @Id() frozenBy: string;
  @Instant() frozenAt: Date;
}

export class SnapshotOrganizationView {
  @Id() organizationId: string;
  @Text({ example: 'Alfreds Futterkiste', description: 'as it is called today' }) organization: string;
  @Text({ example: 'food, 50–249' }) stratum: string;
  @Flag({ example: false }) holdOut: boolean;
  @OneOf(EXCLUSION_REASONS, { nullable: true, example: null }) excluded: ExclusionReason | null;
}

export class SnapshotContactView {
  @Whole({ min: 1, example: 1 }) ordinal: number;
  @Id() contactId: string;
  @Text({ example: 'Maria Anders', description: 'as the person is called today' }) contact: string;
  @Id() organizationId: string;
  @Text({ example: 'Alfreds Futterkiste' }) organization: string;
  @OneOf(ROLES, { description: 'the strongest of the required roles' }) role: Role;
  @Flag({ example: false }) holdOut: boolean;
  @OneOf(PERSON_REASONS, { nullable: true, example: null }) excluded: PersonReason | null;
}
