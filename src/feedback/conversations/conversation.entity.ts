import type { BuyingJob, Disposition, Interest, Sentiment } from '../../../libs/plays/index.js';
import { Column, Entity } from 'typeorm';
import { At, AtNow, IdColumn, TextArray, TextColumn, Uuid } from '../../platform/index.js';
import type { PriceReaction, Source } from './kinds.js';

/** A conversation and its result. Written once, with the disposition; nothing edits it. */
@Entity('conversation')
export class Conversation {
  @IdColumn() id: string;
  @Uuid({ nullable: true }) versionId: string | null;
  @Uuid({ nullable: true }) campaignId: string | null;
  @Uuid({ nullable: true }) enrolmentId: string | null;
  @Uuid({ nullable: true }) taskId: string | null;
  /** the group session that it was a part of */
  @Uuid({ nullable: true }) sessionId: string | null;
  @Uuid() organizationId: string;
  @Uuid({ nullable: true }) contactId: string | null;
  @Uuid({ nullable: true }) repId: string | null;
  @TextColumn() source: Source;
  @TextColumn({ nullable: true }) stepKey: string | null;
  @TextColumn({ nullable: true }) role: string | null;
  @TextColumn() disposition: Disposition;
  @TextColumn() sentiment: Sentiment;
  @TextColumn({ default: 'unknown' }) interest: Interest | 'unknown';
  @TextArray({ default: [] }) buyingJobs: BuyingJob[];
  @TextColumn({ nullable: true }) wants: string | null;
  @TextColumn({ nullable: true }) needs: string | null;
  @TextColumn({ nullable: true }) aspirations: string | null;
  @TextColumn({ nullable: true }) competitor: string | null;
  @TextColumn({ nullable: true }) priceReaction: PriceReaction | null;
  @TextColumn({ nullable: true }) whatChanged: string | null;
  @TextColumn({ nullable: true }) verbatim: string | null;
  @At({ nullable: true }) notBefore: Date | null;
  @At({ nullable: true }) meetingAt: Date | null;
  @Column({ type: 'smallint', nullable: true }) meetingMinutes: number | null;
  @TextColumn({ nullable: true }) meetingPlace: string | null;
  @Column({ type: 'integer', nullable: true }) seconds: number | null;
  @At() occurredAt: Date;
  @AtNow() recordedAt: Date;
  @Column({ type: 'boolean', default: () => 'is_simulated()' }) simulated: boolean;
}
