import { Column, Entity } from 'typeorm';
import { At, AtNow, IdColumn, Revision, TextColumn, Uuid } from '../../../platform/index.js';

export const SENDER_STATES = ['active', 'paused', 'stopped'] as const;
export type SenderState = (typeof SENDER_STATES)[number];
export const TLS_MODES = ['tls', 'starttls', 'none'] as const;
export type TlsMode = (typeof TLS_MODES)[number];

/** Who mail comes from, and through which server. */
@Entity('sender')
export class MailSender {
  @IdColumn() id: string;
  @TextColumn() name: string;
  @TextColumn() address: string;
  @TextColumn({ nullable: true }) replyTo: string | null;
  @TextColumn({ nullable: true }) bounceAddress: string | null;
  /** of the sender's company, shown below its mails */
  @TextColumn({ nullable: true }) postalAddress: string | null;
  /** null: the default server, with this address */
  @TextColumn({ nullable: true }) smtpHost: string | null;
  @Column({ type: 'integer', nullable: true }) smtpPort: number | null;
  @TextColumn({ default: 'starttls' }) smtpTls: TlsMode;
  @TextColumn({ nullable: true }) smtpUser: string | null;
  @TextColumn({ nullable: true }) smtpPasswordSealed: string | null;
  @TextColumn({ nullable: true }) dkimDomain: string | null;
  @TextColumn({ nullable: true }) dkimSelector: string | null;
  @TextColumn({ nullable: true }) dkimKeySealed: string | null;
  @Column({ type: 'integer', default: 60 }) perMinute: number;
  @Column({ type: 'integer', default: 2000 }) perDay: number;
  @Column({ type: 'date', nullable: true }) warmUpFrom: string | null;
  @Column({ type: 'integer', default: 50 }) warmUpStart: number;
  @Column({ type: 'numeric', precision: 4, scale: 2, default: () => '1.5' }) warmUpGrowth: string;
  @TextColumn({ default: 'active' }) state: SenderState;
  @TextColumn({ nullable: true }) stateReason: string | null;
  @AtNow() stateSince: Date;
  @Uuid() createdBy: string;
  @Revision() revision: number;
  @AtNow() createdAt: Date;
  @AtNow() updatedAt: Date;
}

/** What a sender did in one day (UTC). */
@Entity('sender_day')
export class SenderDay {
  @Column({ type: 'uuid', primary: true }) senderId: string;
  @Column({ type: 'date', primary: true }) day: string;
  @Column({ type: 'integer', default: 0 }) admitted: number;
  @Column({ type: 'integer', default: 0 }) sent: number;
  @Column({ type: 'integer', default: 0 }) bounced: number;
  @Column({ type: 'integer', default: 0 }) complained: number;
  @Column({ type: 'integer', default: 0 }) deferred: number;
  @Column({ type: 'integer', default: 0 }) unknown: number;
  /** of these, what stood there when a person started the sender again: it does not stop it once more */
  @Column({ type: 'integer', default: 0 }) forgivenSent: number;
  @Column({ type: 'integer', default: 0 }) forgivenBounced: number;
  @Column({ type: 'integer', default: 0 }) forgivenComplained: number;
}

/** When the next mail of one sender to one recipient domain may leave; `*` is all of the sender's traffic. */
@Entity('throttle')
export class ThrottleEntry {
  @Column({ type: 'text', primary: true }) carrier: string;
  @Column({ type: 'text', primary: true }) domain: string;
  @At() nextAt: Date;
  @Column({ type: 'integer' }) gapMs: number;
  @Column({ type: 'integer', default: 1 }) epoch: number;
  @Column({ type: 'integer', default: 0 }) failures: number;
  @TextColumn({ nullable: true }) words: string | null;
  @AtNow() changedAt: Date;
}
