import { Day, Decimal, Flag, Id, Instant, ListOf, Nested, OneOf, Text, Whole } from '../../platform/index.js';
import { RateView } from './rate.view.js';

export const MEASURES = ['reached', 'conversed', 'interested', 'commits_next_step'] as const;
export type Measure = (typeof MEASURES)[number];
export const FINDINGS = ['too_few', 'better', 'worse', 'no_difference'] as const;
export type Finding = (typeof FINDINGS)[number];

class MeasureView extends RateView {
  @OneOf(MEASURES, { description: 'interested: curious or more' }) measure: Measure;
  @OneOf(['enrolled', 'reached'], { description: 'what n counts' }) of: string;
}

const POINTS = { optional: true, min: -1, max: 1 };

export class ComparedView {
  @OneOf(['hold_out', 'previous']) against: 'hold_out' | 'previous';
  @OneOf(FINDINGS) finding: Finding;
  @Whole({ description: 'organizations on the smaller side' })
  n: number;
  @Flag({ description: 'a campaign still runs: only a difference beyond doubt counts yet' }) interim: boolean;
  @Decimal({ min: 0, max: 1, example: 0.95 }) confidence: number;
  @Whole({ nullable: true, description: 'the number of the version that it is compared with' }) version: number | null;
  @Decimal({ ...POINTS, description: 'left out where there are too few' }) difference?: number;
  @Decimal(POINTS) low?: number;
  @Decimal(POINTS) high?: number;
}

class ArmView extends RateView {
  @OneOf(['treated', 'hold_out']) arm: 'treated' | 'hold_out';
}

class SplitView {
  @Whole({ description: 'organizations with an enrolled decision maker' }) treated: number;
  @Whole() heldOut: number;
  @Whole({ description: 'organizations that were drawn' }) treatedDrawn: number;
  @Whole() heldOutDrawn: number;
  @Decimal({ min: 0, max: 1 }) p: number;
  @Flag({ description: 'the arms are not as they were drawn: do not trust the comparison' }) suspicious: boolean;
}

export class ResultView {
  @Id() versionId: string;
  @Id() propositionId: string;
  @Text() title: string;
  @Whole({ example: 2 }) number: number;
  @Text({ example: 'live' }) state: string;
  @Instant() liveAt: Date;
  @Whole({ description: 'decision makers in the campaigns of this version' }) enrolled: number;
  @Whole({ description: 'held out, not reached, and not in enrolled' }) heldOut: number;
  @ListOf(() => MeasureView) measures: MeasureView[];
  @ListOf(() => ArmView, {
    description:
      'organizations with an interested contact before the hold-out was released, of all that were drawn; empty without a hold-out',
  })
  arms: ArmView[];
  @ListOf(() => ComparedView, { description: 'interested, compared with the hold-out and with the version before' })
  compared: ComparedView[];
  @Nested(() => SplitView, { nullable: true }) split: SplitView | null;
  @Whole() simulated: number;
  @Text({ nullable: true, description: 'to stand beside the results' }) label: string | null;
}

export class ResultsView {
  @ListOf(() => ResultView, { description: 'by proposition, the newest version first' }) items: ResultView[];
  @Whole({ description: 'rates under this sample are hidden' }) minimumSample: number;
  @Text({ nullable: true }) nextCursor: null;
}

class TrendPoint extends RateView {
  @Day({ description: 'the first day of the period' }) on: string;
}

export class TrendView {
  @OneOf(['day', 'week']) period: string;
  @ListOf(() => TrendPoint, { description: 'of all conversations so far, how many showed interest' })
  points: TrendPoint[];
}
