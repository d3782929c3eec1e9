import { Column, Entity } from 'typeorm';
import { At, AtNow, IdColumn, TextColumn, Uuid } from '../../platform/index.js';

export const DISPATCH_STATES = [
  'queued',
  'sending',
  'sent',
  'delivered',
  'bounced',
  'failed',
  'unknown',
  'suppressed',
] as const;

/** One outbound message, from intent to what became of it. Sent is not delivered; unknown is a state. */
@Entity('dispatch')
export class Dispatch {
  @IdColumn() id: string;
  @Uuid() enrolmentId: string;
  @Uuid() campaignId: string;
  @Uuid() contactId: string;
  @Uuid() organizationId: string;
  @TextColumn() stepKey: string;
  @TextColumn({ default: 'queued' }) state: (typeof DISPATCH_STATES)[number];
  @TextColumn({ nullable: true }) recipient: string | null;
  @Column({ type: 'smallint', default: 0 }) attempts: number;
  @Column({ type: 'bigint', nullable: true }) ownerKey: string | null;
  @TextColumn({ nullable: true }) errorClass: string | null;
  @TextColumn({ nullable: true }) response: string | null;
  /** the enrolment through which the address got this step */
  @Uuid({ nullable: true }) sameAddressAs: string | null;
  /** null: the mail server of the workspace */
  @Uuid({ nullable: true }) senderId: string | null;
  /** while it is sending, and after: had the handover begun? */
  @TextColumn({ nullable: true }) handover: 'not_begun' | 'begun' | null;
  /** null until it was claimed the first time */
  @TextColumn({ nullable: true }) messageId: string | null;
  /** why it waits, while it is queued: domain_pace, sender_pace, sender_day, slowed, no_sender */
  @TextColumn({ nullable: true }) deferred: string | null;
  /** the epoch of the throttle that gave it a slot */
  @Column({ type: 'integer', nullable: true }) throttleEpoch: number | null;
  /** of the last mail that came back about it */
  @TextColumn({ nullable: true }) bounceClass: 'hard' | 'soft' | 'policy' | null;
  @TextColumn({ nullable: true }) bounceReason: string | null;
  @TextColumn({ nullable: true }) bounceWords: string | null;
  @At({ nullable: true }) bouncedAt: Date | null;
  /** when a server last refused it because of us: of its sender, or of what it says */
  @At({ nullable: true }) refusedAt: Date | null;
  @AtNow() queuedAt: Date;
  @AtNow() nextAttemptAt: Date;
  @At({ nullable: true }) sendingAt: Date | null;
  @At({ nullable: true }) sentAt: Date | null;
  @At({ nullable: true }) settledAt: Date | null;
  @At({ nullable: true }) complainedAt: Date | null;
  @TextColumn({ nullable: true }) settledBy: string | null;
}

/** The dispatch whose Message-ID this may be; null for what cannot be ours. */
export { messageOf as dispatchOf } from '../../../libs/mail/index.js';
