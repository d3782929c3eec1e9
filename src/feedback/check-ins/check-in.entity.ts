import { Column, Entity } from 'typeorm';
import { At, AtNow, IdColumn, Revision, TextColumn, Uuid } from '../../platform/index.js';
import type { AccountPicture } from './gap.js';

export const DROPPED = ['no_answer', 'wrong_number', 'not_now', 'mistake'] as const;
export const CHECK_IN_STATES = ['open', 'done', 'dropped'] as const;

/** A conversation with a customer that sells nothing. */
@Entity('check_in')
export class CheckIn {
  @IdColumn() id: string;
  @Uuid() organizationId: string;
  @Uuid() doneBy: string;
  @Uuid({ nullable: true }) contactId: string | null;
  @Uuid({ nullable: true }) forOwner: string | null;
  @TextColumn({ default: 'open' }) state: (typeof CHECK_IN_STATES)[number];
  @Column({ type: 'jsonb' }) assumption: AccountPicture;
  @Column({ type: 'jsonb', nullable: true }) answers: AccountPicture | null;
  @Column({ type: 'smallint', nullable: true }) gap: number | null;
  @TextColumn({ nullable: true }) droppedBecause: (typeof DROPPED)[number] | null;
  @Revision() revision: number;
  @AtNow() startedAt: Date;
  @At({ nullable: true }) endedAt: Date | null;
}
