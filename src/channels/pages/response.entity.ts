import { Entity } from 'typeorm';
import { At, AtNow, IdColumn, TextColumn, Uuid } from '../../platform/index.js';

export const CHOICES = [
  'interested',
  'ask_expert',
  'not_now',
  'not_before',
  'wrong_person',
  'not_a_fit',
  'stop_campaign',
  'stop',
] as const;
export type Choice = (typeof CHOICES)[number];

/** What a buyer answered on a signed page. */
@Entity('response')
export class BuyerResponse {
  @IdColumn() id: string;
  @Uuid() enrolmentId: string;
  @TextColumn() choice: Choice;
  @At({ nullable: true }) notBefore: Date | null;
  @Uuid({ nullable: true }) referredContactId: string | null;
  @TextColumn({ nullable: true }) words: string | null;
  @Uuid({ nullable: true }) conversationId: string | null;
  /** a hash of the answer: a second click has the same, a second answer another */
  @TextColumn({ nullable: true }) fingerprint: string | null;
  @AtNow() answeredAt: Date;
}
