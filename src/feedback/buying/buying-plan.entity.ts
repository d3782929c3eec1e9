import { Column, Entity } from 'typeorm';
import type { Prerequisite } from '../../../libs/plans/index.js';
import { AtNow, Revision, TextColumn, Uuid } from '../../platform/index.js';

export const PLAN_SOURCES = ['buyer_said', 'rep_guessed'] as const;
export type PlanSource = (typeof PLAN_SOURCES)[number];

/** What must be in place at the buyer's, and who is disrupted by it. */
export interface PlannedStep extends Prerequisite {
  disrupts: string | null;
  done: boolean;
}

/** When the buyer wants it, and what comes before. */
@Entity('buying_plan')
export class BuyingPlan {
  @Column({ type: 'uuid', primary: true }) organizationId: string;
  @Column({ type: 'uuid', primary: true }) propositionId: string;
  @Column({ type: 'date' }) wantedBy: string;
  @TextColumn() source: PlanSource;
  @Column({ type: 'jsonb', default: [] }) prerequisites: PlannedStep[];
  @Revision() revision: number;
  @Uuid() updatedBy: string;
  @AtNow() updatedAt: Date;
}
