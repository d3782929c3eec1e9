import type { Objection, Role } from '../../../libs/plays/index.js';
import { Column, Entity } from 'typeorm';
import { AtNow, IdColumn, TextColumn, Uuid } from '../../platform/index.js';

/** What worked, for which role, industry and objection. Null means any. */
@Entity('lesson')
export class Lesson {
  @IdColumn() id: string;
  @TextColumn() text: string;
  @TextColumn({ nullable: true }) role: Role | null;
  @TextColumn({ nullable: true }) industry: string | null;
  @TextColumn({ nullable: true }) objection: Objection | null;
  @Uuid({ nullable: true }) versionId: string | null;
  @Uuid({ nullable: true }) campaignId: string | null;
  /** the task that taught it */
  @Uuid({ nullable: true }) taskId: string | null;
  @Uuid() authorId: string;
  @Column({ type: 'integer', default: 0 }) helped: number;
  @AtNow() createdAt: Date;
}
