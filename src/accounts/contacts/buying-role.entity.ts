import { Column, Entity } from 'typeorm';
import type { Role } from '../../../libs/plays/index.js';
import { AtNow, IdColumn, TextColumn, Uuid } from '../../platform/index.js';

export const CONFIDENCES = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];
export const ROLE_SOURCES = ['person', 'import', 'title', 'conversation'] as const;
export type RoleSource = (typeof ROLE_SOURCES)[number];

/** What a person is in an organization's buying group. It counts while the person works there. */
@Entity('buying_role')
export class BuyingRole {
  @IdColumn() id: string;
  @Uuid() organizationId: string;
  @Uuid() contactId: string;
  @TextColumn() role: Role;
  @TextColumn({ default: 'medium' }) confidence: Confidence;
  /** -2 against us … 2 for us */
  @Column({ type: 'smallint', nullable: true }) attitude: number | null;
  /** 1 little … 5 much */
  @Column({ type: 'smallint', nullable: true }) influence: number | null;
  @TextColumn({ nullable: true }) preferredSupplier: string | null;
  @TextColumn({ default: 'person' }) source: RoleSource;
  @AtNow() createdAt: Date;
  @AtNow() updatedAt: Date;
}
