import { Column, Entity } from 'typeorm';
import { At, AtNow, IdColumn, TextColumn, Uuid } from '../../platform/index.js';

export const INTERACTION_KINDS = ['call', 'email', 'meeting', 'letter', 'message', 'note', 'other'] as const;
export type InteractionKind = (typeof INTERACTION_KINDS)[number];
export const PAST_OUTCOMES = ['open', 'won', 'lost'] as const;
export type PastOutcome = (typeof PAST_OUTCOMES)[number];
export type OptOut = 'unsubscribe' | 'do_not_call';

/** What both kinds of imported records have. */
abstract class PastRecord {
  @IdColumn() id: string;
  @Uuid({ nullable: true }) importId: string | null;
  @TextColumn({ nullable: true }) externalId: string | null;
  @TextColumn({ nullable: true, select: false }) fingerprint: string | null;
  @Uuid({ nullable: true }) organizationId: string | null;
  @Uuid({ nullable: true }) contactId: string | null;
  @TextColumn({ nullable: true }) organizationExternalId: string | null;
  @TextColumn({ nullable: true }) organizationName: string | null;
  @TextColumn({ nullable: true, select: false }) organizationNameKey: string | null;
  @TextColumn({ nullable: true, select: false }) organizationDomain: string | null;
  @TextColumn({ nullable: true, select: false }) contactExternalId: string | null;
  @TextColumn({ nullable: true }) contactName: string | null;
  @TextColumn({ nullable: true, select: false }) contactNameKey: string | null;
  @TextColumn({ nullable: true, select: false }) contactEmailKey: string | null;
  @TextColumn({ nullable: true }) rep: string | null;
  @TextColumn({ nullable: true }) note: string | null;
  @Column({ type: 'jsonb', default: {} }) attributes: Record<string, unknown>;
  @Column({ type: 'integer' }) sortDay: number;
  @TextColumn({ nullable: true }) optOut: OptOut | null;
  @At({ nullable: true }) optOutAppliedAt: Date | null;
  @AtNow() createdAt: Date;
}

@Entity('past_interaction')
export class PastInteraction extends PastRecord {
  @Column({ type: 'date', nullable: true }) occurredOn: string | null;
  @TextColumn() kind: InteractionKind;
  @TextColumn({ nullable: true }) direction: 'in' | 'out' | null;
  @TextColumn({ nullable: true }) outcome: string | null;
}

const amount = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

@Entity('past_opportunity')
export class PastOpportunity extends PastRecord {
  @TextColumn({ nullable: true }) name: string | null;
  @TextColumn({ nullable: true }) stage: string | null;
  @TextColumn() outcome: PastOutcome;
  @Column({ type: 'bigint', nullable: true, transformer: amount }) valueMinor: number | null;
  @TextColumn({ nullable: true }) currency: string | null;
  @Column({ type: 'date', nullable: true }) openedOn: string | null;
  @Column({ type: 'date', nullable: true }) closedOn: string | null;
  @TextColumn({ nullable: true }) product: string | null;
  @TextColumn({ nullable: true }) reason: string | null;
  @Column({ type: 'boolean', default: false }) startsCheckIns: boolean;
}
