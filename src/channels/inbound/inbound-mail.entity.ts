import { Column, Entity } from 'typeorm';
import type { BounceClass, MailKind, MailReading } from '../../../libs/mail/index.js';
import type { Disposition } from '../../../libs/plays/index.js';
import { At, AtNow, IdColumn, TextColumn, Uuid } from '../../platform/index.js';
import type { AuthenticationResult } from './authentication/authentication.js';

export const INBOUND_STATES = ['new', 'handled', 'unmatched', 'dismissed'] as const;
export type InboundState = (typeof INBOUND_STATES)[number];
export const MATCHED_BY = ['address', 'thread', 'sender', 'person'] as const;
export type MatchedBy = (typeof MATCHED_BY)[number];
/** Our signed return address, our Message-ID, or the authenticated domain of the matched person's address. */
export const VERIFIED_BY = ['address', 'thread', 'sender'] as const;
export type VerifiedBy = (typeof VERIFIED_BY)[number];

/** A mail that came in, how it was classified and whose it is. `new` waits to be processed (again). */
@Entity('inbound_mail')
export class InboundMail {
  @IdColumn() id: string;
  @Column({ type: 'bytea', select: false }) hash: Buffer;
  @TextColumn({ nullable: true }) messageId: string | null;
  @TextColumn({ nullable: true }) sender: string | null;
  @TextColumn({ default: '' }) subject: string;
  @TextColumn() kind: MailKind;
  @TextColumn({ default: 'new' }) state: InboundState;
  @Uuid({ nullable: true }) mailboxId: string | null;
  @Uuid({ nullable: true }) dispatchId: string | null;
  @Uuid({ nullable: true }) enrolmentId: string | null;
  @Uuid({ nullable: true }) contactId: string | null;
  @TextColumn({ nullable: true }) matchedBy: MatchedBy | null;
  /** several would have fitted: the latest was taken */
  @Column({ type: 'boolean', default: false }) guessed: boolean;
  /** what shows that it comes from whom it is matched to; null: nothing does */
  @TextColumn({ nullable: true }) verifiedBy: VerifiedBy | null;
  /** whether the domain in From stands behind it; null until it was read */
  @TextColumn({ nullable: true }) authentication: AuthenticationResult | null;
  @TextColumn({ nullable: true }) authenticationEvidence: string | null;
  @TextColumn({ nullable: true }) bounceClass: BounceClass | null;
  @Column({ type: 'date', nullable: true }) returnDate: string | null;
  @TextColumn({ nullable: true }) replyText: string | null;
  @TextColumn({ nullable: true }) proposedDisposition: Disposition | null;
  /** null until it was read */
  @Column({ type: 'jsonb', nullable: true }) reading: MailReading | null;
  @TextColumn({ nullable: true }) text: string | null;
  @Column({ type: 'bytea', nullable: true, select: false }) raw: Buffer | null;
  /** false: only the headers and the text were kept */
  @Column({ type: 'boolean', default: true }) whole: boolean;
  @Column({ type: 'smallint', default: 0 }) attempts: number;
  @TextColumn({ nullable: true }) error: string | null;
  @AtNow() receivedAt: Date;
  @At({ nullable: true }) handledAt: Date | null;
  @TextColumn({ nullable: true }) handledBy: string | null;
  @TextColumn({ nullable: true }) dismissalReason: string | null;
}
