import { Column, Entity } from 'typeorm';
import { At, AtNow, IdColumn, TextColumn, Uuid } from '../platform/index.js';

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
  /** of the last mail that came back about it */
  @TextColumn({ nullable: true }) bounceClass: 'hard' | 'soft' | 'policy' | null;
  @TextColumn({ nullable: true }) bounceReason: string | null;
  @TextColumn({ nullable: true }) bounceWords: string | null;
  @At({ nullable: true }) bouncedAt: Date | null;
  @AtNow() queuedAt: Date;
  @AtNow() nextAttemptAt: Date;
  @At({ nullable: true }) sendingAt: Date | null;
  @At({ nullable: true }) sentAt: Date | null;
  @At({ nullable: true }) settledAt: Date | null;
  @TextColumn({ nullable: true }) settledBy: string | null;
}

/** Follows from the id: a second handover of the same intent would bear the same Message-ID. */
export const messageIdOf = (dispatchId: string): string => `<${dispatchId}@overture>`;

/** The dispatch whose Message-ID this is; null for a Message-ID that is not ours. */
export const dispatchOf = (messageId: string): string | null =>
  /^<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@overture>$/i.exec(messageId)?.[1]?.toLowerCase() ?? null;
