import type { Step } from '../../../libs/plays/index.js';
import { Column, Entity } from 'typeorm';
import { At, AtNow, IdColumn, Revision, TextColumn, Uuid } from '../../platform/index.js';

export const PURPOSES = ['stimulate', 'challenge', 'inform', 'order_take'] as const;

export const PLAY_STATES = ['current', 'review_due', 'archived'] as const;
export type PlayState = (typeof PLAY_STATES)[number];
/** of a play `p` */
export const STATE_OF_PLAY = `
  CASE
    WHEN p.archived_at IS NOT NULL THEN 'archived'
    WHEN p.review_on <= app_now()::date THEN 'review_due'
    ELSE 'current'
  END`;

/**
 * Intent, questions and evidence in order: what a campaign does with each decision maker. A campaign keeps its own copy
 * of the steps.
 */
@Entity('play')
export class PlayRow {
  @IdColumn() id: string;
  @TextColumn() name: string;
  @TextColumn({ default: 'stimulate' }) purpose: (typeof PURPOSES)[number];
  @Column({ type: 'jsonb' }) steps: Step[];
  @Column({ type: 'date', nullable: true }) reviewOn: string | null;
  @At({ nullable: true }) archivedAt: Date | null;
  @Uuid() createdBy: string;
  @Revision() revision: number;
  @AtNow() createdAt: Date;
  @AtNow() updatedAt: Date;
}
