import { Column, Entity } from 'typeorm';
import { At, IdColumn, TextColumn, Uuid } from '../../platform/index.js';

export const DECISIONS = ['approve', 'approve_with_changes', 'reject'] as const;
export type ApprovalDecision = (typeof DECISIONS)[number];
export const APPROVAL_STATES = ['pending', ...DECISIONS, 'recalled'] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

/** One department's decision in one round of review. */
@Entity('approval')
export class Approval {
  @IdColumn() id: string;
  @Uuid() versionId: string;
  @Column({ type: 'integer', default: 1 }) round: number;
  @TextColumn() department: string;
  @TextColumn({ default: 'pending' }) state: ApprovalState;
  @At() dueAt: Date;
  @Uuid({ nullable: true }) decidedBy: string | null;
  @Uuid({ nullable: true }) onBehalfOf: string | null;
  @At({ nullable: true }) decidedAt: Date | null;
  @TextColumn({ nullable: true }) note: string | null;
}
