import { Column, Entity } from 'typeorm';
import { At, AtNow, IdColumn, Revision, TextColumn, Uuid } from '../../platform/index.js';

export const MOBILISATION_STATES = ['open', 'done', 'waived'] as const;
export type MobilisationItemState = (typeof MOBILISATION_STATES)[number];

/** What a department does before launch; a required one holds the launch until it is done or waived. */
@Entity('mobilisation_item')
export class MobilisationItem {
  @IdColumn() id: string;
  @Uuid() versionId: string;
  @TextColumn() department: string;
  @TextColumn() text: string;
  @Column({ type: 'boolean', default: true }) required: boolean;
  @Uuid() ownerId: string;
  @Column({ type: 'date' }) dueOn: string;
  @TextColumn({ default: 'open' }) state: MobilisationItemState;
  @TextColumn({ nullable: true }) evidence: string | null;
  @Uuid({ nullable: true }) closedBy: string | null;
  @At({ nullable: true }) closedAt: Date | null;
  @TextColumn({ nullable: true }) waiveReason: string | null;
  @Revision() revision: number;
  @AtNow() createdAt: Date;
}
