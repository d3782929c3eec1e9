import type { Objection } from '../../../libs/plays/index.js';
import { Column, Entity } from 'typeorm';
import { IdColumn, TextColumn, Uuid } from '../../platform/index.js';

/** An objection of the market: as stated, and what stood behind it. An internal objection is another thing. */
@Entity('objection')
export class ConversationObjection {
  @IdColumn() id: string;
  @Uuid() conversationId: string;
  @Uuid({ nullable: true }) versionId: string | null;
  @TextColumn() code: Objection;
  @Column({ type: 'smallint', default: 1 }) position: number;
  @TextColumn({ nullable: true }) underlying: string | null;
  @TextColumn({ nullable: true }) verbatim: string | null;
}
