import { Entity } from 'typeorm';
import { At, AtNow, IdColumn, TextColumn, Uuid } from '../../platform/index.js';

/** A rep is absent, and a colleague covers the queue; the rep keeps the organizations. */
@Entity('absence')
export class Absence {
  @IdColumn() id: string;
  @Uuid() userId: string;
  @Uuid() coverId: string;
  @At() startsAt: Date;
  @At() endsAt: Date;
  @TextColumn({ nullable: true }) reason: string | null;
  @AtNow() createdAt: Date;
}
