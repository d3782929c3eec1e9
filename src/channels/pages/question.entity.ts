import { Column, Entity } from 'typeorm';
import { At, AtNow, IdColumn, TextColumn, Uuid } from '../../platform/index.js';

export const MAIL_STATES = ['queued', 'sending', 'sent', 'bounced', 'unknown'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** What a buyer asks our expert. The row is the truth; the mail only notifies the expert. */
@Entity('expert_question')
export class ExpertQuestion {
  @IdColumn() id: string;
  @Uuid() propositionId: string;
  /** who asked, where it was asked on a signed page */
  @Uuid({ nullable: true }) enrolmentId: string | null;
  @Uuid({ nullable: true }) organizationId: string | null;
  @Uuid({ nullable: true }) contactId: string | null;
  @Uuid({ nullable: true }) conversationId: string | null;
  @TextColumn() question: string;
  @TextColumn({ nullable: true }) name: string | null;
  @TextColumn({ nullable: true }) replyAddress: string | null;
  @TextColumn() language: string;
  @Uuid({ nullable: true }) once: string | null;
  @AtNow() askedAt: Date;
  @At() dueAt: Date;
  @TextColumn({ default: 'queued' }) mailState: MailState;
  @Column({ type: 'bigint', nullable: true }) ownerKey: string | null;
  @Column({ type: 'smallint', default: 0 }) attempts: number;
  @At({ default: () => 'app_now()' }) nextAttemptAt: Date;
  @TextColumn({ nullable: true }) recipient: string | null;
  @TextColumn({ nullable: true }) mailResponse: string | null;
  @At({ nullable: true }) sentAt: Date | null;
  @At({ nullable: true }) answeredAt: Date | null;
  @Uuid({ nullable: true }) answeredBy: string | null;
  @TextColumn({ nullable: true }) answer: string | null;
}
