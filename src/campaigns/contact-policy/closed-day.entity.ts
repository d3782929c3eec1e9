import { Column, Entity } from 'typeorm';
import { AtNow, IdColumn, TextColumn } from '../../platform/index.js';

/** A day without mails and calls, beside the public holidays. */
@Entity('closed_day')
export class ClosedDay {
  @IdColumn() id: string;
  @Column({ type: 'date' }) day: string;
  /** ISO 3166; null: everywhere */
  @TextColumn({ nullable: true }) country: string | null;
  @TextColumn() name: string;
  @TextColumn() createdBy: string;
  @AtNow() createdAt: Date;
}
