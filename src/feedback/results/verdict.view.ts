import { TARGET_MEASURES, type TargetMeasure } from '../../campaigns/index.js';
import { Decimal, Flag, Id, Instant, ListOf, Nested, OneOf, Text, Whole } from '../../platform/index.js';
import { RateView } from './rate.view.js';
import { ComparedView } from './results.view.js';
import { Leg } from './scoreboard.view.js';

export const SHARES = TARGET_MEASURES.filter((each) => each !== 'lift');
export const TARGET_RESULTS = ['none', 'open', 'too_few', 'met', 'missed'] as const;
export type TargetResult = (typeof TARGET_RESULTS)[number];

class SharedMeasure extends RateView {
  @OneOf(SHARES) measure: string;
  @OneOf(['enrolled', 'reached', 'spoken', 'conversed', 'mailed'], {
    description: 'what n counts: people; for spoken: organizations with a conversation',
  })
  of: string;
}

class TargetView {
  @OneOf(TARGET_MEASURES) measure: TargetMeasure;
  @Decimal({ min: 0, max: 1, example: 0.1 }) value: number;
}

export class VerdictView {
  @Id() campaignId: string;
  @Id() versionId: string;
  @Id() propositionId: string;
  @Instant({ nullable: true, description: 'null: not launched yet, and nothing to judge' }) launchedAt: Date | null;
  @Whole({ description: 'the day it is, from 1 on; 0 before the launch' }) day: number;
  @Whole({ example: 28 }) days: number;
  @Flag({ description: 'day 28 is over: the numbers stand as they were then' }) final: boolean;
  @Instant({ nullable: true }) dueAt: Date | null;
  @Instant({ nullable: true, description: 'up to when is counted' }) until: Date | null;
  @Nested(() => TargetView, { nullable: true, description: 'as written down before the launch' })
  target: TargetView | null;
  @OneOf(TARGET_RESULTS, { description: 'open until day 28 is over' }) outcome: TargetResult;
  @ListOf(() => SharedMeasure) measures: SharedMeasure[];
  @Nested(() => ComparedView, { nullable: true, description: 'null: no hold-out' }) lift: ComparedView | null;
  @ListOf(() => Leg, { description: 'how fast feedback travels' }) latency: Leg[];
  @Whole({ description: 'rates under this sample are hidden' }) minimumSample: number;
  @Text({ nullable: true, description: 'to stand beside the results' }) label: string | null;
}
