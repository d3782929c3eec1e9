import { Column, Entity } from 'typeorm';
import type { Role } from '../../libs/plays/index.js';
import type { Rule } from '../../libs/rules/index.js';
import { AtNow, IdColumn, Revision, TextArray, TextColumn, Uuid } from '../platform/index.js';

/** The organizations that a version of a proposition was made for. It may be edited; what was frozen stays. */
@Entity('cohort')
export class Cohort {
  @IdColumn() id: string;
  @Uuid() versionId: string;
  @TextColumn() name: string;
  @Column({ type: 'jsonb' }) rule: Rule;
  /** what makes these organizations alike */
  @TextColumn({ default: '' }) rationale: string;
  @TextArray() requiredRoles: Role[];
  @Column({ type: 'smallint', default: 0 }) holdOutPercent: number;
  /** decides who waits and who comes first: the same seed, the same order */
  @TextColumn() seed: string;
  @Uuid() createdBy: string;
  @Revision() revision: number;
  @AtNow() createdAt: Date;
  @AtNow() updatedAt: Date;
}
