import { Column, Entity } from 'typeorm';
import { At, IdColumn, TextColumn, Uuid } from '../../platform/index.js';

/** What the buyer or we promised, with a day. */
@Entity('buyer_commitment')
export class BuyerCommitment {
  @IdColumn() id: string;
  @Uuid() conversationId: string;
  @TextColumn() by: 'buyer' | 'us';
  @TextColumn() text: string;
  @Column({ type: 'date' }) dueOn: string;
  @At({ nullable: true }) keptAt: Date | null;
}
