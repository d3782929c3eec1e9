import type { Objection } from '../../../libs/plays/index.js';
import { Column, Entity } from 'typeorm';
import { At, AtNow, IdColumn, Revision, TextColumn, Uuid } from '../../platform/index.js';
import type { ThemeDecision } from '../conversations/kinds.js';

/** Feedback items of one kind, for an executive to decide on. */
@Entity('theme')
export class Theme {
  @IdColumn() id: string;
  @Uuid() propositionId: string;
  @Uuid() versionId: string;
  @TextColumn() title: string;
  @TextColumn({ nullable: true }) objection: Objection | null;
  @TextColumn({ default: '' }) summary: string;
  @AtNow() raisedAt: Date;
  @Uuid() raisedBy: string;
  @At({ nullable: true }) firstSeenAt: Date | null;
  @TextColumn({ nullable: true }) decision: ThemeDecision | null;
  @TextColumn({ nullable: true }) decisionNote: string | null;
  @Uuid({ nullable: true }) ownerId: string | null;
  @Column({ type: 'date', nullable: true }) dueOn: string | null;
  @Uuid({ nullable: true }) decidedBy: string | null;
  @At({ nullable: true }) decidedAt: Date | null;
  @Revision() revision: number;
}
