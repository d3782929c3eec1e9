import { Entity } from 'typeorm';
import { At, AtNow, IdColumn, TextColumn, Uuid } from '../../platform/index.js';

/** From start to end, `toUser` may decide what `fromUser` may. */
@Entity('delegation')
export class Delegation {
  @IdColumn() id: string;
  @Uuid() fromUser: string;
  @Uuid() toUser: string;
  @AtNow() startsAt: Date;
  @At() endsAt: Date;
  @TextColumn({ nullable: true }) reason: string | null;
  @AtNow() createdAt: Date;
}
