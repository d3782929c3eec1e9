import { Column, Entity } from 'typeorm';
import { At, AtNow, IdColumn, TextColumn, Uuid } from '../../platform/index.js';
import type { Disposition } from '../../../libs/plays/index.js';
import type { RankingReason } from './ranking.js';
import type { TaskKind, TaskState } from './kinds.js';

@Entity('task')
export class Task {
  @IdColumn() id: string;
  @TextColumn() kind: TaskKind;
  @TextColumn({ default: 'open' }) state: TaskState;
  @TextColumn() title: string;
  @Uuid() organizationId: string;
  @Uuid({ nullable: true }) contactId: string | null;
  @Uuid({ nullable: true }) campaignId: string | null;
  @Uuid({ nullable: true }) enrolmentId: string | null;
  @TextColumn({ nullable: true }) stepKey: string | null;
  @Column({ type: 'smallint', default: 1 }) attempt: number;
  @Uuid({ nullable: true }) repId: string | null;
  @Column({ type: 'real', default: 0 }) contribution: number;
  @Column({ type: 'jsonb', default: [] }) why: RankingReason[];
  /** the text that the task is about */
  @TextColumn({ nullable: true }) words: string | null;
  /** the outcome that its words suggest; a person decides */
  @TextColumn({ nullable: true }) proposedDisposition: Disposition | null;
  @At({ default: () => 'app_now()' }) dueAt: Date;
  @At({ nullable: true }) notBefore: Date | null;
  @TextColumn({ nullable: true }) snoozeReason: string | null;
  @Uuid({ nullable: true }) claimedBy: string | null;
  @At({ nullable: true }) leaseUntil: Date | null;
  @Column({ type: 'integer', default: 0 }) fence: number;
  @TextColumn({ nullable: true }) disposition: string | null;
  @TextColumn({ nullable: true }) resolution: string | null;
  @Uuid({ nullable: true }) closedBy: string | null;
  @At({ nullable: true }) closedAt: Date | null;
  @TextColumn({ nullable: true }) cancelReason: string | null;
  @AtNow() createdAt: Date;
}
