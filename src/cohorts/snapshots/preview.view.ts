import { ROLES, type Role } from '../../../libs/plays/index.js';
import { Decimal, Id, ListOf, Nested, OneOf, Text, Whole } from '../../platform/index.js';
import { EXCLUSION_REASONS, PERSON_REASONS, type ExclusionReason, type PersonReason } from './snapshot.entity.js';

export class SamplePersonView {
  @Id() id: string;
  @Text({ example: 'Maria Anders' }) name: string;
  @Text({ nullable: true, example: 'Head of purchasing' }) title: string | null;
  @OneOf(ROLES, { description: 'the strongest of the required roles' }) role: Role;
  @Text({ example: 'valid' }) emailState: string;
  @OneOf(PERSON_REASONS, { nullable: true, example: null }) excluded: PersonReason | null;
}

export class SampleOrganizationView {
  @Id() id: string;
  @Text({ example: 'Alfreds Futterkiste' }) name: string;
  @Text({ nullable: true }) sector: string | null;
  @Text({ nullable: true }) industry: string | null;
  @Text({ nullable: true, example: 'DE' }) country: string | null;
  @Whole({ nullable: true }) employees: number | null;
  @OneOf(EXCLUSION_REASONS, { nullable: true, example: null }) excluded: ExclusionReason | null;
  @ListOf(() => SamplePersonView) decisionMakers: SamplePersonView[];
}

export class CountedView {
  @Whole({ example: 240 }) found: number;
  @Whole({ example: 221 }) included: number;
  @Whole({ example: 19 }) excluded: number;
}

export class CountedPeopleView extends CountedView {
  @Whole({ description: 'included, and the e-mail address or the phone number is known to be right' }) verified: number;
  @Whole({ description: 'included, and neither is' }) unverified: number;
}

export class ShareView {
  @Text({ nullable: true, example: 'Food', description: 'null: not known' }) value: string | null;
  @Whole({ example: 80 }) organizations: number;
  @Whole({ example: 74, description: 'of these, not excluded' }) included: number;
}

export class SharesView {
  @ListOf(() => ShareView, { description: 'the largest' }) values: ShareView[];
  @Whole({ description: 'organizations with any other value' }) others: number;
}

export class RoleShareView {
  @OneOf(ROLES) role: Role;
  @Whole() decisionMakers: number;
  @Whole() included: number;
}

export class BreakdownView {
  @Nested(() => SharesView) sector: SharesView;
  @Nested(() => SharesView) industry: SharesView;
  @Nested(() => SharesView) country: SharesView;
  @Nested(() => SharesView) size: SharesView;
  @ListOf(() => RoleShareView, { description: 'each person once, in the strongest role' }) role: RoleShareView[];
}

export class RoleCompletenessView {
  @OneOf(ROLES) role: Role;
  @Whole({ description: 'organizations with a contact in the role' }) with: number;
  @Whole({ description: 'organizations without a known contact in the role' }) without: number;
  @Whole({ description: 'organizations where a contact in the role can be reached' }) reachable: number;
}

export class CompletenessView {
  @ListOf(() => RoleCompletenessView) roles: RoleCompletenessView[];
  @Whole({ description: 'organizations where every required role is filled' }) allFilled: number;
  @Whole({ description: 'organizations where none is' }) noneFilled: number;
}

export class ExclusionView {
  @OneOf(['organizations', 'decision_makers']) of: string;
  @OneOf([...new Set([...EXCLUSION_REASONS, ...PERSON_REASONS])]) reason: ExclusionReason | PersonReason;
  @Whole() count: number;
}

export class OverlapView {
  @Id() campaignId: string;
  @Text({ example: 'Vendor managed inventory, first wave' }) campaign: string;
  @Whole() organizations: number;
  @Whole() decisionMakers: number;
}

export class HoldOutView {
  @Whole({ max: 50, example: 10 }) percent: number;
  @Whole({ max: 50, example: 10, description: '0 where the cohort is too small to show a difference' })
  suggestedPercent: number;
  @Whole({ description: 'organizations that wait' }) organizations: number;
  @Whole({ description: 'their decision makers' }) decisionMakers: number;
  @Decimal({
    nullable: true,
    example: 0.07,
    description:
      'the smallest difference between the rates of both groups (0 to 1) that would show in four of five cases, if one organization in ten commits',
  })
  detectableDifference: number | null;
}

export class CohortWarningView {
  @Text({ example: 'hold_out_too_small' }) code: string;
  @Text({
    example:
      'Of the organizations 12 are held out and 110 approached: only a difference above 26 percentage points would show. Hold out more, or none.',
  })
  message: string;
}

export class PreviewView {
  @Text({ example: 'Organizations where Country is “DE”.' }) sentence: string;
  @Nested(() => CountedView) organizations: CountedView;
  @Nested(() => CountedPeopleView) decisionMakers: CountedPeopleView;
  @ListOf(() => SampleOrganizationView, { description: 'up to 20, drawn by lot' }) sample: SampleOrganizationView[];
  @Nested(() => BreakdownView) breakdown: BreakdownView;
  @Nested(() => CompletenessView) completeness: CompletenessView;
  @ListOf(() => ExclusionView) exclusions: ExclusionView[];
  @ListOf(() => OverlapView, { description: 'people who are under way in running campaigns' }) overlaps: OverlapView[];
  @Nested(() => HoldOutView) holdOut: HoldOutView;
  @ListOf(() => CohortWarningView) warnings: CohortWarningView[];
}

export class ExcludedOrganizationView {
  @Id() id: string;
  @Text({ example: 'Alfreds Futterkiste' }) name: string;
  @OneOf(EXCLUSION_REASONS) reason: ExclusionReason;
}

export class ExcludedPersonView {
  @Id() id: string;
  @Text({ example: 'Maria Anders' }) name: string;
  @Id() organizationId: string;
  @Text({ example: 'Alfreds Futterkiste' }) organization: string;
  @OneOf(ROLES) role: Role;
  @OneOf(PERSON_REASONS) reason: PersonReason;
}
