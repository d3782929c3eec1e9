import { Column, Entity } from 'typeorm';
import type { MeetingAnswer } from '../../../libs/mail/index.js';
import { At, AtNow, IdColumn, TextColumn, Uuid } from '../../platform/index.js';

/** What a person's calendar answered to a booked meeting. The newest verified one counts. */
@Entity('meeting_answer')
export class MeetingAnswerRow {
  @IdColumn() id: string;
  @Uuid() conversationId: string;
  @TextColumn() answer: MeetingAnswer['answer'];
  @At({ nullable: true }) proposedAt: Date | null;
  @At({ nullable: true }) proposedUntil: Date | null;
  @TextColumn({ nullable: true }) words: string | null;
  @Column({ type: 'boolean' }) verified: boolean;
  @AtNow() answeredAt: Date;
}
