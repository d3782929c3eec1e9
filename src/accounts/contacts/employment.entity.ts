import { Column, Entity } from 'typeorm';
import { AtNow, IdColumn, TextColumn, Uuid } from '../../platform/index.js';

/** A person's time with an organization. A job that ended keeps its row. */
@Entity('employment')
export class Employment {
  @IdColumn() id: string;
  @Uuid() contactId: string;
  @Uuid() organizationId: string;
  @TextColumn({ nullable: true }) title: string | null;
  @TextColumn({ nullable: true }) department: string | null;
  /** calendar days; `until` null: still there */
  @Column({ type: 'date', nullable: true }) since: string | null;
  @Column({ type: 'date', nullable: true }) until: string | null;
  @AtNow() createdAt: Date;
}
