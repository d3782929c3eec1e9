import { Column, Entity } from 'typeorm';
import type { BuyingJob, Role } from '../../../libs/plays/index.js';
import { AtNow, IdColumn, Revision, TextColumn, Uuid } from '../../platform/index.js';

export const ASSET_KINDS = [
  'guide',
  'checklist',
  'calculation',
  'comparison',
  'case_study',
  'business_case',
  'technical',
  'security',
  'contract',
  'video',
  'other',
] as const;
export type AssetKind = (typeof ASSET_KINDS)[number];

/** Helps a buyer decide: a link or a text, free for all who open the page. */
@Entity('asset')
export class Asset {
  @IdColumn() id: string;
  @Uuid() propositionId: string;
  @TextColumn() title: string;
  @TextColumn() kind: AssetKind;
  @TextColumn({ nullable: true }) url: string | null;
  @TextColumn({ nullable: true }) text: string | null;
  @TextColumn({ nullable: true }) buyingJob: BuyingJob | null;
  /** null: for all roles */
  @TextColumn({ nullable: true }) role: Role | null;
  @TextColumn({ nullable: true }) language: string | null;
  /** the last day on which it is shown without a review */
  @Column({ type: 'date' }) reviewBy: string;
  @Column({ type: 'smallint', default: 0 }) position: number;
  @Uuid() createdBy: string;
  @Revision() revision: number;
  @AtNow() createdAt: Date;
  @AtNow() updatedAt: Date;
}
