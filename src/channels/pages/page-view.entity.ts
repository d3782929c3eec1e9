import { Column, Entity } from 'typeorm';
import { IdColumn, TextColumn, Uuid } from '../../platform/index.js';

export const VIEW_KINDS = ['person', 'scanner'] as const;
export type ViewKind = (typeof VIEW_KINDS)[number];

/** How often a buyer page was viewed on a day. Counts only, so that no person can be followed. */
@Entity('page_view')
export class PageView {
  @IdColumn() id: string;
  @Uuid() propositionId: string;
  @Column({ type: 'date' }) day: string;
  /** the lens that was read; empty: none */
  @TextColumn({ default: '' }) role: string;
  @TextColumn() kind: ViewKind;
  @Column({ type: 'integer', default: 1 }) views: number;
}
