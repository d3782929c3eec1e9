import type { Disposition, EnrolmentState, Interest } from '../../../libs/plays/index.js';
import { Column, Entity } from 'typeorm';
import { At, AtNow, IdColumn, TextColumn, Uuid } from '../../platform/index.js';

/** One decision maker in one campaign: the row is the truth. */
@Entity('enrolment')
export class Enrolment {
  @IdColumn() id: string;
  @Uuid() campaignId: string;
  @Uuid() contactId: string;
  @Uuid() organizationId: string;
  /** ended by a merge: the contact whose record it was; another enrolment of the same contact continues */
  @Uuid({ nullable: true }) mergedFrom: string | null;
  @TextColumn() role: string;
  @Column({ type: 'smallint', default: 1 }) wave: number;
  @Column({ type: 'smallint' }) shard: number;
  @Column({ type: 'boolean', default: false }) holdOut: boolean;
  /** joined after the launch: a person found in a conversation */
  @Column({ type: 'boolean', default: false }) late: boolean;
  @TextColumn({ default: 'pending' }) state: EnrolmentState;
  @TextColumn({ nullable: true }) reason: string | null;
  @TextColumn({ nullable: true }) step: string | null;
  @TextColumn({ default: 'due' }) stepState: 'due' | 'in_flight' | 'done';
  @At({ nullable: true }) stepDoneAt: Date | null;
  @Column({ type: 'smallint', default: 0 }) attempts: number;
  @Column({ type: 'smallint', default: 0 }) touches: number;
  @Column({ type: 'boolean', default: false }) conversed: boolean;
  @TextColumn({ default: 'unknown' }) interest: Interest | 'unknown';
  @TextColumn({ nullable: true }) lastDisposition: Disposition | null;
  @Column({ type: 'boolean', default: false }) fixRequested: boolean;
  @At({ nullable: true }) nextActionAt: Date | null;
  @TextColumn({ nullable: true }) deferred: string | null;
  @TextColumn({ nullable: true }) error: string | null;
  @AtNow() enrolledAt: Date;
  @At({ nullable: true }) firstTouchAt: Date | null;
  @At({ nullable: true }) endedAt: Date | null;
}
