import { Column, Entity } from 'typeorm';
import { At, AtNow, IdColumn, TextColumn, Uuid } from '../../platform/index.js';

/** Several contacts of one organization in one conversation. */
@Entity('group_session')
export class GroupSession {
  @IdColumn() id: string;
  @Uuid() organizationId: string;
  @Uuid() campaignId: string;
  @Uuid({ nullable: true }) taskId: string | null;
  @Uuid() repId: string;
  @At() heldAt: Date;
  @TextColumn({ nullable: true }) note: string | null;
  @AtNow() recordedAt: Date;
  @Column({ type: 'boolean', default: () => 'is_simulated()' }) simulated: boolean;
}
