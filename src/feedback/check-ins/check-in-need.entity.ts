import { Entity } from 'typeorm';
import { At, AtNow, IdColumn, TextColumn, Uuid } from '../../platform/index.js';
import { NEEDS } from './gap.js';

export const NEED_KINDS = NEEDS.filter((each) => each !== 'none');
export const NEED_STATES = ['unserved', 'suggested', 'approved', 'refused'] as const;

/** What a customer lacks, in their words; suggested for a cohort, or unserved. */
@Entity('check_in_need')
export class CheckInNeed {
  @IdColumn() id: string;
  @Uuid() checkInId: string;
  @Uuid() organizationId: string;
  @TextColumn() kind: (typeof NEED_KINDS)[number];
  @TextColumn() words: string;
  @TextColumn({ default: 'unserved' }) state: (typeof NEED_STATES)[number];
  @Uuid({ nullable: true }) cohortId: string | null;
  @Uuid({ nullable: true }) decidedBy: string | null;
  @At({ nullable: true }) decidedAt: Date | null;
  @TextColumn({ nullable: true }) reason: string | null;
  @AtNow() createdAt: Date;
}
