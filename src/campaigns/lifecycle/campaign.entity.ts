import type { Step } from '../../../libs/plays/index.js';
import { Column, Entity } from 'typeorm';
import { At, AtNow, IdColumn, Revision, TextColumn, Uuid } from '../../platform/index.js';

export const CAMPAIGN_STATES = [
  'draft',
  'ready',
  'scheduled',
  'running',
  'paused',
  'in_review',
  'completed',
  'aborted',
] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** What a campaign may be judged by on day 28; each but lift is a share of people or organizations. */
export const TARGET_MEASURES = [
  'coverage',
  'access',
  'influence',
  'early_conversion',
  'reply',
  'next_meeting',
  'lift',
] as const;
export type TargetMeasure = (typeof TARGET_MEASURES)[number];

/** One live version x one snapshot x one play. */
@Entity('campaign')
export class Campaign {
  @IdColumn() id: string;
  @TextColumn() name: string;
  @Uuid() versionId: string;
  @Uuid() snapshotId: string;
  @Uuid() playId: string;
  @Column({ type: 'jsonb' }) steps: Step[];
  /** by step key: MJML compiled at launch */
  @Column({ type: 'jsonb', default: {} }) markup: Record<string, string>;
  @TextColumn({ default: 'draft' }) state: CampaignState;
  @Column({ type: 'smallint', default: 3 }) activePerOrganization: number;
  @Column({ type: 'smallint', default: 20 }) hoursBetweenTouches: number;
  @Column({ type: 'time', default: '09:00:00' }) dayStarts: string;
  @Column({ type: 'time', default: '17:00:00' }) dayEnds: string;
  /** 1 Monday … 7 Sunday */
  @Column({ type: 'smallint', array: true, default: '{1,2,3,4,5}' }) workingDays: number[];
  @TextColumn({ default: 'continue' }) onUnknown: 'continue' | 'hold';
  @TextColumn({ default: 'Overture' }) fromName: string;
  @TextColumn({ default: 'overture@localhost.invalid' }) fromAddress: string;
  @TextColumn({ nullable: true }) replyTo: string | null;
  @At({ nullable: true }) scheduledAt: Date | null;
  @At({ nullable: true }) launchedAt: Date | null;
  @Uuid({ nullable: true }) launchedBy: string | null;
  @Column({ type: 'smallint', default: 28 }) holdOutDays: number;
  @TextColumn({ nullable: true }) targetMeasure: TargetMeasure | null;
  @Column({ type: 'double precision', nullable: true }) targetValue: number | null;
  @At({ nullable: true }) enrolledAt: Date | null;
  @At({ nullable: true }) holdOutUntil: Date | null;
  @At({ nullable: true }) endedAt: Date | null;
  @Uuid() createdBy: string;
  @Revision() revision: number;
  @AtNow() createdAt: Date;
  @AtNow() updatedAt: Date;
}

@Entity('wave')
export class Wave {
  @Column({ type: 'uuid', primary: true }) campaignId: string;
  @Column({ type: 'smallint', primary: true }) ordinal: number;
  @Column({ type: 'integer', nullable: true }) size: number | null;
  @Column({ type: 'boolean', default: false }) holdOut: boolean;
  @Column({ type: 'boolean', default: true }) gated: boolean;
  @Column({ type: 'integer', nullable: true }) fromOrdinal: number | null;
  @Column({ type: 'integer', nullable: true }) toOrdinal: number | null;
  @TextColumn({ default: 'waiting' }) state: 'waiting' | 'in_review' | 'released';
  @At({ nullable: true }) releasedAt: Date | null;
  @TextColumn({ nullable: true }) releasedBy: string | null;
  @TextColumn({ nullable: true }) note: string | null;
}
