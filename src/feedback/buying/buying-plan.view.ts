import { Day, Flag, Instant, ListOf, OneOf, Text, Texts, Whole } from '../../platform/index.js';
import { PLAN_SOURCES, type PlanSource } from './buying-plan.entity.js';

class PrerequisiteBody {
  @Text({ max: 60, pattern: /^[\w-]+$/, example: 'interface' }) key: string;
  @Text({ max: 200, example: 'Interface to the stock system' }) title: string;
  @Whole({ max: 3650, description: 'days it takes', example: 60 }) leadDays: number;
  @Texts({ optional: true, max: 20, each: 60, description: 'keys of what must be done before', example: ['contract'] })
  after?: string[];
  @Text({ optional: true, nullable: true, max: 200, example: 'the night shift', description: 'who is disrupted' })
  disrupts?: string | null;
  @Flag({ optional: true }) done?: boolean;
}

export class BuyingPlanBody {
  @Day({ description: 'when the buyer wants it in place' }) wantedBy: string;
  @OneOf(PLAN_SOURCES) source: PlanSource;
  @ListOf(() => PrerequisiteBody, { max: 40 }) prerequisites: PrerequisiteBody[];
}

class PlacedView extends PrerequisiteBody {
  @Day() latestStart: string;
  @Day() latestFinish: string;
  @Day({ description: 'were it begun as soon as it can be' }) earliestStart: string;
  @Day() earliestFinish: string;
  @Whole({ min: -100_000, description: 'days to spare; below zero: so many too late' }) slack: number;
  @Flag({ description: 'on the longest chain that is still to be done' }) critical: boolean;
}

export class BuyingPlanView {
  @Whole({ description: 'goes into If-Match' }) revision: number;
  @Day() wantedBy: string;
  @OneOf(PLAN_SOURCES) source: PlanSource;
  @Day({ description: 'at the organization' }) today: string;
  @Flag() feasible: boolean;
  @Day({ description: 'the first day on which all can be in place' }) earliestEnd: string;
  @Whole({ description: 'days that are missing' }) daysShort: number;
  @Text({ nullable: true, description: 'key of what had to be started before today' }) blockedBy: string | null;
  @Texts({ description: 'keys, in order' }) criticalChain: string[];
  @ListOf(() => PlacedView) prerequisites: PlacedView[];
  @Instant() updatedAt: Date;
}
