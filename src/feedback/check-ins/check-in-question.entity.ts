import { Entity } from 'typeorm';
import { At, AtNow, IdColumn, TextColumn, Uuid } from '../../platform/index.js';

export const TOPICS = ['change', 'people', 'future', 'service'] as const;

/** What is asked in a check-in: of the people's side, and never of what we offer. */
@Entity('check_in_question')
export class CheckInQuestion {
  @IdColumn() id: string;
  @TextColumn() topic: (typeof TOPICS)[number];
  @TextColumn() text: string;
  @Uuid({ nullable: true }) createdBy: string | null;
  @AtNow() createdAt: Date;
  @At({ nullable: true }) retiredAt: Date | null;
}
