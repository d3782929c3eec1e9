import { Column, Entity } from 'typeorm';
import { AtNow, IdColumn, TextColumn, Uuid } from '../../platform/index.js';

/** Filters of a list under a name. */
@Entity('saved_view')
export class SavedView {
  @IdColumn() id: string;
  /** the console's name of the list */
  @TextColumn() list: string;
  @TextColumn() name: string;
  @Column({ type: 'jsonb' }) filters: Record<string, string>;
  /** shared with all users */
  @Column({ type: 'boolean', default: false }) shared: boolean;
  @Uuid() ownerId: string;
  @AtNow() createdAt: Date;
}
