import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AtNow, TextColumn, Uuid } from '../../platform/index.js';

/** Our person whom buyers of this proposition reach directly. */
@Entity('expert')
export class Expert {
  @PrimaryColumn({ type: 'uuid' }) propositionId: string;
  @Uuid() userId: string;
  @TextColumn() displayName: string;
  @TextColumn() title: string;
  @TextColumn() email: string;
  @TextColumn({ nullable: true }) phone: string | null;
  @Column({ type: 'smallint', default: 24 }) replyWithinHours: number;
  @Uuid() namedBy: string;
  @AtNow() namedAt: Date;
}
