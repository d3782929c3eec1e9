import { Column, Entity } from 'typeorm';
import type { Reason } from '../../../libs/mail/index.js';
import { At, AtNow, IdColumn, Revision, TextArray, TextColumn, Uuid } from '../../platform/index.js';
import type { ProviderEventKind } from './told-event.js';

export const PROVIDERS = ['ses', 'sendgrid', 'postmark', 'mailgun'] as const;
export type ProviderName = (typeof PROVIDERS)[number];
export const CONNECTION_STATES = ['active', 'paused'] as const;
export const PROVIDER_EVENT_STATES = ['new', 'handled', 'unmatched', 'dismissed'] as const;
export type ProviderEventState = (typeof PROVIDER_EVENT_STATES)[number];

/** A provider that reports over HTTP. Paused, it keeps what comes, and acts on none of it. */
@Entity('provider_connection')
export class ProviderConnection {
  @IdColumn() id: string;
  @TextColumn() provider: ProviderName;
  @TextColumn() name: string;
  /** whose mails it carries; empty: all */
  @Column({ type: 'uuid', array: true, default: [] }) senderIds: string[];
  /** null: of SES, which signs by certificate */
  @TextColumn({ nullable: true, select: false }) secretSealed: string | null;
  /** of SES: the only SNS topic that is listened to */
  @TextColumn({ nullable: true }) topic: string | null;
  @TextColumn({ default: 'active' }) state: (typeof CONNECTION_STATES)[number];
  /** of SES: when the subscription was confirmed */
  @At({ nullable: true }) subscribedAt: Date | null;
  @At({ nullable: true }) lastEventAt: Date | null;
  /** requests without a right signature */
  @Column({ type: 'integer', default: 0 }) refused: number;
  @At({ nullable: true }) refusedAt: Date | null;
  @Uuid() createdBy: string;
  @Revision() revision: number;
  @AtNow() createdAt: Date;
  @AtNow() updatedAt: Date;
}

/** One event as its provider told it, and what became of it here. `new` waits to be carried out. */
@Entity('provider_event')
export class ProviderEvent {
  @IdColumn() id: string;
  @Uuid() connectionId: string;
  @TextColumn() eventId: string;
  @TextColumn({ nullable: true, select: false }) token: string | null;
  @TextColumn() kind: ProviderEventKind;
  @TextArray({ default: [] }) names: string[];
  @TextColumn({ nullable: true }) recipient: string | null;
  @TextColumn({ nullable: true }) providerClass: string | null;
  @TextColumn({ nullable: true }) category: Reason | null;
  @Column({ type: 'boolean', default: false }) temporary: boolean;
  @TextColumn({ nullable: true }) status: string | null;
  @TextColumn({ default: '' }) words: string;
  @TextColumn({ nullable: true }) userAgent: string | null;
  @Column({ type: 'boolean', default: false }) machine: boolean;
  @At() occurredAt: Date;
  @AtNow() receivedAt: Date;
  @TextColumn({ default: 'new' }) state: ProviderEventState;
  /** why nothing followed, or why nobody knows whose it is */
  @TextColumn({ nullable: true }) reason: string | null;
  @Uuid({ nullable: true }) dispatchId: string | null;
  @Uuid({ nullable: true }) enrolmentId: string | null;
  @Uuid({ nullable: true }) contactId: string | null;
  @Column({ type: 'smallint', default: 0 }) attempts: number;
  @TextColumn({ nullable: true }) error: string | null;
  @AtNow() nextAttemptAt: Date;
  @At({ nullable: true }) settledAt: Date | null;
}
