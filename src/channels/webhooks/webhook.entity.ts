import { Column, Entity, PrimaryColumn } from 'typeorm';
import { At, AtNow, IdColumn, Revision, TextArray, TextColumn, Uuid } from '../../platform/index.js';

export const WEBHOOK_STATES = ['active', 'paused', 'disabled'] as const;
export const DELIVERY_STATES = ['pending', 'delivered', 'failed'] as const;

/** Where events are told to another system. */
@Entity('webhook')
export class Webhook {
  @IdColumn() id: string;
  @TextColumn() url: string;
  @TextColumn({ default: '' }) description: string;
  @TextArray({ default: [] }) kinds: string[];
  @TextColumn() secretSealed: string;
  @TextColumn({ nullable: true }) oldSecretSealed: string | null;
  @At({ nullable: true }) oldSecretUntil: Date | null;
  @TextColumn({ default: 'active' }) state: (typeof WEBHOOK_STATES)[number];
  @TextColumn({ nullable: true }) stateReason: string | null;
  @At({ nullable: true }) failingSince: Date | null;
  @Uuid() createdBy: string;
  @Revision() revision: number;
  @AtNow() createdAt: Date;
  @AtNow() updatedAt: Date;
}

/** That something happened: what, and to which row. */
@Entity('webhook_event')
export class WebhookEvent {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) id: string;
  @TextColumn() kind: string;
  @Uuid() subjectId: string;
  @AtNow() at: Date;
  @At({ nullable: true }) spreadAt: Date | null;
}

/** One event on its way to one webhook. */
@Entity('webhook_delivery')
export class WebhookDelivery {
  @IdColumn() id: string;
  @Uuid() webhookId: string;
  @Column({ type: 'bigint' }) eventId: string;
  @TextColumn({ default: 'pending' }) state: (typeof DELIVERY_STATES)[number];
  @Column({ type: 'smallint', default: 0 }) attempts: number;
  @At({ default: () => 'clock_timestamp()' }) nextAttemptAt: Date;
  @Column({ type: 'smallint', nullable: true }) status: number | null;
  @TextColumn({ nullable: true }) answer: string | null;
  @At({ nullable: true }) attemptedAt: Date | null;
  @At({ nullable: true }) deliveredAt: Date | null;
  @At({ default: () => 'clock_timestamp()' }) createdAt: Date;
}
