import { Entity } from 'typeorm';
import { At, AtNow, IdColumn, TextColumn, Uuid } from '../../platform/index.js';

export const SEVERITIES = ['low', 'medium', 'high'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** An objection from inside the company. A great idea meets some. */
@Entity('internal_objection')
export class InternalObjection {
  @IdColumn() id: string;
  @Uuid() versionId: string;
  @TextColumn() department: string;
  @TextColumn() text: string;
  @TextColumn() severity: Severity;
  @TextColumn({ nullable: true }) resolution: string | null;
  /** the promise that resolves it, where one does */
  @Uuid({ nullable: true }) mobilisationItemId: string | null;
  @Uuid() raisedBy: string;
  @AtNow() raisedAt: Date;
  @Uuid({ nullable: true }) resolvedBy: string | null;
  @At({ nullable: true }) resolvedAt: Date | null;
}
