import type { Step } from '../../../libs/plays/index.js';
import { Counts, Decimal, Flag, Id, Instant, ListOf, OneOf, Text, Whole } from '../../platform/index.js';
import {
  CAMPAIGN_STATES,
  TARGET_MEASURES,
  type Campaign,
  type CampaignState,
  type TargetMeasure,
  type Wave,
} from './campaign.entity.js';
import { StepsField } from '../plays/steps.field.js';
import { Weekdays } from './weekdays.field.js';

export class CampaignView {
  @Id() id: string;
  @Text({ example: 'VMI to food retail, autumn' }) name: string;
  @Id() versionId: string;
  @Id() snapshotId: string;
  @Id() playId: string;
  @StepsField() steps: Step[];
  @OneOf(CAMPAIGN_STATES) state: CampaignState;
  @Whole({ example: 3 }) activePerOrganization: number;
  @Whole({ example: 20 }) hoursBetweenTouches: number;
  @Text({ example: '09:00:00' }) dayStarts: string;
  @Text({ example: '17:00:00' }) dayEnds: string;
  @Weekdays() workingDays: number[];
  @OneOf(['continue', 'hold']) onUnknown: 'continue' | 'hold';
  @Text() fromName: string;
  @Text() fromAddress: string;
  @Text({ nullable: true }) replyTo: string | null;
  @Whole({ example: 28 }) holdOutDays: number;
  @OneOf(TARGET_MEASURES, { nullable: true, description: 'what it is judged by on day 28' })
  targetMeasure: TargetMeasure | null;
  @Decimal({ nullable: true, min: 0, max: 1, example: 0.1 }) targetValue: number | null;
  @Instant({ nullable: true }) scheduledAt: Date | null;
  @Instant({ nullable: true }) launchedAt: Date | null;
  @Instant({ nullable: true, description: 'when the last contact was enrolled' }) enrolledAt: Date | null;
  @Instant({ nullable: true }) holdOutUntil: Date | null;
  @Instant({ nullable: true }) endedAt: Date | null;
  @Whole() revision: number;
  @Instant() createdAt: Date;

  static of({ launchedBy: _launched, createdBy: _created, updatedAt: _updated, ...view }: Campaign): CampaignView {
    return view;
  }
}

export class WaveView {
  @Whole() ordinal: number;
  @Whole({ nullable: true, description: 'organizations; null: all that are left' }) size: number | null;
  @Flag() holdOut: boolean;
  @Flag({ description: 'waits for a person who looked at the wave before' }) gated: boolean;
  @OneOf(['waiting', 'in_review', 'released']) state: Wave['state'];
  @Instant({ nullable: true }) releasedAt: Date | null;
  @Text({ nullable: true }) note: string | null;

  static of({ ordinal, size, holdOut, gated, state, releasedAt, note }: Wave): WaveView {
    return { ordinal, size, holdOut, gated, state, releasedAt, note };
  }
}

class EndingView {
  @Text({ example: 'finished' }) state: string;
  @Text({ example: 'replied' }) reason: string;
  @Whole() n: number;
}

export class CoverageView {
  @Whole({ description: 'in the snapshot, and found since' }) decisionMakers: number;
  @Whole() enrolled: number;
  @Whole({ description: 'a mail sent or a call made' }) contacted: number;
  @Whole() conversed: number;
  @Whole({ description: 'in a state that ends, with its reason' }) terminal: number;
  @Whole() late: number;
  @Whole() heldOut: number;
  @Counts({ example: { suppressed: 2 }, description: 'never enrolled, by reason' }) notEnrolled: Record<string, number>;
  @Whole() withReason: number;
  @Whole({ example: 0, description: 'neither enrolled nor listed with a reason' }) skipped: number;
  @ListOf(() => EndingView) endings: { state: string; reason: string; n: number }[];
  @Counts({ example: { sent: 120 } }) dispatches: Record<string, number>;
  @Counts({ example: { done: 40, open: 3 } }) tasks: Record<string, number>;
}
