import { DISPOSITIONS, INTERESTS, OBJECTIONS } from '../../../libs/plays/index.js';
import { Decimal, Id, ListOf, Nested, OneOf, Text, Whole } from '../../platform/index.js';
import { RateView } from './rate.view.js';

export const STAGES = ['reached', 'conversed', 'aware', 'curious', 'active', 'commits_next_step'] as const;
export const DIMENSIONS = ['role', 'industry', 'rep', 'step'] as const;
export const LEGS = ['recorded', 'seen', 'decided', 'live'] as const;

class StageRate extends RateView {
  @OneOf(STAGES, { description: 'with this interest or more' }) stage: string;
  @OneOf(['enrolled', 'reached', 'conversed'], { description: 'what n counts' }) of: string;
}

class InterestShare extends RateView {
  @OneOf([...INTERESTS, 'unknown']) interest: string;
}

class ObjectionShare extends RateView {
  @OneOf(OBJECTIONS) objection: string;
}

class ObjectionShareOf extends ObjectionShare {
  @Text({ example: 'economic_buyer', description: 'a role, an industry, a rep’s id or a step' }) value: string;
  @Text({ example: 'Nancy Davolio' }) label: string;
}

class ObjectionsBy {
  @ListOf(() => ObjectionShareOf) role: ObjectionShareOf[];
  @ListOf(() => ObjectionShareOf) industry: ObjectionShareOf[];
  @ListOf(() => ObjectionShareOf) rep: ObjectionShareOf[];
  @ListOf(() => ObjectionShareOf) step: ObjectionShareOf[];
}

class CompetitorOutcome extends RateView {
  @Text({ example: 'Stockwise' }) competitor: string;
  @OneOf(DISPOSITIONS) disposition: string;
}

export class Leg {
  @OneOf(LEGS, {
    description:
      'conversation to record, record to an executive’s eyes, from there to a decision, decision to the new version live',
  })
  leg: string;
  @Whole() n: number;
  @Decimal({ nullable: true, description: 'hours' }) median: number | null;
  @Decimal({ nullable: true, description: 'hours' }) p90: number | null;
}

class Logging {
  @Whole({ description: 'records that were timed' }) n: number;
  @Decimal({ nullable: true, description: 'median seconds to log a conversation' }) median: number | null;
}

export class ScoreboardView {
  @Id() versionId: string;
  @Whole({ description: 'decision makers in the campaigns of this version' }) enrolled: number;
  @Whole({ description: 'held out until the verdict, and not in enrolled' }) heldOut: number;
  @ListOf(() => StageRate) funnel: StageRate[];
  @ListOf(() => InterestShare, { description: 'of those who conversed, by their latest answer' })
  interest: InterestShare[];
  @Whole({ description: 'conversations in which the contact was reached' }) conversations: number;
  @ListOf(() => ObjectionShare, { description: 'share of conversations' }) objections: ObjectionShare[];
  @Nested(() => ObjectionsBy) objectionsBy: ObjectionsBy;
  @ListOf(() => CompetitorOutcome, { description: 'of the conversations that named them, what came of it' })
  competitors: CompetitorOutcome[];
  @Nested(() => RateView, { description: 'conversations with objection code, verbatim and role' }) quality: RateView;
  @ListOf(() => Leg, { description: 'how fast feedback travels' }) latency: Leg[];
  @Nested(() => Logging) logging: Logging;
  @Whole({ description: 'how many of the records come from a simulated market' }) simulated: number;
  @Text({ nullable: true, description: 'to stand beside the results' }) label: string | null;
  @Whole({ description: 'rates under this sample are hidden' }) minimumSample: number;
}
